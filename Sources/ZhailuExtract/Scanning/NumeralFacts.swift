// SPDX-License-Identifier: Apache-2.0
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
    static var grouped: UInt16 { 1024 }
  }
}
