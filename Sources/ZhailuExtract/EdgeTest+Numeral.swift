// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuValues

extension Program.EdgeTest {
  /// Whether a numeral may stand in a slot of this kind.
  func accepts(_ numeral: Numeral) -> Bool {
    switch self {
    case .any: return true
    case .wholeNumber(let range):
      if numeral.style.rawValue & Self.notWhole != 0 { return false }
      guard let range else { return true }
      // 两三 is within bounds that hold both of it.
      guard let low = numeral.low.integer, range.contains(low) else { return false }
      return numeral.high.map { $0.integer.map(range.contains) ?? false } ?? true
    case .largeNumber:
      return numeral.style.contains(.large) && numeral.style.rawValue & Self.notLarge == 0
    case .digitNumber:
      return numeral.style.contains(.arabic) && numeral.style.rawValue & Self.notLarge == 0
    case .bareNumber: return numeral.style.contains(.bare)
    case .date(let part): return part.accepts(numeral)
    }
  }

  private static let notWhole = Numeral.Style([.part, .half, .bare]).rawValue
  private static let notLarge = Numeral.Style([.part, .bare]).rawValue
}

extension SlotKind.DatePart {
  /// 2020 and 20 are years, 二〇二〇 and 两千零四 too; 五六 is no day.
  func accepts(_ numeral: Numeral) -> Bool {
    if self == .vagueCount {
      return numeral.modifier != nil && numeral.low.integer.map(range.contains) ?? false
    }
    if self == .hourPair {
      guard let high = numeral.high?.integer else { return false }
      return numeral.style.contains(.pair) && range.contains(high)
    }
    guard let value = numeral.value?.integer, numeral.modifier == nil, range.contains(value),
      numeral.style.rawValue & Self.notOfDate == 0
    else { return false }
    switch self {
    case .year:
      return numeral.digits == 4 || (numeral.digits == 2 && numeral.style.contains(.arabic))
        || numeral.style.contains(.positional) || isSpelledYear(value, numeral)
    case .fullYear:
      return numeral.digits == 4 || numeral.style.contains(.positional)
        || (numeral.digits == 2 && numeral.style.contains(.arabic)
          && (numeral.style.contains(.leadingZero) || value >= 50))
        || isSpelledYear(value, numeral)
    case .fullMinute:
      return value >= 10 || numeral.style.contains(.leadingZero)
    default: return numeral.digits <= 2 || !numeral.style.contains(.arabic)
    }
  }

  /// 两千零四, 一千九百九十七: not 两千, 一千五百, which are lengths.
  private func isSpelledYear(_ value: Int, _ numeral: Numeral) -> Bool {
    !numeral.style.contains(.arabic) && (1001...2199).contains(value) && value % 100 != 0
  }

  private static let notOfDate = Numeral.Style([.large, .bare, .point, .half]).rawValue
}
