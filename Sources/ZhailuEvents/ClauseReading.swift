// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads what stands around one verb: who, to whom, what, when.
struct ClauseReading {
  let sentence: EventSentence
  let clause: Int
  let verb: Int
  let frame: EventFrame
  /// The first token that no earlier event of the sentence has read.
  let done: Int
  /// Whom an earlier clause was about.
  let carried: [Event.Party]
  /// Who else the sentence before named.
  let known: [Event.Party]
  /// Whether `carried` is of an earlier sentence.
  let isFromEarlier: Bool
  /// Whether another verb of events stands before this one in the clause.
  let isLater: Bool

  private(set) var subject: [Event.Party] = []
  private(set) var endOfThings = 0
  private var parties: [EventFrame.Place: [Event.Party]] = [:]
  private var given = GivenThings(end: 0)
  private var isEach = false
  private var isRespective = false
  private var isJoint = false
  /// Whether words stand before the verb that are no party that is known.
  private var hasUnknownSubject = false
  /// Whether the things stand in the clause before.
  private(set) var areThingsEarlier = false

  init(
    sentence: EventSentence, clause: Int, verb: Int, frame: EventFrame, done: Int,
    carried: [Event.Party], known: [Event.Party] = [], isFromEarlier: Bool = false, isLater: Bool
  ) {
    self.known = known
    self.isFromEarlier = isFromEarlier
    self.sentence = sentence
    self.clause = clause
    self.verb = verb
    self.frame = frame
    self.done = done
    self.carried = carried
    self.isLater = isLater
  }

  private var tokens: [EventToken] { sentence.tokens }

  /// Where the text before the verb begins that is its own.
  private var start: Int {
    let first = sentence.clauses[clause].lowerBound
    return done > first && done <= verb ? tokens[done - 1].end : sentence.places[clause].start
  }

  private var before: Range<Int> {
    max(sentence.clauses[clause].lowerBound, min(done, verb))..<verb
  }

  mutating func read(skipping skipped: Int?) {
    readWords()
    readSubject()
    readPrepositions()
    readReceiving()
    if let sum = sumBefore() {
      given = sum
    } else {
      given = sentence.things(from: verb + 1, clause: clause, skipping: skipped, frame)
    }
    readGoal()
    readObject()
    readMoved()
    readPrice()
    endOfThings = max(given.end, endOfObject)
  }

  /// 其中1000万元捐给甲: a sum directly before a verb that gives.
  private func sumBefore() -> GivenThings? {
    guard frame.roles[.goal] != nil, verb > before.lowerBound,
      tokens[verb - 1].kind == .amount, tokens[verb - 1].end == tokens[verb].start,
      !before.contains(where: { isPriced(tokens[$0]) })
    else { return nil }
    return GivenThings(list: [GivenThing(amount: tokens[verb - 1].payload)], end: verb + 1)
  }

  /// 以5亿元, 价值5亿元, 每吨5元, 从甲处: the sum behind it is not what is given.
  private func isPriced(_ token: EventToken) -> Bool {
    token.isPreposition || token.isWord(.worth) || token.isWord(.rate)
  }

  // MARK: Before the verb

  private mutating func readWords() {
    for index in before {
      if tokens[index].isWord(.each) { isEach = true }
      if tokens[index].isWord(.respectively) { isRespective = true }
      if tokens[index].isWord(.joint) { isJoint = true }
    }
  }

  /// Who stands before the verb and all prepositions.
  mutating func readSubject() {
    let range = before
    let stop =
      range.first { tokens[$0].isPreposition || tokens[$0].isWord(.receive) } ?? verb
    var first = range.lowerBound
    var place = start
    while first < stop, tokens[first].isLight, !tokens[first].isWord(.joint) {
      place = tokens[first].end
      first += 1
    }
    // Words of no weight directly before the verb: 已, 分别, 各.
    var last = stop
    while last > first, tokens[last - 1].isLight { last -= 1 }
    let end = last < stop ? tokens[last].start : tokens[stop].start
    guard first < last || end > place else { return }
    hasUnknownSubject = end - place > 1
    if first < last {
      subject = countAlone(first..<last, from: place, to: end)
      if subject.isEmpty {
        subject = sentence.parties(first..<last, from: place, to: end, .subject)
      }
      joinCarried(first..<verb, from: place)
    }
    if subject.isEmpty, first < last,
      let pronoun = tokens[first..<last].first(where: { isPronoun($0, from: place) })
    {
      subject = meaning(of: pronoun).map(Self.carried)
    }
    if subject.isEmpty, let extent = sentence.trimmed(place, end), isUnnamed(extent) {
      subject = [
        Event.Party(
          name: sentence.original(extent), extent: extent, mention: nil, source: .subject)
      ]
    }
  }

