// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What an earlier event leaves to this verb: goods on their way, an event to complete, money.
extension EventReader {
  /// 购买170件军大衣,2000个口罩,并全部捐助给…: what was bought before is what is given here.
  mutating func passOn(
    _ draft: EventDraft, _ frame: EventFrame, _ areThingsEarlier: Bool
  ) -> Bool {
    guard frame.traits.contains(.passesOn), draft.things.isEmpty || areThingsEarlier,
      !draft.recipients.isEmpty
    else { return false }
    let onTheWay = events.indices.dropFirst(passed).filter { index in
      sentence.rules.frames.first { $0.rule == events[index].rule }?.traits.contains(.onTheWay)
        ?? false
    }.filter { events[$0].quantity != nil || events[$0].item != nil }
    guard !onTheWay.isEmpty else { return false }
    for index in onTheWay {
      let bought = events[index]
      var event = Event(
        rule: frame.rule, kind: draft.kind, verb: draft.verb,
        actors: bought.actors.isEmpty ? draft.actors : bought.actors,
        recipients: draft.recipients)
      event.quantity = bought.quantity
      event.item = bought.item
      event.date = draft.date ?? bought.date
      if bought.kind == .import {
        events.append(event)
      } else {
        events[index] = event
      }
    }
    // 捐赠善款用于购买: the money on the way is no event of its own.
    events.removeAll { event in
      event.kind == draft.kind && event.amount == nil && event.quantity == nil
    }
    (passed, funds) = (events.count, nil)
    return true
  }

  /// What a verb without an event of its own adds to the event before it.
  ///
  /// - 拨款1.5亿元,资助某某医学院: who receives;
  /// - 免除三个月租金,共计减免2600万元: the sum.
  mutating func complete(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    if completePrice(draft, frame, clause) { return true }
    guard let last, clause - last.clause <= 2, last.events.upperBound == events.count,
      !last.events.isEmpty,
      last.frame.rule == frame.rule || last.frame.isBenefit && clause == last.clause
        || frame.traits.contains(.lender) && events.last?.kind == draft.kind
    else { return false }
    let mayName = frame.traits.contains(.passesOn) || frame.traits.contains(.lender)
    if mayName, draft.things.isEmpty, !draft.recipients.isEmpty,
      last.events.allSatisfy({ events[$0].recipients.isEmpty })
    {
      for index in last.events { events[index].recipients = draft.recipients }
      return true
    }
    return completeSum(draft, frame, clause)
  }

  /// 购买商品房一套,支付房款86万元: the price; not 预付定金, which is less, nor 支付违约金.
  private mutating func completePrice(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    guard let last,
      last.frame.traits.contains(.onTheWay)
        || frame.traits.contains(.funds) && last.frame.traits.contains(.passesOn),
      draft.kind == .payment || frame.traits.contains(.funds),
      last.events.count == 1, last.events.upperBound == events.count,
      clause == last.clause + 1, draft.recipients.isEmpty,
      draft.actors.allSatisfy({ $0.source == .carried }),
      let index = last.events.first, index < events.count, events[index].amount == nil,
      events[index].quantity != nil, draft.things.count == 1,
      let amount = draft.things[0].amount, draft.things[0].quantity == nil,
      isPrice(sentence.mentions[amount].extent, paidBy: draft.verb, clause)
    else { return false }
    events[index].amount = amount
    return true
  }

  /// Whether nothing stands around a sum but words for a price: 支付全部货款5万元, not 先支付5万元
  /// nor 支付5万元契税.
  private func isPrice(_ sum: Extent, paidBy verb: Extent, _ clause: Int) -> Bool {
    let place = sentence.places[clause]
    let phrases = sentence.rules.phrases
    guard place.start <= verb.start, verb.end <= sum.start, sum.end <= place.end,
      phrases.paying.begin(sentence.units[verb.start..<verb.end]),
      phrases.parts.place(in: sentence.units[place.start..<verb.start]) == nil
    else { return false }
    return phrases.prices.cover(sentence.units[verb.end..<sum.start])
      && phrases.prices.cover(sentence.units[sum.end..<place.end])
  }

