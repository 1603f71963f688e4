// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Something that was bought, for which the next clause says the price: 以底价摘得地块,耗资9.8亿元.
struct UnpricedPurchase {
  let draft: EventDraft
  let clause: Int
  let frame: EventFrame

  /// `nil` for a draft that lacks more than its price.
  init?(_ draft: EventDraft, in clause: Int, _ frame: EventFrame) {
    guard frame.traits.contains(.onTheWay), draft.kind == .purchase || draft.kind == .acquisition,
      !draft.actors.isEmpty, draft.things.count == 1, draft.things[0].item != nil,
      draft.things[0].amount == nil, draft.things[0].quantity == nil
    else { return nil }
    self.draft = draft
    self.clause = clause
    self.frame = frame
  }

  /// The purchase, with the sum that a draft of the next clause pays for nothing else; `nil` where it does not.
  func priced(by other: EventDraft, _ reading: ClauseReading) -> EventDraft? {
    guard reading.clause == clause + 1, !reading.sentence.isFirst(reading.clause),
      reading.subject.isEmpty, reading.frame.traits.contains(.funds), other.recipients.isEmpty,
      other.things.count == 1, let amount = other.things[0].amount,
      other.things[0].quantity == nil, other.things[0].item == nil
    else { return nil }
    var draft = draft
    draft.things[0].amount = amount
    return draft
  }
}
