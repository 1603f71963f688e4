// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Pairs of somebody and a sum that share the verb before, in prose and in the lines of a list.
extension EventReader {
  /// 甲捐款100万元,乙50万元、丙30万元: bodies and numbers that share the verb before.
  @discardableResult
  mutating func readEllipsis(from start: Int, to end: Int) -> Bool {
    guard let model = events.last ?? heading?.event, model.kind != .setup, start < end,
      let frame = sentence.rules.frames.first(where: { $0.rule == model.rule })
    else { return false }
    return readPairs(from: start, to: end, frame: frame, like: model)
  }

  /// 捐款的有:甲5万元、乙8万元: a gift without an event of its own, before a colon.
  mutating func noteHeading(of clause: Int) {
    let end = sentence.places[clause].end
    guard events.isEmpty, end < sentence.extent.end, sentence.units[end] == Mark.colon,
      let verb = sentence.clauses[clause].last(where: { sentence.tokens[$0].isWord(.verb) }),
      let kind = sentence.word(sentence.tokens[verb]).kind,
      case let frame = sentence.frame(sentence.tokens[verb]), frame.isBenefit
    else { return }
    let range = sentence.clauses[clause]
    let isPlan = range.contains { sentence.tokens[$0].isWord(.plan) || isFuture($0) }
    if isPlan { return }
    let token = sentence.tokens[verb]
    let isReceived = (range.lowerBound..<verb).contains { sentence.tokens[$0].isWord(.receive) }
    let receivers = waiting.flatMap { $0.clause == clause ? $0.draft.recipients : nil } ?? []
    heading = (
      Event(
        rule: frame.rule, kind: kind, verb: token.extent,
        actors: [], recipients: isReceived ? subject : receivers), clause
    )
    lend(frame)
  }

  /// 该行发放贷款:甲5万元、乙8万元: behind one lender stand those who borrow.
  private mutating func lend(_ frame: EventFrame) {
    guard frame.traits.contains(.lender), subject.count == 1, let lender = subject.first,
      lender.mention != nil, sentence.isLender(lender)
    else { return }
    heading?.event.actors = [lender]
    arePairsReceivers = true
  }

  /// A sentence of pairs behind one that told an event: 其中,甲公司50万元,乙公司30万元.
  mutating func readEllipsis(of model: Event) {
    guard model.kind != .setup,
      let frame = sentence.rules.frames.first(where: { $0.rule == model.rule })
    else { return }
    var model = model
    model.date = nil
    _ = readPairs(from: 0, to: sentence.tokens.count, frame: frame, like: model)
  }

  /// A line of a list under a heading with a verb, 甲公司 10万元.
  mutating func readListLine(_ model: Event) {
    guard let frame = sentence.rules.frames.first(where: { $0.rule == model.rule }) else { return }
    _ = readPairs(
      from: 0, to: sentence.tokens.count, frame: frame, like: model, isListed: true)
  }

  /// Pairs of somebody and a sum, up to what is neither; whether there were any.
  private mutating func readPairs(
    from start: Int, to end: Int, frame: EventFrame, like model: Event, isListed: Bool = false
  ) -> Bool {
    var index = start
    var hasFound = false
    let tokens = sentence.tokens
    while index < end {
      if tokens[index].kind == .organization {
        let reach = isListed ? Self.reachInList : Self.reachInProse
        guard let pair = pair(at: index, upTo: end, reach: reach) else { return hasFound }
        if pair.isReceiver && !model.actors.isEmpty || receives(pair.bodies, of: model, start) {
          arePairsReceivers = true
        }
        let thing = GivenThing(amount: tokens[pair.amount].payload)
        tell(thing, by: pair.bodies, like: model, frame, isEach: pair.isEach)
        hasFound = true
        index = pair.amount + 1
        done = max(done, index)
        continue
      }
      if frame.traits.contains(.passesOn), let person = person(before: index) {
        tell(GivenThing(amount: tokens[index].payload), by: [person], like: model, frame)
        hasFound = true
        done = max(done, index + 1)
      } else if !isBetweenPairs(tokens[index]) {
        return hasFound
      }
      index += 1
    }
    return hasFound
  }

  /// 总工会下拨3000万元,其中甲市总工会1000万元: parts of what one body hands out or lends go to others.
  private func receives(_ bodies: [Event.Party], of model: Event, _ start: Int) -> Bool {
    guard model.kind == .support || model.kind == .loan, model.recipients.isEmpty,
      model.amount != nil, model.actors.count == 1, model.actors[0].mention != nil,
      let lead = sentence.tokens[start...].first(where: { $0.kind != .comma }),
      sentence.rules.phrases.portions.cover(sentence.units[lead.start..<lead.end])
    else { return false }
    return model.kind == .support || !bodies.contains { sentence.isLender($0) }
  }

  /// How far behind a body its sum may stand.
  private static let reachInProse = 12
  private static let reachInList = 30

  private func isBetweenPairs(_ token: EventToken) -> Bool {
    token.isLight || token.kind == .comma || token.isWord(.party)
  }

  /// 甲公司、乙公司各5万元: bodies side by side, and the sum behind them.
  private func pair(
    at first: Int, upTo end: Int, reach: Int
  ) -> (bodies: [Event.Party], amount: Int, isEach: Bool, isReceiver: Bool)? {
    let tokens = sentence.tokens
    let last = sentence.lastOfSame(first, upTo: end)
    var next = last + 1
    var isEach = false
    var isReceiver = false
    while next < end,
      tokens[next].isLight || tokens[next].kind == .comma || tokens[next].isWord(.worth)
        || tokens[next].isWord(.receive)
    {
      if tokens[next].isWord(.receive) { isReceiver = true }
      if tokens[next].isWord(.each) || tokens[next].isWord(.respectively) { isEach = true }
      next += 1
    }
    guard next < end, tokens[next].kind == .amount,
      tokens[next].start - tokens[last].end <= reach
    else { return nil }
    let bodies = sentence.group(endingAt: last, in: first..<end, .subject)
    return (bodies, next, isEach, isReceiver)
  }

  private mutating func tell(
    _ thing: GivenThing, by actors: [Event.Party], like model: Event, _ frame: EventFrame,
    isEach: Bool = false
  ) {
    var draft = EventDraft(rule: model.rule, kind: model.kind, verb: model.verb)
    if arePairsReceivers {
      (draft.actors, draft.recipients) = (model.actors, actors)
    } else {
      draft.actors = actors
      draft.recipients = frame.roles[.subject] == .actor ? model.recipients : []
    }
    draft.date = model.date
    draft.isEach = isEach
    draft.things = [thing]
    events += draft.events()
  }

  /// 李秀英|300元, 村主任李勇|1500元: a person directly before a sum.
  private func person(before index: Int) -> Event.Party? {
    guard sentence.tokens[index].kind == .amount else { return nil }
    var start = sentence.extent.start
    var noun: EventToken?
    if index > 0 {
      let last = sentence.tokens[index - 1]
      (start, noun) = last.isWord(.party) ? (last.start, last) : (last.end, nil)
    }
    guard let extent = sentence.trimmed(start, sentence.tokens[index].start) else { return nil }
    let name = noun.flatMap { sentence.trimmed($0.end, extent.end) } ?? extent
    let (signs, last) = (sentence.rules.signs, sentence.units[extent.end - 1])
    // 高达 and 余款 begin as surnames do.
    guard sentence.isPersonName(name) || sentence.isTitledPerson(extent),
      !signs.nounStops.contains(last), !signs.dueEnds.contains(last)
    else { return nil }
    return sentence.described(extent, .subject)
  }
}
