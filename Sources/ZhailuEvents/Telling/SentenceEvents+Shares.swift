// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Who receives by what the event before says: 并送上黄酒80坛, 乙也捐款, 其中丙分得3万元.
extension SentenceEvents {
  /// 向甲赔付5万元,并送上黄酒80坛, 并减免利息9万元: who got the one gets the other.
  func sharesRecipients(of draft: EventDraft, _ reading: ClauseReading) -> Bool {
    let clause = reading.clause
    guard reading.subject.isEmpty, let last = latest, reading.frame.isBenefit,
      draft.recipients.isEmpty, !draft.things.isEmpty, clause == last.clause + 1,
      let model = last.events.first, !all[model].recipients.isEmpty,
      draft.actors.map(\.name) == all[model].actors.map(\.name)
    else { return false }
    // 向甲购买磨床4台,已预付货款780万元: who sells is paid.
    if last.frame.traits.contains(.onTheWay) { return draft.kind == .payment }
    guard last.frame.isBenefit else { return false }
    let first = sentence.clauses[clause].lowerBound
    return first < reading.verb && sentence.tokens[first].isWord(.adverb)
      && sentence.tokens[first].start - sentence.places[clause].start <= 1
  }

  /// 收到|甲拨来的5万元、乙下达的8万元: who got the one got what another gave beside it.
  func goesOnReceiving(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard let last = latest, reading.isLater, reading.clause == last.clause,
      reading.frame.isBenefit, draft.recipients.isEmpty, !draft.things.isEmpty,
      sentence.isAttributive(reading.verb), let giver = draft.actors.first,
      giver.source == .subject, reading.done > 0
    else { return false }
    return sentence.joins(sentence.tokens[reading.done - 1].end, giver.extent.start)
  }

  /// 甲奖励该校5000元,乙也补助了1000元: another one gives to the same.
  func sharesToo(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard let last = latest, reading.frame.isBenefit, last.frame.isBenefit,
      !reading.isReceiving, draft.recipients.isEmpty, !draft.things.isEmpty,
      reading.clause == last.clause + 1, let model = last.events.first,
      !all[model].recipients.isEmpty, let actor = reading.subject.last,
      actor.source == .subject, actor.extent.end <= draft.verb.start
    else { return false }
    return sentence.units[actor.extent.end..<draft.verb.start]
      .contains(where: { sentence.rules.signs.has(.too, $0) })
  }

  /// 甲捐款50万元,乙拿出8万元: behind a gift of money another one's money, with no use of its own, is a gift
  /// to the same.
  func goOnGiving(_ draft: inout EventDraft, _ reading: ClauseReading) {
    guard reading.frame.traits.contains(.funds),
      draft.kind == .investment || draft.kind == .payment,
      let last = latest, (1...2).contains(reading.clause - last.clause),
      let model = all.last, model.kind == .donation, model.amount != nil,
      draft.things.count == 1, let sum = draft.things[0].amount,
      let actor = reading.subject.first, actor.source == .subject,
      !model.actors.contains(where: { $0.name == actor.name }),
      sentence.trimmed(sentence.mentions[sum].extent.end, sentence.places[reading.clause].end)
        == nil
    else { return }
    draft.kind = .donation
    if draft.recipients.isEmpty { draft.recipients = model.recipients }
  }

  /// 付给甲120万元,余下60万元分给了乙: a verb that does not say what it was for goes on paying.
  func keepKind(of draft: inout EventDraft, _ verb: Int) {
    guard let last = latest, let model = last.events.first.map({ all[$0] }),
      draft.kind == .donation, model.kind == .payment || model.kind == .support,
      model.amount != nil, sentence.word(sentence.tokens[verb]).weight == .vague,
      draft.has(.sum), !draft.actors.isEmpty,
      draft.actors.allSatisfy({ $0.source == .carried }),
      draft.actors.map(\.name) == model.actors.map(\.name)
    else { return }
    draft.kind = model.kind
  }

  /// Gives a draft the receivers of the events of the last verb.
  func shareRecipients(_ draft: inout EventDraft) {
    draft.recipients = last.map { all[$0.events.lowerBound].recipients } ?? []
  }

  /// 其中丙分得3万元: a verb of receiving that does not say from whom, behind one of giving.
  mutating func shareOut(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard let last = latest, reading.frame.traits.contains(.giver), last.frame.isBenefit,
      draft.actors.isEmpty, !draft.recipients.isEmpty, draft.has(.sum), draft.things.count == 1,
      reading.clause - last.clause <= 1, let model = all.last, !model.actors.isEmpty,
      !draft.recipients.contains(where: { taker in
        model.actors.contains { $0.name == taker.name }
      })
    else { return false }
    var event = Event(
      rule: model.rule, kind: model.kind, verb: model.verb, actors: model.actors,
      recipients: draft.recipients)
    event.amount = draft.things[0].amount
    event.date = draft.date ?? model.date
    all.append(event)
    arePairsReceivers = true
    return true
  }
}
