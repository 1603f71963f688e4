// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What one verb says, before it is distributed over givers, things and receivers.
struct EventDraft {
  let rule: String
  var kind: EventKind
  let verb: Extent
  var actors: [Event.Party] = []
  var recipients: [Event.Party] = []
  var things: [GivenThing] = []
  var date: Int?
  /// The dates side by side of which `date` is the last: 于3月1日、5月2日.
  var dates: [Int] = []
  /// 各, 均: each the same.
  var isEach = false
  /// 分别: one to one where the counts agree, else each the same.
  var isRespective = false
  /// 共同, 联合: all together.
  var isJoint = false
  /// Whether the things are sums of one currency and nothing else: 150万元、230万元.
  var areSums = false

  /// Whether the sum is what each of those got whom one description names: 为渔户每户补助5000元.
  var isForEach = false
  /// Whether it is about one thing that stands without a count: 把旧营房借给.
  var isNounMoved = false

  init(rule: String, kind: EventKind, verb: Extent) {
    self.rule = rule
    self.kind = kind
    self.verb = verb
  }

  func has(_ need: EventFrame.Need) -> Bool {
    switch need {
    case .given: !things.isEmpty
    case .number:
      isNounMoved && !things.isEmpty || isFirmBought
        || things.contains { $0.amount != nil || $0.quantity != nil }
    case .sum: things.contains { $0.amount != nil }
    case .thing: things.contains { $0.quantity != nil || $0.item != nil }
    case .body: things.contains { $0.item != nil }
    case .target:
      !recipients.isEmpty || things.contains { $0.amount != nil || $0.quantity != nil }
    case .doer:
      things.contains { $0.amount != nil || $0.quantity != nil }
        || actors.contains {
          $0.mention != nil && ($0.source == .subject || $0.source == .carried && tellsAgain)
        }
    }
  }

  /// 甲停产,5月1日复产: on a day that is told, and about nothing that stands before the verb.
  private var tellsAgain: Bool {
    date != nil && things.allSatisfy { $0.item.map { $0.extent.start >= verb.start } ?? true }
  }

  /// Makes a firm what is bought.
  mutating func buy(_ firm: Event.Party) {
    if things.isEmpty { things = [GivenThing()] }
    things[0].item = Event.Item(name: firm.name, extent: firm.extent, mention: firm.mention)
  }

  /// 甲2016年收购乙公司: a firm bought whole, on a day that is told.
  private var isFirmBought: Bool {
    kind == .acquisition && date != nil && things.first?.item?.mention != nil
  }

  /// The events: by 分别 and 各 one for each giver or receiver, else one for all; one for each thing.
  /// As many sums as receivers go one to one without 分别 too, if they are of one currency.
  ///
  /// | | |
  /// |---|---|
  /// | 甲、乙分别捐款100万 | two, of 100万 each |
  /// | 甲、乙分别捐款100万、200万 | two, 100万 by 甲 and 200万 by 乙 |
  /// | 甲、乙分别捐款100万、200万和口罩10箱 | three: 口罩 by both |
  /// | 向甲、乙分别捐赠10台、20台 | two, one to each |
  /// | 向甲、乙发放贷款150万元、230万元 | two, 150万元 to 甲 and 230万元 to 乙 |
  /// | 向甲、乙捐赠5000万元、300万美元 | two, of both to both |
  /// | 甲、乙各向丙捐款100万 | two |
  /// | 甲、乙共同捐款100万 | one |
  /// | 甲分别于3月1日、5月2日捐款10万、20万 | two, each on its day |
  func events() -> [Event] {
    var events = distributed()
    let isOneToOne = isRespective || areSums && things.count == dates.count
    guard dates.count > 1, events.count == dates.count, isOneToOne else { return events }
    for (index, date) in dates.enumerated() { events[index].date = date }
    return events
  }

