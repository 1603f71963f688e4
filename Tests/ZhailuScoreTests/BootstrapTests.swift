// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuScore

@Suite struct BootstrapTests {
  /// The first numbers that Vigna's program in C gives for the seed 1234567.
  @Test func splitMix64() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func numbersBelowABoundAreBelowIt() {
    var generator = SplitMix64(seed: 1)
    let numbers = (0..<1000).map { _ in generator.next(below: 7) }
    #expect(Set(numbers) == Set(0..<7))
  }

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
