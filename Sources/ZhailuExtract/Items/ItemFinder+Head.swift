// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Which part of a noun phrase is the noun.
extension ItemFinder {
  /// The head of a run; one of an unknown single character, or a piece of another mention, is no
  /// item. What is joined begins at `floor` or behind it.
  func item(headOf run: [Extent], floor: Int) -> String? {
    var run = run
    // A quality at the end says that the noun is not there: 三成新.
    while let last = run.last, wordClass(last) == .quality { run.removeLast() }
    // 摊主责令改正: who acts is counted.
    if run.count > 1, wordClass(run[run.count - 1]) == .act,
      wordClass(run[run.count - 2]) == .person
    {
      run.removeLast()
    }
    guard !run.isEmpty else { return nil }
    let head = head(of: run, floor: floor)
    // What stands right behind the unit is counted, and so nobody's name: 16家俱乐部.
    guard floor > 0 || !taken[head.start], head.count > 1 || wordClass(head).isNoun else {
      return nil
    }
    return original(withLetter(shortest(head), floor))
  }

  /// Ｘ光机, B超: a single Latin letter right before a noun is a part of it.
  private func withLetter(_ head: Extent, _ floor: Int) -> Extent {
    let place = head.start - 1
    guard place >= floor, CharacterClass.of(units[place]).contains(.latin),
      place == 0 || !CharacterClass.of(units[place - 1]).meets([.latin, .digit])
    else { return head }
    return Extent(place, head.end)
  }

  /// A long word without what only says more of it: 民办学校 → 学校, 全校师生 → 师生, 新书 → 书;
  /// 医疗机构 stays.
  private func shortest(_ head: Extent) -> Extent {
    if let noun = withoutSize(head) { return noun }
    guard head.count > 3 else { return head }
    let isKnown = wordClass(head) != .unknown
    for count in [3, 2] where count < head.count {
      let noun = Extent(head.end - count, head.end)
      guard wordClass(noun).isThing, !isVague(noun) else { continue }
      let first = Extent(head.start, noun.start)
      // 自行车 in 电动自行车 is a part of its name, but 变压器 is none of 箱式变压器.
      if !isKnown || first.count > 1 && count == 2 && wordClass(first) != .unknown
        || has(.makeEnd, at: first.end - 1) && isParticle(Extent(first.end - 1, first.end))
      {
        return noun
      }
    }
    return head
  }

  /// 新书 → 书, 大幡 → 幡; what is known as a word stays, 大学.
  func withoutSize(_ head: Extent) -> Extent? {
    guard head.count > 1, head.count < 5 else { return nil }
    let noun = Extent(head.start + 1, head.end)
    let isSized = has(.size, at: head.start) && wordClass(head) == .unknown
    // 老教师, but not 老太太.
    let isAged =
      head.count == 3 && has(.age, at: head.start) && units[noun.start] != units[noun.start + 1]
    return (isSized || isAged) && wordClass(noun).isThing && !isVague(noun) ? noun : nil
  }

  /// The last word; with the one before it where it is vague, but not with a quality (全新设备), and with
  /// what the segmenter cut off before it where it is a single character or no word that is known:
  /// 采血车, 编织袋, 电热水器.
  private func head(of run: [Extent], floor: Int) -> Extent {
    let last = run[run.count - 1]
    if isVague(last), let before = before(last, floor), before.count > 1 || run.count > 1,
      last.count == 1 || wordClass(before) != .quality
    {
      return Extent(before.count == 1 ? grown(before, floor).start : before.start, last.end)
    }
    if last.count == 1 {
      return nounOfVerb(last, floor) ?? withCutNoun(last, run) ?? ofPieces(last, floor)
        ?? grown(last, floor)
    }
    guard CharacterClass.of(units[last.start]).contains(.han), wordClass(last) == .unknown else {
      return last
    }
    for count in [4, 3] where count > last.count && last.end - count >= floor {
      let noun = Extent(last.end - count, last.end)
      if wordClass(noun).isThing { return noun }
    }
    guard last.count == 2, let before = before(last, floor), before.count == 1 else { return last }
    return Extent(grown(before, floor).start, last.end)
  }

  /// 接生员, of which the segmenter makes three words: a verb and a vague noun behind the unit.
  private func nounOfVerb(_ last: Extent, _ floor: Int) -> Extent? {
    guard floor > 0, isVague(last), last.start - 2 >= floor else { return nil }
    let verb = Extent(last.start - 2, last.start)
    return wordClass(verb) == .verb ? Extent(verb.start, last.end) : nil
  }