  private func distributed() -> [Event] {
    let things = things.isEmpty ? [GivenThing()] : things
    let isTooMany = actors.count * max(things.count, recipients.count) > Self.most
    // 向甲、乙发放贷款150万元、230万元
    let isPaired =
      areSums && !isJoint && actors.count <= 1 && recipients.count > 1
      && things.count == recipients.count
    if isPaired { return zip(recipients, things).map { event(actors, [$0], $1) } }
    guard isEach || isRespective, !isJoint, !isTooMany else {
      return things.map { event(actors, recipients, $0) }
    }
    if actors.count > 1 {
      if isRespective || areSums, things.count == actors.count {
        return zip(actors, things).map { event([$0], recipients, $1) }
      }
      if isRespective, things.count > actors.count { return respective(things) }
      return actors.flatMap { actor in things.map { event([actor], recipients, $0) } }
    }
    if recipients.count > 1 {
      if isRespective, things.count == recipients.count {
        return zip(recipients, things).map { event(actors, [$0], $1) }
      }
      return recipients.flatMap { recipient in things.map { event(actors, [recipient], $0) } }
    }
    return things.map { event(actors, recipients, $0) }
  }

  /// 甲、乙分别捐款1亿元、2亿元和口罩10万只: to each his own, and what is left to all of them together.
  private func respective(_ things: [GivenThing]) -> [Event] {
    zip(actors, things).map { event([$0], recipients, $1) }
      + things.dropFirst(actors.count).map { event(actors, recipients, $0) }
  }

  /// More than this no sentence that was written to be read distributes.
  private static let most = 256

  private func event(
    _ actors: [Event.Party], _ recipients: [Event.Party], _ thing: GivenThing
  ) -> Event {
    var event = Event(
      rule: rule, kind: kind, verb: verb, actors: actors, recipients: recipients)
    event.amount = thing.amount
    event.quantity = thing.quantity
    event.item = thing.item
    event.date = date
    return event
  }

  /// 公司向建行借款: who lends is the bank, whichever side it stands on.
  mutating func swapLender(_ sentence: EventSentence) {
    let isActor = actors.contains { sentence.isLender($0) }
    let isRecipient = recipients.contains { sentence.isLender($0) }
    if isRecipient, !isActor { swap(&actors, &recipients) }
  }
}

extension EventSentence {
  /// Whether a name ends in a word for lenders: 银行, 支行, 信用社.
  func isLender(_ party: Event.Party) -> Bool {
    FoldTable.fold(party.name).withUnsafeBufferPointer {
      ends(Extent(0, $0.count), of: $0, in: .lender)
    }
  }

  /// Whether a thing is shares by its name: 股份 of 回购股份200万股.
  func isStake(_ item: Event.Item) -> Bool {
    FoldTable.fold(item.name).withUnsafeBufferPointer {
      ends(Extent(0, $0.count), of: $0, in: .stake)
    }
  }

  /// Whether a description ends in a noun for persons or bodies: 李红梅|夫妇.
  func endsInParty(_ extent: Extent) -> Bool {
    units.withUnsafeBufferPointer { ends(extent, of: $0, in: .party) }
  }

  /// Whether a noun for money is all there is: 现金, 善款.
  func isMoney(_ extent: Extent) -> Bool {
    rules.signs[.price].cover(units[extent.range])
      || units.withUnsafeBufferPointer { ends(extent, of: $0, in: .money) }
  }

  /// Money by a noun for it, or by its last character: 善款, 奖学金.
  func isSum(_ extent: Extent) -> Bool {
    isMoney(extent) || rules.signs.has(.dueEnd, units[extent.end - 1])
  }

  /// Whether a name ends in a noun for those that spend public money: 湖州市|财政.
  func endsInState(_ extent: Extent) -> Bool {
    let behindFirst = Extent(extent.start + 1, extent.end)
    return units.withUnsafeBufferPointer { ends(behindFirst, of: $0, in: .party, meaning: .state) }
  }

  /// Whether a word of a class, and of a meaning where one is given, ends an extent of a text.
  private func ends(
    _ extent: Extent, of text: UnsafeBufferPointer<UInt16>, in wanted: EventRules.WordClass,
    meaning: EventRules.Meaning? = nil
  ) -> Bool {
    extent.range.contains { place in
      var isWanted = false
      rules.trie.forEachMatch(in: text, at: place) { number, end in
        if end == extent.end, rules.words.classes[number] == wanted,
          meaning == nil || rules.words[number].meaning == meaning
        {
          isWanted = true
        }
      }
      return isWanted
    }
  }
}
