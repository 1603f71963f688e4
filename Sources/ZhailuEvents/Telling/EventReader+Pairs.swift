// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Pairs of somebody and a sum that share the verb before, in prose and in the lines of a list.
extension EventReader {
  /// 甲捐款100万元,乙50万元、丙30万元: bodies and numbers that share the verb before.
  @discardableResult
  mutating func readPairs(from start: Int, to end: Int) -> Bool {
    guard let model = told.all.last ?? told.heading, model.kind != .setup, start < end else {
      return false
    }
    return readPairs(from: start, to: end, like: model)
  }

  /// A sentence of pairs behind one that told an event: 其中,甲公司50万元,乙公司30万元.
  mutating func readPairs(like model: Event) {
    guard model.kind != .setup else { return }
    var model = model
    model.date = nil
    readPairs(from: 0, to: sentence.tokens.count, like: model)
  }

  /// A line of a list under a heading with a verb, 甲公司 10万元.
  mutating func readListLine(_ model: Event) {
    readPairs(from: 0, to: sentence.tokens.count, like: model, isListed: true)
  }

  /// Whether there were any.
  @discardableResult
  private mutating func readPairs(
    from start: Int, to end: Int, like model: Event, isListed: Bool = false
  ) -> Bool {
    guard let frame = sentence.rules.frame(ofRule: model.rule) else { return false }
    let reading = PairReading(sentence: sentence, like: model, frame, isListed: isListed)
    let pairs = reading.pairs(from: start, to: end)
    for pair in pairs { told.tell(pair, like: model, frame) }
    if let last = pairs.last { done = max(done, last.sum + 1) }
    return !pairs.isEmpty
  }

  /// 捐款的有:甲5万元、乙8万元: a gift without an event of its own, before a colon or its parts.
  mutating func noteHeading(of clause: Int) {
    let range = sentence.clauses[clause]
    guard told.all.isEmpty, leadsToPairs(clause),
      let verb = range.last(where: { sentence.tokens[$0].isWord(.verb) }),
      let kind = sentence.word(sentence.tokens[verb]).kind,
      case let frame = sentence.frame(sentence.tokens[verb]), frame.isBenefit
    else { return }
    let isPlan = range.contains {
      sentence.tokens[$0].isWord(.plan) || sentence.isFuture($0)
    }
    if isPlan { return }
    let isReceived = (range.lowerBound..<verb).contains { sentence.tokens[$0].isWord(.receive) }
    let gift = memory.uncounted.flatMap { $0.clause == clause ? $0 : nil }
    let receivers = gift?.draft.recipients ?? []
    told.heading = Event(
      rule: frame.rule, kind: kind, verb: sentence.tokens[verb].extent, actors: [],
      recipients: isReceived ? subject : receivers)
    lend(frame)
  }

  /// 筹得善款230万元,其中甲80万元、乙150万元: money of a kind without a verb of events, before its parts.
  mutating func noteRaised(in clause: Int) {
    guard told.all.isEmpty, isBeforeParts(clause),
      let money = sentence.clauses[clause].last(where: {
        sentence.tokens[$0].isWord(.money) || sentence.tokens[$0].isWord(.thing)
      }),
      let kind = sentence.word(sentence.tokens[money]).kind, kind == .donation
    else { return }
    told.heading = Event(
      rule: sentence.frame(sentence.tokens[money]).rule, kind: kind,
      verb: sentence.tokens[money].extent, actors: [], recipients: [])
  }

  private func leadsToPairs(_ clause: Int) -> Bool {
    let end = sentence.places[clause].end
    return end < sentence.extent.end && sentence.units[end] == Mark.colon || isBeforeParts(clause)
  }

  /// 收到捐款230万元,|其中甲80万元: a sum, and its parts in the next clause.
  private func isBeforeParts(_ clause: Int) -> Bool {
    clause + 1 < sentence.clauses.count
      && sentence.clauses[clause].contains { sentence.tokens[$0].kind == .amount }
      && sentence.begins(clause + 1, withText: .portion)
  }

  /// 该行发放贷款:甲5万元、乙8万元: behind one lender stand those who borrow.
  private mutating func lend(_ frame: EventFrame) {
    guard frame.traits.contains(.lender), subject.count == 1, let lender = subject.first,
      lender.mention != nil, sentence.isLender(lender)
    else { return }
    told.heading?.actors = [lender]
    told.arePairsReceivers = true
  }
}
