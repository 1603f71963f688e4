// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Reads the numeral at a place of a folded text, in any of the ways Chinese writes them.
///
///     1,200.5   三千五   3.5亿   1万2   一亿五千万   壹拾贰万叁仟   二〇二〇   五六百   二十几万   上百   数千   20余
///
/// The reading is one pass over the numeral's characters. Two sums run side by side, the lowest and
/// the highest number that the numeral may stand for; they differ in 五六百.
package struct NumeralReader {
  private let text: UnsafeBufferPointer<UInt16>
  private var next: Int

  private init(_ text: UnsafeBufferPointer<UInt16>, at start: Int) {
    self.text = text
    next = start
  }

  /// The longest numeral that begins at `start`, or `nil` where none does: no number begins inside a
  /// run of digits, and one of more than 38 digits is none. A look at one place takes constant time.
  package static func read(
    _ text: UnsafeBufferPointer<UInt16>, at start: Int
  ) -> Numeral? {
    if start < text.count, text[start] == half {
      return Numeral(
        extent: Extent(start, start + 1), low: ExactDecimal(mantissa: 5, scale: 1), style: .half,
        digits: 0)
    }
    guard start < text.count, start == 0 || !isArabic(text[start]) || !isArabic(text[start - 1])
    else { return nil }
    var reader = NumeralReader(text, at: start)
    return reader.read(from: start)
  }

  package static func read(_ text: String) -> Numeral? {
    FoldTable.fold(text).withUnsafeBufferPointer { read($0, at: 0) }
  }

  // MARK: The numeral

  private mutating func read(from start: Int) -> Numeral? {
    var sum = Sum()
    let vague = readVaguePrefix()
    if let vague { sum.begin(vague) }
    let body = next
    // The sums after the last magnitude and after the last of 万 or more.
    var whole: Sum?
    var large: Sum?
    while let token = readToken(isFirst: next == body && vague == nil) ?? readSeveral(after: &sum) {
      guard sum.append(token) else {
        // Of 1万2万 the 2 belongs to the next numeral, since a second 万 cannot go on the first.
        if token.kind == .magnitude { sum = (token.power >= 4 ? large : whole) ?? sum }
        break
      }
      next = token.end
      sum.end = next
      if token.kind == .magnitude { whole = sum }
      if token.kind == .magnitude, token.power >= 4 { large = sum }
    }
    guard sum.end > body || (vague != nil && sum.end > start) else { return nil }
    next = sum.end
    readRemainder(into: &sum)
    return sum.numeral(from: start)
  }

  /// 上 数 好几 几 before a magnitude: 上百, 数千, 好几万.
  private mutating func readVaguePrefix() -> Modifier? {
    guard next < text.count else { return nil }
    var place = next
    if text[place] == Self.good, place + 1 < text.count, text[place + 1] == Self.several {
      place += 1
    }
    let modifier: Modifier
    switch text[place] {
    case Self.several, Self.number: modifier = .moreThan
    case Self.up: modifier = .atLeast
    default: return nil
    }
    guard magnitude(at: place + 1) != nil else { return nil }
    next = place + 1
    return modifier
  }

  /// 几 inside a numeral, before a lesser magnitude than the last: 一百几十, 一万几千.
  private func readSeveral(after sum: inout Sum) -> Token? {
    guard next < text.count, text[next] == Self.several, let magnitude = magnitude(at: next + 1),
      magnitude.value < sum.lastPower
    else { return nil }
    sum.modifier = .moreThan
    let one = ExactDecimal(1)
    return Token(kind: .digit, low: one, high: one, end: next + 1, digits: 0)
  }

  /// 余 多 来 after a round number, and what may follow: 20余万, 1000多, 十来. Before a magnitude the
  /// number need not be round: 15余万.
  private mutating func readRemainder(into sum: inout Sum) {
    guard next < text.count else { return }
    let isScaled = magnitude(at: next + 1) != nil && sum.takesRemainder
    switch text[next] {
    case Self.remainder where sum.isCount || isScaled: sum.modifier = .moreThan
    // 多 begins a word in 多次, 多年, 多家 after a bare digit string, and ends one in 10多次.
    case Self.many where sum.isRound || isScaled: sum.modifier = .moreThan
    case Self.come where sum.isRound && sum.isHan: sum.modifier = .approx
    case Self.several where sum.endsInTen: sum.modifier = .moreThan
    default: return
    }
    next += 1
    sum.end = next
    while let magnitude = magnitude(at: next), sum.multiply(by: magnitude) {
      next += 1
      sum.end = next
    }
  }

  /// The magnitude at `place`, unless it belongs to the unit: 兆瓦, 千克, 百分点.
  private func magnitude(at place: Int) -> Digit? {
    guard place < text.count, case let digit = Digit.of(text[place]), digit.kind == .magnitude
    else { return nil }
    let next = place + 1 < text.count ? text[place + 1] : 0
    let second = place + 2 < text.count ? text[place + 2] : 0
    let isUnit =
      switch digit.value {
      case 12: Self.megaUnits.contains(next)
      case 3:
        // 三千米 is 3000 m; 5千米 is 5 km. 五千克朗 is money, 五千克拉 a weight in carats.
        Self.kiloUnits.contains(next) && !Self.afterGram.contains(second)
          || next == Self.metre && place > 0 && Self.isArabic(text[place - 1])
      case 2: next == Self.pascal || next == Self.share && second == Self.point
      default: false
      }
    return isUnit ? nil : digit
  }

  private static func isArabic(_ unit: UInt16) -> Bool { CharacterClass.of(unit).contains(.digit) }

  // MARK: Tokens

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
  }

  private func readToken(isFirst: Bool) -> Token? {
    var place = next
    if !isFirst, isInnerSpace(place) { place += 1 }
    guard place < text.count else { return nil }
    let digit = Digit.of(text[place])
    switch digit.kind {
    case .arabic: return readArabic(at: place)
    case .digit: return readHanDigit(digit, at: place)
    case .magnitude:
      guard magnitude(at: place) != nil else { return nil }
      let power = ExactDecimal.power(ofTen: digit.value)
      return Token(
        kind: .magnitude, low: power, high: power, power: digit.value, end: place + 1, digits: 0)
    case .tens:
      let value = ExactDecimal(digit.value * 10)
      return Token(kind: .tens, low: value, high: value, power: 1, end: place + 1)
    case .point:
      let following = isInnerSpace(place + 1) ? place + 2 : place + 1
      guard following < text.count, !isFirst, Digit.of(text[following]).kind == .digit,
        Digit.of(text[next - 1]).isHan
      else { return nil }
      return Token(kind: .point, low: .zero, high: .zero, end: place + 1, digits: 0)
    case .none: return nil
    }
  }

  /// A space that the printer put between two Chinese characters of a numeral: 陆 点 五.
  private func isInnerSpace(_ place: Int) -> Bool {
    place > 0 && place + 1 < text.count && text[place] == Self.space
      && Digit.of(text[place - 1]).isHan && Digit.of(text[place + 1]).isHan
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

  /// 1200, 1,200, 1 200 000, 12.5; the commas and spaces only in groups of three.
  private func readArabic(at start: Int) -> Token {
    var place = start
    var mantissa: Int128 = 0
    var digits = 0
    func isDigit(_ place: Int) -> Bool {
      place < text.count && CharacterClass.of(text[place]).contains(.digit)
    }
    func take(_ count: Int = Int.max) {
      var taken = 0
      while taken < count, digits <= 38, isDigit(place) {
        if digits < 38 { mantissa = mantissa * 10 + Int128(text[place] - 0x30) }
        digits += 1
        place += 1
        taken += 1
      }
    }
    func isGroup(_ place: Int) -> Bool {
      isDigit(place) && isDigit(place + 1) && isDigit(place + 2) && !isDigit(place + 3)
    }
    take()
    if digits <= 3, place < text.count {
      let mark = text[place]
      let isSpace = mark == Self.space
      while digits <= 38, place < text.count, text[place] == mark, mark == Self.comma || isSpace,
        isGroup(place + 1), !isSpace || digits > 0
      {
        place += 1
        take(3)
      }
    }
    if digits < 4, isPrintersYear(at: place, digits: digits) {
      place += 1
      take()
    }
    var scale = 0
    var hasPoint = false
    if place + 1 < text.count, Self.points.contains(text[place]), isDigit(place + 1) {
      place += 1
      let whole = digits
      take()
      scale = min(digits, 38) - min(whole, 38)
      hasPoint = true
    }
    let value = ExactDecimal(mantissa: mantissa, scale: scale)
    return Token(
      kind: .arabic, low: value, high: value, end: place, digits: digits, hasPoint: hasPoint,
      startsWithZero: text[start] == 0x30 && digits > 1 && !(hasPoint && digits - scale == 1))
  }

  /// 2 011年: a year that the printer spaced out.
  private func isPrintersYear(at place: Int, digits: Int) -> Bool {
    guard place < text.count, text[place] == Self.space else { return false }
    var end = place + 1
    while end < text.count, CharacterClass.of(text[end]).contains(.digit) { end += 1 }
    return end < text.count && text[end] == Self.year && end - place - 1 + digits == 4
      && end > place + 1
  }

  private static let half = unit("半")
  private static let comma = unit(",")
  private static let space = unit(" ")
  private static let points: [UInt16] = [unit("."), unit("·")]
  private static let year = unit("年")
  private static let several = unit("几")
  private static let number = unit("数")
  private static let up = unit("上")
  private static let good = unit("好")
  private static let remainder = unit("余")
  private static let many = unit("多")
  private static let come = unit("来")
  private static let share = unit("分")
  private static let point = unit("点")
  private static let metre = unit("米")
  private static let pascal = unit("帕")
  private static let megaUnits = Array("瓦赫帕伏安焦欧字比位".utf16)
  private static let kiloUnits = Array("克瓦帕卡伏赫焦".utf16)
  private static let afterGram = Array("朗拉什".utf16)

  private static func unit(_ scalar: Unicode.Scalar) -> UInt16 { UInt16(scalar.value) }
}
