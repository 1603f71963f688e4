// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads one sentence into events, verb by verb.
struct EventReader {
  let sentence: EventSentence
  /// Who the sentence before was about, and who else it named.
  private let earlier: [Event.Party]
  private let known: [Event.Party]
  /// Whom sentences before were about, the last one of each kind of body first.
  private let topics: [Event.Party]
  /// Who this one is about, as far as it is read.
  var subject: [Event.Party] = []
  var events: [Event] = []
  private(set) var refusals: [Refusal] = []
  /// Tokens before this one belong to events already read.
  var done = 0
  /// The verb that another one took for its kind.
  private var taken = 0..<0
  /// The events of the last verb that made some, its clause and its frame.
  var last: (events: Range<Int>, clause: Int, frame: EventFrame)?
  /// A sum that an earlier clause brought up for this one, 出资260万元,买下…: its event, its clause.
  var funds: (event: Int, clause: Int)?
  /// The last clause that tells a plan.
  var planned: Int?
  /// Who signed with whom, and in which clause.
  var contract: (first: [Event.Party], second: [Event.Party], clause: Int)?
  /// What a clause says of the pairs behind its colon: 捐款的有:甲5万元、乙8万元.
  var heading: (event: Event, clause: Int)?
  /// How many of the events have been looked at for goods on their way: they are given on once.
  var passed = 0

  init(
    sentence: EventSentence, earlier: [Event.Party], known: [Event.Party] = [],
    topics: [Event.Party] = []
  ) {
    self.topics = topics
    self.sentence = sentence
    self.earlier = earlier
    self.known = known
  }

  mutating func read() {
    for clause in sentence.clauses.indices {
      var hasVerb = false
      for index in sentence.clauses[clause]
      where !taken.contains(index) && index >= done && isVerb(index) {
        read(verb: index, clause: clause, isLater: hasVerb)
        hasVerb = true
      }
      if hasVerb {
        readEllipsis(from: done, to: sentence.clauses[clause].upperBound)
        noteHeading(of: clause)
      } else if tellsFuture(of: clause) {
        planned = clause
        noteSubject(of: clause)
      } else if !readEllipsis(
        from: sentence.clauses[clause].lowerBound, to: sentence.clauses[clause].upperBound)
      {
        readBeneficiaries(of: clause)
        noteSubject(of: clause)
      }
    }
    bindShares()
    dropTotals()
  }

  private func isVerb(_ index: Int) -> Bool {
    sentence.tokens[index].isWord(.verb) || sentence.isReceipt(index)
  }

  private mutating func read(verb index: Int, clause: Int, isLater: Bool) {
    let range = sentence.clauses[clause]
    let frame = sentence.frame(sentence.tokens[index])
    var (kind, skipped) = kind(of: index, range)
    if let reason = veto(index, clause, kind) {
      if reason == .plan, isOpenPlan(index, clause) { planned = clause }
      if !isLater, let own = ownSubject(index, clause), !own.isEmpty {
        subject = own
        keepFirstSide(of: clause)
      }
      return refuse(reason, at: index, kind)
    }
    if goesOnPlanning(index, clause, isLater) {
      planned = clause
      return refuse(.plan, at: index, kind)
    }
    if kind == "support" || kind == "sale", isFree(index, range) { kind = "donation" }
    if let own = kindOfMoney(index, range) { kind = own }
    var reading = ClauseReading(
      sentence: sentence, clause: clause, verb: index, frame: frame,
      done: max(done, range.lowerBound),
      carried: isLater ? subject : (subject.isEmpty ? earlier : subject), known: known,
      topics: topics,
      isFromEarlier: !isLater && subject.isEmpty, isLater: isLater)
    reading.read(skipping: skipped)
    if !reading.subject.isEmpty { subject = reading.subject }
    var draft = reading.draft(kind: kind)
    if passOn(draft, frame, reading.areThingsEarlier) { return }
    let shares = reading.subject.isEmpty && sharesRecipients(of: draft, frame, index, clause)
    let isSeller = shares && last?.frame.traits.contains(.onTheWay) ?? false
    if shares, !isSeller { shareRecipients(&draft) }
    if reading.subject.isEmpty, complete(draft, frame, clause) {
      done = max(done, reading.endOfThings)
      return
    }
    if turnFunds(draft, frame, clause) { return }
    if isSeller { shareRecipients(&draft) }
    takePartner(&draft, frame, clause, reading.isReceiving)
    if let reason = tell(draft, by: frame, verb: index, clause, reading.isReceiving) {
      return refuse(reason, at: index, kind)
    }
    if !skipped.isEmpty { taken = skipped }
    done = max(done, reading.endOfThings)
  }

  private mutating func refuse(_ reason: Refusal.Reason, at index: Int, _ kind: String) {
    let token = sentence.tokens[index]
    let rule = sentence.frame(token).rule
    refusals.append(Refusal(verb: token.extent, rule: rule, kind: kind, reason: reason))
  }

