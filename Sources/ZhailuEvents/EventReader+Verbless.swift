// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Without a verb: what the events of a sentence say of each other, what shares the verb before,
/// lines of lists, and whom a clause is about.
extension EventReader {
  /// 复工166家企业,到岗1642名员工,分别占70%和72%: each share to its own count.
  mutating func bindShares() {
    guard
      let word = sentence.tokens.indices.last(where: { sentence.tokens[$0].isWord(.respectively) })
    else { return }
    let shares = sentence.tokens[word...].filter { sentence.quantity($0)?.unit == "%" }
    let counted = events.indices.filter {
      events[$0].quantity != nil && events[$0].verb.start < sentence.tokens[word].start
    }
    guard shares.count > 1, counted.count == shares.count else { return }
    for (index, share) in zip(counted, shares) { events[index].share = share.payload }
  }

  /// 捐款2000万元,其中1000万元捐给甲,1000万元捐给乙: the sum of two events is none of its own.
  mutating func dropTotals() {
    guard events.count > 2 else { return }
    for index in events.indices.reversed() where events[index].recipients.isEmpty {
      let whole = events[index]
      let parts = events[(index + 1)...].filter {
        $0.kind == whole.kind && !$0.recipients.isEmpty
          && $0.actors.map(\.name) == whole.actors.map(\.name)
      }
      guard parts.count > 1, let total = sum([whole]), total == sum(parts) else { continue }
      events.remove(at: index)
    }
  }

  /// What events come to together, in whole units; `nil` where one has no such sum.
  private func sum(_ events: [Event]) -> Int? {
    var total = 0
    for event in events {
      guard let index = event.amount, case .amount(let value) = sentence.mentions[index].value,
        let number = value.number.number.flatMap({ Int($0) })
      else { return nil }
      let (next, isTooMuch) = total.addingReportingOverflow(number)
      if isTooMuch { return nil }
      total = next
    }
    return total
  }

  /// 甲捐款100万元,乙50万元、丙30万元: bodies and numbers that share the verb before.
  @discardableResult
  mutating func readEllipsis(from start: Int, to end: Int) -> Bool {
    guard let model = events.last ?? heading?.event, model.kind != "setup", start < end,
      let frame = sentence.rules.frames.first(where: { $0.rule == model.rule })
    else { return false }
    return readPairs(from: start, to: end, frame: frame, like: model)
  }

  /// 捐款的有:甲5万元、乙8万元: a gift without an event of its own, before a colon.
  mutating func noteHeading(of clause: Int) {
    let end = sentence.places[clause].end
    guard events.isEmpty, end < sentence.extent.end, sentence.units[end] == 0x3A,
      let verb = sentence.clauses[clause].last(where: { sentence.tokens[$0].isWord(.verb) }),
      sentence.frame(sentence.tokens[verb]).traits.contains(.passesOn)
    else { return }
    let range = sentence.clauses[clause]
    let isPlan = range.contains { sentence.tokens[$0].isWord(.plan) || isFuture($0) }
    if isPlan { return }
    let token = sentence.tokens[verb]
    let isReceived = (range.lowerBound..<verb).contains { sentence.tokens[$0].isWord(.receive) }
    heading = (
      Event(
        rule: sentence.frame(token).rule, kind: sentence.word(token).kind, verb: token.extent,
        actors: [], recipients: isReceived ? subject : []), clause
    )
  }

