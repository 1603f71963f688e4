// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuValues

/// What rules ask of a numeral, made ready once: it is asked the same by many rules.
struct NumeralFacts: BitwiseCopyable {
  /// The number, or the lower end of a range; `nil` where it is not whole.
  let low: Int?
  let high: Int?
  let isRange: Bool
  let isVague: Bool
  let style: UInt16
  let digits: Int

  init(_ numeral: Numeral) {
    low = numeral.low.integer
    high = numeral.high?.integer
    isRange = numeral.high != nil
    isVague = numeral.modifier != nil
    style = numeral.style.rawValue
    digits = numeral.digits
  }

  private init() {
    (low, high, isRange, isVague, style, digits) = (nil, nil, false, false, 0, 0)
  }

  /// Those of no numeral.
  static let none = NumeralFacts()

  @inline(__always)
  func has(_ bits: UInt16) -> Bool { style & bits != 0 }

  /// The same for numerals of which the same is known; 16 bits.
  @inline(__always)
  var hash: Int {
    let number = UInt64(bitPattern: Int64(low ?? -1)) ^ UInt64(bitPattern: Int64(high ?? -1)) << 32
    let mixed = (number ^ UInt64(style) << 20 ^ UInt64(truncatingIfNeeded: digits) << 40)
    return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  @inline(__always)
  func isSame(as other: NumeralFacts) -> Bool {
    low == other.low && high == other.high && isRange == other.isRange
      && isVague == other.isVague && style == other.style && digits == other.digits
  }

  /// The bits of `Numeral.Style`, which as constants of another module would be calls.
  enum Bits {
    static var arabic: UInt16 { 1 }
    static var positional: UInt16 { 4 }
    static var point: UInt16 { 8 }
    static var large: UInt16 { 16 }
    static var bare: UInt16 { 32 }
    static var part: UInt16 { 64 }
    static var half: UInt16 { 128 }
    static var pair: UInt16 { 256 }
    static var leadingZero: UInt16 { 512 }
  }
}

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
      return numeral.digits == 4 || (numeral.digits == 2 && numeral.has(Bits.arabic))
        || numeral.has(Bits.positional) || isSpelledYear(value, numeral)
    case .fullYear:
      return numeral.digits == 4 || numeral.has(Bits.positional)
        || (numeral.digits == 2 && numeral.has(Bits.arabic)
          && (numeral.has(Bits.leadingZero) || value >= 50))
        || isSpelledYear(value, numeral)
    case .fullMinute: return value >= 10 || numeral.has(Bits.leadingZero)
    default: return numeral.digits <= 2 || !numeral.has(Bits.arabic)
    }
  }

  /// 两千零四, 一千九百九十七: not 两千, 一千五百, which are lengths.
  private func isSpelledYear(_ value: Int, _ numeral: NumeralFacts) -> Bool {
    !numeral.has(Bits.arabic) && (1001...2199).contains(value) && value % 100 != 0
  }
}
