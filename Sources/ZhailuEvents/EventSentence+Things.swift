// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// One thing that was given: a sum, a count with its item, or a named thing; goods may have a worth.
struct GivenThing {
  var amount: Int?
  var quantity: Int?
  var item: Event.Item?
}

/// What stands behind a verb, or before it under 将 and 把.
struct GivenThings {
  var list: [GivenThing] = []
  /// 各 or 分别 stood among them.
  var isEach = false
  /// The token behind the last one that was read.
  var end: Int
}

extension EventSentence {
  /// Reads things from the token `first` on, up to the next verb or party of another clause.
  ///
  /// 170件军大衣,2000个口罩,共计5万元: two things; the sum of both is none.
  func things(
    from first: Int, clause: Int, skipping: Int? = nil, before limit: Int? = nil,
    _ frame: EventFrame
  ) -> GivenThings {
    var reading = ThingReading(sentence: self, frame: frame, clause: clause, end: first)
    var index = first
    while index < limit ?? tokens.count {
      if index != skipping, !reading.take(index) { break }
      index += 1
    }
    reading.result.end = index
    return reading.finished()
  }

  /// Whether the clause goes on with things: it begins with a count, 2000个口罩, or a noun and a count.
  func goesOn(_ clause: Int) -> Bool {
    guard clause < clauses.count else { return false }
    for index in clauses[clause] {
      let token = tokens[index]
      switch token.kind {
      case .amount, .quantity:
        return token.start - places[clause].start <= 14
      case .word(.thing), .word(.total), .word(.worth), .word(.rate), .word(.party): continue
      default: return false
      }
    }
    return false
  }
}

extension EventSentence {
  /// The noun directly before a weight, 大米1500吨: what stands since `start`, its head where it is long.
  func nounBefore(_ token: EventToken, from start: Int) -> Event.Item? {
    var first = token.start
    while first > start, first > token.start - 8, Self.isNoun(units[first - 1]) { first -= 1 }
    let count = token.start - first
    guard count >= 1 else { return nil }
    let isWhole = count <= 4 && (first == start || !Self.isNoun(units[first - 1]))
    let extent = Extent(isWhole ? first : token.start - (count > 5 ? 3 : 2), token.start)
    guard extent.start >= start else { return nil }
    return Event.Item(name: original(extent), extent: extent, mention: nil)
  }

  /// A Chinese character that is not 的, 了, 约 and the like.
  private static func isNoun(_ unit: UInt16) -> Bool {
    (0x4E00...0x9FFF).contains(unit) && !noNouns.contains(unit)
  }

  // 的 了 约 近 共 计 达 超 逾 和 与 及 过 这 那 各 每 另 又 还 给 其 中 为 有 到
  private static let noNouns: Set<UInt16> = [
    0x7684, 0x4E86, 0x7EA6, 0x8FD1, 0x5171, 0x8BA1, 0x8FBE, 0x8D85, 0x903E, 0x548C, 0x4E0E, 0x53CA,
    0x8FC7, 0x8FD9, 0x90A3, 0x5404, 0x6BCF, 0x53E6, 0x53C8, 0x8FD8, 0x7ED9, 0x5176, 0x4E2D, 0x4E3A,
    0x6709, 0x5230,
  ]
}

/// The state while things are read.
private struct ThingReading {
  let sentence: EventSentence
  let frame: EventFrame
  var clause: Int
  var end: Int
  var result: GivenThings
  /// Things without a number, and a worth that waits for its thing: 价值80万元的机器人.
  private var bare: [EventToken] = []
  private var worth: Int?
  private var isWorth = false
  private var isRate = false
  private var isTotal = false
  private var isLaterClause = false
  /// Where the last verb or count ended: the noun of a weight stands behind it, 大米1500吨.
  private var lastEnd: Int
  private var previousEnd = 0

  /// Measures of places and repetitions are no things: 1900公里, 两次.
  private static func isThing(_ value: QuantityValue, _ frame: EventFrame) -> Bool {
    if noThings.contains(value.unit) { return false }
    switch value.dimension {
    case "count", "mass", "volume", "": return true
    case "area": return frame.needs == .target || frame.traits.contains(.onTheWay)
    default: return false
    }
  }

