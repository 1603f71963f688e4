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

  // MARK: What stands before

  /// Steps over a sign: -5, 负五, 负 5. Between two numbers a hyphen is no sign.
  private mutating func readSign() -> Bool {
    let place = next
    var following = place + 1
    guard following < text.count else { return false }
    switch text[place] {
    case Self.minus:
      guard isDecimalStart(following), mayFollowSign(place) else { return false }
    case Self.negative:
      if text[following] == Self.space { following += 1 }
      guard following < text.count, mayFollowNegative(place),
        isDecimalStart(following) || Digit.of(text[following]).isHan
      else { return false }
    case Self.point:
      // .5 by itself.
      return false
    default: return false
    }
    next = following
    return true
  }

  private func isDecimalStart(_ place: Int) -> Bool {
    if Self.isArabic(text[place]) { return true }
    return text[place] == Self.point && place + 1 < text.count && Self.isArabic(text[place + 1])
  }

  /// A minus sign stands at the start, after a mark, or after a word that leads to a number:
  /// 气温为-5; behind other words before a temperature or percentage, 沈阳-5℃; not in 3-5, Y-25, 5月-6月.
  private func mayFollowSign(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    if before == Self.space {
      // After one space a hyphen may go on what stands before it: 20 -100.
      guard place > 1, text[place - 2] != Self.space else { return true }
      return !CharacterClass.of(text[place - 2]).meets([.digit, .latin])
    }
    let kind = CharacterClass.of(before)
    if kind.meets([.clauseEnd, .opening, .lineBreak, .space]) { return true }
    return Self.leadIns.contains(before) || Self.beforeSign.contains(before)
      || isSigned(at: place + 1, after: before)
  }

  /// Whether a number after a word, or the range that it begins, has a unit that takes a sign: 温度-20~60℃;
  /// 3度-5度 is a range itself.
  private func isSigned(at place: Int, after word: UInt16) -> Bool {
    guard CharacterClass.of(word).contains(.han), !isUnitOfNumber(place - 2),
      !CharacterClass.of(word).meets(.hanNumeral)
    else { return false }
    var end = endOfDecimal(place)
    if end + 1 < text.count, Self.rangeMarks.contains(text[end]) {
      end = endOfDecimal(text[end + 1] == Self.minus ? end + 2 : end + 1)
    }
    return end < text.count && Self.signedUnits.contains(text[end])
  }

  private func endOfDecimal(_ start: Int) -> Int {
    var end = start
    while end < text.count, isDecimalStart(end) { end += 1 }
    return end
  }

  /// 度 in 3度, but not in 温度.
  private func isUnitOfNumber(_ place: Int) -> Bool {
    Self.beforeHyphen.contains(text[place])
      && (place == 0 || CharacterClass.of(text[place - 1]).meets(.numeralLike))
  }

  /// 负 is a sign, but in 自负30%, 正负30度, 胜负, 抱负 and 3胜2负 it is not.
  private func mayFollowNegative(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    let before = text[place - 1]
    return !Self.wordsInNegative.contains(before)
      && !CharacterClass.of(before).meets([.digit, .hanNumeral])
  }

  /// 上 过 数 好几 几 before a magnitude: 上百, 过亿, 数千, 好几万; not in 以上千人, 人数十万.
  private mutating func readVaguePrefix() -> Modifier? {
    guard next < text.count else { return nil }
    var place = next
    if text[place] == Self.quite, place + 1 < text.count, text[place + 1] == Self.several {
      place += 1
    }
    let before = next > 0 ? text[next - 1] : 0
    let modifier: Modifier
    switch text[place] {
    case Self.several: modifier = .moreThan
    case Self.severalOf where !Self.wordsInSeveralOf.contains(before): modifier = .moreThan
    case Self.over where !Self.wordsInOver.contains(before): modifier = .moreThan
    case Self.atLeast where !Self.wordsInAtLeast.contains(before): modifier = .atLeast
    default: return nil
    }
    guard let magnitude = magnitude(at: place + 1), !Self.commonCapitals.contains(text[place + 1]),
      text[place] != Self.over || magnitude.value >= 2
    else { return nil }
    next = place + 1
    return modifier
  }

  /// 陆地, 队伍, 放肆, 收拾, 参与: a capital numeral that is common in words is a number only beside
  /// another numeral, alone, or before 元.
  private func isPlainWord(at place: Int) -> Bool {
    guard place < text.count, Self.commonCapitals.contains(text[place]) else { return false }
    func isHan(_ place: Int) -> Bool {
      text.indices.contains(place) && CharacterClass.of(text[place]).contains(.han)
    }
    let after = place + 1
    if place > 0, Self.wordsInCapital(text[place]).contains(text[place - 1]),
      after == text.count || !Self.behindCapital.contains(text[after])
    {
      return true
    }
    if after < text.count {
      if Digit.of(text[after]).isHan || Self.afterCommonCapital.contains(text[after]) {
        return false
      }
      if isInnerSpace(after) { return false }
    }
    if isUpperPart(place) || isOrdinal(place) { return false }
    return isHan(after) || isHan(place - 1) && !Self.leadIns.contains(text[place - 1])
  }

  /// The upper number of a fraction, 伍 of 佰分之伍: no word begins there.
  private func isUpperPart(_ place: Int) -> Bool {
    place > 1 && text[place - 1] == Self.partOf
      && (text[place - 2] == Self.fen || text[place - 2] == Self.fenOfPeople)
  }

  /// Behind 第 all are numbers: 第伍名, 第陆届.
  private func isOrdinal(_ place: Int) -> Bool { place > 0 && text[place - 1] == Self.ordinal }

  // MARK: What stands inside and behind

  /// 几 inside a numeral, before a lesser magnitude than the last: 一百几十, 一万几千.
  private func readSeveral(after sum: inout Sum) -> Token? {
    guard next < text.count, text[next] == Self.several, let magnitude = magnitude(at: next + 1),
      magnitude.value < sum.lastPower
    else { return nil }
    sum.modifier = .moreThan
    let one = ExactDecimal(1)
    return Token(kind: .digit, low: one, high: one, end: next + 1, digits: 0)
  }

  /// 余 多 来 几 after a number, and what may follow: 20余万, 1000多, 十来, 三个多亿, 一百零几. Before a
  /// magnitude the number need not be round: 15余万.
  private mutating func readRemainder(into sum: inout Sum, from start: Int) {
    readCountedHundredMillion(into: &sum)
    var place = next
    if isInnerSpace(place), sum.isHan || Self.isArabic(text[place - 1]) { place += 1 }
    guard place < text.count else { return }
    let isScaled = magnitude(at: place + 1) != nil && sum.takesRemainder
    switch text[place] {
    case Self.remainder where sum.isCount || isScaled: sum.modifier = .moreThan
    // 多 begins a word in 多次, 多年, 多家 after a bare digit string, and ends one in 10多次.
    case Self.many
    where (sum.isRound || isScaled) && !isMoreThan(place) && !isCompared(place, from: start):
      sum.modifier = .moreThan
    case Self.roughly where sum.isRound && comesToCount(place, sum.isHan): sum.modifier = .approx
    case Self.several where sum.takesSeveral && !isNearly(place): sum.modifier = .moreThan
    case Self.dian where isPointSeveral(place) && sum.takesRemainder:
      sum.modifier = .moreThan
      place += 1
    case Self.quite where isGoodMany(place) && sum.takesSeveral:
      sum.modifier = .moreThan
      place += 1
    default: return
    }
    next = place + 1
    sum.end = next
    while let magnitude = magnitude(at: next), sum.multiply(by: magnitude) {
      next += 1
      sum.end = next
    }
    // 十几个亿
    readCountedHundredMillion(into: &sum)
  }

  /// 二十好几万; of 二十好几个 the number is 二十.
  private func isGoodMany(_ place: Int) -> Bool {
    place + 1 < text.count && text[place + 1] == Self.several && magnitude(at: place + 2) != nil
  }

  /// 三点几, 百分之五点几; but in 三点几分 the hour is told.
  private func isPointSeveral(_ place: Int) -> Bool {
    guard place + 1 < text.count, text[place + 1] == Self.several else { return false }
    return place + 2 == text.count || !Self.clockUnits.contains(text[place + 2])
  }

  /// Whether 来 belongs to the number: 十来个, and behind digits 30来人, if a word follows; in
  /// 一百万来自矿上 and 从30来看 it begins a word.
  private func comesToCount(_ place: Int, _ isHan: Bool) -> Bool {
    let next = place + 1 < text.count ? text[place + 1] : 0
    if isHan { return !Self.wordsFromLai.contains(next) }
    return CharacterClass.of(next).contains(.han) && !Self.wordsFromLaiBehindDigits.contains(next)
  }

  /// 四块五一斤: behind a unit of money a digit before a last 一 is the end of the price, and the 一
  /// begins what it is the price of.
  private func isLastOfPrice(from start: Int) -> Bool {
    guard next == start + 1, start > 0, Self.priceUnits.contains(text[start - 1]),
      next + 1 < text.count, text[next] == Self.one
    else { return false }
    return !Digit.of(text[next + 1]).isHan
  }

  /// 1千5月底 is 1千, and the end of May.
  private func isMonth(_ token: Token) -> Bool {
    guard token.kind == .arabic || token.kind == .digit, next > 0,
      case let last = Digit.of(text[next - 1]), last.kind == .magnitude, last.value >= 2,
      token.end + 1 < text.count, text[token.end] == Self.month
    else { return false }
    return Self.behindMonth.contains(text[token.end + 1])
  }

  /// 多于 is a word of its own: 少于20多于10.
  private func isMoreThan(_ place: Int) -> Bool {
    place + 1 < text.count && text[place + 1] == Self.than
  }

  /// 比20多 says that something is more than 20.
  private func isCompared(_ place: Int, from start: Int) -> Bool {
    var before = start - 1
    if before > 0, text[before] == Self.space { before -= 1 }
    guard before >= 0, text[before] == Self.compared,
      before == 0 || !Self.wordsInCompared.contains(text[before - 1])
    else { return false }
    guard place + 1 < text.count else { return true }
    let next = text[place + 1]
    return Self.behindCompared.contains(next)
      || CharacterClass.of(next).meets([.clauseEnd, .closing, .lineBreak])
  }

  /// 几乎 is a word of its own: 三万几乎全部.
  private func isNearly(_ place: Int) -> Bool {
    place + 1 < text.count && text[place + 1] == Self.almost
  }

  /// The magnitude at `place`, unless it belongs to the unit: 兆瓦, 千克, 百分点.
  func magnitude(at place: Int) -> Digit? {
    guard place < text.count, case let digit = Digit.of(text[place]), digit.kind == .magnitude
    else { return nil }
    let next = place + 1 < text.count ? text[place + 1] : 0
    let second = place + 2 < text.count ? text[place + 2] : 0
    let isUnit =
      switch digit.value {
      case 12: Self.megaUnits.contains(next)
      case 3:
        // 三千米 is 3000 m; 5千米 is 5 km. 五千克朗 is money, 五千克拉 a weight in carats; 三万五千瓦 is 35000 W.
        !isBehindTenThousands(place)
          && (Self.kiloUnits.contains(next) && !Self.wordsFromGram.contains(second)
            || next == Self.byteUnit[0] && second == Self.byteUnit[1]
            || Self.kiloUnitsBehindDigits.contains(next) && isBehindWholeNumber(place))
      case 2:
        // 百帕, 百分点.
        next == Self.pascal || next == Self.fen && second == Self.dian
      default: false
      }
    return isUnit ? nil : digit
  }

  /// 三万五千, 3万5千: of 三万五 nobody counts thousands.
  private func isBehindTenThousands(_ place: Int) -> Bool {
    guard place > 1, Self.isArabic(text[place - 1]) || Digit.of(text[place - 1]).kind == .digit,
      case let before = Digit.of(text[place - 2]), before.kind == .magnitude
    else { return false }
    return before.value >= 4
  }

  /// 5千米; and 十二千米 and 一百零五千米, for no 千 can go on 十二 or 一百零五.
  private func isBehindWholeNumber(_ place: Int) -> Bool {
    guard place > 0 else { return false }
    if Self.isArabic(text[place - 1]) || text[place - 1] == Self.ten { return true }
    guard place > 1, Digit.of(text[place - 1]).kind == .digit else { return false }
    if text[place - 2] == Self.ten { return true }
    guard place > 2, case let zero = Digit.of(text[place - 2]), zero.kind == .digit,
      zero.value == 0, case let before = Digit.of(text[place - 3]), before.kind == .magnitude
    else { return false }
    return before.value < 4
  }

  @inline(__always)
  static func isArabic(_ unit: UInt16) -> Bool { unit >= 0x30 && unit <= 0x39 }

  /// A space that the printer put inside a numeral: 陆 点 五, 7万 5千, 177.1 亿, 五百 余万.
  func isInnerSpace(_ place: Int) -> Bool {
    guard place > 0, place + 1 < text.count, text[place] == Self.space else { return false }
    let left = text[place - 1]
    let right = text[place + 1]
    let after = Digit.of(right)
    if Digit.of(left).isHan {
      if after.isHan { return true }
      if after.kind == .arabic { return Digit.of(left).kind == .magnitude }
      return right == Self.remainder || right == Self.several || right == Self.many
    }
    guard Self.isArabic(left) else { return false }
    if right == Self.remainder || right == Self.many { return isCounted(place + 2, by: right) }
    guard after.kind == .magnitude else { return false }
    return after.value >= 4 || after.value >= 2 && isSpacedMagnitude(place + 1)
  }

  /// 万 or 亿, or a measure, before which 多 and 余 stand apart from digits: 40 多亿, 100 多天, 40 余人; 多人
  /// and 多家 are words of their own.
  private func isCounted(_ place: Int, by more: UInt16) -> Bool {
    guard place < text.count else { return false }
    if Self.behindSpacedMore.contains(text[place]) { return true }
    if more == Self.remainder, Self.behindSpacedRemainder.contains(text[place]) { return true }
    return magnitude(at: place).map { $0.value >= 4 } ?? false
  }

  /// 千 behind a space counts where its unit follows, 5 千元, or another, 6 千 5 百元, or the clause ends;
  /// in a list 5 千方百计 begins an item.
  private func isSpacedMagnitude(_ place: Int) -> Bool {
    let next = behindSpace(place + 1)
    guard next < text.count else { return true }
    if Self.afterSpacedMagnitude.contains(text[next]) { return true }
    if CharacterClass.of(text[next]).meets([.clauseEnd, .closing]) { return true }
    let unit = behindSpace(next + 1)
    return Self.isArabic(text[next]) && unit < text.count
      && Digit.of(text[unit]).kind == .magnitude
  }

  private func behindSpace(_ place: Int) -> Int {
    place < text.count && text[place] == Self.space ? place + 1 : place
  }
}
