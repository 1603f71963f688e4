// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// The events of a sentence as far as it is read, and what of them a later verb may take up: sums that
/// wait for their use, goods on their way, receivers.
struct SentenceEvents {
  /// The events that one verb made.
  struct Telling {
    let events: Range<Int>
    let clause: Int
    let frame: EventFrame
    /// Whether the sum is what each of those got who receive.
    var isForEach = false
  }

  /// A sum that a clause brought up for what the next one says: 出资260万元,买下….
  struct Funds {
    let event: Int
    let clause: Int
    /// Which use may take it.
    let use: Use

    enum Use { case any, purchase, setup }
  }

  let sentence: EventSentence
  var all: [Event] = []
  /// The events of the last verb that made some.
  var last: Telling?
  var funds: Funds?
  /// How many of the events have been looked at for goods on their way: they are given on once.
  var passed = 0
  /// What a clause says of the pairs behind its colon: 捐款的有:甲5万元、乙8万元.
  var heading: Event?
  /// Whether pairs behind the last event are of those who received: 其中甲获得3万元,乙2万元.
  var arePairsReceivers = false

  init(of sentence: EventSentence) { self.sentence = sentence }

  /// The events of the last verb that made some, where none came or went since.
  var latest: Telling? {
    guard let last, last.events.upperBound == all.count else { return nil }
    return last
  }

  /// Adds the events of a verb.
  mutating func add(_ made: [Event], by frame: EventFrame, in clause: Int) {
    last = Telling(events: all.count..<all.count + made.count, clause: clause, frame: frame)
    all += made
  }

  /// 甲捐赠口罩1万只,乙捐赠2万只: of what there are so many, the one verb said and the other need not.
  func nameItem(in draft: inout EventDraft, _ reading: ClauseReading) {
    guard let last = latest, reading.clause - last.clause <= 2,
      last.frame.rule == reading.frame.rule,
      draft.things.count == 1, draft.things[0].item == nil, draft.things[0].amount == nil,
      let count = draft.things[0].quantity, let unit = sentence.unit(of: count),
      let model = all.last, let item = model.item, model.verb.end <= draft.verb.start,
      model.quantity.map({ sentence.unit(of: $0) == unit }) ?? !reading.subject.isEmpty
    else { return }
    draft.things[0].item = item
  }

  /// Adds the events of a verb, whose sum may be the money for what the next verb says.
  mutating func tell(_ made: [Event], by frame: EventFrame, in clause: Int) {
    if made.count == 1, let use = use(of: made[0], frame, clause) {
      funds = Funds(event: all.count, clause: clauseOfSum(made[0]) ?? clause, use: use)
    }
    arePairsReceivers = false
    add(made, by: frame, in: clause)
  }

  /// 拿出利润的两成,共5万元: the sum may stand behind the clause of the verb.
  private func clauseOfSum(_ event: Event) -> Int? {
    guard let sum = event.amount.map({ sentence.mentions[$0].extent }) else { return nil }
    return sentence.places.firstIndex { $0.contains(sum) }
  }

  /// 支付50万元,买下…, 投资3000万元成立…: what the sum of an event may be for; `nil` for nothing.
  private func use(of event: Event, _ frame: EventFrame, _ clause: Int) -> Funds.Use? {
    guard let amount = event.amount, event.quantity == nil, event.item == nil else { return nil }
    // 列支5万元,替摊主补交摊位费: what was set aside for nobody who is named.
    let isSetAside = frame.needs == .sum && event.recipients.isEmpty
    if frame.traits.contains(.funds) || isSetAside { return .any }
    if event.kind == .investment { return .setup }
    let sum = sentence.mentions[amount].extent
    return event.kind == .payment && isPrice(sum, paidBy: event.verb, clause) ? .purchase : nil
  }

  /// Adds what a pair says that shares the verb of `model`.
  mutating func tell(_ pair: PartySum, like model: Event, _ frame: EventFrame) {
    if pair.isReceiver { arePairsReceivers = true }
    var draft = EventDraft(rule: model.rule, kind: model.kind, verb: model.verb)
    if arePairsReceivers {
      (draft.actors, draft.recipients) = (model.actors, pair.parties)
    } else {
      draft.actors = pair.parties
      draft.recipients = frame.roles[.subject] == .actor ? model.recipients : []
    }
    draft.date = model.date
    draft.isEach = pair.isEach
    draft.things = [GivenThing(amount: sentence.tokens[pair.sum].payload)]
    all += draft.events()
  }
}
