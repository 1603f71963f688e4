// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension NumeralReader {
  /// One piece of a numeral: digits, a Chinese digit, or a magnitude.
  struct Token {
    enum Kind { case arabic, digit, pair, tens, magnitude, point }
    var kind: Kind
    var low: ExactDecimal
    var high: ExactDecimal
    /// The power of ten of a magnitude.
    var power = 0
    var end: Int
    var digits = 1
    var hasPoint = false
    var startsWithZero = false
    /// Its digits are in groups, 1,998.
    var isGrouped = false
    /// A magnitude follows: 9,200.5 of 12亿9,200.5万.
    var isScaled = false
    /// Stands behind a space: of 7万 5 it is not known yet whether the 5 goes on the number.
    var isLoose = false
  }

  func readToken(isFirst: Bool) -> Token? {
    var place = next
    let isLoose = !isFirst && isInnerSpace(place)
    if isLoose { place += 1 }
    guard place < text.count else { return nil }
    let digit = Digit.of(text[place])
    switch digit.kind {
    case .arabic, .fraction:
      var token = readArabic(at: place)
      token.isLoose = isLoose
      return token
    case .digit:
      // Behind 两 no row goes on but by 零: 三两五钱, 两零零八.
      if !isFirst, digit.value > 0, text[place - 1] == Self.couple { return nil }
      var token = readHanDigit(digit, at: place)
      // Behind a number 两 may be a measure: 三十两, 二两.
      token.isLoose = !isFirst && token.kind == .digit && text[place] == Self.couple
      return token
    case .magnitude:
      guard magnitude(at: place) != nil else { return nil }
      let power = ExactDecimal.power(ofTen: digit.value)
      return Token(
        kind: .magnitude, low: power, high: power, power: digit.value, end: place + 1, digits: 0)
    case .tens:
      let value = ExactDecimal(digit.value * 10)
      return Token(kind: .tens, low: value, high: value, power: 1, end: place + 1)
    case .point: return isFirst ? nil : readPoint(at: place)
    case .none:
      guard isFirst, text[place] == Self.point, place + 1 < text.count,
        Self.isArabic(text[place + 1]), mayBeginWithPoint(place)
      else { return nil }
      return readArabic(at: place)
    }
  }

  /// 点 between Chinese digits, 三点五; between 零 and digits too, 零点77, since no clock says so; and
  /// between others before a unit that no clock has, 24点5度.
  private func readPoint(at place: Int) -> Token? {
    let following = isInnerSpace(place + 1) ? place + 2 : place + 1
    guard following < text.count else { return nil }
    let before = Digit.of(text[next - 1])
    let after = Digit.of(text[following]).kind
    let isZero = before.kind == .digit && before.value == 0
    let isPoint =
      before.isHan && after == .digit || isZero && after == .arabic && isClockless(following)
      || isBeforeDecimalUnit(following)
    return isPoint ? Token(kind: .point, low: .zero, high: .zero, end: place + 1, digits: 0) : nil
  }

  private func isBeforeDecimalUnit(_ start: Int) -> Bool {
    var end = start
    while end < text.count, end - start < 4, isDigit(end) || Self.isArabic(text[end]) { end += 1 }
    return end > start && end < text.count && Self.afterDecimal.contains(text[end])
  }

  /// Digits after 零点 that are no minutes: 零点77; not 零点30分.
  private func isClockless(_ start: Int) -> Bool {
    var end = start
    while end < text.count, end - start < 3, Self.isArabic(text[end]) { end += 1 }
    return end == text.count || text[end] != Self.fen
  }

  /// .5, -.5, 约.5 and （.5）, not in 3.14.15 or a.5.
  private func mayBeginWithPoint(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    return before == Self.minus || before == Self.negative || Self.leadIns.contains(before)
      || CharacterClass.of(before).meets([.clauseEnd, .opening, .lineBreak, .space])
  }

  /// One Chinese digit, or two side by side that mean from the one to the other: 五六(百), 三五(个).
  private func readHanDigit(_ digit: Digit, at place: Int) -> Token {
    let low = ExactDecimal(digit.value)
    var token = Token(kind: .digit, low: low, high: low, end: place + 1)
    token.startsWithZero = digit.value == 0
    guard place + 1 < text.count, case let second = Digit.of(text[place + 1]),
      second.kind == .digit, Self.isPair(digit.value, second.value),
      !isDigit(place + 2), !(place > 0 && isDigit(place - 1)), text[place] != text[place + 1]
    else { return token }
    token.kind = .pair
    token.high = ExactDecimal(second.value)
    token.end = place + 2
    token.digits = 2
    return token
  }

  private static func isPair(_ first: Int, _ second: Int) -> Bool {
    first > 0 && (second == first + 1 || (first == 3 && second == 5))
  }

  private func isDigit(_ place: Int) -> Bool {
    place < text.count && Digit.of(text[place]).kind == .digit
  }

  // MARK: Arabic digits

  struct Digits {
    var mantissa: Int128 = 0
    var count = 0
  }

  /// Takes in digits from `place`, at most `most`.
  func take(_ digits: inout Digits, _ place: inout Int, most: Int = .max) {
    var taken = 0
    while taken < most, digits.count <= 38, place < text.count, Self.isArabic(text[place]) {
      if digits.count < 38 { digits.mantissa = digits.mantissa * 10 + Int128(text[place] - 0x30) }
      digits.count += 1
      place += 1
      taken += 1
    }
  }

  /// 1200, 1,200, 1 200 000, 12.5, .5, 2e5; the commas and spaces only in groups of three.
  private func readArabic(at start: Int) -> Token {
    var place = start
    var digits = Digits()
    take(&digits, &place)
    let first = digits.count
    takeGroups(from: start, &digits, &place)
    let isGrouped = digits.count > first && text[start + first] != Self.space
    if digits.count < 4, digits.count > 0, isPrintersYear(at: place, digits: digits.count) {
      place += 1
      take(&digits, &place)
    }
    var scale = 0
    var hasPoint = false
    if place + 1 < text.count, text[place] == Self.point || text[place] == Self.middleDot,
      Self.isArabic(text[place + 1])
    {
      place += 1
      let whole = digits.count
      take(&digits, &place)
      scale = min(digits.count, 38) - min(whole, 38)
      hasPoint = true
    }
    var value = ExactDecimal(mantissa: digits.mantissa, scale: scale)
    if !hasPoint, let fraction = readFraction(at: place), let sum = value.plus(fraction.value) {
      (value, place) = (sum, fraction.end)
    }
    let exponent = readExponent(at: place)
    if let exponent, let scaled = value.scaled(byPowerOfTen: exponent.power) {
      value = scaled
      place = exponent.end
    } else if let power = readPower(of: value, at: place) {
      (value, place) = power
    }
    let leads = text[start] == 0x30 && digits.count > 1 && !(hasPoint && digits.count - scale == 1)
    return Token(
      kind: .arabic, low: value, high: value, end: place, digits: digits.count,
      hasPoint: hasPoint, startsWithZero: leads, isGrouped: isGrouped,
      isScaled: magnitude(at: place) != nil)
  }

  /// ½ behind digits, by itself, or behind a printer's space: 1½, 2 ½.
  private func readFraction(at start: Int) -> (value: ExactDecimal, end: Int)? {
    let isSpaced = start + 1 < text.count && text[start] == Self.space
    let place = isSpaced ? start + 1 : start
    guard place < text.count, case let digit = Digit.of(text[place]), digit.kind == .fraction
    else { return nil }
    let value = ExactDecimal(
      mantissa: Int128(Digit.fractions[digit.value].thousandths), scale: 3)
    return (value, place + 1)
  }

  /// e5, E-12 behind digits, where no letter or digit follows.
  private func readExponent(at place: Int) -> (power: Int, end: Int)? {
    guard place + 1 < text.count, text[place] | 0x20 == Self.exponent else { return nil }
    var end = place + 1
    let isNegative = text[end] == Self.minus
    if isNegative || text[end] == Self.plus { end += 1 }
    var power = 0
    let first = end
    while end < text.count, end - first < 3, Self.isArabic(text[end]) {
      power = power * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard end > first, power <= 30,
      end == text.count || !CharacterClass.of(text[end]).meets([.digit, .latin])
    else { return nil }
    return (isNegative ? -power : power, end)
  }

  /// 2 011年: a year that the printer spaced out.
  private func isPrintersYear(at place: Int, digits: Int) -> Bool {
    guard place < text.count, text[place] == Self.space else { return false }
    var end = place + 1
    while end < text.count, end - place <= 4, Self.isArabic(text[end]) { end += 1 }
    return end < text.count && text[end] == Self.year && end - place - 1 + digits == 4
      && end > place + 1
  }
}
