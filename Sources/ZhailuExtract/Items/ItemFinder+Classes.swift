// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What a word beside a count is, by its class and by the signs at its ends.
extension ItemFinder {
  func wordClass(_ word: Extent) -> WordClasses.Class {
    classes.of(UnsafeBufferPointer(units.elements), word.start, word.end)
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

  func isJoint(_ word: Extent) -> Bool {
    word.count == 1 && has(.joiner, at: word.start)
  }

  /// Whether a word is a noun for the kind of thing that a unit counts.
  func fits(_ word: Extent, _ kind: CountedKind) -> Bool {
    switch classOfEnd(word) {
    case .person:
      kind == .person || kind == .body && has(.traderEnd, at: word.end - 1)
    case .body: kind == .body
    case .verb, .act, .quality, .rate: false
    case .noun: has(kind.end, at: word.end - 1)
    case .unknown:
      word.count > 1 && has(kind.end, at: word.end - 1) && !beginsAsGrammar(word)
    }
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
    // 接收单位, but not 修复机井.
    if isVague(next) { return self.word(at: word.end) == next }
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

  /// 式 in 循环式.
  func isMake(_ word: Extent) -> Bool { isParticle(word) && has(.makeEnd, at: word.start) }

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

  /// 36个来自农村: its object is not counted.
  func isTransitive(_ word: Extent) -> Bool { word.count == 2 && ends(word, in: .transitive) }

  /// 没有 in 五个没有父母的孩子.
  func isNegation(_ word: Extent) -> Bool {
    word.count == 1 ? has(.negation, at: word.start) : word.count == 2 && ends(word, in: .negation)
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

  /// 五个以上项目, 规模以上企业.
  func isBound(_ word: Extent) -> Bool {
    word.count == 2 && ends(word, in: .bound)
  }

  /// 席位中将留出, where the segmenter reads 中将, and 赛季中交战: a place within the things, and a verb.
  func isInside(_ word: Extent) -> Bool {
    guard word.count > 1, has(.inside, at: word.start) else { return false }
    return word.count == 2 && has(.afterInside, at: word.start + 1) || wordClass(word) == .unknown
  }

  func isAbstract(_ word: Extent) -> Bool { has(.abstractEnd, at: word.end - 1) }

  /// 两个地区生活: what things have, which is counted itself where nothing stands before it.
  func isState(_ word: Extent) -> Bool { ends(word, in: .stateEnd) }

  /// 1000万套销量: how many of them there are, not what they are.
  func isTotal(_ word: Extent) -> Bool { ends(word, in: .totalEnd) }

  /// 5套石窟艺术方面的书籍: what things belong to, and no head before 的.
  func isScope(_ word: Extent) -> Bool { word.count == 2 && ends(word, in: .scope) }

  /// 安排项目14个: what is done with things that a count follows.
  func isGoverning(_ word: Extent) -> Bool { word.count == 2 && ends(word, in: .governing) }
}