  /// Adds the events of a draft; why there are none, where there are none. The event of the money
  /// stays then.
  private mutating func tell(
    _ draft: EventDraft, by frame: EventFrame, verb index: Int, _ clause: Int, _ isReceiving: Bool
  ) -> Refusal.Reason? {
    let before = (events, funds)
    var draft = draft
    takeFunds(&draft, clause)
    nameBeneficiary(&draft, frame, index, clause)
    if frame.traits.contains(.stake), isStake(draft) { draft.kind = "acquisition" }
    if draft.kind == "acquisition", isGoods(draft) { draft.kind = "purchase" }
    if draft.kind == "import", isOfPlayer(draft) { draft.kind = "purchase" }
    nameFirm(&draft, frame, index)
    if frame.traits.contains(.funds), isPublic(draft) { draft.kind = "support" }
    giveOn(&draft, frame)
    if draft.kind == "donation", sentence.word(sentence.tokens[index]).weight == .hand,
      isOfState(draft)
    {
      draft.kind = "support"
    }
    if let reason = lack(of: draft, frame, index, isReceiving) {
      (events, funds) = before
      return reason
    }
    let made = draft.events()
    if frame.traits.contains(.funds), made.count == 1, made[0].amount != nil {
      funds = (events.count, clause)
    }
    last = (events.count..<events.count + made.count, clause, frame)
    events += made
    return nil
  }

  /// 新成立的甲公司, 成立68年来: says which body it is, and not that it was set up.
  private func isOldBody(_ draft: EventDraft, _ verb: Int) -> Bool {
    if verb + 1 < sentence.tokens.count, sentence.tokens[verb + 1].kind == .date,
      sentence.tokens[verb + 1].start == sentence.tokens[verb].end,
      case .date(let value) = sentence.mentions[sentence.tokens[verb + 1].payload].value,
      value.kind == .duration
    {
      return true
    }
    return sentence.isAttributive(verb) && draft.date == nil
      && draft.actors.allSatisfy { $0.source == .carried }
  }

  /// 甲公司复工, 甲公司复工了: nothing stands behind the verb.
  private func isLast(_ verb: Int) -> Bool {
    let end = sentence.tokens[verb].end
    guard let place = sentence.places.first(where: { $0.contains(sentence.tokens[verb].extent) })
    else { return false }
    return sentence.units[end..<place.end].allSatisfy(sentence.rules.signs.edges.contains)
  }

  /// What a draft has too little of.
  private func lack(
    of draft: EventDraft, _ frame: EventFrame, _ verb: Int, _ isReceiving: Bool
  ) -> Refusal.Reason? {
    guard draft.has(frame.needs), !isVague(draft, frame, verb) else { return .nothing }
    if sentence.word(sentence.tokens[verb]).weight == .passing { return .nothing }
    if draft.things.isEmpty, frame.needs == .doer, !isLast(verb) { return .nothing }
    if frame.needs == .body, isOldBody(draft, verb) { return .noun }
    if draft.actors.isEmpty, isReceiving || frame.traits.contains(.giver) { return .nobody }
    return draft.actors.isEmpty && draft.recipients.isEmpty && frame.needs != .body ? .nobody : nil
  }

  // MARK: Kinds

  /// The kind of event that a verb tells, and the verbs behind it that say so for it: 进行|捐赠.
  private func kind(of index: Int, _ range: Range<Int>) -> (kind: String, skipped: Range<Int>) {
    let word = sentence.word(sentence.tokens[index])
    guard word.isLight else { return (word.kind, 0..<0) }
    if let next = nextVerb(after: index, range) {
      return (sentence.word(sentence.tokens[next.upperBound - 1]).kind, next)
    }
    return (word.kind == "support" && isOfLoan(index) ? "loan" : word.kind, 0..<0)
  }

  /// 免费提供, 无偿发放: what is handed out for nothing is a gift.
  private func isFree(_ index: Int, _ range: Range<Int>) -> Bool {
    (sentence.word(sentence.tokens[index]).isLight
      || sentence.word(sentence.tokens[index]).kind == "sale")
      && range.contains { $0 < index && sentence.tokens[$0].isWord(.free) }
  }

  /// 发放补偿款5万元, 把96万元工资款发给工人: what is handed out says that it was owed.
  private func kindOfMoney(_ index: Int, _ range: Range<Int>) -> String? {
    let weight = sentence.word(sentence.tokens[index]).weight
    guard weight == .light || weight == .hand else { return nil }
    if weight == .light, isLoanByName(index, range) { return "loan" }
    let isVerb = { (place: Int) in self.sentence.tokens[place].isWord(.verb) }
    let first = (range.lowerBound..<index).last(where: isVerb) ?? range.lowerBound
    let stop = (index + 1..<range.upperBound).first(where: isVerb) ?? range.upperBound
    let money = sentence.tokens[first..<stop].first {
      ($0.isWord(.money) || $0.isWord(.thing)) && !sentence.word($0).kind.isEmpty
    }
    return money.map { sentence.word($0).kind }
  }

  /// 发放“抗灾贷”4600万元: between the verb and the sum stands the name of a loan.
  private func isLoanByName(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound else { return false }
    let (end, next) = (sentence.tokens[index].end, sentence.tokens[index + 1])
    return next.kind == .amount && next.start > end && next.start - end <= 12
      && sentence.units[end..<next.start].contains(0x8D37)  // 贷
  }

