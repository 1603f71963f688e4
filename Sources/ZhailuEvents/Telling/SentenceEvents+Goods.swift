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
      var event = Event(
        rule: frame.rule, kind: draft.kind, verb: draft.verb,
        actors: bought.actors.isEmpty ? draft.actors : bought.actors,
        recipients: draft.recipients)
      event.quantity = bought.quantity
      event.item = bought.item
      event.date = draft.date ?? bought.date
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
}
