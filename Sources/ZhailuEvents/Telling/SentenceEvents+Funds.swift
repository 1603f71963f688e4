// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What money was brought up for: a use, a firm.
extension SentenceEvents {
  /// 出资260万元,买下经营权; 出资3000万元设立甲公司: the sum is what this verb's event is about.
  mutating func takeFunds(_ draft: inout EventDraft, _ clause: Int) {
    guard let waiting = funds, clause <= waiting.clause + 1, waiting.event < all.count,
      draft.things.count <= 1, !isFurther(draft, clause),
      isOfSame(draft.actors, all[waiting.event].actors),
      let amount = all[waiting.event].amount, isUse(draft, waiting.use, of: amount)
    else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].amount = amount
    let givers = all[waiting.event].actors
    if draft.actors.isEmpty || draft.kind == .setup && !givers.isEmpty { draft.actors = givers }
    if draft.recipients.isEmpty { draft.recipients = all[waiting.event].recipients }
    if draft.date == nil { draft.date = all[waiting.event].date }
    all.remove(at: waiting.event)
    funds = nil
  }

  /// 投入安全资金320万元,并赠送灭火器60具: a gift besides what the money was for.
  private func isFurther(_ draft: EventDraft, _ clause: Int) -> Bool {
    draft.kind == .donation && draft.things.contains { $0.quantity != nil }
      && sentence.begins(clause, withText: .further)
  }

  /// Whether a draft has no other sum, and is what the money may be for. 拿出利润的两成,共5万元,捐给乙: the
  /// sum itself is given; 出资600万元,为渔户每户补助8万元: to all of them together.
  private func isUse(_ draft: EventDraft, _ use: Funds.Use, of sum: Int) -> Bool {
    switch use {
    case .setup: return draft.kind == .setup
    case .purchase:
      return (draft.kind == .purchase || draft.kind == .acquisition)
        && draft.things.first.map { $0.amount == nil } ?? false
    case .any: break
    }
    if draft.kind == .setup || isSpent(on: draft) { return true }
    if let own = draft.things.first?.amount { return own == sum || draft.isForEach }
    return !draft.things.isEmpty || !draft.recipients.isEmpty || draft.kind == .acquisition
  }

  /// 花600元|买下, and nothing that says what.
  private func isSpent(on draft: EventDraft) -> Bool {
    guard draft.kind == .purchase, draft.things.isEmpty, let verb = all.last?.verb else {
      return false
    }
    return sentence.rules.signs[.paying].begin(sentence.units[verb.range])
  }

  /// 甲出资5万元;乙买下两台: the money of one pays nothing for another.
  private func isOfSame(_ actors: [Event.Party], _ givers: [Event.Party]) -> Bool {
    actors.isEmpty || givers.isEmpty
      || actors.contains { actor in givers.contains { $0.name == actor.name } }
  }

  /// 拿出10万元支援灾区: what was done with the money, where nobody is named and nothing is given.
  mutating func turnFunds(_ draft: EventDraft, _ frame: EventFrame, _ clause: Int) -> Bool {
    guard let waiting = funds, waiting.use == .any, clause == waiting.clause,
      waiting.event == all.count - 1,
      frame.traits.contains(.passesOn), draft.things.isEmpty, draft.recipients.isEmpty,
      draft.kind == .support || draft.kind == .donation,
      draft.actors.allSatisfy({ $0.source == .carried })
    else { return false }
    all[waiting.event].kind = draft.kind
    return true
  }

  /// 甲公司注册资本6000万元,其中乙出资3060万元: in which firm.
  func nameFirm(
    _ draft: inout EventDraft, _ frame: EventFrame, _ verb: Int, subject: [Event.Party]
  ) {
    guard frame.traits.contains(.funds), draft.recipients.isEmpty else { return }
    if nameNewFirm(&draft, verb) { return }
    guard let capital = sentence.tokens[..<verb].lastIndex(where: isCapital) else { return }
    let firm =
      sentence.tokens[..<capital].lazy.compactMap { sentence.party($0, .carried) }.first
      ?? subject.first { $0.mention != nil }
    guard let firm, !draft.actors.contains(where: { $0.name == firm.name }) else { return }
    draft.recipients = [firm]
  }

  /// 共同出资2亿元成立甲公司,其中乙出资1.4亿元: in the one that was set up.
  private func nameNewFirm(_ draft: inout EventDraft, _ verb: Int) -> Bool {
    guard let last, last.frame.needs == .body || all.last?.kind == .setup,
      let clause = sentence.clauses.firstIndex(where: { $0.contains(verb) }),
      // 出资设立甲公司,注册资本1亿元,其中乙出资6000万元
      clause - last.clause <= 2,
      let body = all.last(where: { $0.kind == .setup })?.item,
      !draft.actors.contains(where: { $0.name == body.name }), draft.has(.sum)
    else { return false }
    draft.recipients = [
      Event.Party(name: body.name, extent: body.extent, mention: body.mention, source: .carried)
    ]
    return true
  }

  /// 注册资本
  private func isCapital(_ token: EventToken) -> Bool {
    token.isWord(.rate) && token.end - token.start >= 4
      && sentence.rules.signs[.capital].begin(sentence.units[token.start..<token.end])
  }
}
