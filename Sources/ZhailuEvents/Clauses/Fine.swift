// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A fine that a clause tells of, which is an act only where it is paid: 环保局对甲厂处以罚款5万元,罚款已缴清.
struct Fine {
  let payers: [Event.Party]
  let authorities: [Event.Party]
  let sum: Int
  let clause: Int

  /// Who pays it, to whom, and how much it was, where the clause of the verb does not say.
  func complete(_ draft: inout EventDraft, by reading: ClauseReading) {
    guard reading.clause > clause, reading.clause - clause <= 2, draft.kind == .payment,
      draft.recipients.isEmpty, !reading.isReceiving,
      draft.actors.allSatisfy({ $0.source == .carried || isPayer($0) }),
      draft.things.allSatisfy({ $0.quantity == nil && ($0.amount ?? sum) == sum }),
      reading.sentence.isPaying(draft.verb), reading.sentence.isOfFine(draft, reading.clause)
    else { return }
    let isOwn = !draft.actors.isEmpty && draft.actors.allSatisfy(isPayer)
    if !isOwn, !payers.isEmpty { draft.actors = payers.map(ClauseReading.carried) }
    draft.recipients = authorities.map(ClauseReading.carried)
    draft.things = [GivenThing(amount: sum)]
  }

  private func isPayer(_ party: Event.Party) -> Bool {
    payers.contains { $0.name == party.name }
  }
}

extension EventSentence {
  /// 缴清, 上缴, 支付.
  func isPaying(_ verb: Extent) -> Bool { rules.signs[.paying].begin(units[verb.range]) }

  /// 已缴清, 缴清罚款, 支付了5万元: nothing but the fine is paid; not 支付工程款.
  func isOfFine(_ draft: EventDraft, _ clause: Int) -> Bool {
    guard draft.things.allSatisfy({ $0.amount == nil }) else { return true }
    let end = places[clause].end
    let rest = units[min(draft.verb.end, end)..<end]
    return rest.allSatisfy { rules.signs.has(.finished, $0) }
      || rules.signs[.fine].place(in: rest) != nil
  }

  /// The fine in a clause: whom it names behind 对, 向 or 其 pays, and else whom it is about, fined by whom 被 names.
  func fine(in clause: Int, about subject: [Event.Party], _ earlier: [Event.Party]) -> Fine? {
    let (range, place) = (clauses[clause], places[clause])
    let sums = range.filter { tokens[$0].kind == .amount }
    guard sums.count == 1, rules.signs[.fine].place(in: units[place.range]) != nil else {
      return nil
    }
    let named = range.filter { tokens[$0].kind == .organization }
    func bodies(behind mark: Int) -> [Event.Party] {
      named.first { $0 > mark && tokens[$0].start - tokens[mark].end <= 1 }
        .flatMap { party(tokens[$0], .carried) }.map { [$0] } ?? []
    }
    let sum = tokens[sums[0]].payload
    if let by = range.first(where: { tokens[$0].isWord(.by) }) {
      return Fine(payers: subject, authorities: bodies(behind: by), sum: sum, clause: clause)
    }
    guard let to = range.first(where: { tokens[$0].isWord(.to) && $0 < sums[0] }) else {
      return nil
    }
    let names = Set(subject.map(\.name))
    var payers = bodies(behind: to)
    if payers.isEmpty, to + 1 < tokens.count, tokens[to + 1].isWord(.pronoun) {
      payers = earlier.filter { !names.contains($0.name) }
    }
    return Fine(
      payers: payers, authorities: payers.isEmpty ? [] : subject.filter { $0.mention != nil },
      sum: sum, clause: clause)
  }
}
