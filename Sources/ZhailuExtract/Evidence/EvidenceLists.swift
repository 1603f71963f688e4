// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Which lists of a table hold heads, places and words that name nobody, and where their words
/// stand in a text.
struct EvidenceLists {
  /// The lists whose words end names, and begin them.
  let heads: UInt64
  let places: UInt64
  let countries: UInt64
  /// A name of these alone is nobody's: 标的公司.
  let generic: UInt64
  /// Words that no name holds.
  let stops: UInt64
  /// Heads of a part of a body, 办公室, and of bodies that have parts.
  let parts: UInt64
  let owners: UInt64
  /// Names that are no words, and words that stand before names.
  let names: UInt64
  let ambiguousNames: UInt64
  let functions: UInt64
  private let words: WordClasses

  init(_ table: EvidenceTable, words: WordClasses) {
    heads = table.lists(.heads)
    places = table.lists(.places)
    countries = table.lists(.countries)
    generic = table.lists(.heads, .generic, .demonstratives)
    stops = table.lists(.stops)
    parts = table.lists(.parts)
    names = table.lists(.names)
    ambiguousNames = table.lists(.ambiguousNames)
    functions = table.lists(.functions)
    owners = table.lists(.names, .strongHeads, .organs)
    self.words = words
  }

  /// The end of the places that a name begins with: 山西 of 山西金岭煤业有限公司.
  func placeEnd(from start: Int, to end: Int, _ text: EvidenceText) -> Int {
    var place = start
    while place < end {
      var next = place
      for index in text.hits(at: place) {
        let hit = text.hits[index]
        if hit.lists & places != 0, Int(hit.end) <= end { next = max(next, Int(hit.end)) }
      }
      if next == place { break }
      place = next
    }
    return place
  }

  /// Whether a stretch may be what sets a firm apart, 铁鑫: it is no place, and no words that a reader
  /// knows cover it, as 石油化工.
  func mayBeBrand(_ extent: Extent, _ text: EvidenceText) -> Bool {
    mayBeBrand(extent, text, orWords: true)
  }

  /// The same of what begins the name of a firm that the text has: so much of it comes again by chance
  /// only where it names nobody. 大成百货 is one, though both are words.
  func mayBeBrand(again extent: Extent, _ text: EvidenceText) -> Bool {
    mayBeBrand(extent, text, orWords: extent.count < Self.shortestOfWords)
  }

  private static let shortestOfWords = 4

  private func mayBeBrand(_ extent: Extent, _ text: EvidenceText, orWords: Bool) -> Bool {
    if placeEnd(from: extent.start, to: extent.end, text) == extent.end { return false }
    return !isCovered(extent, text, by: generic | places, orWords: orWords)
  }

  /// Where the own name of a foreign firm begins, behind its country: 福特汽车公司 of 美国福特汽车公司. `nil`
  /// where the country is a part of the name: 美国银行 is known so, and 英国石油公司 has no other.
  func ownName(of firm: Extent, endings: [[UInt16]], _ text: EvidenceText) -> Int? {
    guard text.lists(exactly: firm.start, firm.end) & names == 0 else { return nil }
    let country = text.hits(at: firm.start)
      .filter { text.hits[$0].lists & countries != 0 && Int(text.hits[$0].end) < firm.end }
      .map { Int(text.hits[$0].end) }.max()
    guard let start = country,
      let ending = endings.first(where: { text.units[start..<firm.end].ends(with: $0) })
    else { return nil }
    let brand = Extent(start, firm.end - ending.count)
    let known = names | ambiguousNames
    let here = text.lists(exactly: start, firm.end)
    // 荷兰中央银行 has no name of its own.
    guard brand.count >= 2, here & heads == 0 || here & known != 0 else { return nil }
    let isKnown = (here | text.lists(exactly: start, brand.end)) & known != 0
    return isKnown || mayBeBrand(brand, text) ? start : nil
  }

  /// Whether a mention is a name that a reader knows, or one begins in its middle, or a place.
  func isNamed(_ mention: Extent, anchor: Int, _ text: EvidenceText) -> Bool {
    let known = names | ambiguousNames
    if text.lists(exactly: mention.start, mention.end) & known != 0 { return true }
    return (mention.start..<max(mention.start, anchor)).contains {
      text.lists(from: $0, to: mention.end) & (known | places) != 0
    }
  }

  /// Whether a stretch between marks may be a name: 山东药玻.
  func mayBeName(_ extent: Extent, _ text: EvidenceText) -> Bool {
    for place in extent.range where text.lists(from: place, to: extent.end) & stops != 0 {
      return false
    }
    return mayBeBrand(extent, text)
  }

  /// Whether words that name nobody cover an extent without a gap.
  func isGeneric(_ extent: Extent, _ text: EvidenceText) -> Bool {
    isCovered(extent, text, by: generic, orWords: false)
  }

  private func isCovered(
    _ extent: Extent, _ text: EvidenceText, by wanted: UInt64, orWords: Bool
  ) -> Bool {
    var isReached = [Bool](repeating: false, count: extent.count + 1)
    isReached[0] = true
    for place in extent.range where isReached[place - extent.start] {
      for index in text.hits(at: place) {
        let hit = text.hits[index]
        if hit.lists & wanted != 0, Int(hit.end) <= extent.end {
          isReached[Int(hit.end) - extent.start] = true
        }
      }
      guard orWords, place + 1 < extent.end else { continue }
      for end in place + 2...extent.end where words.of(text.units, place, end) != .unknown {
        isReached[end - extent.start] = true
      }
    }
    return isReached[extent.count]
  }
}
