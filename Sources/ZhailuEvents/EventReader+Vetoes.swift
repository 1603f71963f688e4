// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What speaks against an event: plans, negations, verbs that are nouns where they stand.
extension EventReader {
  /// What speaks against an event at this verb: the first that does.
  func veto(_ index: Int, _ clause: Int, _ kind: EventKind) -> Refusal.Reason? {
    let range = sentence.clauses[clause]
    if isBeforeNoun(index, range) { return .noun }
    if isBehindRate(index, range) { return .nothing }
    if isName(index, range) { return .noun }
    if let reason = vetoBefore(index, range, kind) { return reason }
    if isMeans(index, range) || isMoney(index, range) { return .noun }
    if isPurpose(index, clause) || isPlannedBefore(index, clause) || isOrdered(clause)
      || isHabit(kind, index, clause)
    {
      return .plan
    }
    if isOfSomebody(index, range) { return .noun }
    return isPromised(index, range) ? .plan : nil
  }

  /// 捐款|名单, 捐赠的|标准, but 抽查了|市场上的菜, 捐赠|项目资金5万元.
  private func isBeforeNoun(_ index: Int, _ range: Range<Int>) -> Bool {
    guard range.contains(index + 1), sentence.tokens[index + 1].isWord(.noun),
      !sentence.rules.signs.finished.contains(sentence.units[sentence.tokens[index].end - 1]),
      isBeside(index, index + 1, range)
        || sentence.isBeforeOf(sentence.tokens[index])
          && sentence.tokens[index + 1].start == sentence.tokens[index].end + 1
    else { return false }
    return !isCountedBehind(index + 1, range)
  }

  /// 人员|防护服500套, 项目|资金5万元: the noun begins a longer one for goods, dues or money, and how
  /// much of it there is stands directly behind.
  private func isCountedBehind(_ noun: Int, _ range: Range<Int>) -> Bool {
    let tokens = sentence.tokens
    var last = noun + 1
    while range.contains(last + 1), isBeside(last, last + 1, range),
      tokens[last].isWord(.thing) || tokens[last].isWord(.money)
    { last += 1 }
    guard range.contains(last), last > noun + 1, isBeside(last - 1, last, range),
      tokens[noun + 1].start - tokens[noun].end <= Self.longestCompound,
      !sentence.units[tokens[noun].end..<tokens[noun + 1].start].contains(where: sentence.isOf)
    else { return false }
    return tokens[last].kind == .amount
      || tokens[last].kind == .quantity && !sentence.countsParties(tokens[last])
  }

  private static let longestCompound = 4

  /// 房屋每平方米补偿780元: so much for each of them.
  private func isBehindRate(_ index: Int, _ range: Range<Int>) -> Bool {
    isBeside(index - 1, index, range) && sentence.tokens[index - 1].isWord(.rate)
      && !sentence.isEachParty(sentence.tokens[index - 1])
  }

  /// 以预付工程款为名: as what it was done.
  private func isName(_ index: Int, _ range: Range<Int>) -> Bool {
    isBeside(index - 1, index, range) && sentence.tokens[index - 1].isWord(.via)
      && sentence.tokens[index - 1].extent.count == 1
  }

  /// Whether one token stands directly behind the other, both in the clause.
  private func isBeside(_ first: Int, _ second: Int, _ range: Range<Int>) -> Bool {
    range.contains(first) && range.contains(second)
      && sentence.tokens[first].end == sentence.tokens[second].start
  }

  /// 拟, 没有 and 将 before the verb: the first of them.
  private func vetoBefore(
    _ index: Int, _ range: Range<Int>, _ kind: EventKind
  ) -> Refusal.Reason? {
    let tokens = sentence.tokens
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
    return nil
  }

  /// 用这笔贷款中的800万元添置设备: what was lent pays.
  private func isMeans(_ index: Int, _ range: Range<Int>) -> Bool {
    let tokens = sentence.tokens
    return sentence.word(tokens[index]).weight == .noun && index > range.lowerBound
      && tokens[index - 1].isWord(.via) && tokens[index].start - tokens[index - 1].end <= 4
      && (index + 1..<range.upperBound).contains { tokens[$0].isWord(.verb) }
  }

  /// 铁西国资的借款: a noun; but 收到甲的捐款, 完成对甲的收购.
  private func isOfSomebody(_ index: Int, _ range: Range<Int>) -> Bool {
    let tokens = sentence.tokens
    guard tokens[index].start > 0, sentence.isOf(sentence.units[tokens[index].start - 1]) else {
      return false
    }
    return !(range.lowerBound..<index).contains {
      tokens[$0].isWord(.receive) || isDoneTo(tokens[$0])
    }
  }

  /// 捐赠|协议, and 承诺 behind the verb.
  private func isPromised(_ index: Int, _ range: Range<Int>) -> Bool {
    isBeside(index, index + 1, range) && sentence.tokens[index + 1].isWord(.plan)
  }

  /// 补助资金, which is an event only of who got it: 获省林业厅补助资金75万元.
  private func isMoney(_ index: Int, _ range: Range<Int>) -> Bool {
    let token = sentence.tokens[index]
    return sentence.word(token).weight == .noun && token.end - token.start >= 3
      && sentence.rules.signs.moneyEnds.contains(sentence.units[token.end - 1])
      && !(range.lowerBound..<index).contains { sentence.tokens[$0].isWord(.receive) }
  }

  /// 贷款90万元,用于购置收割机: what for, which need not have come true.
  private func isPurpose(_ index: Int, _ clause: Int) -> Bool {
    let frame = sentence.frame(sentence.tokens[index])
    guard clause > 0, frame.traits.contains(.onTheWay) || frame.needs == .body else { return false }
    let place = sentence.places[clause]
    return sentence.rules.phrases.purposes.begin(sentence.units[place.start..<place.end])
  }

  /// 拟以自有资金2亿元,受让…: the verb goes on where the clause before says that it is a plan.
  private func isPlannedBefore(_ index: Int, _ clause: Int) -> Bool {
    guard clause > 0,
      sentence.tokens[index].start - sentence.places[clause].start <= 1
    else { return false }
    let before = sentence.clauses[clause - 1]
    return before.contains {
      sentence.tokens[$0].isWord(.plan) && sentence.word(sentence.tokens[$0]).kind == nil
    }
      && !before.contains { sentence.tokens[$0].isWord(.verb) }
  }

  /// 累计 speaks only against gifts; most words against all kinds.
  private func isOf(_ kind: EventKind, _ token: EventToken) -> Bool {
    sentence.word(token).kind.map { $0 == kind } ?? true
  }

  /// 完成对地中海俱乐部的收购: behind 的 stands what was done.
  private func isDoneTo(_ token: EventToken) -> Bool {
    let signs = sentence.rules.signs
    return token.isWord(.to) && signs.targets.contains(sentence.units[token.start])
      && token.start > 0 && signs.carriedOut.contains(sentence.units[token.start - 1])
  }
}
