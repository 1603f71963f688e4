// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// What was done several times, before it is said how much each time: 先后三次捐款,分别为3万元、5万元和10万元.
struct RepeatedAct {
  let draft: EventDraft
  let clause: Int
  let frame: EventFrame
  /// The token of its verb.
  let verb: Int
}

extension EventReader {
  /// Keeps the draft of a verb that lacks nothing but its sums.
  mutating func noteRepeated(_ draft: EventDraft, of reading: ClauseReading) {
    guard draft.things.isEmpty, !draft.actors.isEmpty, reading.frame.isBenefit,
      reading.clause + 1 < sentence.clauses.count,
      sentence.begins(reading.clause + 1, withText: .eachOf)
    else { return }
    memory.repeated = RepeatedAct(
      draft: draft, clause: reading.clause, frame: reading.frame, verb: reading.verb)
  }

  /// 分别为3万元、5万元和10万元: an event for each sum. Whether the clause tells them.
  mutating func tellRepeated(_ clause: Int) -> Bool {
    guard let act = memory.repeated, clause == act.clause + 1 else { return false }
    memory.repeated = nil
    let sums = sentence.clauses[clause].filter { sentence.tokens[$0].kind == .amount }
    let isAll = sentence.clauses[clause].allSatisfy {
      let token = sentence.tokens[$0]
      return token.kind == .amount || token.isLight || sentence.isJoiner(token)
        // 为 of 分别为
        || token.isWord(.to)
    }
    guard sums.count > 1, isAll, let last = sums.last else { return false }
    var draft = act.draft
    draft.things = sums.map { GivenThing(amount: sentence.tokens[$0].payload) }
    // One after the other, and not to one receiver each.
    (draft.isEach, draft.isRespective, draft.isJoint) = (false, false, false)
    guard
      sentence.lack(of: draft, act.frame, verb: act.verb, isReceiving: false) == nil
    else { return false }
    told.tell(draft.events(), by: act.frame, in: clause)
    done = max(done, last + 1)
    return true
  }
}