  /// 向甲赔付5万元,并送上黄酒80坛, 并减免利息9万元: who got the one gets the other.
  private func sharesRecipients(
    of draft: EventDraft, _ frame: EventFrame, _ index: Int, _ clause: Int
  ) -> Bool {
    guard let last, frame.isBenefit, draft.recipients.isEmpty, !draft.things.isEmpty,
      clause == last.clause + 1,
      last.events.upperBound == events.count, let model = last.events.first,
      !events[model].recipients.isEmpty,
      draft.actors.map(\.name) == events[model].actors.map(\.name)
    else { return false }
    // 向甲购买磨床4台,已预付货款780万元: who sells is paid.
    if last.frame.traits.contains(.onTheWay) { return draft.kind == "payment" }
    guard last.frame.isBenefit else { return false }
    let first = sentence.clauses[clause].lowerBound
    return first < index && sentence.tokens[first].isWord(.adverb)
      && sentence.tokens[first].start - sentence.places[clause].start <= 1
  }

  private func shareRecipients(_ draft: inout EventDraft) {
    draft.recipients = last.map { events[$0.events.lowerBound].recipients } ?? []
  }

  /// 购买…2.5%的股份: shares of a firm, by the word that stands there as the item.
  private func isStake(_ draft: EventDraft) -> Bool {
    guard draft.kind == "purchase", let item = draft.things.first?.item else { return false }
    return sentence.tokens.contains { $0.isWord(.stake) && $0.extent == item.extent }
  }

  /// 收购玉米300吨: goods by their weight are no shares.
  private func isGoods(_ draft: EventDraft) -> Bool {
    guard let mention = draft.things.first?.quantity,
      case .quantity(let value) = sentence.mentions[mention].value
    else { return false }
    return value.dimension == "mass" || value.dimension == "volume"
  }

  /// 市财政拿出3200万元: public money supports, it does not invest.
  /// 为医院添置救护车两辆: what is bought for somebody is given, 向乙购买 is not.
  private func giveOn(_ draft: inout EventDraft, _ frame: EventFrame) {
    guard frame.traits.contains(.onTheWay), draft.kind == "purchase",
      let receiver = draft.recipients.first, receiver.source == .to,
      let to = sentence.tokens.last(where: {
        $0.isWord(.to) && $0.end <= receiver.extent.start
      }), !sentence.word(to).kind.isEmpty
    else { return }
    draft.kind = isOfState(draft) ? "support" : sentence.word(to).kind
  }

  /// 省人民政府送来帐篷2000顶: what the state hands over is no gift.
  private func isOfState(_ draft: EventDraft) -> Bool {
    if isPublic(draft) { return true }
    return !draft.actors.isEmpty
      && draft.actors.allSatisfy { actor in
        guard let mention = actor.mention,
          case .organization(let value) = sentence.mentions[mention].value
        else { return false }
        return value.kind == "government"
      }
  }

  func isPublic(_ draft: EventDraft) -> Bool {
    guard let actor = draft.actors.first, actor.mention == nil else { return false }
    return sentence.tokens.contains { token in
      token.end == actor.extent.end && token.isWord(.party)
        && sentence.word(token).meaning == .state
    }
  }

  private func nextVerb(after index: Int, _ range: Range<Int>) -> Range<Int>? {
    var next = index + 1
    while next < range.upperBound {
      let token = sentence.tokens[next]
      if token.isWord(.verb) {
        if sentence.word(token).isLight { return nil }
        let noun = noun(from: next, range)
        return sentence.frame(sentence.tokens[noun.upperBound - 1]).isBenefit ? noun : nil
      }
      if token.isPreposition || token.isWord(.receive) || token.isWord(.goal) { return nil }
      next += 1
    }
    return nil
  }

  /// 农机购置补贴, 出口信贷: of verbs side by side in a noun the last is what it is.
  private func noun(from index: Int, _ range: Range<Int>) -> Range<Int> {
    var last = index
    while last + 1 < range.upperBound, sentence.tokens[last + 1].isWord(.verb),
      sentence.tokens[last + 1].start == sentence.tokens[last].end,
      !sentence.word(sentence.tokens[last + 1]).isLight
    { last += 1 }
    return index..<last + 1
  }

  /// 办理委托贷款,其中向甲发放2600万元: what is handed out is the loan before.
  private func isOfLoan(_ index: Int) -> Bool {
    let before = sentence.tokens[..<index].last { $0.isWord(.verb) }
    return before.map { sentence.word($0).kind == "loan" } ?? false
  }

  func ownSubject(_ index: Int, _ clause: Int) -> [Event.Party]? {
    var reading = ClauseReading(
      sentence: sentence, clause: clause, verb: index, frame: sentence.rules.frames[0],
      done: max(done, sentence.clauses[clause].lowerBound),
      carried: subject.isEmpty ? earlier : subject, topics: topics, isLater: false)
    reading.readSubject()
    return reading.subject
  }
}
