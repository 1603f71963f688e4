// SPDX-License-Identifier: Apache-2.0

/// A number as it was written, exact: an integer of up to 38 digits over a power of ten.
///
/// 4.81万亿 is 4810000000000. Sums and products that do not fit are `nil`, never rounded.
package struct ExactDecimal: Hashable, Sendable, BitwiseCopyable {
  /// The number is `mantissa / 10^scale`; a mantissa that ends in zeros has scale 0.
  package let mantissa: Int128
  package let scale: Int

  package init(_ integer: Int) {
    mantissa = Int128(integer)
    scale = 0
  }

  package init(mantissa: Int128, scale: Int) {
    (self.mantissa, self.scale) =
      scale > 0 ? Self.withoutZeros(mantissa, scale) : (mantissa, scale)
  }

  /// 12.50 is 12.5. Not inlined: else the first division, which takes long, is made before anybody
  /// knows whether there is a fraction at all.
  @inline(never)
  private static func withoutZeros(_ mantissa: Int128, _ scale: Int) -> (Int128, Int) {
    var (mantissa, scale) = (mantissa, scale)
    // Division of small numbers is quick, and nearly all are small.
    if var small = Int64(exactly: mantissa) {
      while scale > 0, small % 10 == 0 {
        small /= 10
        scale -= 1
      }
      return (Int128(small), scale)
    }
    while scale > 0, mantissa % 10 == 0 {
      mantissa /= 10
      scale -= 1
    }
    return (mantissa, scale)
  }

  /// Reads a plain decimal: `-12.5`. `nil` for anything else, or more than 38 digits.
  package init?(_ text: some StringProtocol) {
    var mantissa: Int128 = 0
    var scale: Int?
    var digits = 0
    var isNegative = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where index == 0: isNegative = true
      case UInt8(ascii: ".") where scale == nil && digits > 0: scale = 0
      case 0x30...0x39:
        guard digits < 38 else { return nil }
        mantissa = mantissa * 10 + Int128(byte - 0x30)
        digits += 1
        scale = scale.map { $0 + 1 }
      default: return nil
      }
    }
    guard digits > 0, scale != 0 else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, scale: scale ?? 0)
  }

  package static let zero = ExactDecimal(0)

  /// The integer, where the number is one and fits.
  package var integer: Int? { scale == 0 ? Int(exactly: mantissa) : nil }
  package var isInteger: Bool { scale == 0 }

  package static prefix func - (value: Self) -> Self {
    ExactDecimal(mantissa: 0 &- value.mantissa, scale: value.scale)
  }

  package func times(_ other: Self) -> Self? {
    // Two small numbers always fit, and nearly all are small.
    if let left = Int64(exactly: mantissa), let right = Int64(exactly: other.mantissa) {
      return ExactDecimal(mantissa: Int128(left) &* Int128(right), scale: scale + other.scale)
    }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow ? nil : ExactDecimal(mantissa: product, scale: scale + other.scale)
  }

  package func plus(_ other: Self) -> Self? {
    let common = max(scale, other.scale)
    guard let left = rescaled(to: common), let right = other.rescaled(to: common) else {
      return nil
    }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(mantissa: sum, scale: common)
  }

  /// The number times ten to `exponent`, which may be negative.
  package func scaled(byPowerOfTen exponent: Int) -> Self? {
    guard (-38...38).contains(exponent), scale <= 76 else { return nil }
    if exponent < 0 { return ExactDecimal(mantissa: mantissa, scale: scale - exponent) }
    return times(.power(ofTen: exponent))
  }

  /// The quotient, where it is a decimal that ends; `nil` for 1/3.
  package func divided(by other: Self) -> Self? {
    guard let quotient = quotient(by: other, places: 38), quotient.isExact else { return nil }
    return quotient.value
  }

  /// The quotient, rounded half up to so many significant digits: 8/3 to 3 digits is 2.67, 1/300 is 0.00333.
  package func approximated(by other: Self, digits: Int) -> Self? {
    quotient(by: other, places: 76)?.value.rounded(toDigits: digits)
  }

  /// Digits before the point stay.
  private func rounded(toDigits digits: Int) -> Self {
    let width = "\(mantissa.magnitude)".count
    let dropped = min(width - digits, scale)
    guard dropped > 0 else { return self }
    let unit = Self.power(ofTen: dropped).mantissa.magnitude
    let magnitude = Int128((mantissa.magnitude + unit / 2) / unit)
    return Self(mantissa: mantissa < 0 ? -magnitude : magnitude, scale: scale - dropped)
  }

  private func quotient(by other: Self, places: Int) -> (value: Self, isExact: Bool)? {
    let common = max(scale, other.scale)
    guard let divisor = other.rescaled(to: common)?.magnitude, divisor != 0,
      var rest = rescaled(to: common)?.magnitude
    else { return nil }
    let isNegative = (mantissa < 0) != (other.mantissa < 0)
    var digits = rest / divisor
    rest %= divisor
    var scale = 0
    while rest != 0, scale < places {
      let (next, restOverflow) = rest.multipliedReportingOverflow(by: 10)
      let (longer, digitsOverflow) = digits.multipliedReportingOverflow(by: 10)
      let (sum, sumOverflow) = longer.addingReportingOverflow(next / divisor)
      if restOverflow || digitsOverflow || sumOverflow || sum > Self.most { break }
      digits = sum
      rest = next % divisor
      scale += 1
    }
    guard let mantissa = Int128(exactly: digits) else { return nil }
    return (Self(mantissa: isNegative ? -mantissa : mantissa, scale: scale), rest == 0)
  }

  private static let most = Int128.max.magnitude

  private func rescaled(to scale: Int) -> Int128? {
    var value = mantissa
    for _ in self.scale..<scale {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }

  /// Ten to the `exponent`, which must be from 0 to 38.
  package static func power(ofTen exponent: Int) -> Self { powers[exponent] }

  private static let powers: [Self] = (0...38).map { exponent in
    ExactDecimal(mantissa: (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }, scale: 0)
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    let common = max(left.scale, right.scale)
    if let a = left.rescaled(to: common), let b = right.rescaled(to: common) { return a < b }
    // One of them is too large for the other's scale.
    let isNegative = left.mantissa < 0
    guard isNegative == (right.mantissa < 0) else { return isNegative }
    let (a, b) = (left.wholePart, right.wholePart)
    if a != b { return a < b }
    for place in 1...common {
      let (a, b) = (left.digit(behindPoint: place), right.digit(behindPoint: place))
      if a != b { return isNegative ? a > b : a < b }
    }
    return false
  }

  private var wholePart: Int128 { (0..<scale).reduce(mantissa) { part, _ in part / 10 } }

  /// The first digit behind the point is at 1.
  private func digit(behindPoint place: Int) -> UInt128 {
    guard place <= scale else { return 0 }
    return (place..<scale).reduce(mantissa.magnitude) { rest, _ in rest / 10 } % 10
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits: no exponent, no zeros at the end of a fraction.
  package var description: String {
    // Nearly all numbers are small, and division of small numbers is quick.
    UInt64(exactly: mantissa.magnitude).map(written) ?? written(mantissa.magnitude)
  }

  /// From the last digit to the first.
  private func written<Number: UnsignedInteger>(_ magnitude: Number) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: scale + 42) { bytes in
      var start = bytes.count
      func write(_ byte: UInt8) {
        start -= 1
        bytes[start] = byte
      }
      var rest = magnitude
      var places = 0
      while rest > 0 || places <= scale {
        if places == scale, places > 0 { write(UInt8(ascii: ".")) }
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        write(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
        rest = quotient
        places += 1
      }
      if mantissa < 0 { write(UInt8(ascii: "-")) }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self)
    }
  }
}
