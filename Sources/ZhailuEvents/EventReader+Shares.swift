// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What one event says of who receives by the next: 乙也捐款, 其中丙分得3万元.
extension EventReader {
  /// 甲奖励该校5000元,乙也补助了1000元: another one gives to the same.
  func sharesToo(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard let last, reading.frame.isBenefit, last.frame.isBenefit, !reading.isReceiving,
      draft.recipients.isEmpty, !draft.things.isEmpty, reading.clause == last.clause + 1,
      last.events.upperBound == events.count, let model = last.events.first,
      !events[model].recipients.isEmpty, let actor = reading.subject.last,
      actor.source == .subject, actor.extent.end <= draft.verb.start
    else { return false }
    return sentence.units[actor.extent.end..<draft.verb.start]
      .contains(where: sentence.rules.signs.toos.contains)
  }

  /// 印刷厂失火,…: whom the next clause may be good to; who governs or reports tells of others.
  mutating func noteVictim(of clause: Int) {
    topic = nil
    guard subject.count == 1, let party = subject.first, let mention = party.mention,
      sentence.places[clause].contains(party.extent),
      case .organization(let value) = sentence.mentions[mention].value,
      !value.kind.tellsOfOthers
    else { return }
    topic = (party, clause)
  }

  /// 印刷厂失火,保险公司赔付40万元: to whom the clause before is about.
  func takeTopic(_ draft: inout EventDraft, _ reading: ClauseReading) {
    guard let topic, reading.clause == topic.clause + 1, !sentence.isFirst(reading.clause),
      reading.frame.roles[.to] == .recipient, reading.frame.isBenefit, !reading.isReceiving,
      draft.kind.isOwed, draft.recipients.isEmpty, !draft.things.isEmpty,
      let actor = draft.actors.first, actor.source == .subject,
      actor.extent.start > topic.party.extent.end,
      !draft.actors.contains(where: { $0.name == topic.party.name })
    else { return }
    draft.recipients = [ClauseReading.carried(topic.party)]
  }

  /// 慰问3名职工,每人2000元; 每人领到2000元: what each of those in the clause before got.
  mutating func giveEach(_ clause: Int) -> Bool {
    let range = sentence.clauses[clause]
    guard let waiting, clause == waiting.clause + 1,
      let first = range.first(where: { !sentence.tokens[$0].isLight || isOfEach($0) }),
      isOfEach(first), let sum = range.first(where: { sentence.tokens[$0].kind == .amount }),
      (first..<sum).allSatisfy({ !sentence.tokens[$0].isPreposition })
    else { return false }
    var draft = waiting.draft
    draft.things = [GivenThing(amount: sentence.tokens[sum].payload)]
    self.waiting = nil
    guard lack(of: draft, waiting.frame, first, false) == nil else { return false }
    let made = draft.events()
    last = (events.count..<events.count + made.count, clause, waiting.frame)
    events += made
    done = max(done, sum + 1)
    return true
  }

  private func isOfEach(_ index: Int) -> Bool {
    sentence.tokens[index].isWord(.each) || sentence.isEachParty(sentence.tokens[index])
  }

  /// 其中丙分得3万元: a verb of receiving that does not say from whom, behind one of giving.
  mutating func shareOut(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard let last, reading.frame.traits.contains(.giver), last.frame.isBenefit,
      draft.actors.isEmpty, !draft.recipients.isEmpty, draft.has(.sum), draft.things.count == 1,
      reading.clause - last.clause <= 1, last.events.upperBound == events.count,
      let model = events.last, !model.actors.isEmpty,
      !draft.recipients.contains(where: { taker in
        model.actors.contains { $0.name == taker.name }
      })
    else { return false }
    var event = Event(
      rule: model.rule, kind: model.kind, verb: model.verb, actors: model.actors,
      recipients: draft.recipients)
    event.amount = draft.things[0].amount
    event.date = draft.date ?? model.date
    events.append(event)
    arePairsReceivers = true
    done = max(done, reading.endOfThings)
    return true
  }
}
