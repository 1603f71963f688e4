// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What money was put up for: 出资86万元,为小学修建操场 is a gift; 拿出10万元支援灾区 supports.
extension EventReader {
  /// 拿出10万元支援灾区: what was done with the money, where nobody is named and nothing is given.
  mutating func turnFunds(_ draft: EventDraft, _ frame: EventFrame, _ clause: Int) -> Bool {
    guard let waiting = funds, clause == waiting.clause, waiting.event == events.count - 1,
      frame.traits.contains(.passesOn), draft.things.isEmpty, draft.recipients.isEmpty,
      draft.kind == .support || draft.kind == .donation,
      draft.actors.allSatisfy({ $0.source == .carried })
    else { return false }
    events[waiting.event].kind = draft.kind
    return true
  }

  /// 出资80万元为小学修建操场, 出资80万元,为小学修建操场: for whom the money is, and for what.
  mutating func nameBeneficiary(
    _ draft: inout EventDraft, _ frame: EventFrame, _ verb: Int, _ clause: Int
  ) {
    guard frame.traits.contains(.funds), draft.things.count == 1,
      let work = work(behind: verb, clause) ?? work(in: clause + 1)
    else { return }
    draft.recipients = work.parties
    draft.things[0].item = work.item
    draft.kind = isOfState(draft) ? .support : .donation
  }

  private typealias Work = (parties: [Event.Party], item: Event.Item?)

  private func work(behind verb: Int, _ clause: Int) -> Work? {
    let range = verb + 1..<sentence.clauses[clause].upperBound
    guard let to = range.first(where: { sentence.tokens[$0].isWord(.to) }) else { return nil }
    return work(from: to, clause)
  }

  /// In a clause that begins with 为.
  private func work(in clause: Int) -> Work? {
    guard clause < sentence.clauses.count, !sentence.isFirst(clause),
      let to = sentence.clauses[clause].first, sentence.tokens[to].isWord(.to),
      sentence.tokens[to].start - sentence.places[clause].start <= 1
    else { return nil }
    return work(from: to, clause)
  }

  private func work(from to: Int, _ clause: Int) -> Work? {
    let tokens = sentence.tokens
    let (start, end) = (tokens[to].end, sentence.places[clause].end)
    guard start < end,
      let place = sentence.rules.phrases.works.place(in: sentence.units[start..<end])
    else { return nil }
    let upper = sentence.clauses[clause].upperBound
    let stop = (to + 1..<upper).first { tokens[$0].start >= place } ?? upper
    let found = sentence.parties(to + 1..<stop, from: start, to: place, .to)
    guard !found.isEmpty else { return nil }
    let verb = sentence.rules.phrases.works.length(at: sentence.units[place..<end])
    return (found, sentence.nounAtEnd(from: place + verb, to: end))
  }
}
