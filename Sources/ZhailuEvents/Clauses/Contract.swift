// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Two that signed with each other, and in which clause: 甲与乙签约.
struct Contract {
  /// Who goes on acting.
  let first: [Event.Party]
  let second: [Event.Party]
  let clause: Int

  /// 甲与乙签约,出资10亿元: of two that signed, who does not act receives.
  func nameReceiver(of draft: inout EventDraft, by reading: ClauseReading) {
    guard reading.clause > clause, reading.clause - clause <= 2, !reading.isReceiving,
      draft.kind.isContracted, draft.recipients.isEmpty, !draft.things.isEmpty,
      !draft.actors.isEmpty,
      !draft.actors.contains(where: { $0.source != .carried && $0.mention == nil })
    else { return }
    let actors = Set(draft.actors.map(\.name))
    defer { if reading.frame.traits.contains(.lender) { draft.swapLender(reading.sentence) } }
    if actors.isSubset(of: Set(first.map(\.name))) {
      draft.recipients = second.map(ClauseReading.carried)
    } else if draft.kind == .loan, actors.isSubset(of: Set(second.map(\.name))) {
      draft.recipients = first.map(ClauseReading.carried)
    }
  }
}

extension Contract {
  /// 甲公司与乙银行签订合同,取得贷款1亿元: of two that signed, the bank lends what the other one gets.
  func nameLender(of draft: inout EventDraft, by reading: ClauseReading) {
    guard reading.clause > clause, reading.clause - clause <= 2, draft.kind == .loan,
      reading.isReceiving || reading.frame.traits.contains(.giver), draft.actors.isEmpty,
      draft.has(.sum), second.contains(where: reading.sentence.isLender)
    else { return }
    draft.actors = second.map(ClauseReading.carried)
    if draft.recipients.isEmpty { draft.recipients = first.map(ClauseReading.carried) }
  }
}

extension EventSentence {
  /// What those whom a clause is about signed in it, and with whom.
  func contract(in clause: Int, of subject: [Event.Party]) -> Contract? {
    let joins = clauses[clause].contains { index in
      isBody(index) && tokens[index].start > 0
        && rules.signs.has(.with, units[tokens[index].start - 1])
    }
    guard joins, !subject.isEmpty else { return nil }
    let place = places[clause]
    let text = units[place.start..<place.end]
    guard let sign = rules.signs[.contract].place(in: text),
      let with = text[..<sign].lastIndex(where: { rules.signs.has(.with, $0) })
    else { return nil }
    let range = clauses[clause].filter { tokens[$0].start > with && tokens[$0].end <= sign }
    guard let first = range.first, let last = range.last(where: isBody),
      tokens[first].start == with + 1
    else { return nil }
    let second =
      tokens[last].isWord(.pronoun)
      ? lastNamed(like: tokens[last])
        ?? lastNamed(word(tokens[last]).body, before: tokens[last].extent)
      : nil
    let seconds = second.map { [$0] } ?? group(endingAt: last, in: first..<last + 1, .carried)
    let names = Set(seconds.map(\.name))
    return Contract(
      first: subject.filter { !names.contains($0.name) }, second: seconds, clause: clause)
  }

  private func isBody(_ index: Int) -> Bool {
    tokens[index].kind == .organization
      || tokens[index].isWord(.pronoun) && word(tokens[index]).meaning == .that
  }

  /// Of those whom a clause is about, if they sign with each other in it, the first side. Who was carried
  /// over, as 公司 is, stands outside of the clause: what is between him and the next one says nothing.
  func firstSide(of subject: [Event.Party], in clause: Int) -> [Event.Party] {
    let place = places[clause]
    let signs = rules.signs
    guard subject.count > 1,
      rules.signs[.contract].place(in: units[place.start..<place.end]) != nil
    else { return subject }
    for index in subject.indices.dropLast() where subject[index].extent.start >= place.start {
      let (end, start) = (subject[index].extent.end, subject[index + 1].extent.start)
      guard end <= start, start <= place.end,
        units[end..<start].contains(where: { signs.has(.with, $0) })
      else { continue }
      return Array(subject[...index])
    }
    return subject
  }
}
