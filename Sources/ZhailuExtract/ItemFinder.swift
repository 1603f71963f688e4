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
  /// The quantity before, and its item where it stood before the number.
  private var last: (end: Int, item: String?)?

  /// Places that other mentions hold; an item is no part of one.
  let taken: Arbiter.Taken

  static let de = UInt16(0x7684)
  private static let space = UInt16(0x20)
  private static let person = UInt16(0x4EBA)
  private static let piece = UInt16(0x4E2A)
  /// The ends of nouns that a percentage is itself: 以15%的速度, 2%的涨幅.
  private static let rates = Array("幅率比例速格度平".utf16)
  private static let joints = Array("和与及、或".utf16)
  private static let endsOfMeasures = Array("数量率额值度积".utf16)
  private static let verbs = Array("备供赠购送捐运发用喝吃买装产卖订收存储种养栽植挖打修拉".utf16)

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
  }

  /// The item of the quantity at `extent`; quantities are asked for in the order of the text.
  mutating func item(of extent: Extent, dimension: String) -> String? {
    let isCount = dimension == "count"
    let kind = isCount ? CountedKind(units[extent.end - 1]) : nil
    let after =
      isCount || dimension == "ratio" || dimension == "mass"
      ? itemAfter(extent, dimension, kind) : .nothing
    var before: String?
    if case .nothing = after, isCount { before = itemBefore(extent, kind) }
    last = (extent.end, before)
    if case .item(let item) = after { return item }
    return before
  }

  /// What stands behind the unit: an item, several things that are counted together, or nothing.
  private enum After { case item(String), several, nothing }

  // MARK: After the unit

  private func itemAfter(_ extent: Extent, _ dimension: String, _ kind: CountedKind?) -> After {
    var place = extent.end
    // 50户以上农户.
    if dimension == "count", let word = word(at: place), isBound(word) { place = word.end }
    place = behindQuotation(place)
    // 题记十七则和两座塔: what is joined to a count is another.
    if place < units.count, Self.joints.contains(units[place]) { return .nothing }
    let isBehindDe = place < units.count && units[place] == Self.de
    if isBehindDe {
      // 110万人的问题 counts no problems, and 50吨的冷库 weighs nothing.
      if dimension != "ratio" { return .nothing }
      place += 1
    }
    if let kind, let noun = noun(of: kind, after: place) {
      return item(headOf: [noun], floor: place).map { .item($0) } ?? .nothing
    }
    let isCount = dimension == "count"
    let phrase = phrase(after: place, CountedUnit(units[extent.end - 1], kind, isCount: isCount))
    guard let noun = phrase.words.last else { return .nothing }
    // 90万户农村: a known noun that is no person.
    if kind == .person, wordClass(noun) == .noun { return .nothing }
    if dimension == "ratio", isRate(noun, behindDe: isBehindDe) { return .nothing }
    if isCount, kind == nil, isJoined(noun.end) { return .several }
    if isCount, countsPeople(extent), !fits(noun, .person) { return .nothing }
    return item(headOf: phrase.words, floor: phrase.start).map { .item($0) } ?? .nothing
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
    return kind == .rate || kind == .act && !behindDe || Self.rates.contains(units[noun.end - 1])
  }

  /// A second noun is counted with the first, so neither alone is: 26个国家和地区.
  private func isJoined(_ place: Int) -> Bool {
    guard place < units.count, Self.joints.contains(units[place]), let word = word(at: place + 1)
    else { return false }
    guard wordClass(word).isThing, !lattice.isNumeral(word) else { return false }
    guard let next = self.word(at: word.end) else { return true }
    // 雨伞、拐杖30副: the second has a count of its own.
    return !wordClass(next).isThing && !isNumber(next)
  }

  // MARK: Before the number

  private func itemBefore(_ extent: Extent, _ kind: CountedKind?) -> String? {
    if let last, isNext(extent, to: last.end) {
      return last.item.flatMap { mayShare($0, extent) ? $0 : nil }
    }
    let run = runBefore(behindSpaces(extent.start))
    guard let noun = run.last, !isMeasureName(noun), !isEach(run[0]) else { return nil }
    if let given = objectOfVerb(noun) { return original(given) }
    return mayCount(noun, extent, kind) ? item(headOf: run, floor: 0) : nil
  }

  /// 房屋62户158间, 茶饮20份,240袋: a count right behind another, or with a comma between them.
  private func isNext(_ extent: Extent, to end: Int) -> Bool {
    end == extent.start || end == extent.start - 1 && isCoordination(units[end])
  }

  /// 住户114户、387人: persons are no 住户.
  private func mayShare(_ item: String, _ extent: Extent) -> Bool {
    guard countsPeople(extent), let end = FoldTable.fold(item).last else { return true }
    return end != Self.household && CountedKind.person.ends.contains(end)
  }

  /// 每科20套, 每考场两名: how many there are of each.
  private func isEach(_ word: Extent) -> Bool {
    units[word.start] == Self.each || word.start > 0 && units[word.start - 1] == Self.each
  }

  private static let household = UInt16(0x6237)
  private static let each = UInt16(0x6BCF)

  /// 备水12万瓶, 供水6万瓶: a verb and its object, which the segmenter takes together.
  private func objectOfVerb(_ noun: Extent) -> Extent? {
    guard noun.count == 2, Self.verbs.contains(units[noun.start]), !wordClass(noun).isThing,
      case let object = Extent(noun.start + 1, noun.end), wordClass(object) == .noun
    else { return nil }
    return object
  }

  /// 3000人, 60万人次: the unit itself counts persons.
  private func countsPeople(_ extent: Extent) -> Bool {
    units[extent.end - 1] == Self.person || extent.count > 1 && units[extent.end - 2] == Self.person
  }

  /// Whether a noun before a number is what the unit counts: 人 counts persons, so 外出务工630人 says
  /// nothing of whom; 一次 counts acts that have a name; 共制作1997套 does not say what.
  private func mayCount(_ noun: Extent, _ extent: Extent, _ kind: CountedKind?) -> Bool {
    if countsPeople(extent) { return fits(noun, .person) }
    let unit = CountedUnit(units[extent.end - 1], kind, isCount: true)
    switch kind {
    case .person where units[extent.end - 1] != Self.household: return fits(noun, .person)
    case .person, .body: return fits(noun, .person) || fits(noun, .body)
    case .vehicle, .machine: return wordClass(noun) != .act
    case nil:
      if unit.isOccasion { return wordClass(noun).isThing }
      // 副攻贡献5个: a verb.
      return wordClass(noun) != .act || unit.countsActs && units[extent.end - 1] != Self.piece
    }
  }

  /// 户数, 客流量, 失业率 name the number itself.
  private func isMeasureName(_ noun: Extent) -> Bool {
    Self.endsOfMeasures.contains(units[noun.end - 1]) && wordClass(noun) != .person
  }

  /// In tables and behind Latin words spaces stand before the number: AED 50台.
  private func behindSpaces(_ place: Int) -> Int {
    var place = place
    while place > 0, units[place - 1] == Self.space { place -= 1 }
    // 标准化厂房(一期)3栋.
    guard place > 2, units[place - 1] == Self.closing else { return place }
    let first = max(place - 1 - Self.longestBracket, 1)
    return (first..<place - 1).last { units[$0] == Self.opening } ?? place
  }

  private func isCoordination(_ unit: UInt16) -> Bool { unit == 0x3001 || unit == 0x2C }

  private func runBefore(_ place: Int) -> [Extent] {
    var run: [Extent] = []
    var next = place
    while run.count < 3,
      let word = run.isEmpty ? longerWord(endingAt: next) : words.word(endingAt: next),
      isNoun(word) || !run.isEmpty && isModifier(word), !taken[word.start]
    {
      run.insert(word, at: 0)
      next = word.start
    }
    return run
  }
}