  private static let noThings: Set<String> = [
    "次", "批", "层", "届", "期", "倍", "岁", "人次", "点", "股东", "成", "代", "轮", "省", "市", "县",
  ]

  init(sentence: EventSentence, frame: EventFrame, clause: Int, end: Int) {
    self.sentence = sentence
    self.frame = frame
    self.clause = clause
    self.end = end
    result = GivenThings(end: end)
    lastEnd = end > 0 ? sentence.tokens[end - 1].end : sentence.extent.start
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
    case .quantity: takeQuantity(token)
    case .word(let wordClass): return take(wordClass, token)
    }
    return true
  }

  private mutating func take(_ wordClass: EventRules.WordClass, _ token: EventToken) -> Bool {
    switch wordClass {
    case .verb: return false
    case .by, .from, .moved, .via, .plan, .not: return false
    case .to, .goal: return result.list.isEmpty && bare.isEmpty
    case .each, .respectively: result.isEach = true
    case .worth: isWorth = true
    case .rate: isRate = true
    case .total: isTotal = true
    case .thing:
      if frame.needs != .body, !isLaterClause || bare.count > 0 { bare.append(token) }
    case .body: if frame.needs == .body, result.list.isEmpty { bare.append(token) }
    case .joint, .noun, .adverb, .free, .lead, .receive, .party, .pronoun, .lender, .other: break
    }
    return true
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
        if isWorth { worth = token.payload } else { append(amount: token) }
      }
      return
    }
    append(amount: token)
  }

  private mutating func append(amount token: EventToken) {
    result.list.append(GivenThing(amount: token.payload))
  }

  private mutating func takeQuantity(_ token: EventToken) {
    guard let value = sentence.quantity(token), !isRate else {
      isRate = false
      return
    }
    if value.unit == "%" || value.unit == "1" {
      guard frame.traits.contains(.share), result.list.isEmpty else { return }
      // 51%的股权, not 较8折起拍价.
      if frame.traits.contains(.onTheWay), value.item != "股权", value.item != "股份" { return }
    } else if !Self.isThing(value, frame) {
      return
    } else if sentence.countsParties(token), !frame.traits.contains(.countsParties) {
      return
    }
    // A count of nothing in a later clause belongs to something else: 首批400吨.
    if isLaterClause, value.item == nil, result.list.last?.quantity != nil { return }
    // A second measure of the same thing: 1处、53平米.
    if value.item == nil, let last = result.list.last, last.quantity != nil,
      sentence.joins(sentence.mentions[last.quantity ?? 0].extent.end, token.start)
    {
      return
    }
    var thing = GivenThing(quantity: token.payload)
    if let item = value.item {
      thing.item = Event.Item(name: item, extent: token.extent, mention: token.payload)
    } else if let named = bare.last, named.end == token.start {
      thing.item = Event.Item(
        name: sentence.original(named.extent), extent: named.extent, mention: nil)
    } else if let noun = sentence.nounBefore(token, from: max(lastEnd, previousEnd)) {
      thing.item = noun
    }
    lastEnd = token.end
    if let waiting = worth, result.list.isEmpty {
      thing.amount = waiting
      worth = nil
    }
    result.list.append(thing)
  }

  /// The things, named ones where none is counted.
  func finished() -> GivenThings {
    var result = result
    let items = bare.map {
      Event.Item(name: sentence.original($0.extent), extent: $0.extent, mention: nil)
    }
    if result.list.isEmpty {
      result.list = items.prefix(6).map { GivenThing(item: $0) }
      if let worth {
        if result.list.isEmpty { result.list = [GivenThing()] }
        result.list[0].amount = worth
      }
    } else if frame.traits.contains(.itemOfSum), result.list.count == 1,
      result.list[0].item == nil, let item = items.first
    {
      result.list[0].item = item
    }
    return result
  }
}
