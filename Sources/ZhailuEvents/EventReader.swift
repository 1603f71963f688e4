// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads one sentence into events, verb by verb.
struct EventReader {
  let sentence: EventSentence
  /// Who the sentence before was about, and who else it named.
  private let earlier: [Event.Party]
  private let known: [Event.Party]
  /// Who this one is about, as far as it is read.
  private(set) var subject: [Event.Party] = []
  private(set) var events: [Event] = []
  private(set) var refusals: [Refusal] = []
  /// Tokens before this one belong to events already read.
  private var done = 0
  /// The verb that another one took for its kind.
  private var taken = -1

  init(sentence: EventSentence, earlier: [Event.Party], known: [Event.Party] = []) {
    self.sentence = sentence
    self.earlier = earlier
    self.known = known
  }

  mutating func read() {
    for clause in sentence.clauses.indices {
      var hasVerb = false
      for index in sentence.clauses[clause]
      where index != taken && index >= done && sentence.tokens[index].isWord(.verb) {
        read(verb: index, clause: clause, isLater: hasVerb)
        hasVerb = true
      }
      if hasVerb {
        readEllipsis(from: done, to: sentence.clauses[clause].upperBound)
      } else if !readEllipsis(
        from: sentence.clauses[clause].lowerBound, to: sentence.clauses[clause].upperBound)
      {
        noteSubject(of: clause)
      }
    }
    bindShares()
    dropTotals()
  }

