// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Most numerals of a text are a few digits, 1998, or one Chinese digit, 三, with nothing around that
/// could go on them; these need no sums.
extension NumeralReader {
  /// The numeral at `start`, if it is plain; `nil` where one has to look closer.
  @inline(__always)
  static func readPlain(_ text: UnsafeBufferPointer<UInt16>, at start: Int) -> Numeral? {
    let first = text[start]
    if first < 0x30 { return nil }
    return isArabic(first) ? plainArabic(text, at: start) : plainHan(text, at: start)
  }

  /// Digits that fit an integer, 007 too, with a fraction, or a 万 or 亿 behind them: 3.5, 20万.
  private static func plainArabic(
    _ text: UnsafeBufferPointer<UInt16>, at start: Int
  ) -> Numeral? {
    var (place, value) = (start, 0)
    guard takeDigits(of: text, &place, &value, from: start) else { return nil }
    var (count, scale) = (place - start, 0)
    if place + 1 < text.count, text[place] == point, isArabic(text[place + 1]) {
      let whole = place
      place += 1
      guard takeDigits(of: text, &place, &value, from: start) else { return nil }
      scale = place - whole - 1
      count += scale
    }
    var style: Numeral.Style = scale > 0 ? [.arabic, .point] : .arabic
    if text[start] == 0x30, count > 1, scale == 0 || count - scale > 1 {
      style.insert(.leadingZero)
    }
    let number = scale > 0 ? ExactDecimal(mantissa: Int128(value), scale: scale) : nil
    let power = place < text.count ? largePower(of: text[place]) : 0
    if power > 0 { return large(number ?? ExactDecimal(value), power) }
    guard !mayGoOn(text, at: place), !mayGoOnAsDigits(text, at: place) else { return nil }
    return Numeral(
      extent: Extent(start, place), low: number ?? ExactDecimal(value), style: style,
      digits: count)

    func large(_ number: ExactDecimal, _ power: Int) -> Numeral? {
      guard !mayGoOn(text, at: place + 1),
        let product = number.times(ExactDecimal.power(ofTen: power))
      else { return nil }
      return Numeral(
        extent: Extent(start, place + 1), low: product, style: style.union([.han, .large]),
        digits: count, power: power)
    }
  }

  /// Takes in digits; `false` where there are more than fit an integer.
  @inline(__always)
  private static func takeDigits(
    of text: UnsafeBufferPointer<UInt16>, _ place: inout Int, _ value: inout Int, from start: Int
  ) -> Bool {
    while place < text.count, isArabic(text[place]) {
      guard place - start < 18 else { return false }
      value = value &* 10 &+ Int(text[place] &- 0x30)
      place &+= 1
    }
    return true
  }

  /// Whether a comma, a point, an exponent or a power may go on digits.
  private static func mayGoOnAsDigits(
    _ text: UnsafeBufferPointer<UInt16>, at place: Int
  ) -> Bool {
    guard place < text.count else { return false }
    let next = text[place]
    return next == comma || next == point || next == middleDot || next | 0x20 == exponent
      || next == caret || next == times || superscript(next) != nil
  }

  /// 4 of 万, 8 of 亿; 0 of others.
  @inline(__always)
  private static func largePower(of unit: UInt16) -> Int {
    unit == 0x4E07 ? 4 : unit == 0x4EBF ? 8 : 0
  }

  /// One of 一 to 九.
  private static func plainHan(_ text: UnsafeBufferPointer<UInt16>, at start: Int) -> Numeral? {
    let value =
      switch text[start] {
      case 0x4E00: 1
      case 0x4E8C: 2
      case 0x4E09: 3
      case 0x56DB: 4
      case 0x4E94: 5
      case 0x516D: 6
      case 0x4E03: 7
      case 0x516B: 8
      case 0x4E5D: 9
      default: 0
      }
    guard value > 0, !mayGoOn(text, at: start + 1) else { return nil }
    return Numeral(
      extent: Extent(start, start + 1), low: ExactDecimal(value), style: .han, digits: 1)
  }

  /// Whether what stands at `place` may belong to a numeral before it.
  private static func mayGoOn(_ text: UnsafeBufferPointer<UInt16>, at place: Int) -> Bool {
    guard place < text.count else { return false }
    let unit = text[place]
    return unit == space || unit == remainder || unit == many || unit == roughly || unit == several
      || unit == ge || Digit.of(unit).kind != .none
  }
}
