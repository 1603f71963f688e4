// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Finds what a quantity counts: the noun next to its unit.
///
/// - After the unit, the last word of the run of nouns: 170件全新军大衣 → 军大衣; 50%的租金 → 租金.
/// - Where none follows, the noun before the number: 呼吸机10台 → 呼吸机.
/// - Where neither stands and another quantity is just before, that one's: 茶饮20份,240袋 → 茶饮.
///
/// A head that says nothing by itself takes the word before it along: 20多家接收单位 → 接收单位.
struct ItemFinder {
  private let lattice: Lattice
  private let units: Buffer<UInt16>
  private let words: WordCache
  private let original: (Extent) -> String
  /// Words that end a run: verbs, function words.
  private let stops: Int
  /// Heads too vague to stand alone: 单位, 人员.
  private let vague: Int
  /// The quantity before, and its item where it stood before the number.
  private var last: (end: Int, item: String?)?

  /// Places that other mentions hold; an item is no part of one.
  private let taken: Arbiter.Taken

  private static let longestRun = 8
  private static let de = UInt16(0x7684)

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
  }

  /// The item of the quantity at `extent`; quantities are asked for in the order of the text.
  mutating func item(of extent: Extent, dimension: String) -> String? {
    let after = dimension == "count" || dimension == "ratio" ? itemAfter(extent, dimension) : nil
    let before = after == nil && dimension != "ratio" ? itemBefore(extent, dimension) : nil
    last = (extent.end, before)
    return after ?? before
  }

  private func itemAfter(_ extent: Extent, _ dimension: String) -> String? {
    var place = extent.end
    if place < units.count, units[place] == Self.de { place += 1 }
    return item(headOf: runAfter(place))
  }

  private func itemBefore(_ extent: Extent, _ dimension: String) -> String? {
    if let last, last.end == extent.start - 1, isCoordination(units[last.end]) { return last.item }
    guard dimension == "count" else { return nil }
    return item(headOf: runBefore(extent.start))
  }

  /// The head of a run; a single character, or a piece of another mention, is no item.
  private func item(headOf run: [Extent]) -> String? {
    guard !run.isEmpty else { return nil }
    let head = head(of: run)
    return head.count > 1 && !taken[head.start] ? original(head) : nil
  }

  private func isCoordination(_ unit: UInt16) -> Bool { unit == 0x3001 || unit == 0x2C }

  /// The words after a place, as far as they may be one noun phrase. A verb before a vague noun makes
  /// one with it: 接收单位, 管理人员.
  private func runAfter(_ place: Int) -> [Extent] {
    var run: [Extent] = []
    var next = place
    while run.count < Self.longestRun, let word = words.word(startingAt: next),
      isNoun(word) || isModifier(word)
    {
      run.append(word)
      next = word.end
    }
    return run
  }

  private func isModifier(_ word: Extent) -> Bool {
    guard word.count > 1, let next = words.word(startingAt: word.end) else { return false }
    return CharacterClass.of(units[word.start]).contains(.han) && lattice.hasEdge(next, of: vague)
  }

  private func runBefore(_ place: Int) -> [Extent] {
    var run: [Extent] = []
    var next = place
    while run.count < 3, let word = words.word(endingAt: next), isNoun(word),
      !taken[word.start]
    {
      run.insert(word, at: 0)
      next = word.start
    }
    return run
  }

  private func isNoun(_ word: Extent) -> Bool {
    let kind = CharacterClass.of(units[word.start])
    return kind.contains(.han) && !lattice.hasEdge(word, of: stops) && !lattice.isNumeral(word)
  }

  /// The last word, with the one before it where it is vague or a single character.
  private func head(of run: [Extent]) -> Extent {
    let last = run[run.count - 1]
    guard run.count > 1, last.count == 1 || lattice.hasEdge(last, of: vague) else { return last }
    return Extent(run[run.count - 2].start, last.end)
  }
}