  /// 复工166家企业,到岗1642名员工,分别占70%和72%: each share to its own count.
  private mutating func bindShares() {
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
  private mutating func dropTotals() {
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

  // MARK: Without a verb

  /// 甲捐款100万元,乙50万元、丙30万元: bodies and numbers that share the verb before.
  @discardableResult
  private mutating func readEllipsis(from start: Int, to end: Int) -> Bool {
    guard let model = events.last, model.kind != "setup", start < end,
      let frame = sentence.rules.frames.first(where: { $0.rule == model.rule })
    else { return false }
    return readPairs(from: start, to: end, frame: frame, like: model)
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
        guard tokens[index].isLight || tokens[index].kind == .comma else { return hasFound }
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
      var draft = EventDraft(rule: model.rule, kind: model.kind, verb: model.verb)
      draft.actors = sentence.group(endingAt: last, in: index..<end, .subject)
      draft.recipients = frame.roles[.subject] == .actor ? model.recipients : []
      draft.date = model.date
      draft.isEach = isEach
      draft.things = [GivenThing(amount: tokens[next].payload)]
      events += draft.events()
      hasFound = true
      index = next + 1
      done = max(done, index)
    }
    return hasFound
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
  private mutating func noteSubject(of clause: Int) {
    let range = sentence.clauses[clause]
    guard let first = range.first(where: { !sentence.tokens[$0].isLight }) else { return }
    guard sentence.tokens[first].start - sentence.places[clause].start <= 12 else {
      return noteAgent(in: range)
    }
    if sentence.tokens[first].isWord(.pronoun) {
      // 本公司与江南造船签订合同,向其购买…
      let word = sentence.word(sentence.tokens[first])
      guard word.meaning == .own, let own = sentence.speaker(sentence.tokens[first]) else { return }
      subject = [own]
      return
    }
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
      } else if !token.isWord(.joint), !sentence.isJoiner(token) {
        break
      }
      next += 1
    }
    subject = sentence.group(endingAt: last, in: first..<range.upperBound, .subject)
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

  // MARK: A verb

  private mutating func read(verb index: Int, clause: Int, isLater: Bool) {
    let token = sentence.tokens[index]
    let word = sentence.word(token)
    let frame = sentence.rules.frames[word.frame]
    var kind = word.kind
    let range = sentence.clauses[clause]
    var skipped: Int?
    if word.isLight, let next = nextVerb(after: index, range) {
      kind = sentence.word(sentence.tokens[next]).kind
      skipped = next
    }
    func refuse(_ reason: Refusal.Reason) {
      refusals.append(
        Refusal(verb: token.extent, rule: frame.rule, kind: kind, reason: reason))
    }
    if let reason = veto(index, range) {
      if !isLater, let own = ownSubject(index, clause), !own.isEmpty { subject = own }
      return refuse(reason)
    }
    if word.isLight, kind == "support",
      range.contains(where: { $0 < index && sentence.tokens[$0].isWord(.free) })
    {
      kind = "donation"
    }
    var clauseReading = ClauseReading(
      sentence: sentence, clause: clause, verb: index, frame: frame,
      done: max(done, range.lowerBound),
      carried: isLater ? subject : (subject.isEmpty ? earlier : subject), known: known,
      isFromEarlier: !isLater && subject.isEmpty, isLater: isLater)
    clauseReading.read(skipping: skipped)
    if !clauseReading.subject.isEmpty { subject = clauseReading.subject }
    var draft = clauseReading.draft(kind: kind)
    if passOn(draft, frame, clauseReading.areThingsEarlier) { return }
    if clauseReading.subject.isEmpty, complete(draft, frame, clause) {
      done = max(done, clauseReading.endOfThings)
      return
    }
    takeFunds(&draft, clause)
    if frame.traits.contains(.stake), isStake(draft) { draft.kind = "acquisition" }
    if frame.traits.contains(.funds), isPublic(draft) { draft.kind = "support" }
    guard draft.has(frame.needs) else { return refuse(.nothing) }
    guard !draft.actors.isEmpty || !draft.recipients.isEmpty || frame.needs == .body else {
      return refuse(.nobody)
    }
    if clauseReading.isReceiving, draft.actors.isEmpty { return refuse(.nobody) }
    if let skipped { taken = skipped }
    done = max(done, clauseReading.endOfThings)
    let made = draft.events()
    if frame.traits.contains(.funds), made.count == 1, made[0].amount != nil {
      funds = (events.count, clause)
    }
    last = (events.count..<events.count + made.count, clause, frame)
    events += made
  }

  /// The events of the last verb that made some, its clause and its frame.
  private var last: (events: Range<Int>, clause: Int, frame: EventFrame)?

  /// 购买…2.5%的股份: shares of a firm, by the word that stands there as the item.
  private func isStake(_ draft: EventDraft) -> Bool {
    guard draft.kind == "purchase", let item = draft.things.first?.item else { return false }
    return sentence.tokens.contains { $0.isWord(.stake) && $0.extent == item.extent }
  }

  /// 市财政拿出3200万元: public money supports, it does not invest.
  private func isPublic(_ draft: EventDraft) -> Bool {
    guard let actor = draft.actors.first, actor.mention == nil else { return false }
    return sentence.tokens.contains { token in
      token.end == actor.extent.end && token.isWord(.party)
        && sentence.word(token).meaning == .state
    }
  }

  /// What a verb without an event of its own adds to the event before it.
  ///
  /// - 拨款1.5亿元,资助某某医学院: who receives;
  /// - 免除三个月租金,共计减免2600万元: the sum.
  private mutating func complete(
    _ draft: EventDraft, _ frame: EventFrame, _ clause: Int
  ) -> Bool {
    guard let last, last.frame.rule == frame.rule, clause - last.clause <= 2,
      last.events.upperBound == events.count, !last.events.isEmpty
    else { return false }
    if frame.traits.contains(.passesOn), draft.things.isEmpty, !draft.recipients.isEmpty,
      last.events.allSatisfy({ events[$0].recipients.isEmpty })
    {
      for index in last.events { events[index].recipients = draft.recipients }
      return true
    }
    guard frame.traits.contains(.itemOfSum), last.events.count == 1, clause > last.clause,
      draft.things.count == 1, draft.things[0].quantity == nil,
      let amount = draft.things[0].amount, let index = last.events.first,
      events[index].amount == nil
    else { return false }
    let quantity = events[index].quantity.flatMap { mention -> QuantityValue? in
      if case .quantity(let value) = sentence.mentions[mention].value { return value }
      return nil
    }
    guard quantity == nil || quantity?.unit == "%" else { return false }
    events[index].amount = amount
    events[index].quantity = nil
    if events[index].item == nil { events[index].item = draft.things[0].item }
    if events[index].recipients.isEmpty { events[index].recipients = draft.recipients }
    return true
  }

  /// A sum that an earlier clause brought up for this one, 出资260万元,买下…: its event, its clause.
  private var funds: (event: Int, clause: Int)?

  /// 出资260万元,买下经营权: the sum is what this verb's event is about.
  private mutating func takeFunds(_ draft: inout EventDraft, _ clause: Int) {
    guard let waiting = funds, clause <= waiting.clause + 1, waiting.event < events.count,
      draft.things.count <= 1, draft.things.first?.amount == nil
    else { return }
    let isOfUse = !draft.things.isEmpty || !draft.recipients.isEmpty
    guard isOfUse, draft.kind != "setup", let amount = events[waiting.event].amount else { return }
    if draft.things.isEmpty { draft.things = [GivenThing()] }
    draft.things[0].amount = amount
    if draft.actors.isEmpty { draft.actors = events[waiting.event].actors }
    if draft.date == nil { draft.date = events[waiting.event].date }
    events.remove(at: waiting.event)
    funds = nil
  }

  private func nextVerb(after index: Int, _ range: Range<Int>) -> Int? {
    var next = index + 1
    while next < range.upperBound {
      let token = sentence.tokens[next]
      if token.isWord(.verb) { return sentence.word(token).isLight ? nil : next }
      if token.isPreposition || token.isWord(.receive) || token.isWord(.goal) { return nil }
      next += 1
    }
    return nil
  }

  private func ownSubject(_ index: Int, _ clause: Int) -> [Event.Party]? {
    var reading = ClauseReading(
      sentence: sentence, clause: clause, verb: index, frame: sentence.rules.frames[0],
      done: max(done, sentence.clauses[clause].lowerBound), carried: [], isLater: false)
    reading.readSubject()
    return reading.subject
  }

  /// What speaks against an event at this verb.
  private func veto(_ index: Int, _ range: Range<Int>) -> Refusal.Reason? {
    let tokens = sentence.tokens
    if index + 1 < range.upperBound, tokens[index + 1].isWord(.noun),
      tokens[index + 1].start == tokens[index].end
    {
      return .noun
    }
    for before in range.lowerBound..<index {
      if tokens[before].isWord(.plan) { return .plan }
      if tokens[before].isWord(.not), tokens[index].start - tokens[before].end <= 6 {
        return .negation
      }
      // 将投资, but 将80万元捐给.
      if tokens[before].isWord(.moved), tokens[before + 1].start == tokens[before].end,
        before == index - 1 || tokens[before + 1].isPreposition
      {
        return .plan
      }
    }
    // 铁西国资的借款: a noun.
    if tokens[index].start > 0, sentence.units[tokens[index].start - 1] == 0x7684,
      !(range.lowerBound..<index).contains(where: { tokens[$0].isWord(.receive) })
    {
      return .noun
    }
    // 捐款2000万元的承诺, 承诺 behind it; 捐赠协议.
    if index + 1 < range.upperBound, tokens[index + 1].isWord(.plan),
      tokens[index + 1].start == tokens[index].end
    {
      return .plan
    }
    return nil
  }

  // MARK: Goods on their way

  /// How many of the events have been looked at for this: goods are given on once.
  private var passed = 0

  /// 购买170件军大衣,2000个口罩,并全部捐助给…: what was bought before is what is given here.
  private mutating func passOn(
    _ draft: EventDraft, _ frame: EventFrame, _ areThingsEarlier: Bool
  ) -> Bool {
    guard frame.traits.contains(.passesOn), draft.things.isEmpty || areThingsEarlier,
      !draft.recipients.isEmpty
    else { return false }
    let onTheWay = events.indices.dropFirst(passed).filter { index in
      sentence.rules.frames.first { $0.rule == events[index].rule }?.traits.contains(.onTheWay)
        ?? false
    }.filter { events[$0].quantity != nil || events[$0].item != nil }
    guard !onTheWay.isEmpty else { return false }
    for index in onTheWay {
      let bought = events[index]
      var event = Event(
        rule: frame.rule, kind: draft.kind, verb: draft.verb,
        actors: bought.actors.isEmpty ? draft.actors : bought.actors,
        recipients: draft.recipients)
      event.quantity = bought.quantity
      event.item = bought.item
      event.date = draft.date ?? bought.date
      if bought.kind == "import" {
        events.append(event)
      } else {
        events[index] = event
      }
    }
    // 捐赠善款用于购买: the money on the way is no event of its own.
    events.removeAll { event in
      event.kind == draft.kind && event.amount == nil && event.quantity == nil
    }
    (passed, funds) = (events.count, nil)
    return true
  }
}
