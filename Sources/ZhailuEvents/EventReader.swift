// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads one sentence into events, verb by verb.
struct EventReader {
  let sentence: EventSentence
  /// Who the sentence before was about, and who else it named.
  var earlier: [Event.Party]
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
  /// Whom an earlier clause of the sentence is about, without a verb of events, and which one.
  var topic: (party: Event.Party, clause: Int)?
  /// What was done for whom, without a sum as yet: 慰问3名职工,每人2000元.
  var waiting: (draft: EventDraft, clause: Int, frame: EventFrame)?
  /// Whether pairs behind the last event are of those who received: 其中甲获得3万元,乙2万元.
  var arePairsReceivers = false
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
        if giveEach(clause) { continue }
        readBeneficiaries(of: clause)
        noteSubject(of: clause)
        noteVictim(of: clause)
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
    guard let (ownKind, skipped) = kind(of: index, range) else { return }
    if isVetoed(index, clause, ownKind, isLater) { return }
    let kind = kindOfGift(ownKind, index, range)
    let place = VerbPlace(
      verb: index, clause: clause, done: max(done, range.lowerBound), isLater: isLater)
    var reading = ClauseReading(
      sentence: sentence, at: place, frame: frame, earlier: antecedents(isLater: isLater))
    reading.read(skipping: skipped)
    if !reading.subject.isEmpty { subject = reading.subject }
    var draft = reading.draft(kind: kindOfGiving(reading) ?? kind)
    if isTaken(&draft, of: reading) { return }
    takePartner(&draft, clause, reading.isReceiving)
    takeTopic(&draft, reading)
    if let reason = tell(draft, by: frame, verb: index, clause, reading.isReceiving) {
      if shareOut(draft, reading) || giveEach(clause) { return }
      if reason == .nothing, frame.isBenefit, !draft.recipients.isEmpty {
        waiting = (draft, clause, frame)
      }
      return refuse(reason, at: index, kind)
    }
    if !reading.signers.isEmpty { subject = reading.signers }
    if !skipped.isEmpty { taken = skipped }
    done = max(done, reading.endOfThings)
  }

  /// Whether something speaks against an event at a verb. What the clause says of who acts counts
  /// for the next ones all the same.
  private mutating func isVetoed(
    _ index: Int, _ clause: Int, _ kind: EventKind, _ isLater: Bool
  ) -> Bool {
    if let reason = veto(index, clause, kind) {
      if reason == .plan, isOpenPlan(index, clause) { planned = clause }
      if !isLater, case let own = ownSubject(index, clause), !own.isEmpty {
        subject = own
        keepFirstSide(of: clause)
      }
      refuse(reason, at: index, kind)
      return true
    }
    guard goesOnPlanning(index, clause, isLater) else { return false }
    planned = clause
    refuse(.plan, at: index, kind)
    return true
  }

  private func antecedents(isLater: Bool) -> Antecedents {
    let isFromEarlier = !isLater && subject.isEmpty
    return Antecedents(
      carried: isFromEarlier ? earlier : subject, known: known, topics: topics,
      isFromEarlier: isFromEarlier)
  }

  /// Whether a draft is no event of its own but what an earlier one needed: goods on their way are
  /// given, an event is completed, money is put to use. Gives it the recipients of an earlier one.
  private mutating func isTaken(_ draft: inout EventDraft, of reading: ClauseReading) -> Bool {
    let (frame, clause) = (reading.frame, reading.clause)
    if passOn(draft, frame, reading.areThingsEarlier) { return true }
    let shares =
      reading.subject.isEmpty && sharesRecipients(of: draft, frame, reading.verb, clause)
    if sharesToo(draft, reading) { shareRecipients(&draft) }
    let isSeller = shares && last?.frame.traits.contains(.onTheWay) ?? false
    if shares, !isSeller { shareRecipients(&draft) }
    if reading.subject.isEmpty, complete(draft, frame, clause) {
      done = max(done, reading.endOfThings)
      return true
    }
    if turnFunds(draft, frame, clause) { return true }
    if isSeller { shareRecipients(&draft) }
    return false
  }

  mutating func refuse(_ reason: Refusal.Reason, at index: Int, _ kind: EventKind) {
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
    nameFirm(&draft, frame, index)
    settleKind(of: &draft, frame, index)
    if let reason = lack(of: draft, frame, index, isReceiving) {
      (events, funds) = before
      return reason
    }
    let made = draft.events()
    if frame.traits.contains(.funds), made.count == 1, made[0].amount != nil {
      funds = (events.count, clause)
    }
    arePairsReceivers = false
    last = (events.count..<events.count + made.count, clause, frame)
    events += made
    return nil
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
    if last.frame.traits.contains(.onTheWay) { return draft.kind == .payment }
    guard last.frame.isBenefit else { return false }
    let first = sentence.clauses[clause].lowerBound
    return first < index && sentence.tokens[first].isWord(.adverb)
      && sentence.tokens[first].start - sentence.places[clause].start <= 1
  }

  private func shareRecipients(_ draft: inout EventDraft) {
    draft.recipients = last.map { events[$0.events.lowerBound].recipients } ?? []
  }

  /// Who stands before a verb that tells no event.
  func ownSubject(_ index: Int, _ clause: Int) -> [Event.Party] {
    let place = VerbPlace(
      verb: index, clause: clause, done: max(done, sentence.clauses[clause].lowerBound),
      isLater: false)
    let earlier = Antecedents(
      carried: subject.isEmpty ? earlier : subject, known: [], topics: topics,
      isFromEarlier: false)
    var reading = ClauseReading(
      sentence: sentence, at: place, frame: sentence.rules.frames[0], earlier: earlier)
    reading.readSubject()
    return reading.subject
  }
}