  /// 三家共出资600万元: a count without a noun, of the bodies named side by side before.
  private func countAlone(_ range: Range<Int>, from start: Int, to end: Int) -> [Event.Party] {
    guard range.count == 1, let token = tokens[range].first, sentence.countsParties(token),
      sentence.trimmed(start, end) == token.extent
    else { return [] }
    let group = lastGroup()
    return group.count > 1 ? group.map(Self.carried) : []
  }

  /// 又与进出口银行联合…: with whom who was carried over acts.
  private mutating func joinCarried(_ range: Range<Int>, from place: Int) {
    guard isJoint, !carried.isEmpty, !subject.isEmpty, let first = range.first,
      sentence.isJoiner(tokens[first]), tokens[first].start - place <= 1
    else { return }
    subject = carried.map(Self.carried) + subject
  }

  /// Whom 公司, 该行, 前者, 双方 or 三家 mean here.
  private func meaning(of token: EventToken) -> [Event.Party] {
    guard token.isWord(.pronoun) else { return lastGroup() }
    switch sentence.word(token).meaning {
    case .own: return sentence.speaker(token).map { [$0] } ?? carriedBodies
    case .first: return Array(lastGroup().prefix(1))
    case .second: return Array(lastGroup().suffix(1))
    case .all: return lastGroup()
    case .that, .none, .state: return lastBody(sentence.word(token).kind)
    }
  }

  private var carriedBodies: [Event.Party] { carried.filter { $0.mention != nil } }

  /// 该公司: who was carried over, if it is a body of the kind; else the last one that was named.
  private func lastBody(_ kind: String) -> [Event.Party] {
    let own = carriedBodies.filter { isOf(kind, $0) }
    if !own.isEmpty || kind.isEmpty { return own.isEmpty ? carriedBodies : own }
    let before = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
    if let named = before.first(where: { isOf(kind, $0) }) { return [named] }
    return known.first { isOf(kind, $0) }.map { [$0] } ?? carriedBodies
  }

  private func isOf(_ kind: String, _ party: Event.Party) -> Bool {
    guard let mention = party.mention,
      case .organization(let value) = sentence.mentions[mention].value
    else { return false }
    return kind.isEmpty || value.kind == kind
  }

  /// The bodies that were named side by side last.
  private func lastGroup() -> [Event.Party] {
    if carried.count > 1 { return carried }
    var index = sentence.clauses[clause].lowerBound - 1
    while index > 0 {
      if tokens[index].kind == .organization {
        let group = sentence.group(endingAt: index, in: 0..<index + 1, .subject)
        if group.count > 1 { return group }
      }
      index -= 1
    }
    return carriedBodies
  }

  /// Somebody whom no lexicon knows: 张三捐款5万元; 一家福建公司寄来8000双凉鞋.
  private func isUnnamed(_ extent: Extent) -> Bool {
    // 公司 is one in 保险公司, which is somebody of his own.
    let isInside = tokens[before].contains { token in
      extent.contains(token.extent)
        && (token.kind == .organization || token.isWord(.pronoun) && token.start == extent.start)
    }
    if isInside { return false }
    return sentence.isPersonName(extent)
      || sentence.isFirst(clause) && !isLater && sentence.isUnnamed(extent, .subject)
  }

  /// 公司, 该行; 三家, where they follow the names of three.
  private func isPronoun(_ token: EventToken, from place: Int) -> Bool {
    guard token.isWord(.pronoun) else { return sentence.countsParties(token) && carried.count > 1 }
    // 公司 is none in 保险公司.
    return sentence.word(token).meaning != .own || token.start - place <= 1
  }

  private static func carried(_ party: Event.Party) -> Event.Party {
    Event.Party(
      name: party.name, extent: party.extent, mention: party.mention, source: .carried)
  }

  private mutating func readPrepositions() {
    for index in before {
      let place: EventFrame.Place
      switch tokens[index].kind {
      case .word(.by): place = .by
      case .word(.to): place = .to
      case .word(.from): place = .from
      default: continue
      }
      guard place != .by || index + 1 < verb || tokens[verb].start > tokens[index].end else {
        continue
      }
      var next = index + 1
      while next < verb, !tokens[next].isPreposition, !ends(tokens[next]) { next += 1 }
      let end = tokens[next].start
      let found = sentence.parties(
        (index + 1)..<next, from: tokens[index].end, to: end, source(place))
      if parties[place, default: []].isEmpty {
        parties[place] =
          found.isEmpty
          ? meant((index + 1)..<next, from: tokens[index].end, to: end, place) : found
      }
    }
  }

