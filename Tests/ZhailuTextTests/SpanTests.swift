// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct SpanTests {
  @Test(
    "two spans overlap where they share a place",
    arguments: [
      (0, 2, 1, 3, true), (0, 2, 2, 3, false), (2, 3, 0, 2, false), (0, 9, 3, 4, true),
      (3, 4, 0, 9, true), (1, 1, 0, 2, true), (1, 1, 1, 1, false), (0, 2, 2, 2, false),
    ])
  func overlap(start: Int, end: Int, otherStart: Int, otherEnd: Int, overlaps: Bool) {
    let span = Span(start: start, end: end)
    #expect(span.overlaps(Span(start: otherStart, end: otherEnd)) == overlaps)
    #expect(Extent(start, end).overlaps(Extent(otherStart, otherEnd)) == overlaps)
  }

  @Test func orderIsByStartThenEnd() {
    let spans = [(3, 4), (0, 9), (0, 2), (3, 3)].map { Span(start: $0, end: $1) }
    #expect(spans.sorted().map { [$0.start, $0.end] } == [[0, 2], [0, 9], [3, 3], [3, 4]])
    let extents = [(3, 4), (0, 9), (0, 2), (3, 3)].map { Extent($0, $1) }
    #expect(extents.sorted() == [Extent(0, 2), Extent(0, 9), Extent(3, 3), Extent(3, 4)])
  }

  @Test func nothingIsBeforeItself() {
    #expect(!(Span(start: 1, end: 2) < Span(start: 1, end: 2)))
    #expect(!(Extent(1, 2) < Extent(1, 2)))
  }

  @Test func countsAndHolds() {
    #expect(Span(start: 2, end: 5).count == 3)
    #expect(Extent(2, 5).count == 3)
    #expect(Extent(2, 5).range == 2..<5)
    #expect(Extent(2, 5).contains(Extent(2, 5)))
    #expect(Extent(2, 5).contains(Extent(5, 5)))
    #expect(!Extent(2, 5).contains(Extent(4, 6)))
    #expect(!Extent(2, 5).contains(Extent(1, 3)))
  }
}
