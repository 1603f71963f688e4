// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads on behind a unit to the last noun of the kind that it counts, before anything else is said of it.
///
/// What stands before it may be nouns, qualities and verbs that go with it (下岗职工, 电热水器); behind
/// a preposition only a noun after 的 counts: 4000名来自世界各地的选手, and nothing in 3名由学校聘用.
struct KindReading {
  private let finder: ItemFinder
  private let kind: CountedKind
  private let start: Int
  private var next: Int
  private var found: Extent?
  /// Whether grammar was passed, and a verb, since the last 的.
  private var isClause = false
  private var hasVerb = false

  private static let farthest = 12

  init(finder: ItemFinder, kind: CountedKind, start: Int) {
    self.finder = finder
    self.kind = kind
    self.start = start
    next = start
  }

  mutating func read() -> Extent? {
    for _ in 0..<Self.farthest {
      guard let word = finder.word(at: next), take(word) else { break }
    }
    return found
  }

  /// Takes a number, a foreign or a Chinese word; `false` where the reading ends before it.
  private mutating func take(_ word: Extent) -> Bool {
    if finder.isNumber(word) {
      // 30位80岁以上老人, 200户年收入低于5000元的农户.
      guard found == nil else { return false }
      next = finder.endOfMeasure(at: word)
      return !isOtherCount(Extent(word.start, next))
    }
    let isOpen = isClause || found == nil && word.start > start
    next = word.end
    let character = CharacterClass.of(finder.units[word.start])
    // 8家A股上市公司, 两架伊尔-76运输机.
    if found == nil, character.contains(.latin) || finder.units[word.start] == Mark.hyphen {
      return true
    }
    // What was read only says more of a noun that must follow: 3家与书报、期刊有关的企业, 36家国有、民营企业.
    if isOpen, finder.isJoint(word) {
      return finder.word(at: next).map { !finder.isNumber($0) } ?? false
    }
    if isOpen, let end = endOfQuotation(word.start) {
      next = end
      return true
    }
    return character.contains(.han) && takeHan(word)
  }

  /// 31户减员企业的4600名职工: a count behind 的 has a noun of its own.
  private func isOtherCount(_ measure: Extent) -> Bool {
    measure.start > start && finder.has(.of, at: measure.start - 1)
      && !finder.signs[finder.units[measure.end - 1]].isDisjoint(with: [.personUnit, .bodyUnit])
  }

  /// 36名来自“一带一路”沿线国家的学员.
  private func endOfQuotation(_ place: Int) -> Int? {
    guard finder.units[place] == Mark.openQuote else { return nil }
    return finder.endOfEnclosed(place, by: Mark.closeQuote)
  }

  private mutating func takeHan(_ word: Extent) -> Bool {
    if finder.isDe(word) {
      if found != nil, !hasVerb { return false }
      isClause = false
      hasVerb = false
    } else if finder.fits(word, kind), word.start == start || !finder.taken[word.start] {
      if !isClause { found = word }
    } else if !isClause, let noun = shortBody(word) ?? doer(word) {
      found = noun
    } else if found != nil, !hasVerb || !isBeforeDe(word) {
      return finder.isNoun(word)
    } else if isPassedOver(word) {
      return true
    } else if finder.isGrammar(word) || finder.isTransitive(word) {
      isClause = true
      hasVerb = true
    } else if finder.wordClass(word) == .verb {
      hasVerb = true
    }
    return true
  }

  private func isBeforeDe(_ word: Extent) -> Bool {
    finder.has(.of, at: min(word.end, finder.units.count - 1))
  }

  /// 50户以上农户, 轮胎式起重机, 600名洛杉矶和加州各界人士.
  private func isPassedOver(_ word: Extent) -> Bool {
    finder.isBound(word) || word.start > start && finder.isMake(word)
      || found == nil && kind == .person && finder.isJoint(word)
  }

  /// 签署者, of which the segmenter makes two words.
  private func doer(_ word: Extent) -> Extent? {
    guard kind == .person, word.count == 1, word.start > start, finder.isVague(word),
      finder.has(.personEnd, at: word.start),
      let verb = finder.words.word(endingAt: word.start), verb.count == 2, verb.start >= start,
      finder.wordClass(verb) == .verb
    else { return nil }
    return Extent(verb.start, word.end)
  }

  /// 鞋企, 药企, of which the segmenter makes two words.
  private func shortBody(_ word: Extent) -> Extent? {
    guard kind == .body, word.count == 1, word.start > start, word.end - start < 5,
      finder.has(.firmEnd, at: word.start),
      let before = finder.words.word(endingAt: word.start),
      before.count == 1, !finder.isGrammar(before)
    else { return nil }
    return Extent(before.start, word.end)
  }
}
