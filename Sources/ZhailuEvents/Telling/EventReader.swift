// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads one sentence into events, verb by verb.
///
/// What verbs have told so far is in `told`, what clauses leave to those behind them in `memory`; all else
/// is asked of the sentence alone.
struct EventReader {
  let sentence: EventSentence
  /// Who the sentence before was about, and who else it named.
  var earlier: [Event.Party]
  private let known: [Event.Party]
  /// Whom sentences before were about, the last one of each kind of body first.
  let topics: [Event.Party]
  /// Who this one is about, as far as it is read.
  var subject: [Event.Party] = []
  /// Whether a clause was about somebody else, so that the next sentence carries over nobody from before.
  var hasForgotten = false
  var told: SentenceEvents
  var memory = ClauseMemory()
  var refusals: [Refusal] = []
  /// Tokens before this one belong to events already read.
  var done = 0
  /// The verb that another one took for its kind.
  private var taken = 0..<0

  init(
    sentence: EventSentence, earlier: [Event.Party], known: [Event.Party] = [],
    topics: [Event.Party] = []
  ) {
    self.topics = topics
    self.sentence = sentence
    self.earlier = earlier
    self.known = known
    told = SentenceEvents(of: sentence)
  }

  var events: [Event] { told.all }

  mutating func read() {
    for clause in sentence.clauses.indices {
      read(clause)
      if memory.kept.map({ $0.clause < clause }) ?? false { tellKept() }
    }
    told.bindShares()
    told.dropTotals()
  }

  private mutating func read(_ clause: Int) {
    let range = sentence.clauses[clause]
    forgetSubject(before: clause)
    let before = subject
    defer { memory.fine = sentence.fine(in: clause, about: subject, before) ?? memory.fine }
    if readRound(clause) || readOrigin(clause) { return }
    var hasVerb = false
    for index in range where !taken.contains(index) && index >= done && isVerb(index, clause) {
      read(verb: index, clause: clause, isLater: hasVerb)
      hasVerb = true
    }
    if hasVerb {
      readPairs(from: done, to: range.upperBound)
      noteHeading(of: clause)
    } else if tellRepeated(clause) {
      return
    } else if told.readContents(of: clause) {
      done = max(done, range.upperBound)
    } else if sentence.tellsFuture(of: clause) {
      memory.planned = clause
      noteSubject(of: clause)
    } else if !readPairs(from: range.lowerBound, to: range.upperBound), !giveEach(clause) {
      if goesOnOrdering(clause) { memory.planned = clause }
      told.readBeneficiaries(of: clause)
      told.readFounders(of: clause)
      noteSubject(of: clause)
      noteRaised(in: clause)
      memory.victim = sentence.victim(in: clause, of: subject)
    }
  }

  private func isVerb(_ index: Int, _ clause: Int) -> Bool {
    sentence.tokens[index].isWord(.verb) || sentence.isReceipt(index)
      || sentence.isGiving(index, in: clause) || sentence.isEquipping(index, in: clause)
  }

