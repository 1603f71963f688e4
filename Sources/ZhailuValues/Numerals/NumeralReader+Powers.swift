// SPDX-License-Identifier: Apache-2.0

/// Powers behind digits, 2^10 and 10⁶, and what powers of ten multiply, 2.5×10^3, 3 × 10⁸.
extension NumeralReader {
  /// What stands at `place` makes of the number before it, and where that ends.
  func readPower(of base: ExactDecimal, at place: Int) -> (value: ExactDecimal, end: Int)? {
    if let (times, end) = readTimesTen(at: place) {
      return base.scaled(byPowerOfTen: times).map { ($0, end) }
    }
    let isTen = base == ExactDecimal(10)
    guard let (power, end) = readRaised(at: place, isTen: isTen) else { return nil }
    if isTen { return ExactDecimal(1).scaled(byPowerOfTen: power).map { ($0, end) } }
    return base.raised(to: power).map { ($0, end) }
  }

  /// ×10^3, perhaps with spaces around its mark.
  private func readTimesTen(at start: Int) -> (power: Int, end: Int)? {
    var place = stepOverSpace(start)
    guard place < text.count, text[place] == Self.times else { return nil }
    place = stepOverSpace(place + 1)
    guard place + 2 < text.count, text[place] == 0x31, text[place + 1] == 0x30 else { return nil }
    return readRaised(at: place + 2, isTen: true)
  }

  private func stepOverSpace(_ place: Int) -> Int {
    place < text.count && text[place] == Self.space ? place + 1 : place
  }

  /// ^3, ^-3 and, behind ten, ³ and ⁻³; behind other numbers a small digit is a note's.
  private func readRaised(at start: Int, isTen: Bool) -> (power: Int, end: Int)? {
    guard start < text.count else { return nil }
    let isSmall = text[start] != Self.caret
    if isSmall, !isTen || Self.superscript(text[start]) == nil { return nil }
    var place = isSmall ? start : start + 1
    let isNegative = place < text.count && text[place] == (isSmall ? 0x207B : Self.minus)
    if isNegative { place += 1 }
    let first = place
    var power = 0
    while place < text.count, place - first < 3, let digit = digit(at: place, isSmall) {
      power = power * 10 + digit
      place += 1
    }
    guard place > first, power <= 30 else { return nil }
    return (isNegative ? -power : power, place)
  }

  private func digit(at place: Int, _ isSmall: Bool) -> Int? {
    if isSmall { return Self.superscript(text[place]).flatMap { $0 < 10 ? $0 : nil } }
    return Self.isArabic(text[place]) ? Int(text[place] - 0x30) : nil
  }

  /// The value of a small digit, and 10 for a small minus.
  static func superscript(_ unit: UInt16) -> Int? {
    switch unit {
    case 0xB9: 1
    case 0xB2, 0xB3: Int(unit - 0xB0)
    case 0x2070, 0x2074...0x2079: Int(unit - 0x2070)
    case 0x207B: 10
    default: nil
    }
  }
}

extension ExactDecimal {
  /// So many times by itself; `nil` where that is below one or too large to hold.
  func raised(to power: Int) -> ExactDecimal? {
    guard power >= 0 else { return nil }
    var product = ExactDecimal(1)
    for _ in 0..<power {
      guard let next = product.times(self) else { return nil }
      product = next
    }
    return product
  }
}
