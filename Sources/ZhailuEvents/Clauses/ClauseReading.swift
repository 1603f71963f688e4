// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads what stands around one verb: who, to whom, what, when.
struct ClauseReading {
  let sentence: EventSentence
  /// The sentence's.
  let tokens: [EventToken]
  let place: VerbPlace
  let frame: EventFrame
  let earlier: Antecedents

  var subject: [Event.Party] = []
  private(set) var endOfThings = 0
  /// Who stands in the places of the clause; `nil` where one was not read.
  var parties = PlaceParties()
  var given = GivenThings(end: 0)
  var isEach = false
  var isRespective = false
  var isJoint = false
  /// Whether words stand before the verb that are no party that is known.
  var hasUnknownSubject = false
  /// Who gives and who takes by 获X捐赠.
  var received: (givers: [Event.Party], takers: [Event.Party])?
  /// The token behind who stands directly behind the verb.
  var endOfObject = 0
  /// Whether the things stand in the clause before.
  var areThingsEarlier = false
  /// The verb that says of what was received how it was given: 交来 in 领到甲交来的5万元.
  var givingVerb: Int?
  /// Whether what is given is one thing without a count: 把旧营房借给.
  var isNounMoved = false
  /// Whether dues stand between the subject and the verb, 租户租金全免: persons are let off.
  var isDueBefore = false
  /// For whom it was done: 替甲补交罚款.
  var behalf: [Event.Party] = []
  /// Who took what was given: 由乙签收.
  var signers: [Event.Party] = []

  init(
    sentence: EventSentence, at place: VerbPlace, frame: EventFrame, earlier: Antecedents
  ) {
    self.sentence = sentence
    tokens = sentence.tokens
    self.place = place
    self.frame = frame
    self.earlier = earlier
  }

  var verb: Int { place.verb }
  var clause: Int { place.clause }
  var done: Int { place.done }
  var isLater: Bool { place.isLater }
  var carried: [Event.Party] { earlier.carried }
  var known: [Event.Party] { earlier.known }
  var topics: [Event.Party] { earlier.topics }
  var isFromEarlier: Bool { earlier.isFromEarlier }

  /// Where the text before the verb begins that is its own.
  var start: Int {
    let first = sentence.clauses[clause].lowerBound
    return done > first && done <= verb ? tokens[done - 1].end : sentence.places[clause].start
  }

  var before: Range<Int> {
    max(sentence.clauses[clause].lowerBound, min(done, verb))..<verb
  }

  /// Four stages, each of which needs what those before it have read: who stands before the verb; what was
  /// given; who stands behind it, for whom the things say where to begin; and what is still open, which other
  /// places may say.
  mutating func read(skipping skipped: Range<Int>) {
    readBeforeVerb()
    readThings(skipping: skipped)
    readBehindVerb()
    completeThings()
    completeParties()
    endOfThings = max(given.end, endOfObject)
  }

  private mutating func readBeforeVerb() {
    // 共同 says whether the subject joins who was carried over.
    readWords()
    // Whom 向其 means is not the subject.
    readSubject()
    readPrepositions()
    // 每户补助, where no preposition says to whom.
    readEachParty()
    // 从X获赠, 获X捐赠: the subject takes, and who stands behind 从 gives.
    readReceiving()
    // 来自甲公司的80万元捐款.
    readOrigin()
  }

  private mutating func readBehindVerb() {
    // 捐赠100万元给X: behind the things, which may also stand behind the goal, 捐给X100万元.
    readGoal()
    // 卖给X, where no goal has been read.
    readObject()
    // 领到|X交来的|5万元: who looks like an object gave it.
    readGiver()
  }

  /// As long as there are no things, or one lacks its sum or its count.
  private mutating func completeThings() {
    // 对12家商场进行检查: a count that was read as whom it is for is what it is about.
    readCounted()
    readCountBefore()
    // 将80万元捐给X: only where a goal or a giver has been read.
    readMoved()
    // 以5亿元将其买下: the price is that of what was moved.
    readPrice()
    // 成交价5亿元,竞得人为X.
    readEarlierPrice()
    // 每户5000元,共30万元: where nobody else has been read who receives.
    readTotal()
  }

  /// As long as nobody is named in the place.
  private mutating func completeParties() {
    readHolder()
    // 捐赠的10吨由X签收: where there is something to sign for.
    readSigner()
  }

  /// Before the verb, where a sum stands directly before it; else behind it.
  private mutating func readThings(skipping skipped: Range<Int>) {
    if let sum = sumBefore() {
      given = sum
    } else if isPassive {
      given = GivenThings(end: verb + 1)
    } else {
      given = sentence.things(
        from: verb + 1, clause: clause, skipping: skipped, frame,
        takesParties: isBuilding)
    }
    if isRate { given.list.removeAll() }
  }

  /// 帐篷600顶|由省民政厅调来,另外40吨…: what stands before 由 is given, and nothing behind the clause.
  private var isPassive: Bool {
    guard frame.isBenefit, tokens[verb].end == sentence.places[clause].end,
      let by = before.first(where: { tokens[$0].isWord(.by) }), by + 1 < verb, !isWorthBehind,
      let thing = before.first(where: { $0 < by && !tokens[$0].isLight })
    else { return false }
    return before[thing..<by].contains {
      tokens[$0].kind == .amount
        || tokens[$0].kind == .quantity && !sentence.countsReceivers(tokens[$0], frame)
    }
  }

  /// 恒温柜2台由甲公司赞助,总值11万元: a sum and no count stands in the next clause.
  private var isWorthBehind: Bool {
    guard clause + 1 < sentence.clauses.count else { return false }
    let next = tokens[sentence.clauses[clause + 1]]
    return next.contains { $0.kind == .amount } && !next.contains { $0.kind == .quantity }
  }

  /// 每10股|派发现金红利5元: so much for so many, and not in all.
  private var isRate: Bool {
    guard verb > before.lowerBound, case let count = tokens[verb - 1], count.kind == .quantity,
      count.end == tokens[verb].start, count.start > sentence.extent.start
    else { return false }
    return sentence.rules.signs.has(.per, sentence.units[count.start - 1])
  }

  /// 其中1000万元捐给甲: a sum directly before a verb that gives; 甲的80万元的赠款: before what it is.
  private func sumBefore() -> GivenThings? {
    guard frame.roles[.goal] != nil, verb > before.lowerBound,
      tokens[verb - 1].kind == .amount,
      tokens[verb - 1].end == tokens[verb].start || sentence.isSumOfNoun(verb - 1, verb),
      !before.contains(where: { isPriced(tokens[$0]) && !isSource($0) })
    else { return nil }
    return GivenThings(list: [GivenThing(amount: tokens[verb - 1].payload)], end: verb + 1)
  }

  /// 以5亿元, 价值5亿元, 每吨5元, 从甲处: the sum behind it is not what is given.
  private func isPriced(_ token: EventToken) -> Bool {
    token.isPreposition || token.isWord(.worth) || token.isWord(.rate)
  }
}
