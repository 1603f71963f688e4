// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// The state while things are read.
struct ThingReading {
  let sentence: EventSentence
  let frame: EventFrame
  var clause: Int
  var end: Int
  var result: GivenThings
  /// Things without a number, and a worth that waits for its thing: 价值80万元的机器人.
  private var bare: [EventToken] = []
  private var worth: EventToken?
  private var isWorth = false
  private var isRate = false
  private var isTotal = false
  /// The thing whose worth stands before it, behind others: 300万元和价值150万元的物资.
  private var awaited: Int?
  private var isLaterClause = false
  /// Where the last verb or count ended: the noun of a weight stands behind it, 大米1500吨.
  private var lastEnd: Int
  /// Where the text begins that things are read from.
  private let start: Int
  private var previousEnd = 0
  /// Whether counts of persons and firms are things: 将37家门店转让给甲.
  var takesParties = false

  /// Measures of places and repetitions are no things: 1900公里, 两次.
  private func isThing(_ value: QuantityValue) -> Bool {
    if sentence.rules.signs.idleUnits.contains(value.unit) { return false }
    switch value.dimension {
    case "count", "mass", "volume", "": return true
    case "area": return frame.needs == .target || frame.traits.contains(.onTheWay)
    default: return false
    }
  }

  init(sentence: EventSentence, frame: EventFrame, clause: Int, end: Int) {
    self.sentence = sentence
    self.frame = frame
    self.clause = clause
    self.end = end
    result = GivenThings(end: end)
    start = end > 0 ? sentence.tokens[end - 1].end : sentence.extent.start
    lastEnd = start
  }

  /// Takes a token; `false` where the things end before it.
  mutating func take(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    defer { previousEnd = token.end }
    switch token.kind {
    case .semicolon: return false
    case .comma:
      guard sentence.goesOn(clause + 1) else { return false }
      clause += 1
      (isLaterClause, isRate, isWorth, isTotal) = (true, false, false, false)
    case .organization: return takeBody(token)
    case .date: break
    case .amount: takeAmount(token)
    case .quantity: takeQuantity(token, index)
    case .word(.verb):
      // 下拨义务教育补助经费1739亿元: a verb in a noun for money.
      let isNoun = sentence.word(token).weight == .noun && index > 0
      // 外贸集装箱|奖励款36.5万元, 粮食|收购贷款: what the money is for.
      if isNoun || sentence.isNominal(index), token.start == previousEnd { bare.removeAll() }
      // 查验进口货物52批次: what kind of goods.
      let isOfGoods = frame.needs == .target && token.start == previousEnd
      return result.list.isEmpty && bare.isEmpty
        && (isOfGoods || isNoun || sentence.isNominal(index)
          || takesParties && sentence.isAttributive(index))
    case .word(let wordClass): return take(wordClass, token, index)
    }
    return true
  }

  private mutating func take(
    _ wordClass: EventRules.WordClass, _ token: EventToken, _ index: Int
  ) -> Bool {
    switch wordClass {
    case .verb: return false
    case .by, .from, .moved, .via: return isModifier(index)
    case .plan, .not: return false
    case .to, .goal: return result.list.isEmpty && bare.isEmpty
    case .each, .respectively: result.isEach = true
    case .worth: isWorth = true
    case .rate: isRate = !sentence.isEachParty(token)
    case .total: isTotal = true
    case .thing where awaited != nil:
      result.list[awaited ?? 0].item = sentence.item(token.extent)
      awaited = nil
    case .thing, .stake:
      // 食品等防疫物资: what is behind 等 sums up what is before it.
      let isSum = !bare.isEmpty && sentence.units[token.start - 1] == 0x7B49
      if frame.needs != .body, !isSum,
        !isLaterClause || bare.count > 0 || isCounted(index)
      {
        bare.append(token)
      }
    case .body, .lender: if frame.needs == .body, result.list.isEmpty { bare.append(token) }
    case .party where isSetUp(token), .pronoun where isSetUp(token): bare.append(token)
    case .party where sentence.word(token).meaning == .player && frame.traits.contains(.stake):
      takePlayer(token)
    case .joint, .noun, .adverb, .free, .lead, .receive, .party, .place, .pronoun, .money, .other:
      break
    }
    return true
  }

  /// 3家分公司, 医疗点21个; not 标准3项.
  private func isBody(_ item: Event.Item) -> Bool {
    guard let last = FoldTable.fold(item.name).last else { return false }
    return sentence.rules.signs.bodyEnds.contains(last)
      || sentence.rules.signs.siteEnds.contains(last)
  }