  private mutating func read(verb: Int, clause: Int, isLater: Bool) {
    let range = sentence.clauses[clause]
    let frame = sentence.frame(sentence.tokens[verb])
    guard let (ownKind, skipped) = sentence.kind(of: verb, range) else { return }
    if isVetoed(verb, clause, ownKind, isLater) { return }
    if told.namesHelped(verb, clause) { return }
    let kind = sentence.kindOfGift(ownKind, verb, range)
    let place = VerbPlace(verb: verb, clause: clause, done: done, isLater: isLater)
    var reading = ClauseReading(
      sentence: sentence, at: place, frame: frame, earlier: antecedents(isLater: isLater))
    reading.read(skipping: skipped)
    if !reading.subject.isEmpty { subject = reading.subject }
    var draft = reading.draft(kind: sentence.kindOfGiving(reading) ?? kind)
    if keep(draft, of: reading) { return }
    if !reading.subject.isEmpty { tellKept() }
    if isTaken(&draft, of: reading) { return }
    told.nameItem(in: &draft, reading)
    memory.contract?.nameReceiver(of: &draft, by: reading)
    memory.contract?.nameLender(of: &draft, by: reading)
    memory.victim?.nameReceiver(of: &draft, by: reading)
    memory.uncounted?.nameReceiver(of: &draft, by: reading)
    memory.fine?.complete(&draft, by: reading)
    if draft.actors.isEmpty, frame.roles[.subject] != .actor, draft.kind == .purchase,
      let buyer = sentence.buyer
    {
      draft.actors = [buyer]
    }
    if let reason = tell(draft, of: reading) {
      if shareOut(draft, reading) || giveEach(clause) { return }
      if reason == .nothing, frame.isBenefit, !draft.recipients.isEmpty {
        memory.uncounted = UncountedGift(draft: draft, clause: clause, frame: frame)
      }
      if reason == .nothing { noteRepeated(draft, of: reading) }
      return refuse(reason, at: verb, kind)
    }
    if !reading.signers.isEmpty { subject = reading.signers }
    if !skipped.isEmpty { taken = skipped }
    done = max(done, reading.endOfThings)
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
    if told.passOn(draft, frame, reading.areThingsEarlier) || told.turnPurchase(draft, reading) {
      return true
    }
    let shares = told.sharesRecipients(of: draft, reading)
    if told.sharesToo(draft, reading) || told.goesOnReceiving(draft, reading) {
      told.shareRecipients(&draft)
    }
    let isSeller = shares && told.last?.frame.traits.contains(.onTheWay) ?? false
    if shares, !isSeller { told.shareRecipients(&draft) }
    if reading.subject.isEmpty, told.complete(draft, frame, clause) {
      done = max(done, reading.endOfThings)
      return true
    }
    if told.turnFunds(draft, frame, clause) { return true }
    if isSeller { told.shareRecipients(&draft) }
    return false
  }

  /// Adds the events of a draft; why there are none, where there are none. Money that waits is taken only
  /// by what becomes an event.
  private mutating func tell(_ draft: EventDraft, of reading: ClauseReading) -> Refusal.Reason? {
    let (frame, verb) = (reading.frame, reading.verb)
    var draft = draft
    var events = told
    events.takeFunds(&draft, reading.clause)
    sentence.nameBeneficiary(&draft, frame, verb, reading.clause)
    events.nameFirm(&draft, frame, verb, subject: subject)
    sentence.settleKind(of: &draft, frame, verb)
    events.goOnGiving(&draft, reading)
    events.keepKind(of: &draft, verb)
    if let reason = sentence.lack(
      of: draft, frame, verb: verb, isReceiving: reading.isReceiving)
    {
      return reason
    }
    // Without a second holder of the list, which would be copied to grow.
    told = consume events
    told.tell(draft.events(), by: frame, in: reading.clause)
    told.last?.isForEach = draft.isForEach
    return nil
  }

  private mutating func shareOut(_ draft: EventDraft, _ reading: ClauseReading) -> Bool {
    guard told.shareOut(draft, reading) else { return false }
    done = max(done, reading.endOfThings)
    return true
  }

  /// 慰问3名职工,每人2000元; 每人领到2000元: what each of those in the clause before got.
  private mutating func giveEach(_ clause: Int) -> Bool {
    if told.completeTotal(in: clause) || told.giveEach(in: clause) { return true }
    guard let gift = memory.uncounted, clause == gift.clause + 1, !sentence.isFirst(clause)
    else { return false }
    let each = sentence.sumForEach(in: clause)
    guard let sum = each?.sum ?? sentence.sumOfMoney(in: clause) else { return false }
    memory.uncounted = nil
    var draft = gift.draft
    draft.things = [GivenThing(amount: sentence.tokens[sum].payload)]
    guard sentence.lack(of: draft, gift.frame, verb: each?.each ?? sum, isReceiving: false) == nil
    else { return false }
    told.add(draft.events(), by: gift.frame, in: clause)
    told.last?.isForEach = each != nil && draft.recipients.count == 1
    done = max(done, sum + 1)
    return true
  }
}
