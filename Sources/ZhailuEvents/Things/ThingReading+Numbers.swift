// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Sums and counts among the things: which of them are given, and of what.
extension ThingReading {
  /// Measures of places and repetitions are no things: 1900公里, 两次.
  private func isThing(_ value: QuantityValue, _ token: EventToken) -> Bool {
    // 抽检大豆37批: so many of what is looked at.
    let isLookedAt = frame.needs == .target && value.item != nil
    if sentence.rules.signs.idleUnits.contains(value.unit), !isLookedAt { return false }
    switch value.dimension {
    case "count", "mass", "volume", "": return true
    case "area":
      // 土地三亩, 十二亩荒地: land.
      let isOfThing = bare.last?.end == token.start && frame.traits.contains(.passesOn)
      return frame.needs == .target || frame.traits.contains(.onTheWay)
        || frame.traits.contains(.lender) || isOfThing
    default: return false
    }
  }

  /// 一台重|18吨的起重机, 一座占地|5亩的厂房: how big the one thing is.
  private func isSize(_ value: QuantityValue, _ token: EventToken) -> Bool {
    guard value.dimension != "count", sentence.isBeforeOf(token),
      let place = sentence.endOfArticle(from: start, to: token.start)
    else { return false }
    return place < token.start && token.start - place <= Self.longestSize
  }

  /// 占地面积, 发电功率.
  private static let longestSize = 6

  mutating func takeAmount(_ token: EventToken) {
    defer { (isRate, isWorth, isTotal) = (false, false, false) }
    if isRate || sentence.isRate(token) { return }
    dropDescription(before: token)
    let goods = result.list.indices.filter { result.list[$0].quantity != nil }
    if isTotal, result.list.count == 1, result.list[0].amount != nil,
      result.list[0].quantity == nil
    {
      result.total = token.payload
      return
    }
    // 价值500万元、800万元的物资
    if let waiting = worth, result.list.isEmpty, waiting.end < token.start,
      sentence.joins(waiting.end, token.start)
    {
      append(amount: waiting)
      append(amount: token)
      worth = nil
      return
    }
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
    sentence.isBeforeOf(token)
  }

  private mutating func append(amount token: EventToken) {
    var thing = GivenThing(amount: token.payload)
    if frame.traits.contains(.itemOfSum) {
      // 免收救灾物资运费96万元: of two nouns the one next to the sum.
      let noun = bare.last.flatMap {
        $0.end == token.start ? sentence.item(joinedDues() ?? $0.extent) : nil
      }
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

  mutating func takeQuantity(_ token: EventToken, _ index: Int) {
    // 派发红利,每10股派1.2元: so much for so many.
    if token.start > start, sentence.rules.signs.has(.per, sentence.units[token.start - 1]) {
      isRate = true
      return
    }
    guard let value = sentence.quantity(token), !isRate else {
      isRate = false
      return
    }
    let isShare = value.unit == "%" || value.unit == "1"
    let stake = isShare ? stake(after: index) : nil
    if isShare {
      // 51%的股权, not 较8折起拍价.
      let isGiven = stake != nil || frame.traits.contains(.share) || isPartOfCost(token)
      guard isGiven, !result.list.contains(where: { $0.quantity != nil }) else { return }
    } else if !isThing(value, token) || isSize(value, token) {
      return
    } else if sentence.countsReceivers(token, frame) || countsPlaces(token, index), !takesParties {
      hasParties = true
      return
    }
    dropDescription(before: token)
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
    if let nouns = nounsOfEach(index), value.item == nil {
      result.list += nouns.map {
        GivenThing(quantity: token.payload, item: sentence.item($0.extent))
      }
      lastEnd = token.end
      return
    }
    add(token, value, stake)
  }

  /// 课本和字典|各|120套: so many of each of them.
  private func nounsOfEach(_ index: Int) -> [EventToken]? {
    guard bare.count > 1, index > 1, case let each = sentence.tokens[index - 1],
      each.isWord(.each), each.end == sentence.tokens[index].start, bare.last?.end == each.start,
      zip(bare, bare.dropFirst()).allSatisfy({ sentence.joins($0.end, $1.start) })
    else { return nil }
    return bare
  }

  /// 演出五场得来的|票款2万元, 320围宴席所需的|大米1.2吨: the count before says which one is meant.
  private mutating func dropDescription(before token: EventToken) {
    guard let last = result.list.last?.quantity.map({ sentence.mentions[$0].extent }),
      last.end < token.start, !isLaterClause, !isWorth
    else { return }
    let text = sentence.units[last.end..<token.start]
    guard text.contains(where: sentence.isOf),
      !text.contains(where: { $0 == Mark.comma || sentence.rules.signs.has(.joiner, $0) })
    else { return }
    result.list.removeLast()
  }

  /// 拨付给|三个县|救灾款: where it goes, and not what.
  private func countsPlaces(_ token: EventToken, _ index: Int) -> Bool {
    let isFirst = token.start == start || sentence.isOf(sentence.units[token.start - 1])
    guard frame.isBenefit, isFirst, result.list.isEmpty, bare.isEmpty,
      token.end + 1 < sentence.places[clause].end
    else { return false }
    let next = index + 1 < sentence.tokens.count ? sentence.tokens[index + 1].start : Int.max
    let noun = sentence.units[token.end..<sentence.places[clause].end].prefix(Self.longestPlace)
    guard let end = noun.firstIndex(where: { sentence.rules.signs.has(.placeEnd, $0) }) else {
      return false
    }
    return end < next
  }

  /// 县, 受灾乡镇.
  private static let longestPlace = 4

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
    } else if let named = bare.last, named.end == token.start, !endsIn(named, value.item),
      !isHead(value.item, of: named)
    {
      // 帐篷200顶送往灾区, 大米、面粉5吨: what stands directly before.
      thing.item = sentence.item(Extent(startOfJoined, named.end))
    } else if let item = value.item {
      thing.item = Event.Item(name: item, extent: token.extent, mention: token.payload)
    } else if let noun = sentence.nounBefore(token, from: max(lastEnd, previousEnd)) {
      thing.item = noun
    } else if isTotal, isLaterClause, bare.count == 1, result.list.isEmpty {
      // 一批电脑,共260台
      thing.item = sentence.item(bare[0].extent)
    }
    lastEnd = token.end
    // 设立标准3项: no body.
    if frame.needs == .body, !(thing.item.map(sentence.isBody) ?? false) { return }
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

  /// Where the last of the nouns begins, with those that are joined to it.
  private var startOfJoined: Int {
    var first = bare.count - 1
    while first > 0, bare[first - 1].end < bare[first].start,
      sentence.joins(bare[first - 1].end, bare[first].start)
    { first -= 1 }
    return bare[first].start
  }

  /// 防护服 of 人员|防护服: the shorter one names it.
  private func isHead(_ item: String?, of noun: EventToken) -> Bool {
    guard let item, item.count > 1 else { return false }
    return sentence.original(noun.extent).hasSuffix(item)
  }

  /// 康复设备, which the noun 设备 is the end of.
  private func endsIn(_ noun: EventToken, _ item: String?) -> Bool {
    item?.hasSuffix(sentence.original(noun.extent)) ?? false
  }
}