  /// 将祖父用过的算盘1把捐给, 发放被拖欠的工资5万元: a preposition in what describes the thing.
  private func isModifier(_ index: Int) -> Bool {
    guard result.list.isEmpty, bare.isEmpty, index + 1 < sentence.tokens.count else {
      return false
    }
    return sentence.units[sentence.tokens[index].end..<sentence.tokens[index + 1].start]
      .contains(0x7684)  // 的
  }

  /// 合作社, 学校, 中心: nouns for those who act that may be set up as well.
  private func isSetUp(_ token: EventToken) -> Bool {
    frame.needs == .body && result.list.isEmpty && token.end - token.start > 1
      && sentence.word(token).meaning != .own
      && sentence.isBodyNoun(token.extent)
  }

  /// 食品15吨: a count directly behind a noun for things.
  private func isCounted(_ index: Int) -> Bool {
    guard index + 1 < sentence.tokens.count else { return false }
    let next = sentence.tokens[index + 1]
    return next.kind == .quantity && next.start == sentence.tokens[index].end
  }

  /// A body that was set up is a thing; any other behind the verb receives.
  private mutating func takeBody(_ token: EventToken) -> Bool {
    if frame.needs == .body, let body = sentence.party(token, .object) {
      guard !isLaterClause else { return false }
      let item = Event.Item(name: body.name, extent: body.extent, mention: body.mention)
      result.list.append(GivenThing(item: item))
      return true
    }
    return !isLaterClause && result.list.isEmpty
  }

  /// 签下前锋巴坎布: whom the noun says what he is.
  private mutating func takePlayer(_ token: EventToken) {
    guard !result.list.contains(where: { $0.item != nil }),
      let name = sentence.nameBehind(token.end, to: sentence.places[clause].end)
    else { return }
    if result.list.last?.amount != nil {
      result.list[result.list.count - 1].item = name
    } else {
      result.list.append(GivenThing(item: name))
    }
  }

  private mutating func takeAmount(_ token: EventToken) {
    defer { (isRate, isWorth, isTotal) = (false, false, false) }
    if isRate { return }
    let goods = result.list.indices.filter { result.list[$0].quantity != nil }
    if isWorth || isTotal || isLaterClause {
      if goods.count == 1, result.list.count == 1, result.list[0].amount == nil {
        result.list[0].amount = token.payload
        return
      }
      if result.list.isEmpty {
        if isWorth { worth = token } else { append(amount: token) }
      } else if isWorth, goods.isEmpty, isBehindOf(token) {
        append(amount: token)
        awaited = result.list.count - 1
      }
      return
    }
    append(amount: token)
  }

  /// 价值150万元的物资, but 捐款300万元,折合50万美元.
  private func isBehindOf(_ token: EventToken) -> Bool {
    token.end < sentence.extent.end && sentence.units[token.end] == 0x7684  // 的
  }

  private mutating func append(amount token: EventToken) {
    var thing = GivenThing(amount: token.payload)
    if frame.traits.contains(.itemOfSum) {
      // 免收救灾物资运费96万元: of two nouns the one next to the sum.
      let noun = bare.last.flatMap { $0.end == token.start ? sentence.item($0.extent) : nil }
      thing.item =
        noun ?? sentence.dueBefore(token, from: max(lastEnd, previousEnd)) ?? sharedDue(token)
    }
    result.list.append(thing)
  }

  /// 免除房租1420万元、868.5万元: of the dues before.
  private func sharedDue(_ token: EventToken) -> Event.Item? {
    guard let last = result.list.last, let amount = last.amount, last.quantity == nil,
      sentence.joins(sentence.mentions[amount].extent.end, token.start)
    else { return nil }
    return last.item
  }

  /// 51%的股权: the word for shares behind a percentage.
  private func stake(after index: Int) -> EventToken? {
    guard index + 1 < sentence.tokens.count else { return nil }
    let next = sentence.tokens[index + 1]
    let isNear = next.start - sentence.tokens[index].end <= 1
    return next.isWord(.stake) && isNear ? next : nil
  }

