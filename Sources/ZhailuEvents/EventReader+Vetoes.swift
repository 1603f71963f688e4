// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What speaks against an event: plans, negations, verbs that are nouns where they stand.
extension EventReader {
  /// What speaks against an event at this verb.
  func veto(_ index: Int, _ clause: Int, _ kind: String) -> Refusal.Reason? {
    let tokens = sentence.tokens
    let range = sentence.clauses[clause]
    // 捐款|名单, but 抽查了|市场上的菜.
    if index + 1 < range.upperBound, tokens[index + 1].isWord(.noun),
      tokens[index + 1].start == tokens[index].end,
      sentence.units[tokens[index].end - 1] != 0x4E86
    {
      return .noun
    }
    // 房屋每平方米补偿780元: so much for each of them.
    if index > range.lowerBound, tokens[index - 1].isWord(.rate),
      tokens[index - 1].end == tokens[index].start, !sentence.isEachParty(tokens[index - 1])
    {
      return .nothing
    }
    // 以预付工程款为名: as what it was done.
    if index > range.lowerBound, tokens[index - 1].isWord(.via),
      tokens[index - 1].extent.count == 1,
      tokens[index - 1].end == tokens[index].start
    {
      return .noun
    }
    for before in range.lowerBound..<index {
      if tokens[before].isWord(.plan), isOf(kind, tokens[before]) { return .plan }
      if tokens[before].isWord(.not), tokens[index].start - tokens[before].end <= 6 {
        return .negation
      }
      // 将投资, but 将80万元捐给.
      if tokens[before].isWord(.moved), tokens[before + 1].start == tokens[before].end,
        before == index - 1 || isFuture(before)
      {
        return .plan
      }
    }
    // 用这笔贷款中的800万元添置设备: what was lent pays.
    if sentence.word(tokens[index]).weight == .noun, index > range.lowerBound,
      tokens[index - 1].isWord(.via), tokens[index].start - tokens[index - 1].end <= 4,
      (index + 1..<range.upperBound).contains(where: { tokens[$0].isWord(.verb) })
    {
      return .noun
    }
    if isMoney(index), !(range.lowerBound..<index).contains(where: { tokens[$0].isWord(.receive) })
    {
      return .noun
    }
    if isPurpose(index, clause) || isPlannedBefore(index, clause) || isOrdered(clause)
      || isHabit(kind, index, clause)
    {
      return .plan
    }
    // 铁西国资的借款: a noun.
    if tokens[index].start > 0, sentence.units[tokens[index].start - 1] == 0x7684,
      !(range.lowerBound..<index).contains(where: {
        tokens[$0].isWord(.receive) || isDoneTo(tokens[$0])
      })
    {
      return .noun
    }
    // 捐款2000万元的承诺, 承诺 behind it; 捐赠协议.
    if index + 1 < range.upperBound, tokens[index + 1].isWord(.plan),
      tokens[index + 1].start == tokens[index].end
    {
      return .plan
    }
    return nil
  }

  /// 补助资金, which is an event only of who got it: 获省林业厅补助资金75万元.
  private func isMoney(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return sentence.word(token).weight == .noun && token.end - token.start >= 3
      && sentence.rules.signs.moneyEnds.contains(sentence.units[token.end - 1])
  }

  /// 贷款90万元,用于购置收割机: what for, which need not have come true.
  private func isPurpose(_ index: Int, _ clause: Int) -> Bool {
    let frame = sentence.frame(sentence.tokens[index])
    guard clause > 0, frame.traits.contains(.onTheWay) || frame.needs == .body else { return false }
    let place = sentence.places[clause]
    return sentence.rules.signs.purposes.begin(sentence.units[place.start..<place.end])
  }

  /// 拟以自有资金2亿元,受让…: the verb goes on where the clause before says that it is a plan.
  private func isPlannedBefore(_ index: Int, _ clause: Int) -> Bool {
    guard clause > 0,
      sentence.tokens[index].start - sentence.places[clause].start <= 1
    else { return false }
    let before = sentence.clauses[clause - 1]
    return before.contains {
      sentence.tokens[$0].isWord(.plan) && sentence.word(sentence.tokens[$0]).kind.isEmpty
    }
      && !before.contains { sentence.tokens[$0].isWord(.verb) }
  }

  /// 累计 speaks only against gifts; most words against all kinds.
  private func isOf(_ kind: String, _ token: EventToken) -> Bool {
    let own = sentence.word(token).kind
    return own.isEmpty || own == kind
  }

  /// 完成对地中海俱乐部的收购: behind 的 stands what was done.
  private func isDoneTo(_ token: EventToken) -> Bool {
    guard token.isWord(.to), sentence.units[token.start] == 0x5BF9, token.start > 0 else {
      return false  // 对
    }
    let before = sentence.units[token.start - 1]
    return before == 0x6210 || before == 0x4E86 || before == 0x884C  // 成 了 行
  }
}
