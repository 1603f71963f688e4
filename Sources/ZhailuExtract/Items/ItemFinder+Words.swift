// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The words beside a count: the segmenter's, or longer ones that are known.
extension ItemFinder {
  /// The word that begins at a place: the segmenter's, or a longer one that is known, for it cuts
  /// 租户 and 冷库 in two. Where it joined the unit to what follows, 600台电/脑, the longest known one.
  func word(at place: Int) -> Extent? {
    guard place < units.count else { return nil }
    let text = UnsafeBufferPointer(units.elements)
    let (noun, quality) = classes.ends(text, place)
    guard let word = words.word(startingAt: place).map(withoutDe) else {
      if quality > place + 1, cuts(noun, behind: quality) { return Extent(place, quality) }
      let end = max(noun, quality)
      // 法官36名人均结案, of which the segmenter makes 名人 and 均.
      let pair = Extent(place, place + 2)
      if end <= place + 1, pair.end <= units.count, wordClass(pair) == .verb { return pair }
      return crossing(place, end) ?? Extent(place, end > place ? end : place + 1)
    }
    if noun > word.end {
      if quality > place + 1, quality > word.end, cuts(noun, behind: quality) {
        return Extent(place, quality)
      }
      if cuts(noun, behind: word) { return word }
      return isCompound(place, noun) ? Extent(place, place + 2) : Extent(place, noun)
    }
    if quality > word.end, quality - place > 2 || word.count == 1 {
      return withResult(of: Extent(place, quality))
    }
    let pair = Extent(place, place + 2)
    if word.count == 3, isNounAndPiece(word, pair) { return pair }
    if isBeforeVerb(word) { return Extent(place, place + 1) }
    if word.count == 1 { return isVerb(pair, cutBehind: word) ? pair : word }
    return word.count == 2 ? withResult(of: word) : withEnd(of: word)
  }

  /// 新建成, of which the segmenter makes 新建 and 成: a verb, not a quality.
  private func withResult(of word: Extent) -> Extent {
    guard word.count == 2, word.end < units.count, has(.longVerbEnd, at: word.end),
      wordClass(word) == .quality, wordClass(Extent(word.end - 1, word.end + 1)) == .verb
    else { return word }
    return Extent(word.start, word.end + 1)
  }

  /// 最大 of 最大的 and 写 of 写的, which the segmenter takes together; but 目的 and 有的.
  private func withoutDe(_ word: Extent) -> Extent {
    guard word.count > 1, has(.of, at: word.end - 1), !wordClass(word).isNoun else { return word }
    let rest = Extent(word.start, word.end - 1)
    let kind = wordClass(rest)
    if word.count == 2 { return kind == .verb && wordClass(word) == .unknown ? rest : word }
    return kind == .unknown ? word : rest
  }

  /// 组成, where the segmenter makes 组 and 成; but 车 and 上市 stay.
  private func isVerb(_ pair: Extent, cutBehind word: Extent) -> Bool {
    guard pair.end <= units.count, wordClass(pair) == .verb else { return false }
    guard wordClass(word).isThing, let next = words.word(startingAt: word.end) else { return true }
    return next.count == 1 || wordClass(next) == .unknown
  }

  /// 地块实 in 120个地块实打测产: an unknown word of a known noun and a character that is none.
  private func isNounAndPiece(_ word: Extent, _ pair: Extent) -> Bool {
    guard wordClass(pair).isThing else { return false }
    // 专家组 before 成, but 教学楼 before 上.
    let last = Extent(word.end - 1, word.end)
    if word.end < units.count, !has(.place, at: word.end),
      isVerb(Extent(last.start, word.end + 1), cutBehind: last)
    {
      return words.word(startingAt: word.end)?.count == 1
    }
    guard wordClass(word) == .unknown else { return false }
    let end = Extent(word.end - 1, word.end)
    return wordClass(Extent(word.start + 1, word.end)) == .unknown && !wordClass(end).isNoun
      && !isVague(end)
  }

