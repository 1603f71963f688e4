// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@testable import ZhailuExtract

@Suite("Facts of numerals")
struct NumeralFactsTests {
  @Test("the bits are those of the style")
  func bits() {
    let bits: [(UInt16, Numeral.Style)] = [
      (NumeralFacts.Bits.arabic, .arabic), (NumeralFacts.Bits.positional, .positional),
      (NumeralFacts.Bits.point, .point), (NumeralFacts.Bits.large, .large),
      (NumeralFacts.Bits.bare, .bare), (NumeralFacts.Bits.part, .part),
      (NumeralFacts.Bits.half, .half), (NumeralFacts.Bits.pair, .pair),
      (NumeralFacts.Bits.leadingZero, .leadingZero),
    ]
    for (bit, style) in bits { #expect(bit == style.rawValue) }
  }
}
