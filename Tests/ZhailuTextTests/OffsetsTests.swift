// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct OffsetsTests {
  @Test(arguments: [
    "", "捐款200万", "😷", "a😷b", "😷😷", "𠮷野家😷", "e\u{301}\r\n\u{0}\u{FEFF}", "👨‍👩‍👧捐🇨🇳款",
    "\u{10FFFF}\u{E000}\u{FFFF}\u{10000}",
  ])
  func scalarsAndUnits(text: String) {
    let index = ScalarIndex(Array(text.utf16))
    var unit = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(index.scalar(ofUnit: unit) == number)
      #expect(index.unit(ofScalar: number) == unit)
      unit += scalar.utf16.count
    }
    #expect(index.scalar(ofUnit: unit) == text.unicodeScalars.count)
    #expect(index.unit(ofScalar: text.unicodeScalars.count) == unit)
  }

  @Test func scalarsAndUnitsOfRandomText() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<200 {
      let text = (0..<50).map { _ in (salts + lineBreaks).randomElement(using: &random)! }.joined()
      let index = ScalarIndex(Array(text.utf16))
      var unit = 0
      var wrong: [Int] = []
      for (number, scalar) in text.unicodeScalars.enumerated() {
        if index.scalar(ofUnit: unit) != number || index.unit(ofScalar: number) != unit {
          wrong.append(number)
        }
        unit += scalar.utf16.count
      }
      #expect(wrong.isEmpty, "in \(text.debugDescription)")
    }
  }

  /// Folded 0-4 stand at 10-14, 5-7 at 20-22: the source units 15-19 were dropped.
  private static let map: OffsetMap = {
    var map = OffsetMap()
    map.append(folded: 0, source: 10)
    map.append(folded: 5, source: 20)
    return map
  }()

  @Test(arguments: [(0, 10), (4, 14), (5, 20), (7, 22)])
  func foldedToSource(folded: Int, source: Int) {
    #expect(Self.map.sourceUnit(ofFolded: folded) == source)
    #expect(Self.map.foldedUnit(ofSource: source) == folded)
  }

  @Test(arguments: [(15, 5), (17, 5), (19, 5), (9, 0), (0, 0)])
  func droppedUnitsGoToTheNextKept(source: Int, folded: Int) {
    #expect(Self.map.foldedUnit(ofSource: source) == folded)
  }

  @Test(arguments: [
    (Extent(0, 5), Extent(10, 15)), (Extent(3, 6), Extent(13, 21)), (Extent(5, 6), Extent(20, 21)),
    (Extent(5, 5), Extent(20, 20)), (Extent(2, 2), Extent(12, 12)),
  ])
  func aBreakAtTheEndStaysOutside(folded: Extent, source: Extent) {
    #expect(Self.map.sourceExtent(ofFolded: folded) == source)
  }

  @Test func partitioningIndexIsTheFirst() {
    for count in 0..<20 {
      for first in 0...count {
        #expect(Array(0..<count).partitioningIndex { $0 >= first } == first)
      }
    }
  }
}