  /// 兴趣课 behind a unit with which the segmenter takes 兴: the noun that was read before a single
  /// character, where the segmenter has only a piece of it.
  private func withCutNoun(_ last: Extent, _ run: [Extent]) -> Extent? {
    guard run.count > 1, case let noun = run[run.count - 2], noun.end == last.start,
      wordClass(noun) == .noun, let word = words.word(endingAt: last.start),
      word.start > noun.start
    else { return nil }
    return Extent(noun.start, last.end)
  }

  /// 漫水桥: three single characters behind a unit.
  private func ofPieces(_ last: Extent, _ floor: Int) -> Extent? {
    guard floor > 0, last.end - floor == 3,
      let first = words.word(startingAt: floor), first.count == 1,
      words.word(startingAt: floor + 1)?.count == 1,
      !isGrammar(first), !isAdverb(first), !has(.size, at: floor),
      wordClass(Extent(floor + 1, last.end)) == .unknown
    else { return nil }
    return Extent(floor, last.end)
  }

  /// A single character with the word or the single characters before it.
  private func grown(_ piece: Extent, _ floor: Int) -> Extent {
    var start = piece.start
    while piece.end - start < 3, let word = before(Extent(start, piece.end), floor) {
      if word.count > 1, piece.end - start > 1 { break }
      // 采血车, 杀青机, but not 只能飞.
      if wordClass(word) == .verb, !wordClass(piece).isNoun, !isVagueEnd(piece) { break }
      start = word.start
      if word.count > 1 { break }
    }
    return Extent(start, piece.end)
  }

  /// Whether a piece is a vague noun, or stands before one: 机, 青 in 杀青机.
  private func isVagueEnd(_ piece: Extent) -> Bool {
    isVague(piece) || piece.end < units.count && isVague(Extent(piece.end, piece.end + 1))
  }

  /// 其中鸡36只, 全村鸡36只, 新增井36眼: grammar, when and where, or what is done with the things; but
  /// 发放点36个.
  private func isApart(_ word: Extent, from piece: Extent) -> Bool {
    isGrammar(word) || ends(word, in: .apart)
      || isGoverning(word) && !(piece.count == 1 && isVague(piece))
  }

  /// 架 in 架便桥, but 养 in 养猪场.
  private func isVerbOf(_ piece: Extent, _ word: Extent) -> Bool {
    piece.count > 1 && has(.objectVerb, at: word.start) && !isVague(piece)
      && signs[units[piece.end - 1]].isDisjoint(with: [.bodyEnd, .machineEnd, .vehicleEnd])
      && wordClass(Extent(word.start, piece.end)) == .unknown
  }

  /// 缉毒 says what kind a 犬 is, but 增设 and 种下 what is done with it.
  private func isKindOf(_ piece: Extent, _ verb: Extent) -> Bool {
    piece.count == 1 && wordClass(piece) == .noun && !isGoverning(verb)
      && !has(.verbEnd, at: verb.end - 1)
  }

  /// 座 in 这座桥, 场 in 全场.
  private func isMeasureOfThis(_ word: Extent) -> Bool {
    guard word.start > 0, has(.measureOfOne, at: word.start) else { return false }
    return has(.particle, at: word.start - 1) || has(.adverb, at: word.start - 1)
  }

  /// The word before a piece of a noun, where it may be a part of it.
  private func before(_ piece: Extent, _ floor: Int) -> Extent? {
    guard piece.start > floor, let word = words.word(endingAt: piece.start), word.start >= floor,
      CharacterClass.of(units[word.start]).contains(.han), floor > 0 || !taken[word.start],
      !lattice.isNumeral(word), !isUnknownVerb(word), !isBound(word)
    else { return nil }
    if word.count > 1 { return floor > 0 || !isApart(word, from: piece) ? word : nil }
    // 增设宿位, 缉毒犬, where the segmenter sets 增 and 设, 缉 and 毒 apart.
    if piece.start - floor > 1, case let verb = Extent(piece.start - 2, piece.start),
      wordClass(verb) == .verb
    {
      return isKindOf(piece, verb) ? verb : nil
    }
    if isParticle(word) || isMeasureOfThis(word) || floor == 0 && isVerbOf(piece, word) {
      return nil
    }
    // 冷柜, 红松, but 新书.
    let isKind = piece.count == 1 && !has(.size, at: word.start)
    return wordClass(word) == .quality && !isKind ? nil : word
  }
}
