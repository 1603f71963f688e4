// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

extension Program.EdgeTest {
  private typealias Bits = NumeralFacts.Bits

  /// Whether a numeral may stand in a slot of this kind.
  func accepts(_ numeral: NumeralFacts) -> Bool {
    switch self {
    case .any: return true
    case .wholeNumber(let range):
      if numeral.has(Bits.part | Bits.half | Bits.bare) { return false }
      guard let range else { return true }
      // 两三 is within bounds that hold both of it.
      guard let low = numeral.low, range.contains(low) else { return false }
      return !numeral.isRange || numeral.high.map(range.contains) ?? false
    case .largeNumber: return numeral.has(Bits.large) && !numeral.has(Bits.part | Bits.bare)
    case .digitNumber: return numeral.has(Bits.arabic) && !numeral.has(Bits.part | Bits.bare)
    case .bareNumber: return numeral.has(Bits.bare)
    case .date(let part): return part.accepts(numeral)
    }
  }
}

extension SlotKind.DatePart {
  private typealias Bits = NumeralFacts.Bits

  /// 2020 and 20 are years, 二〇二〇 and 两千零四 too; 五六 is no day.
  func accepts(_ numeral: NumeralFacts) -> Bool {
    if self == .vagueCount { return numeral.isVague && numeral.low.map(range.contains) ?? false }
    if self == .hourPair {
      guard let high = numeral.high else { return false }
      return numeral.has(Bits.pair) && range.contains(high)
    }
    guard !numeral.isRange, let value = numeral.low, !numeral.isVague, range.contains(value),
      !numeral.has(Bits.large | Bits.bare | Bits.point | Bits.half)
    else { return false }
    switch self {
    case .year:
      if numeral.has(Bits.grouped) { return false }
      return numeral.digits == 4 || (numeral.digits == 2 && numeral.has(Bits.arabic))
        || numeral.has(Bits.positional) || isSpelledYear(value, numeral)
    case .fullYear:
      if numeral.has(Bits.grouped) { return false }
      return numeral.digits == 4 || numeral.has(Bits.positional)
        || (numeral.digits == 2 && numeral.has(Bits.arabic)
          && (numeral.has(Bits.leadingZero) || value >= 50))
        || isSpelledYear(value, numeral)
    case .fullMinute:
      // 零点二五 and 零点零零五 are decimals, 九点零五 is a time.
      return numeral.digits <= 2
        && (numeral.has(Bits.leadingZero) || value >= 10 && !numeral.has(Bits.positional))
    default: return numeral.digits <= 2 || !numeral.has(Bits.arabic | Bits.positional)
    }
  }

  /// 两千零四, 一千九百九十七: not 两千, 一千五百, which are lengths.
  private func isSpelledYear(_ value: Int, _ numeral: NumeralFacts) -> Bool {
    !numeral.has(Bits.arabic) && (1001...2199).contains(value) && value % 100 != 0
  }
}
