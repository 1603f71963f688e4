// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// 给 beside somebody, where no verb that a lexicon has gives anything.
extension EventSentence {
  /// 厂里给他三百元, 其中50万元给小学买校车; not 给他三百元的奖金, 给小学送去50万元.
  func isGiving(_ index: Int, in clause: Int) -> Bool {
    guard tokens[index].isWord(.to), word(tokens[index]).frame >= 0,
      tokens[index].extent.count == 1, rules.signs.has(.receiverEnd, units[tokens[index].start])
    else { return false }
    let rest = index + 1..<clauses[clause].upperBound
    let next = rest.first { !isReceiver(tokens[$0]) } ?? rest.upperBound
    guard next > rest.lowerBound, tokens[rest.lowerBound].start == tokens[index].end,
      !rest.contains(where: { tokens[$0].isWord(.verb) && frame(tokens[$0]).isBenefit })
    else { return false }
    // 捐款五十万元给小学: what the verb before gives.
    guard !tokens[clauses[clause].lowerBound..<index].contains(where: { $0.isWord(.verb) }) else {
      return false
    }
    if index > clauses[clause].lowerBound, tokens[index - 1].kind == .amount,
      tokens[index - 1].end == tokens[index].start
    {
      return true
    }
    return rest.contains(next) && isLastSum(tokens[next], behind: tokens[next - 1], in: clause)
  }

  /// 给村小配了两台净水机, 为老人装上了报警器560个: so many goods that are known, behind a verb that provides
  /// somebody with them.
  func isEquipping(_ index: Int, in clause: Int) -> Bool {
    guard tokens[index].isWord(.to), word(tokens[index]).frame >= 0,
      tokens[index].extent.count == 1
    else { return false }
    var (last, next) = (index, index + 1)
    let upper = clauses[clause].upperBound
    while next < upper, !isThing(tokens[next]) {
      guard
        isReceiver(tokens[next]) || countsSettlements(tokens[next]) || tokens[next].isLight
          || tokens[next].isWord(.place)
      else { return false }
      if !tokens[next].isLight { last = next }
      next += 1
    }
    guard last > index, next < upper else { return false }
    let text = units[tokens[last].end..<max(tokens[last].end, tokens[next].start)]
    return rules.signs[.equipping].place(in: text) != nil && isCountOfGoods(next, upTo: upper)
  }

  private func isThing(_ token: EventToken) -> Bool {
    token.isWord(.thing)
      || token.kind == .quantity && !countsParties(token) && !countsSettlements(token)
  }

  /// 报警器|560个, 两床被子.
  private func isCountOfGoods(_ index: Int, upTo upper: Int) -> Bool {
    guard tokens[index].kind == .quantity else {
      return index + 1 < upper && quantity(tokens[index + 1])?.dimension == "count"
        && tokens[index + 1].start == tokens[index].end
    }
    return quantity(tokens[index])?.item.map { isKnown(goods: $0) } ?? false
  }

  private func isReceiver(_ token: EventToken) -> Bool {
    token.kind == .organization || token.isWord(.party) || token.isWord(.pronoun)
      || isEachParty(token) || countsParties(token)
  }

  /// A sum at the end of its clause, or before what it is for.
  private func isLastSum(_ token: EventToken, behind last: EventToken, in clause: Int) -> Bool {
    let end = places[clause].end
    guard token.kind == .amount, token.start - last.end <= 1 else { return false }
    return token.end == end || rules.signs[.purpose].begin(units[token.end..<end])
  }
}