  private mutating func completeSum(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    guard let last, last.frame.rule == frame.rule, frame.traits.contains(.itemOfSum),
      last.events.count == 1, clause > last.clause,
      draft.things.count == 1, draft.things[0].quantity == nil,
      let amount = draft.things[0].amount, let index = last.events.first,
      events[index].amount == nil
    else { return false }
    let quantity = events[index].quantity.flatMap { mention -> QuantityValue? in
      if case .quantity(let value) = sentence.mentions[mention].value { return value }
      return nil
    }
    guard quantity == nil || quantity?.unit == "%" else { return false }
    events[index].amount = amount
    events[index].quantity = nil
    if events[index].item == nil { events[index].item = draft.things[0].item }
    if events[index].recipients.isEmpty { events[index].recipients = draft.recipients }
    return true
  }

  /// 出资260万元,买下经营权: the sum is what this verb's event is about.
  mutating func takeFunds(_ draft: inout EventDraft, _ clause: Int) {
    guard let waiting = funds, clause <= waiting.clause + 1, waiting.event < events.count,
      draft.things.count <= 1, draft.things.first?.amount == nil,
      isOfSame(draft.actors, events[waiting.event].actors)
    else { return }
    if draft.kind == .setup { return fund(waiting.event, draft) }
    let isOfUse =
      !draft.things.isEmpty || !draft.recipients.isEmpty || draft.kind == .acquisition
    guard isOfUse, let amount = events[waiting.event].amount else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].amount = amount
    if draft.actors.isEmpty { draft.actors = events[waiting.event].actors }
    if draft.date == nil { draft.date = events[waiting.event].date }
    events.remove(at: waiting.event)
    funds = nil
  }

  /// 甲出资5万元;乙买下两台: the money of one pays nothing for another.
  private func isOfSame(_ actors: [Event.Party], _ givers: [Event.Party]) -> Bool {
    actors.isEmpty || givers.isEmpty
      || actors.contains { actor in givers.contains { $0.name == actor.name } }
  }

  /// 出资3000万元设立甲公司: the money goes to what is set up.
  private mutating func fund(_ event: Int, _ draft: EventDraft) {
    guard events[event].recipients.isEmpty, let body = draft.things.first?.item else { return }
    events[event].recipients = [
      Event.Party(name: body.name, extent: body.extent, mention: body.mention, source: .object)
    ]
  }

  /// 甲公司注册资本6000万元,其中乙出资3060万元: in which firm.
  func nameFirm(_ draft: inout EventDraft, _ frame: EventFrame, _ verb: Int) {
    guard frame.traits.contains(.funds), draft.recipients.isEmpty else { return }
    if nameNewFirm(&draft) { return }
    guard let capital = sentence.tokens[..<verb].lastIndex(where: isCapital)
    else { return }
    let firm =
      sentence.tokens[..<capital].lazy.compactMap { sentence.party($0, .carried) }.first
      ?? subject.first { $0.mention != nil }
    guard let firm, !draft.actors.contains(where: { $0.name == firm.name }) else { return }
    draft.recipients = [firm]
  }

  /// 共同出资2亿元成立甲公司,其中乙出资1.4亿元: in the one that was set up.
  private func nameNewFirm(_ draft: inout EventDraft) -> Bool {
    guard let last, last.frame.needs == .body || events.last?.kind == .setup,
      let body = events.last(where: { $0.kind == .setup })?.item,
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
      && sentence.rules.phrases.capitals.begin(sentence.units[token.start..<token.end])
  }

  /// 放出2270万元,惠及83户: who receives, in a clause of its own; 惠及农户4万户 names the farmers.
  mutating func readBeneficiaries(of clause: Int) {
    let range = sentence.clauses[clause]
    guard let last, clause - last.clause <= 2, last.events.upperBound == events.count,
      last.events.allSatisfy({ events[$0].recipients.isEmpty }),
      let goal = range.first(where: { sentence.tokens[$0].isWord(.goal) }),
      sentence.tokens[goal].start - sentence.places[clause].start <= 1,
      sentence.rules.phrases.benefits.begin(sentence.units[sentence.tokens[goal].start...])
    else { return }
    let behind = goal + 1..<range.upperBound
    var found = sentence.parties(
      behind, from: sentence.tokens[goal].end, to: sentence.places[clause].end, .goal)
    if behind.count == 2, let noun = behind.first, sentence.tokens[noun].isWord(.party),
      sentence.countsParties(sentence.tokens[noun + 1]),
      sentence.tokens[noun].end == sentence.tokens[noun + 1].start
    {
      found = [sentence.described(sentence.tokens[noun].extent, .goal)]
    }
    for index in last.events { events[index].recipients = found }
  }
}
