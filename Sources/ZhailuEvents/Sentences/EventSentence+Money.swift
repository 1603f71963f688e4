// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What the money that is handed out says of the kind of an act: 贷款 that it is lent, 工资款 that it was owed,
/// 救助金 that it helps.
extension EventSentence {
  /// 发放补偿款5万元, 把96万元工资款发给工人: what is handed out says that it was owed.
  func kindOfMoney(
    _ index: Int, _ range: Range<Int>, _ kind: EventKind
  ) -> EventKind? {
    let weight = word(tokens[index]).weight
    let isReceived = frame(tokens[index]).traits.contains(.giver)
    if weight == .light || isReceived, isLoanByName(index, range) { return .loan }
    let isHanded = weight == .vague && (kind == .donation || kind == .support)
    guard weight == .light || weight == .hand || isHanded else { return nil }
    let isVerb = { (place: Int) in self.tokens[place].isWord(.verb) }
    let before = (range.lowerBound..<index).last(where: isVerb)
    // 赞助款400万元已打入
    if let before, isLoan(at: before, range) || isGrant(at: before, range) {
      return word(tokens[before]).kind
    }
    let first = before ?? range.lowerBound
    let stop = (index + 1..<range.upperBound).first(where: isVerb) ?? range.upperBound
    if isLoan(at: stop, range) { return .loan }
    let money = tokens[first..<stop].first {
      ($0.isWord(.money) || $0.isWord(.thing)) && word($0).kind != nil
    }
    return money.flatMap { word($0).kind } ?? kindOfGrant(at: stop, range)
  }

  /// 送去第二笔|贷款|600万元: the noun of a loan before the sum.
  private func isLoan(at index: Int, _ range: Range<Int>) -> Bool {
    range.contains(index + 1) && tokens[index + 1].kind == .amount
      && word(tokens[index]).kind == .loan && word(tokens[index]).weight == .noun
  }

  /// 赞助款|400万元: the noun of a gift before the sum.
  private func isGrant(at index: Int, _ range: Range<Int>) -> Bool {
    range.contains(index + 1) && tokens[index + 1].kind == .amount
      && tokens[index + 1].start == tokens[index].end
      && word(tokens[index]).weight == .noun
      && rules.signs.has(.moneyEnd, units[tokens[index].end - 1])
  }

  /// 送来10万元|补助: a noun of giving behind the sum, at the end of the clause.
  private func kindOfGrant(at index: Int, _ range: Range<Int>) -> EventKind? {
    guard range.contains(index), range.contains(index - 1), tokens[index - 1].kind == .amount,
      word(tokens[index]).weight == .noun, tokens[index].start - tokens[index - 1].end <= 4,
      places.contains(where: { $0.end == tokens[index].end })
    else { return nil }
    return word(tokens[index]).kind
  }

  /// 工资30万元,已由甲发放: what is handed out stands in a clause before.
  func kindOfMoneyBefore(_ draft: EventDraft, _ verb: Int) -> EventKind? {
    let weight = word(tokens[verb]).weight
    guard weight == .light || weight == .hand,
      let place = draft.things.first?.amount.map({ mentions[$0].extent }),
      let clause = places.firstIndex(where: { $0.contains(place) }),
      clauses[clause].upperBound <= verb
    else { return nil }
    // 3亿日元转作救灾款,划给甲
    let money = tokens[clauses[clause]].first {
      ($0.isWord(.money) || $0.isWord(.thing)) && word($0).kind != nil
    }
    return money.flatMap { word($0).kind }
  }

  /// 发放“抗灾贷”4600万元: between the verb and the sum stands the name of a loan.
  private func isLoanByName(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound else { return false }
    let (end, next) = (tokens[index].end, tokens[index + 1])
    return next.kind == .amount && next.start > end && next.start - end <= 12
      && units[end..<next.start].contains(where: { rules.signs.has(.loan, $0) })
  }

  /// 办理委托贷款,其中向甲发放2600万元: what is handed out is the loan before.
  func isOfLoan(_ index: Int) -> Bool {
    let before = tokens[..<index].last { $0.isWord(.verb) }
    if let before, word(before).kind == .loan { return true }
    // 农行开办“茶园贷”,已发放1.2亿元
    guard let clause = clauses.firstIndex(where: { $0.contains(index) }), clause > 0,
      tokens[..<index].contains(where: { token in
        token.kind == .organization && party(token, .carried).map(isLender) ?? false
      })
    else { return false }
    let text = units[places[clause - 1].range]
    guard text.last == Mark.closeQuote else { return false }
    return text.dropLast().last.map { rules.signs.has(.loan, $0) } ?? false
  }
}
