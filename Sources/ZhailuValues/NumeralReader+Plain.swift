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

  /// Digits that fit an integer, 007 too.
  private static func plainArabic(
    _ text: UnsafeBufferPointer<UInt16>, at start: Int
  ) -> Numeral? {
    var (place, value) = (start, 0)
    while place < text.count, isArabic(text[place]) {
      guard place - start < 18 else { return nil }
      value = value &* 10 &+ Int(text[place] &- 0x30)
      place &+= 1
    }
    let count = place - start
    guard !mayGoOn(text, at: place) else { return nil }
    if place < text.count {
      let next = text[place]
      if next == comma || next == point || next == middleDot || next | 0x20 == exponent {
        return nil
      }
    }
    return Numeral(
      extent: Extent(start, place), low: ExactDecimal(value),
      style: text[start] == 0x30 && count > 1 ? [.arabic, .leadingZero] : .arabic, digits: count)
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
    return unit == space || unit == remainder || unit == many || unit == come || unit == several
      || unit == piece || Digit.of(unit).kind != .none
  }
}
