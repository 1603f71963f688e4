// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What a verb adds to the events before it, where it tells none of its own.
extension SentenceEvents {
  /// What a verb without an event of its own adds to the event before it.
  ///
  /// - 拨款1.5亿元,资助某某医学院: who receives;
  /// - 免除三个月租金,共计减免2600万元: the sum.
  mutating func complete(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    if completeFounder(draft, clause) || completeBuyer(draft, frame, clause)
      || completePrice(draft, frame, clause) || completeLoan(draft, clause)
      || draft.recipients.isEmpty && completeTotal(in: clause)
    {
      return true
    }
    guard let last = latest, clause - last.clause <= 2, !last.events.isEmpty,
      last.frame.rule == frame.rule || last.frame.isBenefit && clause == last.clause
        || frame.traits.contains(.lender) && all.last?.kind == draft.kind
    else { return false }
    let mayName = frame.traits.contains(.passesOn) || frame.traits.contains(.lender)
    if mayName, draft.things.isEmpty, !draft.recipients.isEmpty,
      last.events.allSatisfy({ all[$0].recipients.isEmpty })
    {
      for index in last.events { all[index].recipients = draft.recipients }
      return true
    }
    return completeSum(draft, frame, clause)
  }

  /// 出售房产一处,买方为乙,价款1.39亿元: who bought what the clause before sells.
  private mutating func completeBuyer(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    guard frame.roles[.subject] == nil, frame.roles[.object] == .actor, let last = latest,
      last.events.count == 1, let index = last.events.first, clause - last.clause <= 2,
      all[index].kind == .sale, all[index].recipients.isEmpty, !draft.actors.isEmpty
    else { return false }
    all[index].recipients = draft.actors
    if all[index].amount == nil { all[index].amount = draft.things.first?.amount }
    return true
  }

  /// 购买商品房一套,支付房款86万元: the price; not 预付定金, which is less, nor 支付违约金.
  private mutating func completePrice(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    guard let last = latest,
      last.frame.traits.contains(.onTheWay) || all.last?.kind == .investment
        || frame.traits.contains(.funds) && last.frame.traits.contains(.passesOn),
      draft.kind == .payment || frame.traits.contains(.funds),
      last.events.count == 1, clause > last.clause, clause - last.clause <= 2,
      draft.recipients.isEmpty,
      draft.actors.allSatisfy({ $0.source == .carried }),
      let index = last.events.first, all[index].amount == nil,
      all[index].quantity != nil || isBuilding(all[index]), draft.things.count == 1,
      let amount = draft.things[0].amount, draft.things[0].quantity == nil,
      isPrice(
        sentence.mentions[amount].extent, paidBy: draft.verb, clause,
        byFunds: frame.traits.contains(.funds))
    else { return false }
    all[index].amount = amount
    return true
  }

  /// 捐建信息科学馆,出资2000万元: a building.
  private func isBuilding(_ event: Event) -> Bool {
    event.item != nil
      && sentence.rules.signs.has(.buildEnd, sentence.units[event.verb.end - 1])
  }

  /// Whether nothing stands around a sum but words for a price: 支付全部货款5万元, not 先支付5万元
  /// nor 支付5万元契税.
  func isPrice(
    _ sum: Extent, paidBy verb: Extent, _ clause: Int, byFunds isFunded: Bool = false
  ) -> Bool {
    let place = sentence.places[clause]
    let signs = sentence.rules.signs
    if sum.end <= verb.start { return isPricePaid(sum, by: verb, clause) }
    guard place.start <= verb.start, verb.end <= sum.start, sum.end <= place.end,
      isFunded || signs[.paying].begin(sentence.units[verb.start..<verb.end]),
      signs[.part].place(in: sentence.units[place.start..<verb.start]) == nil
    else { return false }
    return signs[.price].cover(sentence.units[verb.end..<sum.start])
      && signs[.price].cover(sentence.units[sum.end..<place.end])
  }

  /// 货款108万元|当日结清: the price stands before the verb that ends the clause.
  private func isPricePaid(_ sum: Extent, by verb: Extent, _ clause: Int) -> Bool {
    let (place, signs) = (sentence.places[clause], sentence.rules.signs)
    return place.start < sum.start && verb.end == place.end
      && verb.start - sum.end <= Self.longestManner
      && signs[.price].cover(sentence.units[place.start..<sum.start])
      && signs[.part].place(in: sentence.units[place.start..<verb.start]) == nil
      && signs[.paying].begin(sentence.units[verb.range])
  }

  /// 当日已一次性
  private static let longestManner = 6

  /// 带来三台发电机,借给了指挥部: what was brought is lent.
  private mutating func completeLoan(_ draft: EventDraft, _ clause: Int) -> Bool {
    guard let last = latest, draft.kind == .loan, last.frame.traits.contains(.passesOn),
      clause == last.clause + 1, draft.things.isEmpty, !draft.recipients.isEmpty,
      last.events.allSatisfy({ all[$0].recipients.isEmpty && all[$0].quantity != nil }),
      draft.verb.start - sentence.places[clause].start <= 1
    else { return false }
    for index in last.events {
      all[index].kind = .loan
      all[index].recipients = draft.recipients
    }
    return true
  }

  private mutating func completeSum(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    guard let last = latest, last.frame.rule == frame.rule, frame.traits.contains(.itemOfSum),
      last.events.count == 1, clause > last.clause,
      draft.things.count == 1, draft.things[0].quantity == nil,
      let amount = draft.things[0].amount, let index = last.events.first,
      all[index].amount == nil
    else { return false }
    let quantity = all[index].quantity.flatMap { mention -> QuantityValue? in
      if case .quantity(let value) = sentence.mentions[mention].value { return value }
      return nil
    }
    guard quantity == nil || quantity?.unit == "%" else { return false }
    all[index].amount = amount
    all[index].quantity = nil
    if all[index].item == nil { all[index].item = draft.things[0].item }
    if all[index].recipients.isEmpty { all[index].recipients = draft.recipients }
    return true
  }
}
