// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads one sentence into events, verb by verb.
struct EventReader {
  let sentence: EventSentence
  /// Who the sentence before was about, and who else it named.
  private let earlier: [Event.Party]
  private let known: [Event.Party]
  /// Who this one is about, as far as it is read.
  var subject: [Event.Party] = []
  var events: [Event] = []
  private(set) var refusals: [Refusal] = []
  /// Tokens before this one belong to events already read.
  var done = 0
  /// The verb that another one took for its kind.
  private var taken = -1
  /// The events of the last verb that made some, its clause and its frame.
  var last: (events: Range<Int>, clause: Int, frame: EventFrame)?
  /// A sum that an earlier clause brought up for this one, 出资260万元,买下…: its event, its clause.
  var funds: (event: Int, clause: Int)?
  /// How many of the events have been looked at for goods on their way: they are given on once.
  var passed = 0

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
    let before = (events, funds)
    /// The event of the money stays where this verb makes none.
    func giveUp(_ reason: Refusal.Reason) {
      (events, funds) = before
      refuse(reason)
    }
    takeFunds(&draft, clause)
    if frame.traits.contains(.stake), isStake(draft) { draft.kind = "acquisition" }
    if frame.traits.contains(.funds), isPublic(draft) { draft.kind = "support" }
    guard draft.has(frame.needs) else { return giveUp(.nothing) }
    guard !draft.actors.isEmpty || !draft.recipients.isEmpty || frame.needs == .body else {
      return giveUp(.nobody)
    }
    if clauseReading.isReceiving, draft.actors.isEmpty { return giveUp(.nobody) }
    if let skipped { taken = skipped }
    done = max(done, clauseReading.endOfThings)
    let made = draft.events()
    if frame.traits.contains(.funds), made.count == 1, made[0].amount != nil {
      funds = (events.count, clause)
    }
    last = (events.count..<events.count + made.count, clause, frame)
    events += made
  }

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
}