  /// 比赛 before 场地, though 比赛场 is known: a noun that ends within the next word is none, where the
  /// segmenter's two words are known as well.
  private func cuts(_ noun: Int, behind word: Extent) -> Bool {
    // 行政村 before 里, of which the segmenter makes 行政 and 村里.
    guard let next = words.word(startingAt: word.end), next.end > noun, next.start < noun,
      !has(.place, at: next.end - 1)
    else { return false }
    if word.count == 1 { return wordClass(next).isThing && leavesPiece(Extent(noun, next.end)) }
    return wordClass(word) != .unknown && wordClass(next) != .unknown
  }

  /// 端砚 leaves 台 of 砚台, which is nothing; but 试点 leaves 灯 of 点灯, and behind 名医 begins 生动.
  private func leavesPiece(_ rest: Extent) -> Bool {
    guard rest.count > 1 || !wordClass(rest).isThing else { return false }
    return rest.start + 2 > units.count
      || wordClass(Extent(rest.start, rest.start + 2)) == .unknown
  }

  /// 大型 before 机械, though 大型机 is known: a noun ends within one that begins behind a word.
  func cuts(_ noun: Int, behind end: Int) -> Bool {
    end < noun && classes.ends(UnsafeBufferPointer(units.elements), end).noun > noun
  }

  /// 救护 before 车辆 and 航标 before 灯塔, though 救护车 and 航标灯 are known.
  private func isCompound(_ place: Int, _ noun: Int) -> Bool {
    noun - place == 3 && words.word(startingAt: noun)?.count ?? 1 == 1
      && wordClass(Extent(place, place + 2)).isNoun && cuts(noun, behind: place + 2)
  }

  /// 车 before 上市, of which the segmenter makes 车上 and 市.
  private func isBeforeVerb(_ word: Extent) -> Bool {
    guard word.count == 2, word.end < units.count, has(.verbEnd, at: word.end - 1),
      !wordClass(word).isNoun, wordClass(Extent(word.start, word.start + 1)).isThing
    else { return false }
    let verb = wordClass(Extent(word.start + 1, word.end + 1))
    return verb == .verb || verb == .act
  }

  /// 电热水器, where 电热 is known and so is 热水器: the longer of two words that cross takes along what
  /// stands before it.
  private func crossing(_ place: Int, _ end: Int) -> Extent? {
    guard end == place + 2, end < units.count else { return nil }
    let (noun, _) = classes.ends(UnsafeBufferPointer(units.elements), place + 1)
    return noun > end && noun - place > 3 ? Extent(place, noun) : nil
  }

  /// 民营企业家, of which the segmenter makes 民营企业 and 家: a last character that makes a word for
  /// persons with the two before it.
  private func withEnd(of word: Extent) -> Extent {
    guard word.count > 2, word.end < units.count,
      words.word(startingAt: word.end).map({ $0.count == 1 }) ?? true
    else { return word }
    let noun = Extent(word.end - 2, word.end + 1)
    return wordClass(noun) == .person ? Extent(word.start, noun.end) : word
  }

  /// The word that ends at a place, or a longer one that is known: 停车位, 专任教师, 外出务工, 投诉 where
  /// the segmenter cuts it. 发电车 is no 电车.
  func longerWord(endingAt place: Int) -> Extent? {
    guard let word = words.word(endingAt: place) else { return nil }
    var longest = word
    for count in 2...4 where count > word.count && count <= place {
      let noun = Extent(place - count, place)
      let kind = wordClass(noun)
      if kind.isThing && !isCut(noun) && !beginsWithin(noun, word)
        || word.count == 1 && count == 2 && (kind == .verb || kind == .act)
      {
        longest = noun
      }
    }
    return longest
  }

  /// 活疫苗 in 灭活疫苗, where the segmenter makes 灭活 and 疫苗.
  private func beginsWithin(_ noun: Extent, _ word: Extent) -> Bool {
    guard word.count > 1, wordClass(word).isThing,
      let before = words.word(endingAt: word.start), before.start < noun.start
    else { return false }
    return before.count < 4 && wordClass(before) != .unknown
  }

  /// Whether a noun begins within a known word: 电车 in 发电车.
  private func isCut(_ noun: Extent) -> Bool {
    guard noun.count == 2, noun.start > 0 else { return false }
    // 厂房 in 新建厂房, though 建厂 is known.
    if noun.start > 1, wordClass(Extent(noun.start - 2, noun.start)) != .unknown { return false }
    let other = wordClass(Extent(noun.start - 1, noun.start + 1))
    return other == .act || other == .verb
  }
}
