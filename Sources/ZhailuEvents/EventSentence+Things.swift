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
      case .word(.thing), .word(.total), .word(.worth), .word(.other), .word(.adverb),
        .word(.rate):
        continue
      default: return false
      }
    }
    return false
  }
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

  init(sentence: EventSentence, frame: EventFrame, clause: Int, end: Int) {
    self.sentence = sentence
    self.frame = frame
    self.clause = clause
    self.end = end
    result = GivenThings(end: end)
  }

  /// Takes a token; `false` where the things end before it.
  mutating func take(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
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
    case .by, .from, .moved, .plan, .not: return false
    case .to, .goal: return result.list.isEmpty && bare.isEmpty
    case .each, .respectively: result.isEach = true
    case .worth: isWorth = true
    case .rate: isRate = true
    case .total: isTotal = true
    case .thing: if !isLaterClause || bare.count > 0 { bare.append(token) }
    case .body: if frame.needs == .body, result.list.isEmpty { bare.append(token) }
    case .joint, .noun, .adverb, .lead, .receive, .party, .pronoun, .lender, .other: break
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
    if value.unit == "%" || value.unit == "1" || value.unit == "倍" {
      guard frame.traits.contains(.share), result.list.isEmpty else { return }
    } else if sentence.countsParties(token), !frame.traits.contains(.countsParties) {
      return
    }
    if value.unit == "岁" { return }
    // A second measure of the same thing: 1处、53平米.
    if value.item == nil, let last = result.list.last, last.quantity != nil,
      sentence.joins(sentence.mentions[last.quantity ?? 0].extent.end, token.start)
    { return }
    var thing = GivenThing(quantity: token.payload)
    if let item = value.item {
      thing.item = Event.Item(name: item, extent: token.extent, mention: token.payload)
    }
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
