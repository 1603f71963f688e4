// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Finds what a quantity counts: the noun next to its unit.
///
/// - After the unit, the head of the noun phrase: 170件全新军大衣 → 军大衣; 50%的租金 → 租金.
/// - Where a clause with 的 follows, the noun behind it: 2家不合格的小店 → 小店.
/// - Where none follows, the noun before the number: 呼吸机10台 → 呼吸机.
/// - Where neither stands and another quantity is just before, that one's: 茶饮20份,240袋 → 茶饮.
///
/// A measure word that says what kind of thing it counts looks for a noun of that kind first, over what
/// says more of it: 500名下岗职工就业 → 职工; 174家商户租金 → 商户.
///
/// A head that says nothing by itself takes the word before it along: 20多家接收单位 → 接收单位.
struct ItemFinder {
  let lattice: Lattice
  let units: Buffer<UInt16>
  let words: WordCache
  let original: (Extent) -> String
  /// Words that end a phrase: verbs, function words.
  let stops: Int
  /// Heads too vague to stand alone: 单位, 人员.
  let vague: Int
  let classes: WordClasses
  /// What characters and words of two say: units, ends of words, grammar.
  let signs: ItemSigns
  /// The quantity before, and its item where it stood before the number.
  var last: (end: Int, item: String?)?

  /// Places that other mentions hold; an item is no part of one.
  let taken: Arbiter.Taken

  init(
    rules: RuleSet, run: MatchRun, words: WordCache, taken: Arbiter.Taken,
    original: @escaping (Extent) -> String
  ) {
    self.taken = taken
    lattice = run.text.lattice
    units = run.text.units
    self.words = words
    self.original = original
    stops = rules.itemStops
    vague = rules.itemVague
    classes = rules.itemWords
    signs = rules.itemSigns
  }

  func has(_ sign: ItemSign, at place: Int) -> Bool { signs[units[place]].contains(sign) }

  /// Whether the last two characters of a word are a sign.
  func ends(_ word: Extent, in sign: ItemSign) -> Bool {
    word.count > 1 && signs[units[word.end - 2], units[word.end - 1]].contains(sign)
  }

  /// The item of the quantity at `extent`; quantities are asked for in the order of the text.
  mutating func item(of extent: Extent, dimension: String) -> String? {
    let isCount = dimension == "count"
    let kind = isCount ? CountedKind(signs[units[extent.end - 1]]) : nil
    let after =
      isCount || dimension == "ratio" || dimension == "mass" || dimension == "volume"
      ? itemAfter(extent, dimension, kind) : .nothing
    var before: String?
    if case .nothing = after, isCount { before = itemBefore(extent, kind) }
    last = (extent.end, before)
    if case .item(let item) = after { return item }
    return before
  }

  /// What stands behind the unit: an item, several things that are counted together, or nothing.
  private enum After {
    case item(String)
    case several
    case nothing
  }

  // MARK: After the unit

  private func itemAfter(_ extent: Extent, _ dimension: String, _ kind: CountedKind?) -> After {
    var place = extent.end
    // 三口之家, but 几十口人, 三口井.
    if has(.mouthUnit, at: place - 1),
      !(word(at: place).map { has(.headUnit, at: place) || wordClass($0).isThing } ?? false)
    {
      return .nothing
    }
    // 50户以上农户.
    if dimension == "count", let word = word(at: place), isBound(word) { place = word.end }
    place = behindQuotation(place)
    // 题记十七则和两座塔: what is joined to a count is another; but 3家与出版有关的企业, 两个和尚.
    if let word = word(at: place), isJoint(word), !beginsClause(place) { return .nothing }
    let isBehindDe = place < units.count && has(.of, at: place)
    if isBehindDe {
      // 110万人的问题 counts no problems, and 50吨的冷库 weighs nothing.
      if dimension != "ratio" { return .nothing }
      place += 1
    } else if dimension == "ratio", isAdverbEnd(place) {
      return .nothing
    }
    if let kind, let noun = noun(of: kind, after: place) {
      if isJoined(noun.end) { return .several }
      return item(headOf: [noun], floor: place).map { .item($0) } ?? .nothing
    }
    let isCount = dimension == "count"
    let unit = CountedUnit(signs[units[extent.end - 1]], kind, isCount: isCount)
    let phrase = phrase(after: place, unit)
    guard let noun = phrase.words.last else { return unknown(after: place, unit) }
    // 赊来红砖三万块修补危房: what was got stands before.
    if phrase.isBehindVerb, let object = object(before: extent) { return .item(object) }
    // 90万户农村: a known noun that is no person.
    if kind == .person, wordClass(noun) == .noun { return .nothing }
    // 有11尾存活: what they did.
    if kind != nil || unit.isOfThings, phrase.words.count == 1, wordClass(noun) == .act {
      return .nothing
    }
    if dimension == "ratio", isRate(noun, behindDe: isBehindDe) { return .nothing }
    if isCount, kind == nil, isJoined(noun.end) { return .several }
    if isCount, phrase.words.count == 1, isTotal(noun), !unit.isGeneral { return .nothing }
    if isCount, countsPeople(extent), !fits(noun, .person) { return .nothing }
    return item(headOf: phrase.words, floor: phrase.start).map { .item($0) }
      ?? unknown(after: place, unit)
  }

  private func unknown(after place: Int, _ unit: CountedUnit) -> After {
    unknownNoun(after: place, unit).map { .item(original($0)) } ?? .nothing
  }

  /// Whether a clause with 的 begins at a place, which holds no other number: 与出版有关的企业.
  private func beginsClause(_ place: Int) -> Bool {
    let tokens = tokens(after: place)
    guard let end = endOfClause(tokens, from: 0) else { return false }
    return !tokens[..<end].contains { $0.isNumber }
  }

  /// The place behind a few characters in quotation marks that a noun follows, 86名“两癌”妇女; else the
  /// same place.
  private func behindQuotation(_ place: Int) -> Int {
    guard place < units.count, units[place] == 0x201C else { return place }
    let end = (place..<min(place + Self.longestBracket, units.count - 1))
      .first { units[$0] == 0x201D }
    guard let end, CharacterClass.of(units[end + 1]).contains(.han) else { return place }
    return end + 1
  }

  /// What a percentage is itself, 以15%的速度, 7%的关税, and what is done by so much, 三倍扣减: it is no
  /// share of them.
  private func isRate(_ noun: Extent, behindDe: Bool) -> Bool {
    let kind = wordClass(noun)
    if kind == .rate || kind == .act && !behindDe { return true }
    if has(.rateEnd, at: noun.end - 1) { return true }
    // 七成的抵押率, of which the segmenter makes two words.
    return noun.end < units.count && has(.rateNext, at: noun.end)
      && word(at: noun.end)?.count == 1
  }

  /// 百分之百地满意.
  private func isAdverbEnd(_ place: Int) -> Bool {
    place < units.count && has(.adverbEnd, at: place) && word(at: place)?.count == 1
  }

  /// A second noun is counted with the first, so neither alone is: 26个国家和地区.
  private func isJoined(_ place: Int) -> Bool {
    guard place < units.count, has(.joiner, at: place), let word = word(at: place + 1)
    else { return false }
    guard classOfEnd(word).isThing, !lattice.isNumeral(word) else { return false }
    // 38个国家和国际组织: to the end of the second noun.
    var next = self.word(at: word.end)
    for _ in 0..<2 {
      guard let more = next, wordClass(more).isThing, !isNumber(more) else { break }
      next = self.word(at: more.end)
    }
    // 雨伞、拐杖30副: the second has a count of its own.
    return next.map { !isNumber($0) } ?? true
  }
}
