// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Reads the numeral at a place of a folded text, in any of the ways Chinese writes them.
///
///     1,200.5   三千五   3.5亿   1万2   一亿五千万   壹拾贰万叁仟   二〇二〇   五六百   二十几万   上百   数千
///     20余   三个多亿   -312.7万   负三十二   2e5   7万 5千
///
/// The reading is one pass over the numeral's characters, and allocates nothing. Two sums run side
/// by side, the lowest and the highest number that the numeral may stand for; they differ in 五六百.
package struct NumeralReader {
  let text: UnsafeBufferPointer<UInt16>
  var next: Int

  private init(_ text: UnsafeBufferPointer<UInt16>, at start: Int) {
    self.text = text
    next = start
  }

  /// The longest numeral that begins at `start`, or `nil` where none does: no number begins inside a
  /// run of digits, and one of more than 38 digits is none. A look at one place goes no farther than
  /// the numeral and a word beside it.
  package static func read(
    _ text: UnsafeBufferPointer<UInt16>, at start: Int
  ) -> Numeral? {
    guard start < text.count, start == 0 || !isArabic(text[start]) || !isArabic(text[start - 1])
    else { return nil }
    return readPlain(text, at: start) ?? readInFull(text, at: start)
  }

  static func readInFull(_ text: UnsafeBufferPointer<UInt16>, at start: Int) -> Numeral? {
    var reader = NumeralReader(text, at: start)
    return reader.readSigned(from: start)
  }

  package static func read(_ text: String) -> Numeral? {
    FoldTable.fold(text).withUnsafeBufferPointer { read($0, at: 0) }
  }

  @inline(__always)
  static func isArabic(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  // MARK: The numeral

  private mutating func readSigned(from start: Int) -> Numeral? {
    let isNegative = readSign()
    if !isNegative, text[start] == Self.half { return readHalf(from: start) }
    guard var numeral = read(from: start) else { return nil }
    if isNegative {
      let low = -(numeral.high ?? numeral.low)
      if numeral.high != nil { numeral.high = -numeral.low }
      numeral.low = low
    }
    return numeral
  }

  private mutating func read(from start: Int) -> Numeral? {
    var sum = Sum()
    let vague = readVaguePrefix()
    if let vague { sum.begin(vague) }
    let body = next
    guard vague != nil || !isPlainWord(at: body) else { return nil }
    // The sums after the last magnitude and after the last of 万 or more.
    var whole: Sum?
    var large: Sum?
    while let token = readToken(isFirst: next == body && vague == nil) ?? readSeveral(after: &sum) {
      if isMonth(token) { break }
      guard sum.append(token) else {
        // Of 1万2万 the 2 belongs to the next numeral, since a second 万 cannot go on the first; of
        // 十五点三十分 the hour stays whole.
        if token.kind == .magnitude, !sum.hasFraction {
          sum = (token.power >= 4 ? large : whole) ?? sum
        }
        break
      }
      next = token.end
      sum.end = next
      if isLastOfPrice(from: start) { break }
      if token.kind == .magnitude { whole = sum }
      if token.kind == .magnitude, token.power >= 4 { large = sum }
    }
    guard sum.end > body || (vague != nil && sum.end > start) else { return nil }
    // 7万 5 is two numerals, 7万 5千 is one; 上千一线员工 is 上千.
    if let whole, sum.hasLooseDigit { sum = whole }
    next = sum.end
    readRemainder(into: &sum, from: start)
    return sum.numeral(from: start)
  }

  /// 半, 半百 and 半个亿.
  private func readHalf(from start: Int) -> Numeral {
    if let numeral = readHalfHundredMillion(from: start) { return numeral }
    let isFifty = start + 1 < text.count && text[start + 1] == Self.hundred
    return Numeral(
      extent: Extent(start, start + (isFifty ? 2 : 1)),
      low: isFifty ? ExactDecimal(50) : ExactDecimal(mantissa: 5, scale: 1),
      style: isFifty ? .han : .half, digits: 0)
  }
}
