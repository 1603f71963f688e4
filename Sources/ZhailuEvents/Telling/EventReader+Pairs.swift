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

  /// 捐款的有:甲5万元、乙8万元: a gift without an event of its own, before a colon.
  mutating func noteHeading(of clause: Int) {
    let end = sentence.places[clause].end
    let range = sentence.clauses[clause]
    guard told.all.isEmpty, end < sentence.extent.end, sentence.units[end] == Mark.colon,
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

  /// 该行发放贷款:甲5万元、乙8万元: behind one lender stand those who borrow.
  private mutating func lend(_ frame: EventFrame) {
    guard frame.traits.contains(.lender), subject.count == 1, let lender = subject.first,
      lender.mention != nil, sentence.isLender(lender)
    else { return }
    told.heading?.actors = [lender]
    told.arePairsReceivers = true
  }
}
