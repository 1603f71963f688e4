// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What money was brought up for: a use, a firm.
extension SentenceEvents {
  /// 出资260万元,买下经营权: the sum is what this verb's event is about.
  mutating func takeFunds(_ draft: inout EventDraft, _ clause: Int) {
    guard let waiting = funds, clause <= waiting.clause + 1, waiting.event < all.count,
      draft.things.count <= 1, draft.things.first?.amount == nil,
      isOfSame(draft.actors, all[waiting.event].actors)
    else { return }
    if draft.kind == .setup { return fund(waiting.event, draft) }
    let isOfUse =
      !draft.things.isEmpty || !draft.recipients.isEmpty || draft.kind == .acquisition
    guard isOfUse, let amount = all[waiting.event].amount else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].amount = amount
    if draft.actors.isEmpty { draft.actors = all[waiting.event].actors }
    if draft.date == nil { draft.date = all[waiting.event].date }
    all.remove(at: waiting.event)
    funds = nil
  }

  /// 甲出资5万元;乙买下两台: the money of one pays nothing for another.
  private func isOfSame(_ actors: [Event.Party], _ givers: [Event.Party]) -> Bool {
    actors.isEmpty || givers.isEmpty
      || actors.contains { actor in givers.contains { $0.name == actor.name } }
  }

  /// 出资3000万元设立甲公司: the money goes to what is set up.
  private mutating func fund(_ event: Int, _ draft: EventDraft) {
    guard all[event].recipients.isEmpty, let body = draft.things.first?.item else { return }
    all[event].recipients = [
      Event.Party(name: body.name, extent: body.extent, mention: body.mention, source: .object)
    ]
  }

  /// 拿出10万元支援灾区: what was done with the money, where nobody is named and nothing is given.
  mutating func turnFunds(_ draft: EventDraft, _ frame: EventFrame, _ clause: Int) -> Bool {
    guard let waiting = funds, clause == waiting.clause, waiting.event == all.count - 1,
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
    if nameNewFirm(&draft) { return }
    guard let capital = sentence.tokens[..<verb].lastIndex(where: isCapital) else { return }
    let firm =
      sentence.tokens[..<capital].lazy.compactMap { sentence.party($0, .carried) }.first
      ?? subject.first { $0.mention != nil }
    guard let firm, !draft.actors.contains(where: { $0.name == firm.name }) else { return }
    draft.recipients = [firm]
  }

  /// 共同出资2亿元成立甲公司,其中乙出资1.4亿元: in the one that was set up.
  private func nameNewFirm(_ draft: inout EventDraft) -> Bool {
    guard let last, last.frame.needs == .body || all.last?.kind == .setup,
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
