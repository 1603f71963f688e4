// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What counts count: persons and firms, places where people live, or things.
extension EventSentence {
  /// 每户, 每人, 每名: each of some persons or firms.
  func isEachParty(_ token: EventToken) -> Bool {
    token.isWord(.rate) && token.end - token.start > 1
      && isPartyUnit(token.end - 1)
  }

  /// 6.8元/股: so much for each of them.
  func isRate(_ sum: EventToken) -> Bool { sum.end < extent.end && units[sum.end] == Mark.slash }

  /// What a mention counts in.
  func unit(of mention: Int) -> String? {
    guard case .quantity(let value) = mentions[mention].value else { return nil }
    return value.unit
  }

  /// 户, and 戶 of traditional script: a unit of persons and firms.
  func isPartyUnit(_ place: Int) -> Bool {
    rules.signs.partyUnits.contains(String(units: units[place..<place + 1]))
  }

  /// 12个村, 4个街道: so many places where people live or learn.
  func countsSettlements(_ token: EventToken) -> Bool {
    guard let item = quantity(token)?.item, let last = item.utf16.last,
      rules.signs[.settlement].mayEnd(in: FoldTable.units[Int(last)])
    else { return false }
    return rules.signs[.settlement].end(FoldTable.fold(item)[...])
  }

  /// Counts of persons and firms say for whom, not what.
  func countsParties(_ token: EventToken) -> Bool {
    guard let value = quantity(token) else { return false }
    return rules.signs.partyUnits.contains(value.unit)
  }

  /// 1000户, and of a verb that gives 12个村 and 4个街道: so many who receive, and are no things.
  func countsReceivers(_ token: EventToken, _ frame: EventFrame) -> Bool {
    countsParties(token) || frame.isBenefit && countsSettlements(token)
  }

  /// How many a count or 两家, 双方 speaks of.
  func partyCount(_ token: EventToken) -> Int? {
    if let value = quantity(token) { return value.number.number.flatMap { Int($0) } }
    let first = units[token.start]
    if rules.signs.has(.pair, first) { return 2 }
    let digit = Digit.of(first)
    return digit.kind == .digit ? digit.value : nil
  }
}
