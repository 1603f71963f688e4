// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What money was put up for: 出资86万元,为小学修建操场 is a gift.
extension EventSentence {
  /// 出资80万元为小学修建操场, 出资80万元,为小学修建操场: for whom the money is, and for what.
  func nameBeneficiary(
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
    let range = verb + 1..<clauses[clause].upperBound
    guard let to = range.first(where: { tokens[$0].isWord(.to) }) else { return nil }
    return work(from: to, clause)
  }

  /// In a clause that begins with 为.
  private func work(in clause: Int) -> Work? {
    guard clause < clauses.count, !isFirst(clause), let to = clauses[clause].first,
      tokens[to].isWord(.to), tokens[to].start - places[clause].start <= 1
    else { return nil }
    return work(from: to, clause)
  }

  private func work(from to: Int, _ clause: Int) -> Work? {
    let (start, end) = (tokens[to].end, places[clause].end)
    guard start < end, let place = rules.signs[.work].place(in: units[start..<end]) else {
      return nil
    }
    let upper = clauses[clause].upperBound
    let stop = (to + 1..<upper).first { tokens[$0].start >= place } ?? upper
    let found = parties(to + 1..<stop, from: start, to: place, .to)
    guard !found.isEmpty else { return nil }
    let verb = rules.signs[.work].length(at: units[place..<end])
    return (found, nounAtEnd(from: place + verb, to: end))
  }
}
