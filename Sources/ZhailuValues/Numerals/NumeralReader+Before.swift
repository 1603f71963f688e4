// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What stands before a numeral: its sign, words that blur it (上百, 数千), and the words that it may be
/// but the end of.
extension NumeralReader {
  /// Steps over a sign: -5, 负五, 负 5. Between two numbers a hyphen is no sign.
  mutating func readSign() -> Bool {
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
  mutating func readVaguePrefix() -> Modifier? {
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
  func isPlainWord(at place: Int) -> Bool {
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
}
