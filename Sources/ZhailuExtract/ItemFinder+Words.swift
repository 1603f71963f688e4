// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Words beside a count, and what they are.
extension ItemFinder {
  /// The word that begins at a place: the segmenter's, or a longer one that is known, for it cuts
  /// 租户 and 冷库 in two. Where it joined the unit to what follows, 600台电/脑, the longest known one.
  func word(at place: Int) -> Extent? {
    guard place < units.count else { return nil }
    let text = UnsafeBufferPointer(units.elements)
    let (noun, quality) = classes.ends(text, place)
    guard let word = words.word(startingAt: place) else {
      let end = max(noun, quality)
      return crossing(place, end) ?? Extent(place, end > place ? end : place + 1)
    }
    if noun > word.end { return cuts(noun, behind: word) ? word : Extent(place, noun) }
    if quality > word.end, quality - place > 2 || word.count == 1 { return Extent(place, quality) }
    let pair = Extent(place, place + 2)
    if word.count == 3, isNounAndPiece(word, pair) { return pair }
    if word.count == 1 {
      return pair.end <= units.count && wordClass(pair) == .verb ? pair : word
    }
    return withEnd(of: word)
  }

  /// 地块实 in 120个地块实打测产: an unknown word of a known noun and a character that is none.
  private func isNounAndPiece(_ word: Extent, _ pair: Extent) -> Bool {
    guard wordClass(word) == .unknown, wordClass(pair).isThing else { return false }
    let end = Extent(word.end - 1, word.end)
    return wordClass(Extent(word.start + 1, word.end)) == .unknown && !wordClass(end).isNoun
      && !isVague(end)
  }

  /// 比赛 before 场地, though 比赛场 is known: a noun that ends within the next word is none, where the
  /// segmenter's two words are known as well.
  private func cuts(_ noun: Int, behind word: Extent) -> Bool {
    guard word.count > 1, let next = words.word(startingAt: word.end), next.end > noun,
      next.start < noun
    else { return false }
    return wordClass(word) != .unknown && wordClass(next).isThing
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

  /// The class of a word, or of the known noun that an unknown one ends in: 民营企业家 is a person.
  func classOfEnd(_ word: Extent) -> WordClasses.Class {
    let kind = wordClass(word)
    guard kind == .unknown, word.count > 3 else { return kind }
    for count in [3, 2] {
      let end = wordClass(Extent(word.end - count, word.end))
      if end == .person || end == .body { return end }
    }
    return kind
  }

  /// The word that ends at a place, or a longer one that is known: 停车位, 专任教师, 外出务工, 投诉 where
  /// the segmenter cuts it. 发电车 is no 电车.
  func longerWord(endingAt place: Int) -> Extent? {
    guard let word = words.word(endingAt: place) else { return nil }
    var longest = word
    for count in 2...4 where count > word.count && count <= place {
      let noun = Extent(place - count, place)
      let kind = wordClass(noun)
      if kind.isThing && !isCut(noun)
        || word.count == 1 && count == 2 && (kind == .verb || kind == .act)
      {
        longest = noun
      }
    }
    return longest
  }

  /// Whether a noun begins within a known word: 电车 in 发电车.
  private func isCut(_ noun: Extent) -> Bool {
    guard noun.count == 2, noun.start > 0 else { return false }
    // 厂房 in 新建厂房, though 建厂 is known.
    if noun.start > 1, wordClass(Extent(noun.start - 2, noun.start)) != .unknown { return false }
    let other = wordClass(Extent(noun.start - 1, noun.start + 1))
    return other == .act || other == .verb
  }

  func wordClass(_ word: Extent) -> WordClasses.Class {
    classes.of(UnsafeBufferPointer(units.elements), word.start, word.end)
  }

  func isVague(_ word: Extent) -> Bool { lattice.hasEdge(word, of: vague) }

  func isNoun(_ word: Extent) -> Bool {
    let kind = CharacterClass.of(units[word.start])
    if kind.contains(.latin) { return word.count > 1 }
    return kind.contains(.han) && !lattice.hasEdge(word, of: stops) && !lattice.isNumeral(word)
      && wordClass(word) != .verb && !isUnknownVerb(word) && !isOneOf(word)
  }

  /// 一个, 一日, 一套: one and a measure, and no noun that is known.
  private func isOneOf(_ word: Extent) -> Bool {
    word.count == 2 && has(.one, at: word.start) && has(.measureOfOne, at: word.end - 1)
      && !wordClass(word).isThing
  }

  /// Whether a word may be what is counted, not only a part of its name.
  func isHead(_ word: Extent) -> Bool {
    let kind = wordClass(word)
    return kind.isNoun || kind == .unknown && word.count > 1 && isNoun(word)
  }

  /// A verb that makes a noun with what follows it: 接收单位, 编织袋, 跑者.
  func isModifier(_ word: Extent) -> Bool {
    guard let next = words.word(startingAt: word.end),
      CharacterClass.of(units[word.start]).contains(.han), !lattice.isNumeral(word)
    else { return false }
    if isVague(next) { return true }
    // 跑者, but not 认为房价, nor 骑了马.
    return word.count == 2 && next.count == 1 && wordClass(next).isNoun && !isGrammar(next)
      && !lattice.hasEdge(word, of: stops) && self.word(at: word.end)?.count == 1
      && !isUnknownVerb(word)
  }

  /// 做了, 拉来, 吃下, 村中, 缩编为, 不完全: an unknown word that ends or begins as verbs and places do.
  func isUnknownVerb(_ word: Extent) -> Bool {
    guard word.count > 1, wordClass(word) == .unknown else { return false }
    let end = units[word.end - 1]
    if signs[end].contains(.longVerbEnd) || has(.clauseStart, at: word.start) { return true }
    // 惹人注目.
    if word.count > 3, wordClass(Extent(word.end - 2, word.end)) == .verb { return true }
    return word.count < 4
      && (signs[end].contains(.verbEnd)
        || word.range.contains { has(.innerVerb, at: $0) })
  }

  func isGrammar(_ word: Extent) -> Bool {
    lattice.hasEdge(word, of: stops) || isParticle(word)
  }

  /// 为 and its like, behind which the end of a change stands.
  func isAim(_ word: Extent) -> Bool {
    word.count == 1 && has(.aim, at: word.start)
  }

  /// A single character of grammar.
  func isParticle(_ word: Extent) -> Bool {
    word.count == 1 && has(.particle, at: word.start)
  }

  /// 将会, 把车: an unknown word of which the first character is grammar.
  func beginsAsGrammar(_ word: Extent) -> Bool { has(.particle, at: word.start) }

  /// An adverb, or one with the word behind it, 都没, 均未, which the segmenter takes together.
  func isAdverb(_ word: Extent) -> Bool {
    guard word.count < 3 else { return false }
    if word.count == 2, ends(word, in: .adverb) { return true }
    guard has(.adverb, at: word.start) else { return false }
    return word.count == 1
      || wordClass(word) == .unknown && has(.afterAdverb, at: word.start + 1)
  }

  func isDe(_ word: Extent) -> Bool { word.count == 1 && has(.of, at: word.start) }

  /// 中的, which the segmenter takes together: 建设中的项目.
  func isPlaceDe(_ word: Extent) -> Bool {
    word.count == 2 && has(.of, at: word.start + 1) && has(.place, at: word.start)
  }

  func isPlace(_ word: Extent) -> Bool {
    word.count == 1 && has(.place, at: word.start)
  }

  /// 第一次, 第三产业: what stands behind says of which.
  func isOrdinal(_ word: Extent) -> Bool { has(.ordinal, at: word.start) }
}
