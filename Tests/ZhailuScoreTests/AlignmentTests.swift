// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords
import ZhailuText

@testable import ZhailuScore

@Suite struct AlignmentTests {
  @Test func anExactPlaceGoesBeforeALongerOverlap() {
    let gold = records("捐款约【200】万元", .amount("200")) + records("捐款【约200万元】", .amount("2"))
    let alignment = Alignment(gold: gold, found: records("捐款【约200万元】", .amount("3")))
    #expect(alignment.pairs.map(\.gold.text) == ["约200万元"])
    #expect(alignment.pairs[0].isExact)
    #expect(alignment.missed.map(\.text) == ["200"])
    #expect(alignment.spurious.isEmpty)
  }

  @Test func theLongestOverlapGoesFirst() {
    let alignment = Alignment(
      gold: records("【200】万【元人民币】", .amount("1"), .amount("2")),
      found: records("2【00万元人民】币", .amount("3")))
    #expect(alignment.pairs.map(\.gold.text) == ["元人民币"])
    #expect(!alignment.pairs[0].isExact)
  }

  @Test func ofEqualOverlapsTheEarlierGoldThenTheEarlierFound() {
    let twoGold = Alignment(
      gold: records("【十四】、【十五】", .quantity("14", ""), .quantity("15", "")),
      found: records("【十四、十五】", .quantity("14", "")))
    #expect(twoGold.pairs.map(\.gold.text) == ["十四"])
    let twoFound = Alignment(
      gold: records("【十四、十五】", .quantity("14", "")),
      found: records("【十四】、【十五】", .quantity("14", ""), .quantity("15", "")))
    #expect(twoFound.pairs.map(\.found.text) == ["十四"])
    #expect(twoFound.spurious.map(\.text) == ["十五"])
  }

  @Test func touchingIsNotOverlapping() {
    let alignment = Alignment(
      gold: records("【3】4", .quantity("3", "")), found: records("3【4】", .quantity("4", "")))
    #expect(alignment.pairs.isEmpty)
    #expect(alignment.missed.count == 1)
    #expect(alignment.spurious.count == 1)
  }

  @Test func nothingAgainstNothing() {
    let alignment = Alignment(gold: [], found: [])
    #expect(alignment.pairs.isEmpty && alignment.missed.isEmpty && alignment.spurious.isEmpty)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func theOrderOfTheInputDoesNotMatter(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let gold = crowd(&random)
    let found = crowd(&random)
    let first = Alignment(gold: gold, found: found)
    let second = Alignment(gold: shuffled(gold, &random), found: shuffled(found, &random))
    #expect(first.pairs == second.pairs)
    #expect(first.missed == second.missed)
    #expect(first.spurious == second.spurious)
    #expect(first.pairs.count + first.missed.count == gold.count)
    #expect(first.pairs.count + first.spurious.count == found.count)
    for missed in first.missed {
      #expect(!first.spurious.contains { $0.span.overlaps(missed.span) })
    }
  }

  /// Mentions that overlap in all ways, some at one place with different values.
  private func crowd(_ random: inout SplitMix64) -> [Record] {
    (0..<12).map { _ in
      let start = random.next(below: 20)
      let before = String(repeating: "字", count: start)
      let mention = "数数数数".prefix(1 + random.next(below: 4))
      return records("\(before)【\(mention)】", .amount("\(random.next(below: 3))"))[0]
    }
  }
}

/// Fisher and Yates, with the generator that is the same everywhere.
func shuffled<T>(_ elements: [T], _ random: inout SplitMix64) -> [T] {
  var elements = elements
  for index in elements.indices.dropFirst() {
    elements.swapAt(index, random.next(below: index + 1))
  }
  return elements
}
