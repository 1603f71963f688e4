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
      return numeral.value?.integer.map(range.contains) ?? false
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
  /// 2020 and 20 are years, 二〇二〇 too; 五六 is no day.
  func accepts(_ numeral: Numeral) -> Bool {
    guard let value = numeral.value?.integer, numeral.modifier == nil, range.contains(value),
      numeral.style.rawValue & Self.notOfDate == 0
    else { return false }
    switch self {
    case .year:
      return numeral.digits == 4 || (numeral.digits == 2 && numeral.style.contains(.arabic))
        || numeral.style.contains(.positional)
    default: return numeral.digits <= 2 || !numeral.style.contains(.arabic)
    }
  }

  private static let notOfDate = Numeral.Style([.large, .bare, .point, .half]).rawValue
}
