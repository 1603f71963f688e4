// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What was done for whom, without a sum as yet: 慰问3名职工,每人2000元.
struct UncountedGift {
  let draft: EventDraft
  let clause: Int
  let frame: EventFrame

  /// 向教师颁发证书,并奖励每人3000元: who got what has no count gets the other too; 奖励举报人14人,发放奖金6.8万元:
  /// what he got is told with a verb of its own.
  func nameReceiver(of draft: inout EventDraft, by reading: ClauseReading) {
    let sentence = reading.sentence
    guard reading.clause == clause + 1, !sentence.isFirst(reading.clause), reading.frame.isBenefit,
      !reading.isReceiving, reading.subject.isEmpty, draft.recipients.isEmpty,
      !draft.things.isEmpty, draft.actors.map(\.name) == self.draft.actors.map(\.name),
      frame.traits.contains(.passesOn), let first = sentence.clauses[reading.clause].first,
      sentence.tokens[first].start - sentence.places[reading.clause].start <= 1,
      first < reading.verb
        && (sentence.tokens[first].isWord(.adverb) || sentence.tokens[first].isWord(.total))
        || first == reading.verb && draft.kind == self.draft.kind
          && draft.things.allSatisfy({ $0.amount != nil })
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

  /// 奖金合计9.6万元: the token of a sum before which nothing stands but what money it is and that it is all of
  /// it.
  func sumOfMoney(in clause: Int) -> Int? {
    let range = clauses[clause]
    guard let sum = range.last, tokens[sum].kind == .amount, let first = range.first,
      tokens[first].isWord(.money) || tokens[first].isWord(.thing),
      tokens[first].start - places[clause].start <= 1, isSum(tokens[first].extent),
      tokens[sum].end == places[clause].end,
      (first..<sum).allSatisfy({
        tokens[$0].isWord(.money) || tokens[$0].isWord(.thing) || tokens[$0].isWord(.total)
          || tokens[$0].isWord(.noun) || tokens[$0].isLight
      })
    else { return nil }
    return sum
  }

  private func isOfEach(_ index: Int) -> Bool {
    tokens[index].isWord(.each) || isEachParty(tokens[index])
  }
}
