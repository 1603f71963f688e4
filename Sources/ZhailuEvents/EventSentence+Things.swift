// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

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
  /// What the sums for each come to: 每户5000元,共30万元.
  var total: Int?
  /// The token behind the last one that was read.
  var end: Int
}

extension EventSentence {
  /// Reads things from the token `first` on, up to the next verb or party of another clause.
  ///
  /// 170件军大衣,2000个口罩,共计5万元: two things; the sum of both is none.
  func things(
    from first: Int, clause: Int, skipping: Range<Int> = 0..<0, before limit: Int? = nil,
    _ frame: EventFrame, takesParties: Bool = false
  ) -> GivenThings {
    var reading = ThingReading(sentence: self, frame: frame, clause: clause, from: first)
    reading.takesParties =
      takesParties || frame.traits.contains(.countsParties) || frame.needs == .body
    var index = first
    while index < limit ?? tokens.count {
      if !skipping.contains(index), !reading.take(index) { break }
      index += 1
    }
    reading.result.end = index
    return reading.finished()
  }

  /// Whether the clause goes on with things: it begins with a count, 2000个口罩, or a noun and a count.
  func goesOn(_ clause: Int) -> Bool {
    guard clause < clauses.count else { return false }
    var hasAdverb = false
    var place = places[clause].start
    for index in clauses[clause] {
      let token = tokens[index]
      defer { place = token.end }
      switch token.kind {
      case .amount, .quantity:
        // 并派出两支服务队: a verb that no lexicon has.
        if hasAdverb, token.start > place { return false }
        // 400万元由银行提供: another one's.
        if index + 1 < tokens.count, tokens[index + 1].isWord(.by),
          tokens[index + 1].start == token.end
        {
          return false
        }
        return token.start - places[clause].start <= 14
      case .word(.adverb):
        hasAdverb = true
      case .word(.plan) where word(token).kind != nil:
        continue
      case .word(.noun)
      where token.end - token.start > 1 && index + 1 < tokens.count
        && tokens[index + 1].kind == .amount:
        // 金额1.2亿元
        continue
      case .word(.thing), .word(.total), .word(.worth), .word(.rate), .word(.party), .word(.each),
        .word(.stake):
        continue
      default: return false
      }
    }
    return false
  }
}

extension EventSentence {
  /// Whether things are sums of one currency and nothing else: 150万元、230万元.
  func areSums(_ things: [GivenThing]) -> Bool {
    var currency: String?
    for thing in things {
      guard thing.quantity == nil, let index = thing.amount,
        case .amount(let value) = mentions[index].value,
        currency == nil || currency == value.currency
      else { return false }
      currency = value.currency
    }
    return currency != nil
  }

  /// The noun directly before a weight, 大米1500吨: what stands since `start`, its head where it is long.
  func nounBefore(_ token: EventToken, from start: Int) -> Event.Item? {
    var first = token.start
    while first > start, first > token.start - 8, isNoun(units[first - 1]) { first -= 1 }
    let count = token.start - first
    guard count >= 1 else { return nil }
    let isWhole = count <= 4 && (first == start || !isNoun(units[first - 1]))
    let extent = Extent(isWhole ? first : token.start - (count > 5 ? 3 : 2), token.start)
    guard extent.start >= start else { return nil }
    return item(extent)
  }

  /// What a sum with a worth is for, 价值800万元的羽绒服: the noun behind 的, its head where it is long.
  func nounBehind(_ place: Int, to end: Int) -> Event.Item? {
    guard place < end, isOf(units[place]) else { return nil }
    var stop = place + 1
    while stop < end, stop < place + 10, isNoun(units[stop]), !isRest(units[stop]) { stop += 1 }
    let count = stop - place - 1
    guard count > 1 else { return nil }
    return item(Extent(count <= 4 ? place + 1 : stop - (count > 5 ? 3 : 2), stop))
  }

  /// 买下|一件青铜器, 捐了一台崭新的除颤仪: what is named with an article behind a verb.
  func nounWithArticle(from start: Int, to end: Int) -> Event.Item? {
    var place = start
    while place < end, rules.signs.finished.contains(units[place]) { place += 1 }
    guard place + 3 < end, units[place] == Script.one,
      rules.signs.articles.contains(units[place + 1])
    else { return nil }
    place += 2
    var stop = place
    while stop < end, stop < place + 10, isNoun(units[stop]) { stop += 1 }
    if stop < end, isOf(units[stop]) {
      place = stop + 1
      stop = place
      while stop < end, stop < place + 10, isNoun(units[stop]) { stop += 1 }
    }
    guard stop == end, stop - place > 1 else { return nil }
    let count = stop - place
    return item(Extent(count <= 4 ? place : stop - (count == 5 ? 3 : 2), stop))
  }

  /// What a clause ends in, 修建了塑胶操场: the head of a noun behind a verb.
  func nounAtEnd(from start: Int, to end: Int) -> Event.Item? {
    guard let extent = trimmed(start, end), extent.count <= 16,
      units[extent.start..<extent.end].allSatisfy(isNoun)
    else { return nil }
    let count = extent.count
    return item(count <= 3 ? extent : Extent(extent.end - (count == 5 ? 3 : 2), extent.end))
  }

  /// The dues before a sum: 减收工程款五万元, 免收线路补助费九万元.
  func dueBefore(_ token: EventToken, from start: Int) -> Event.Item? {
    guard token.start > start, rules.signs.dueEnds.contains(units[token.start - 1]) else {
      return nil
    }
    var first = token.start
    while first > start, first > token.start - 5, isNoun(units[first - 1]) { first -= 1 }
    let isWhole = token.start - first <= 4
    return item(Extent(isWhole ? first : token.start - 3, token.start))
  }

  /// A name behind what somebody is, 前锋|巴坎布: all up to a mark or the next word.
  func nameBehind(_ place: Int, to end: Int) -> Event.Item? {
    var stop = place
    while stop < end, stop < place + 12,
      isNoun(units[stop]) || units[stop] == Mark.middleDot
        || Script.letters.contains(units[stop])
    {
      stop += 1
    }
    if let next = tokens.first(where: { $0.start >= place }) { stop = min(stop, next.start) }
    return stop - place > 1 ? item(Extent(place, stop)) : nil
  }

  func item(_ extent: Extent) -> Event.Item {
    Event.Item(name: original(extent), extent: extent, mention: nil)
  }

  /// A Chinese character that is not 的, 了, 约 and the like.
  private func isNoun(_ unit: UInt16) -> Bool {
    Script.isHan(unit) && !rules.signs.nounStops.contains(unit)
  }
}
