// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuText

@Suite("Pseudo-random numbers")
struct SplitMix64Tests {
  @Test("the first numbers are those that Vigna's program in C gives for the seed 1234567")
  func first() {
    var generator = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in generator.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("numbers below a bound are all that are below it")
  func bound() {
    var generator = SplitMix64(seed: 1)
    let numbers = (0..<1000).map { _ in generator.next(below: 7) }
    #expect(Set(numbers) == Set(0..<7))
  }
}
