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

  mutating func read(skipping skipped: Range<Int>) {
    readWords()
    readSubject()
    readPrepositions()
    readEachParty()
    readReceiving()
    if let sum = sumBefore() {
      given = sum
    } else {
      given = sentence.things(from: verb + 1, clause: clause, skipping: skipped, frame)
    }
    readGoal()
    readObject()
    readGiver()
    readCounted()
    readMoved()
    readHolder()
    readPrice()
    readTotal()
    readSigner()
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
}
