// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Goods on their way: what was bought or brought is what a later verb gives.
extension SentenceEvents {
  /// 购买170件军大衣,2000个口罩,并全部捐助给…: what was bought before is what is given here.
  mutating func passOn(
    _ draft: EventDraft, _ frame: EventFrame, _ areThingsEarlier: Bool
  ) -> Bool {
    guard frame.traits.contains(.passesOn), draft.things.isEmpty || areThingsEarlier,
      !draft.recipients.isEmpty
    else { return false }
    let onTheWay = all.indices.dropFirst(passed).filter { index in
      sentence.rules.frame(ofRule: all[index].rule)?.traits.contains(.onTheWay) ?? false
    }.filter { all[$0].quantity != nil || all[$0].item != nil }
    guard !onTheWay.isEmpty else { return false }
    for index in onTheWay {
      let bought = all[index]
      let event = gift(
        of: bought, draft, frame, from: bought.actors.isEmpty ? draft.actors : bought.actors,
        to: draft.recipients)
      if bought.kind == .import {
        all.append(event)
      } else {
        all[index] = event
      }
    }
    // 捐赠善款用于购买: the money on the way is no event of its own.
    all.removeAll { event in
      event.kind == draft.kind && event.amount == nil && event.quantity == nil
    }
    (passed, funds) = (all.count, nil)
    return true
  }

  /// 学校新添电脑60台,全部由甲公司捐赠: what was got was no purchase.
  mutating func turnPurchase(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard reading.frame.traits.contains(.passesOn), draft.recipients.isEmpty,
      draft.things.isEmpty || reading.areThingsEarlier, let giver = draft.actors.first,
      giver.source == .by, let last = latest, reading.clause == last.clause + 1,
      last.events.count == 1, let index = last.events.first, all[index].kind == .purchase,
      all[index].amount == nil, all[index].recipients.isEmpty
    else { return false }
    all[index] = gift(
      of: all[index], draft, reading.frame, from: draft.actors, to: all[index].actors)
    return true
  }

  /// What was got, as what a draft gives.
  private func gift(
    of got: Event, _ draft: EventDraft, _ frame: EventFrame, from givers: [Event.Party],
    to receivers: [Event.Party]
  ) -> Event {
    var event = Event(
      rule: frame.rule, kind: draft.kind, verb: draft.verb, actors: givers, recipients: receivers)
    (event.amount, event.quantity, event.item) = (got.amount, got.quantity, got.item)
    event.date = draft.date ?? got.date
    return event
  }
}
