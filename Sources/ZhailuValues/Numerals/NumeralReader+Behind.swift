// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What stands inside a numeral and behind it that makes it vague, 一百几十, 20余万, and what ends it.
extension NumeralReader {
  /// 几 inside a numeral, before a lesser magnitude than the last: 一百几十, 一万几千.
  func readSeveral(after sum: inout Sum) -> Token? {
    guard next < text.count, text[next] == Self.several, let magnitude = magnitude(at: next + 1),
      magnitude.value < sum.lastPower
    else { return nil }
    sum.modifier = .moreThan
    let one = ExactDecimal(1)
    return Token(kind: .digit, low: one, high: one, end: next + 1, digits: 0)
  }

  /// 余 多 来 几 after a number, and what may follow: 20余万, 1000多, 十来, 三个多亿, 一百零几. Before a
  /// magnitude the number need not be round: 15余万.
  mutating func readRemainder(into sum: inout Sum, from start: Int) {
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
  func isLastOfPrice(from start: Int) -> Bool {
    guard next == start + 1, start > 0, Self.priceUnits.contains(text[start - 1]),
      next + 1 < text.count, text[next] == Self.one
    else { return false }
    return !Digit.of(text[next + 1]).isHan
  }

  /// 1千5月底 is 1千, and the end of May.
  func isMonth(_ token: Token) -> Bool {
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
}
