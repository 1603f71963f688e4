// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Who set up a body that the clause before tells of: 甲学校成立,由乙集团出资组建.
extension SentenceEvents {
  /// Names the founder by the clause of a verb that has nothing of its own to tell, or only the same body.
  mutating func completeFounder(_ draft: EventDraft, _ clause: Int) -> Bool {
    if let body = latest?.events.first.flatMap({ all[$0].item }), draft.kind == .setup,
      draft.actors.isEmpty, draft.things.count == 1, draft.things[0].item?.extent == body.extent
    {
      return true
    }
    guard draft.things.isEmpty, draft.recipients.isEmpty, !draft.actors.isEmpty,
      draft.actors.allSatisfy({ $0.source == .by })
    else { return false }
    return nameFounders(draft.actors, clause)
  }

  /// 甲基金会成立,由乙集团发起: by a clause without a verb of events, which begins with 由.
  mutating func readFounders(of clause: Int) {
    let range = sentence.clauses[clause]
    guard latest?.frame.needs == .body, let by = range.first, sentence.tokens[by].isWord(.by),
      sentence.tokens[by].start == sentence.places[clause].start, by + 1 < range.upperBound,
      sentence.tokens[by + 1].kind == .organization
    else { return }
    let last = sentence.lastOfSame(by + 1, upTo: range.upperBound)
    let rest = sentence.units[sentence.tokens[last].end..<sentence.places[clause].end]
    guard sentence.rules.signs[.founding].place(in: rest) != nil else { return }
    _ = nameFounders(sentence.group(endingAt: last, in: by + 1..<last + 1, .by), clause)
  }

  private mutating func nameFounders(_ founders: [Event.Party], _ clause: Int) -> Bool {
    guard let last = latest, last.frame.needs == .body, last.events.count == 1,
      clause == last.clause + 1, let event = last.events.first, all[event].actors.isEmpty,
      !founders.contains(where: { $0.name == all[event].item?.name })
    else { return false }
    all[event].actors = founders
    return true
  }
}