  /// 向该行, 向其: the body named last that is not the subject; else somebody no lexicon knows.
  private func meant(
    _ range: Range<Int>, from start: Int, to end: Int, _ place: EventFrame.Place
  ) -> [Event.Party] {
    guard let pronoun = range.first(where: { tokens[$0].isWord(.pronoun) }) else {
      guard range.isEmpty, let extent = sentence.trimmed(start, end),
        sentence.isUnnamed(extent, source(place))
      else { return [] }
      return [sentence.described(extent, source(place))]
    }
    let names = Set((subject.isEmpty ? carried : subject).map(\.name))
    let word = sentence.word(tokens[pronoun])
    if word.meaning == .own, let speaker = sentence.speaker(tokens[pronoun]),
      !names.contains(speaker.name)
    {
      return [speaker]
    }
    let other = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], source(place)) }
      .first { !names.contains($0.name) }
    let found = other ?? known.first { !names.contains($0.name) && $0.mention != nil }
    return found.map { [$0] } ?? []
  }

  private func ends(_ token: EventToken) -> Bool {
    token.isLight || token.isWord(.receive) || token.kind == .amount
  }

  private func source(_ place: EventFrame.Place) -> Event.Source {
    switch place {
    case .subject: .subject
    case .by: .by
    case .to: .to
    case .from: .from
    case .goal: .goal
    case .object: .object
    }
  }

  /// 获X捐赠, 收到X拨付: who stands between the two verbs acts, the subject receives.
  private mutating func readReceiving() {
    guard let receive = before.last(where: { tokens[$0].isWord(.receive) }),
      !isTime(from: receive)
    else { return }
    var between = sentence.parties(
      (receive + 1)..<verb, from: tokens[receive].end, to: tokens[verb].start, .by)
    let pronoun = (receive + 1..<verb).first { tokens[$0].isWord(.pronoun) }
    if between.isEmpty, let pronoun {
      // 另获该基金会捐助600万元.
      between = known(as: tokens[pronoun])
    }
    let givers = between.isEmpty ? (parties[.from] ?? []) : between
    let takers = subject.isEmpty ? carried.map(Self.carried) : subject
    received = (givers, takers)
  }

  /// Whom a pronoun means that is not the subject.
  private func known(as pronoun: EventToken) -> [Event.Party] {
    let kind = sentence.word(pronoun).kind
    let names = Set(subject.map(\.name))
    if let own = sentence.speaker(pronoun), sentence.word(pronoun).meaning == .own { return [own] }
    let before = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
    let all = Array(before.prefix(Self.farthest)) + carriedBodies + known
    return all.first { isOf(kind, $0) && !names.contains($0.name) }.map { [$0] } ?? []
  }

  /// So many bodies back a pronoun may mean.
  private static let farthest = 12

  /// 在接到报案后向农户预付…: what was received only says when.
  private func isTime(from receive: Int) -> Bool {
    guard let noun = (receive..<verb).first(where: { tokens[$0].isWord(.noun) }) else {
      return false
    }
    return (noun..<verb).contains { tokens[$0].isPreposition }
  }

  var isReceiving: Bool { received != nil }
  private var received: (givers: [Event.Party], takers: [Event.Party])?

  // MARK: Behind the verb

  /// 捐给X, 捐赠100万元给X.
  private mutating func readGoal() {
    var index = verb + 1
    let stop = max(given.end, min(verb + 1, sentence.clauses[clause].upperBound))
    let upper =
      sentence.clauses.first { $0.contains(max(verb, stop - 1)) }?.upperBound
      ?? sentence.clauses[clause].upperBound
    while index < upper {
      let token = tokens[index]
      if token.isWord(.goal) || token.isWord(.to) { break }
      if token.isWord(.verb), index > verb + 1 { return }
      index += 1
    }
    guard index < upper else { return }
    var next = index + 1
    while next < upper, !endsGoal(tokens[next]) { next += 1 }
    let end =
      next < upper
      ? tokens[next].start : (upper < tokens.count ? tokens[upper].start : sentence.extent.end)
    parties[.goal] = sentence.parties((index + 1)..<next, from: tokens[index].end, to: end, .goal)
    if given.list.isEmpty, !before.contains(where: { tokens[$0].isWord(.moved) }) {
      given = sentence.things(from: index + 1, clause: clause, frame)
    }
  }

  private func endsGoal(_ token: EventToken) -> Bool {
    switch token.kind {
    case .amount, .word(.verb), .word(.thing), .comma, .semicolon: true
    case .quantity: !sentence.countsParties(token)
    default: token.isPreposition
    }
  }

  /// 奖励五中5万元, 减免店内174家商户租金.
  private mutating func readObject() {
    let isGoal = sentence.rules.signs.givingEnds.contains(sentence.units[tokens[verb].end - 1])
    let place = isGoal && frame.roles[.goal] != nil ? EventFrame.Place.goal : .object
    guard frame.roles[place] != nil, parties[place] == nil else { return }
    let upper = sentence.clauses[clause].upperBound
    var next = verb + 1
    while next < upper, !endsGoal(tokens[next]), !tokens[next].isWord(.goal) { next += 1 }
    let end =
      next < upper ? tokens[next].start : sentence.places[clause].end
    guard next > verb + 1 else { return }
    parties[place] = sentence.parties(
      (verb + 1)..<next, from: tokens[verb].end, to: end, source(place))
    if place == .goal, given.list.isEmpty, next > verb + 1 {
      given = sentence.things(from: next, clause: clause, frame)
    }
    if parties[place]?.isEmpty == false { endOfObject = min(next, upper) }
  }

  /// The token behind who stands directly behind the verb.
  private var endOfObject = 0

  /// 以8816万元买下, 用38万元购进: what it cost stands before the verb.
  private mutating func readPrice() {
    guard frame.needs != .body, frame.needs != .target else { return }
    guard let via = before.last(where: { tokens[$0].isWord(.via) || tokens[$0].isWord(.worth) }),
      let amount = (via..<verb).last(where: { tokens[$0].kind == .amount }),
      !(via..<amount).contains(where: { tokens[$0].isWord(.rate) })
    else { return }
    if given.list.isEmpty {
      given.list = [GivenThing(amount: tokens[amount].payload)]
    } else if given.list.count == 1, given.list[0].amount == nil {
      given.list[0].amount = tokens[amount].payload
    }
  }

  /// 将80万元捐给X, 把68箱方便面送上堤; 轮椅28辆由X捐赠.
  private mutating func readMoved() {
    guard given.list.isEmpty else { return }
    if let moved = before.last(where: { tokens[$0].isWord(.moved) }) {
      given = sentence.things(from: moved + 1, clause: clause, before: verb, frame)
    } else if !(parties[.by] ?? []).isEmpty {
      readBefore(before.first { tokens[$0].isWord(.by) } ?? verb)
    } else if let giver = before.first(where: isGiver) {
      // 1000万元为甲基金会捐赠.
      parties[.by] = parties.removeValue(forKey: .to)
      readBefore(giver)
    } else if !(parties[.goal] ?? []).isEmpty || tokens[verb].kind == .word(.verb) && isAtEnd {
      readEarlierThings()
    }
    given.end = max(given.end, verb + 1)
  }

  /// What stands before 由甲捐赠: in this clause, else in the one before.
  private mutating func readBefore(_ by: Int) {
    given = sentence.things(from: before.lowerBound, clause: clause, before: by, frame)
    guard given.list.isEmpty, clause > 0 else { return }
    let first = sentence.clauses[clause - 1].lowerBound
    var start = by
    while start > first, tokens[start - 1].kind != .semicolon { start -= 1 }
    given = sentence.things(from: start, clause: clause, before: by, frame)
  }

  /// 为 between a sum and who gave it, at the end of a clause: 1000万元为甲基金会捐赠.
  private func isGiver(_ index: Int) -> Bool {
    guard tokens[index].isWord(.to), sentence.units[tokens[index].start] == 0x4E3A,  // 为
      subject.isEmpty, !(parties[.to] ?? []).isEmpty, index > before.lowerBound,
      tokens[verb].end == sentence.places[clause].end
    else { return false }
    return tokens[index - 1].kind == .amount || tokens[index - 1].kind == .quantity
  }

  private var isAtEnd: Bool { !(parties[.to] ?? []).isEmpty }

  /// 腾出两座仓库,无偿借给…: things of the clause before, which has no verb of events.
  private mutating func readEarlierThings() {
    guard clause > 0 else { return }
    defer { areThingsEarlier = !given.list.isEmpty }
    let upper = sentence.clauses[clause].lowerBound - 1
    guard tokens[upper].kind == .comma else { return }
    var start = upper
    while start > 0, tokens[start - 1].kind != .semicolon, tokens[start - 1].kind != .comma {
      start -= 1
      if tokens[start].isWord(.verb) || tokens[start].isWord(.plan) { return }
    }
    given = sentence.things(from: start, clause: clause - 1, before: upper, frame)
  }

  // MARK: The outcome

  func draft(kind: String) -> EventDraft {
    var draft = EventDraft(rule: frame.rule, kind: kind, verb: tokens[verb].extent)
    if let received {
      (draft.actors, draft.recipients) = received
    } else {
      assign(to: &draft)
    }
    draft.things = given.list
    if frame.needs == .body, given.list.isEmpty, isIntransitive, subject.count == 1,
      let body = subject.first, body.mention != nil
    {
      draft.things = [
        GivenThing(item: Event.Item(name: body.name, extent: body.extent, mention: body.mention))
      ]
      draft.actors = parties[.by] ?? []
    }
    draft.date = date()
    draft.isEach = isEach || given.isEach
    draft.isRespective = isRespective
    draft.isJoint = isJoint
    if frame.traits.contains(.lender) { draft.swapLender(sentence) }
    return draft
  }

  /// 公司成立于2009年, 公司今天成立: nothing stands behind the verb.
  private var isIntransitive: Bool {
    let end = tokens[verb].end
    guard end < sentence.places[clause].end else { return true }
    return sentence.units[end] == 0x4E8E  // 于
  }

  private func assign(to draft: inout EventDraft) {
    var filled: [EventFrame.Role: [Event.Party]] = [:]
    let hasAgent = !(parties[.by] ?? []).isEmpty
    for place in [EventFrame.Place.by, .from, .to, .goal, .object] {
      guard let role = frame.roles[place], let found = parties[place], !found.isEmpty,
        filled[role] == nil
      else { continue }
      filled[role] = found
    }
    // 甲医院的项目由乙中标: of two that could play one part, the subject plays the other.
    if hasAgent, let role = frame.roles[.by], frame.roles[.subject] == role,
      subject.contains(where: { $0.mention != nil }),
      frame.roles.values.contains(where: { $0 != role })
    {
      let other: EventFrame.Role = role == .actor ? .recipient : .actor
      if filled[other] == nil { filled[other] = subject }
    }
    if frame.roles[.to] == .recipient, filled[.recipient] == nil {
      filled[.recipient] = earlierRecipients()
    }
    if let role = frame.roles[.subject], filled[role] == nil {
      if !subject.isEmpty, !hasAgent {
        filled[role] = subject
      } else if subject.isEmpty, !hasAgent, !(isFromEarlier && hasUnknownSubject) {
        filled[role] = carried.map(Self.carried)
      }
    }
    draft.actors = filled[.actor] ?? []
    draft.recipients = filled[.recipient] ?? []
  }

  /// 对低保户、五保户,四县一律免收水费: whom a clause before without a verb of events is for.
  private func earlierRecipients() -> [Event.Party]? {
    for index in earlierTokens.reversed() {
      if tokens[index].isWord(.plan) { return nil }
      if tokens[index].isWord(.verb) {
        if sentence.isNominal(index) { continue }
        return nil
      }
      guard tokens[index].isWord(.to) else { continue }
      var next = index + 1
      while next < tokens.count, tokens[next].kind != .comma, !tokens[next].isPreposition,
        !ends(tokens[next])
      { next += 1 }
      let found = sentence.parties(
        (index + 1)..<next, from: tokens[index].end, to: tokens[next].start, .to)
      return found.isEmpty ? nil : found
    }
    return nil
  }

  /// The date of the clause, nearest before the verb, else behind it; else of an earlier clause;
  /// else the one that the sentence begins with: 2月底,甲捐款5万元;乙捐款3万元.
  private func date() -> Int? {
    let range = sentence.clauses[clause]
    let found =
      (range.lowerBound..<verb).last { isDate(tokens[$0]) }
      ?? (verb..<range.upperBound).first { isDate(tokens[$0]) }
      ?? earlierTokens.last { isDate(tokens[$0]) }
      ?? leadingDate
    return found.map { tokens[$0].payload }
  }

  private var leadingDate: Int? {
    guard let first = tokens.first, isDate(first), first.start - sentence.extent.start <= 2 else {
      return nil
    }
    return 0
  }

  /// The tokens of the clauses before, as far as a semicolon.
  private var earlierTokens: Range<Int> {
    let upper = sentence.clauses[clause].lowerBound
    var start = upper
    while start > 0, tokens[start - 1].kind != .semicolon { start -= 1 }
    return start..<upper
  }

  private func isDate(_ token: EventToken) -> Bool {
    guard token.kind == .date, case .date(let value) = sentence.mentions[token.payload].value else {
      return false
    }
    if value.modifier == .since { return false }
    return value.kind == .date || value.kind == .time || value.kind == .range
  }
}
