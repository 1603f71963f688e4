// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads a stretch of text as a list of gifts, and as nothing where any of it is something else.
///
/// - 1. 青禾集团　50万元: a numbered line;
/// - 周文斌……1000元, 周文斌:1000元: signs between somebody and a sum;
/// - 周文斌 1000元　李红梅 500元: several on a line;
/// - 2月3日,青禾集团,50万元;2月4日,云海公司,20万元: with days;
/// - 青禾集团:口罩5000只、消毒液200桶: things;
/// - 1000元:周文斌、李红梅: those who gave as much.
struct ListReading {
  let sentence: EventSentence
  /// What the heading says of all.
  let model: Event

  /// The gifts of a list that is all of `extent`.
  func events(in extent: Extent) -> [Event]? {
    var cursor = ListCursor(sentence: sentence, place: extent.start, end: extent.end)
    var events: [Event] = []
    cursor.skip(ListCursor.betweenEntries)
    while cursor.place < extent.end {
      guard let entry = entry(at: &cursor) else { return nil }
      events += entry.events()
      cursor.skip(ListCursor.betweenEntries)
    }
    return events.isEmpty ? nil : events
  }

  private func entry(at cursor: inout ListCursor) -> EventDraft? {
    cursor.skipNumbering()
    var date = cursor.takeDay()
    if date != nil { cursor.skip(ListCursor.betweenParts) }
    let (actors, things, isEach) = takeGift(at: &cursor)
    guard !actors.isEmpty, let first = things.first, let told = first.amount ?? first.quantity
    else { return nil }
    if date == nil { date = cursor.takeDateBehind() }
    cursor.skipRemark()
    var draft = EventDraft(
      rule: model.rule, kind: model.kind, verb: sentence.mentions[told].extent)
    (draft.actors, draft.recipients) = (actors, model.recipients)
    (draft.things, draft.date, draft.isEach) = (things, date, isEach)
    return draft
  }

  private func takeGift(
    at cursor: inout ListCursor
  ) -> (actors: [Event.Party], things: [GivenThing], isEach: Bool) {
    if let sum = cursor.takeSum() {
      let isHeading = cursor.skipColon()
      return (isHeading ? cursor.takeParties() : [], [GivenThing(amount: sum)], true)
    }
    let actors = cursor.takeParties()
    let isEach = cursor.skipBeforeThings()
    return (actors, cursor.takeThings(), isEach)
  }
}