  private mutating func takeQuantity(_ token: EventToken, _ index: Int) {
    guard let value = sentence.quantity(token), !isRate else {
      isRate = false
      return
    }
    let isShare = value.unit == "%" || value.unit == "1"
    let stake = isShare && frame.traits.contains(.stake) ? stake(after: index) : nil
    if isShare {
      // 51%的股权, not 较8折起拍价.
      let isGiven = stake != nil || frame.traits.contains(.share) || isPartOfCost(token)
      guard isGiven, !result.list.contains(where: { $0.quantity != nil }) else { return }
    } else if !isThing(value) {
      return
    } else if sentence.countsParties(token), !takesParties {
      return
    }
    // A count of nothing in a later clause belongs to something else: 首批400吨.
    if isLaterClause, value.item == nil, result.list.last?.quantity != nil,
      bare.last?.end != token.start
    {
      return
    }
    // A second measure of the same thing: 1处、53平米.
    if value.item == nil, let last = result.list.last, last.quantity != nil,
      sentence.joins(sentence.mentions[last.quantity ?? 0].extent.end, token.start)
    {
      return
    }
    add(token, value, stake)
  }

  /// 其中市财政补贴六成: directly behind a verb that gives, with nothing that it is of.
  private func isPartOfCost(_ token: EventToken) -> Bool {
    guard frame.traits.contains(.passesOn), token.start == start, result.list.isEmpty else {
      return false
    }
    return token.end >= sentence.places[clause].end
  }

  private mutating func add(_ token: EventToken, _ value: QuantityValue, _ stake: EventToken?) {
    var thing = GivenThing(quantity: token.payload)
    if let stake {
      thing.item = sentence.item(stake.extent)
    } else if let named = bare.last, named.end == token.start, !endsIn(named, value.item) {
      // 帐篷200顶送往灾区: what stands directly before.
      thing.item = sentence.item(named.extent)
    } else if let item = value.item {
      thing.item = Event.Item(name: item, extent: token.extent, mention: token.payload)
    } else if let noun = sentence.nounBefore(token, from: max(lastEnd, previousEnd)) {
      thing.item = noun
    }
    lastEnd = token.end
    // 设立标准3项: no body.
    if frame.needs == .body, !(thing.item.map(isBody) ?? false) { return }
    if let awaited {
      result.list[awaited].quantity = thing.quantity
      result.list[awaited].item = thing.item
      self.awaited = nil
      return
    }
    if let waiting = worth, result.list.isEmpty {
      thing.amount = waiting.payload
      worth = nil
    }
    result.list.append(thing)
  }

  /// 康复设备, which the noun 设备 is the end of.
  private func endsIn(_ noun: EventToken, _ item: String?) -> Bool {
    item?.hasSuffix(sentence.original(noun.extent)) ?? false
  }

  /// The things, named ones where none is counted.
  func finished() -> GivenThings {
    var result = result
    var items = bare.map { sentence.item($0.extent) }
    if items.isEmpty, let noun = nounWithArticle() {
      if result.list.count == 1, result.list[0].item == nil, result.list[0].quantity == nil {
        result.list[0].item = noun
      } else if result.list.isEmpty {
        items = [noun]
      }
    }
    if result.list.isEmpty {
      result.list = items.prefix(6).map { GivenThing(item: $0) }
      // What two goods are worth together is the worth of neither.
      if let worth, result.list.count <= 1 {
        if result.list.isEmpty {
          let noun = sentence.nounBehind(worth.end, to: sentence.places[clause].end)
          result.list = [GivenThing(item: noun)]
        }
        result.list[0].amount = worth.payload
      }
    } else if frame.traits.contains(.itemOfSum), result.list.count == 1,
      result.list[0].item == nil, let item = items.first
    {
      result.list[0].item = item
    }
    takeShareOut(of: &result)
    return result
  }

  /// 买下一件青铜器, as far as the next token.
  private func nounWithArticle() -> Event.Item? {
    guard frame.needs == .given || frame.traits.contains(.onTheWay) else { return nil }
    let clause = sentence.places[clause]
    guard start >= clause.start else { return nil }
    let next = sentence.tokens.first { $0.start >= start }?.start ?? clause.end
    return sentence.nounWithArticle(from: start, to: min(next, clause.end))
  }

  /// 免除债务的90%,涉及金额6.85亿美元: the sum says it, the share no more.
  private func takeShareOut(of result: inout GivenThings) {
    guard frame.traits.contains(.share), result.list.count > 1,
      let share = result.list.firstIndex(where: { thing in
        thing.amount == nil && thing.quantity.map(isShare) ?? false
      }), let sum = result.list.firstIndex(where: { $0.amount != nil && $0.quantity == nil })
    else { return }
    let item = result.list[share].item
    if result.list[sum].item == nil { result.list[sum].item = item }
    result.list.remove(at: share)
  }

  private func isShare(_ mention: Int) -> Bool {
    guard case .quantity(let value) = sentence.mentions[mention].value else { return false }
    return value.unit == "%" || value.unit == "1"
  }
}
