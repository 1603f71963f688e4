// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// What is told before it is said who did it: 除捐款80万元外,甲公司还捐赠帐篷20顶.
struct KeptGift {
  let draft: EventDraft
  let clause: Int
  let frame: EventFrame
  /// The token of its verb.
  let verb: Int
}

extension EventReader {
  /// Keeps the draft of a clause that leaves it to the next one to say who acts.
  mutating func keep(_ draft: EventDraft, of reading: ClauseReading) -> Bool {
    let clause = reading.clause
    guard reading.subject.isEmpty, !reading.isReceiving, reading.frame.isBenefit,
      !draft.things.isEmpty, draft.actors.allSatisfy({ $0.source == .carried }),
      clause + 1 < sentence.clauses.count, sentence.begins(clause, withText: .besides)
    else { return false }
    tellKept()
    memory.kept = KeptGift(draft: draft, clause: clause, frame: reading.frame, verb: reading.verb)
    done = max(done, reading.endOfThings)
    return true
  }

  /// Tells what was kept, of who acts by now.
  mutating func tellKept() {
    guard let kept = memory.kept else { return }
    memory.kept = nil
    var draft = kept.draft
    if !subject.isEmpty { draft.actors = subject }
    if let reason = sentence.lack(of: draft, kept.frame, verb: kept.verb, isReceiving: false) {
      return refuse(reason, at: kept.verb, draft.kind)
    }
    told.tell(draft.events(), by: kept.frame, in: kept.clause)
  }
}
