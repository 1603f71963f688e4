// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuSegment

@Suite struct LongestFirstTests {
  private func chosen(
    _ words: [(Int, Int)], in extent: Extent, _ longestFirst: inout LongestFirst
  ) -> [Extent] {
    var chosen: [Extent] = []
    words.map { Stretch($0.0, $0.1) }.withUnsafeBufferPointer { words in
      longestFirst.choose(from: words, in: extent) { chosen.append(Extent($0, $1)) }
    }
    return chosen
  }

  @Test(
    arguments: [
      ([(0, 2), (1, 4), (3, 6)], [Extent(1, 4)]),
      ([(0, 3), (2, 5)], [Extent(0, 3)]),
      ([(0, 2), (1, 3), (2, 4)], [Extent(0, 2), Extent(2, 4)]),
      ([(0, 1), (3, 4)], []), ([], []), ([(5, 7), (5, 9)], [Extent(5, 9)]),
      ([(8, 12)], []),
    ] as [([(Int, Int)], [Extent])])
  func theLongestThenTheFirst(words: [(Int, Int)], expected: [Extent]) {
    var longestFirst = LongestFirst()
    #expect(chosen(words, in: Extent(0, 10), &longestFirst) == expected)
  }

  /// Words of a group that one of them covers, beside groups that go on and on.
  @Test func groups() {
    var longestFirst = LongestFirst()
    let words = [(0, 4), (0, 2), (1, 3), (4, 6), (5, 8), (7, 9), (9, 11), (9, 14), (12, 14)]
    #expect(
      chosen(words, in: Extent(0, 20), &longestFirst).sorted()
        == [Extent(0, 4), Extent(5, 8), Extent(9, 14)])
    #expect(
      chosen(words, in: Extent(1, 13), &longestFirst).sorted()
        == [Extent(1, 3), Extent(5, 8), Extent(9, 11)])
  }

  @Test func randomWords() {
    var random = SplitMix64(seed: 31)
    var longestFirst = LongestFirst()
    for _ in 0..<2000 {
      let extent = Extent(
        Int.random(in: 0...5, using: &random), Int.random(in: 10...40, using: &random))
      let words = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        let start = Int.random(in: 0...42, using: &random)
        return (start, start + Int.random(in: 1...9, using: &random))
      }.sorted { $0 < $1 }
      var expected: [Extent] = []
      for (start, end) in words.sorted(by: { ($1.1 - $1.0, $0.0) < ($0.1 - $0.0, $1.0) }) {
        let word = Extent(start, end)
        guard word.count > 1, extent.contains(word) else { continue }
        if !expected.contains(where: word.overlaps) { expected.append(word) }
      }
      // Of which group first is not promised.
      #expect(chosen(words, in: extent, &longestFirst).sorted() == expected.sorted())
    }
  }
}
