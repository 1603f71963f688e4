// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuScore

@Suite struct BootstrapTests {
  /// Checked by a program in Python of the same words.
  @Test func aMeanOfTenFigures() throws {
    let figures = [0.1, 0.9, 0.8, 0.7, 0.95, 1, 0.6, 0.85, 0.4, 0.75]
    let interval = try #require(
      Bootstrap().interval(documents: 10) { sample in
        sample.reduce(0) { $0 + figures[$1] } / 10
      })
    #expect(interval.low.places(4) == "0.5350")
    #expect(interval.high.places(4) == "0.8500")
  }

  @Test func theSameEveryTimeAndNotWithAnotherSeed() {
    func interval(_ seed: UInt64) -> Interval? {
      Bootstrap(seed: seed).interval(documents: 40) { $0.reduce(0) { $0 + Double($1 * $1) } }
    }
    #expect(interval(1) == interval(1))
    #expect(interval(1) != interval(2))
  }

  @Test func roundsWithoutAFigureAreLeftOut() {
    let interval = Bootstrap().interval(documents: 2) { $0 == [0, 0] ? nil : 0.5 }
    #expect(interval == Interval(low: 0.5, high: 0.5))
  }

  @Test func withoutDocumentsOrFiguresThereIsNoInterval() {
    #expect(Bootstrap().interval(documents: 0) { _ in 1 } == nil)
    #expect(Bootstrap().interval(documents: 3) { _ in nil } == nil)
  }
}