  /// A sentence of pairs behind one that told an event: 其中,甲公司50万元,乙公司30万元.
  mutating func readEllipsis(of model: Event) {
    guard model.kind != "setup",
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

  private mutating func readPairs(
    from start: Int, to end: Int, frame: EventFrame, like model: Event, isListed: Bool = false
  ) -> Bool {
    var index = start
    var hasFound = false
    let tokens = sentence.tokens
    while index < end {
      guard tokens[index].kind == .organization else {
        if frame.traits.contains(.passesOn), let person = person(before: index) {
          tell(GivenThing(amount: tokens[index].payload), by: [person], like: model, frame)
          hasFound = true
          done = max(done, index + 1)
        } else if !tokens[index].isLight, tokens[index].kind != .comma,
          !tokens[index].isWord(.party)
        {
          return hasFound
        }
        index += 1
        continue
      }
      var last = index
      while last + 1 < end, tokens[last + 1].kind == .organization,
        sentence.joins(tokens[last].end, tokens[last + 1].start)
      { last += 1 }
      var next = last + 1
      var isEach = false
      while next < end,
        tokens[next].isLight || tokens[next].kind == .comma || tokens[next].isWord(.worth)
      {
        if tokens[next].isWord(.each) || tokens[next].isWord(.respectively) { isEach = true }
        next += 1
      }
      guard next < end, tokens[next].kind == .amount,
        tokens[next].start - tokens[last].end <= (isListed ? 30 : 12)
      else {
        return hasFound
      }
      let group = sentence.group(endingAt: last, in: index..<end, .subject)
      let thing = GivenThing(amount: tokens[next].payload)
      tell(thing, by: group, like: model, frame, isEach: isEach)
      hasFound = true
      index = next + 1
      done = max(done, index)
    }
    return hasFound
  }

  private mutating func tell(
    _ thing: GivenThing, by actors: [Event.Party], like model: Event, _ frame: EventFrame,
    isEach: Bool = false
  ) {
    var draft = EventDraft(rule: model.rule, kind: model.kind, verb: model.verb)
    draft.actors = actors
    draft.recipients = frame.roles[.subject] == .actor ? model.recipients : []
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

  /// A sentence without a verb of events says whom the next one is about, if it begins with a body.
  mutating func noteTopic() {
    guard let token = sentence.tokens.first, token.kind == .organization,
      token.start - sentence.extent.start <= 2, let body = sentence.party(token, .subject),
      case .organization(let value) = sentence.mentions[token.payload].value, value.kind != "media"
    else { return }
    subject = [body]
    noteSubject(of: 0)
  }

  /// A clause without a verb of events may say who the next ones are about.
  mutating func noteSubject(of clause: Int) {
    let range = sentence.clauses[clause]
    guard var first = range.first(where: { !sentence.tokens[$0].isLight }) else { return }
    if clause + 1 < sentence.clauses.count, let visitor = visitor(in: clause, from: first) {
      subject = visitor
      return
    }
    // 施工单位晋城市宏图公司: what the body is stands before its name.
    while first + 1 < range.upperBound, sentence.tokens[first].isWord(.party),
      sentence.tokens[first].end == sentence.tokens[first + 1].start
    { first += 1 }
    guard sentence.tokens[first].start - sentence.places[clause].start <= 12 else {
      return noteAgent(in: range)
    }
    if let body = sentence.body(inRole: sentence.tokens[first]) {
      subject = [body]
      return
    }
    if sentence.tokens[first].isWord(.pronoun) {
      if let firm = firmOf(first, in: range) {
        subject = [firm]
        return keepFirstSide(of: clause)
      }
      // 本公司与江南造船签订合同,向其购买…
      let word = sentence.word(sentence.tokens[first])
      guard word.meaning == .own, let own = sentence.speaker(sentence.tokens[first]) else { return }
      subject = [own]
      return
    }
    if sentence.tokens[first].isWord(.place) { return notePlaces(first, in: range, clause) }
    guard sentence.tokens[first].kind == .organization else { return noteAgent(in: range) }
    if let described = description(of: clause, from: first) {
      subject = [described]
      return
    }
    var last = first
    var next = first + 1
    while next < range.upperBound {
      let token = sentence.tokens[next]
      if token.kind == .organization {
        guard sentence.joins(sentence.tokens[next - 1].end, token.start) else { break }
        last = next
      } else if !token.isWord(.joint), !sentence.isJoiner(token), !token.isLight {
        break
      }
      next += 1
    }
    subject = sentence.group(endingAt: last, in: first..<range.upperBound, .subject)
    keepFirstSide(of: clause)
  }

  /// 老校友回到母校, 县妇联看望留守儿童: who goes to see somebody.
  private func visitor(in clause: Int, from first: Int) -> [Event.Party]? {
    let token = sentence.tokens[first]
    guard token.kind == .organization || token.isWord(.party) || token.isWord(.place) else {
      return nil
    }
    let (start, end) = (token.end, sentence.places[clause].end)
    guard let visit = sentence.rules.signs.visits.place(in: sentence.units[start..<end]) else {
      return nil
    }
    let last = (first..<sentence.clauses[clause].upperBound).last {
      sentence.tokens[$0].end <= visit
    }
    guard let last else { return nil }
    let found = sentence.parties(
      first..<last + 1, from: sentence.tokens[first].start, to: visit, .subject)
    return found.isEmpty ? nil : found
  }

  /// 公司全资子公司|甲公司与乙签约: whose name follows is the one that acts.
  private func firmOf(_ pronoun: Int, in range: Range<Int>) -> Event.Party? {
    guard let body = range.first(where: { sentence.tokens[$0].kind == .organization }),
      body > pronoun, sentence.tokens[body].start - sentence.tokens[pronoun].end <= 8,
      (pronoun..<body).allSatisfy({
        sentence.tokens[$0].isWord(.pronoun) || sentence.tokens[$0].isWord(.body)
      }),
      sentence.units[sentence.tokens[body].start - 1] == 0x53F8  // 司
    else { return nil }
    return sentence.party(sentence.tokens[body], .subject)
  }

  /// 日本、韩国各派出医疗队,并分别捐赠…: countries act as bodies do.
  private mutating func notePlaces(_ first: Int, in range: Range<Int>, _ clause: Int) {
    var last = first
    while last + 1 < range.upperBound, sentence.tokens[last + 1].isWord(.place),
      sentence.joins(sentence.tokens[last].end, sentence.tokens[last + 1].start)
    { last += 1 }
    let start = sentence.tokens[first].start
    guard start - sentence.places[clause].start <= 1 else { return }
    subject = (first...last).map { sentence.described(sentence.tokens[$0].extent, .subject) }
  }

  /// 甲与乙签约,出资10亿元: of who signs the first one goes on acting. Who was carried over, as
  /// 公司 is, stands outside of the clause: what is between him and the next one says nothing.
  mutating func keepFirstSide(of clause: Int) {
    notePartner(of: clause)
    let place = sentence.places[clause]
    let signs = sentence.rules.signs
    guard subject.count > 1,
      signs.contracts.place(in: sentence.units[place.start..<place.end]) != nil
    else { return }
    for index in subject.indices.dropLast() where subject[index].extent.start >= place.start {
      let (end, start) = (subject[index].extent.end, subject[index + 1].extent.start)
      guard end <= start, start <= place.end,
        sentence.units[end..<start].contains(where: signs.withs.contains)
      else { continue }
      subject = Array(subject[...index])
      return
    }
  }

  /// 灯会由甲公司承办,投资8000万元.
  private mutating func noteAgent(in range: Range<Int>) {
    guard let by = range.first(where: { sentence.tokens[$0].isWord(.by) }),
      by + 1 < range.upperBound, sentence.tokens[by + 1].kind == .organization,
      sentence.tokens[by + 1].start == sentence.tokens[by].end
    else { return }
    var last = by + 1
    while last + 1 < range.upperBound, sentence.tokens[last + 1].kind == .organization,
      sentence.joins(sentence.tokens[last].end, sentence.tokens[last + 1].start)
    { last += 1 }
    subject = sentence.group(endingAt: last, in: by + 1..<range.upperBound, .by)
  }

  /// 荆江小学的37名学生,把压岁钱捐给…: a clause that is nothing but a description.
  private func description(of clause: Int, from first: Int) -> Event.Party? {
    let range = sentence.clauses[clause]
    let end = sentence.places[clause].end
    guard let head = range.last, head > first, sentence.isHead(sentence.tokens[head], .subject),
      end - sentence.tokens[head].end <= 4,
      range.dropFirst(first - range.lowerBound).allSatisfy({
        sentence.tokens[$0].kind == .organization || sentence.isHead(sentence.tokens[$0], .subject)
      })
    else { return nil }
    let found = sentence.parties(
      first..<range.upperBound, from: sentence.tokens[first].start, to: end, .subject)
    guard found.count == 1, found[0].mention == nil else { return nil }
    return found[0]
  }
}
