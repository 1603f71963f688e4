// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
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
  /// The quantity before, and its item: the one that stood before the number, or the one of a count
  /// that stood behind the unit.
  var last: (end: Int, before: String?, after: String?)?

  /// The rows of tables that may name things.
  let rows: [TableRow]

  /// Places that other mentions hold; an item is no part of one.
  let taken: Arbiter.Taken

  init(
    rules: RuleSet, run: MatchRun, words: WordCache, taken: Arbiter.Taken,
    original: @escaping (Extent) -> String
  ) {
    self.taken = taken
    lattice = run.text.lattice
    units = run.text.units
    rows = run.rows
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
    let unit = CountedUnit(signs[units[lastOfUnit(extent)]], dimension: dimension)
    let after = unit.hasItem ? itemAfter(extent, unit) : .nothing
    var before: String?
    if case .nothing = after, unit.isCount { before = itemBefore(extent, unit) }
    guard case .item(let item) = after else {
      last = (extent.end, before, nil)
      return before
    }
    last = (extent.end, nil, unit.isCount ? item : nil)
    return item
  }

  /// The last character of the unit: 家 of 36家（次）.
  private func lastOfUnit(_ extent: Extent) -> Int {
    let last = extent.end - 1
    guard units[last] == Mark.closing else { return last }
    return extent.range.dropFirst().last { units[$0] == Mark.opening }.map { $0 - 1 } ?? last
  }

  /// What stands behind the unit: an item, several things that are counted together, or nothing.
  enum After {
    case item(String)
    case several
    case nothing

    /// An item, if there is one.
    init(_ item: String?) { self = item.map { .item($0) } ?? .nothing }
  }
}
