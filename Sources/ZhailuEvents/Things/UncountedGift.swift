// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What was done for whom, without a sum as yet: 慰问3名职工,每人2000元.
struct UncountedGift {
  let draft: EventDraft
  let clause: Int
  let frame: EventFrame

  /// 向教师颁发证书,并奖励每人3000元: who got what has no count gets the other too.
  func nameReceiver(of draft: inout EventDraft, by reading: ClauseReading) {
    let sentence = reading.sentence
    guard reading.clause == clause + 1, !sentence.isFirst(reading.clause), reading.frame.isBenefit,
      !reading.isReceiving, reading.subject.isEmpty, draft.recipients.isEmpty,
      !draft.things.isEmpty, draft.actors.map(\.name) == self.draft.actors.map(\.name),
      frame.traits.contains(.passesOn), let first = sentence.clauses[reading.clause].first,
      first < reading.verb, sentence.tokens[first].isWord(.adverb),
      sentence.tokens[first].start - sentence.places[reading.clause].start <= 1
    else { return }
    draft.recipients = self.draft.recipients
  }
}

extension EventSentence {
  /// 每人2000元, 每人领到2000元: the token of what each got, and that of the word for each; `nil` for any
  /// other clause.
  func sumForEach(in clause: Int) -> (each: Int, sum: Int)? {
    let range = clauses[clause]
    guard let each = range.first(where: { !tokens[$0].isLight || isOfEach($0) }), isOfEach(each),
      let sum = range.first(where: { tokens[$0].kind == .amount }),
      (each..<sum).allSatisfy({ !tokens[$0].isPreposition })
    else { return nil }
    return (each, sum)
  }

  private func isOfEach(_ index: Int) -> Bool {
    tokens[index].isWord(.each) || isEachParty(tokens[index])
  }
}
