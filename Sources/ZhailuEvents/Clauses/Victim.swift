// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom a clause without a verb of events is about, and so may be good to the next one: 印刷厂失火,….
struct Victim {
  let party: Event.Party
  let clause: Int

  /// 印刷厂失火,保险公司赔付40万元: to whom the clause before is about.
  func nameReceiver(of draft: inout EventDraft, by reading: ClauseReading) {
    guard reading.clause == clause + 1, !reading.sentence.isFirst(reading.clause),
      reading.frame.roles[.to] == .recipient, reading.frame.isBenefit, !reading.isReceiving,
      draft.kind.isOwed, draft.recipients.isEmpty, !draft.things.isEmpty,
      let actor = draft.actors.first, actor.source == .subject,
      actor.extent.start > party.extent.end,
      !draft.actors.contains(where: { $0.name == party.name })
    else { return }
    draft.recipients = [ClauseReading.carried(party)]
  }
}

extension EventSentence {
  /// The one whom a clause is about; who governs or reports tells of others.
  func victim(in clause: Int, of subject: [Event.Party]) -> Victim? {
    guard subject.count == 1, let party = subject.first, let mention = party.mention,
      places[clause].contains(party.extent),
      case .organization(let value) = mentions[mention].value, !value.kind.tellsOfOthers
    else { return nil }
    return Victim(party: party, clause: clause)
  }
}
