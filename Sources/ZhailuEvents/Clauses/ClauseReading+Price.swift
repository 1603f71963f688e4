// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What it cost, how many there are and who held it, where other words than those behind the verb say so.
extension ClauseReading {
  /// 以8816万元买下, 用38万元购进: what it cost stands before the verb.
  mutating func readPrice() {
    guard frame.needs != .body, frame.needs != .target else { return }
    let prices = isPricedDirectly ? verb - 1..<verb : statedPrices
    guard !prices.isEmpty else { return }
    if given.list.isEmpty {
      given.list = prices.map { GivenThing(amount: tokens[$0].payload) }
      nameBought()
    } else if given.list.count == 1, given.list[0].amount == nil {
      let thing = given.list[0]
      given.list = prices.map {
        GivenThing(amount: tokens[$0].payload, quantity: thing.quantity, item: thing.item)
      }
    }
  }

  /// 以5亿元成交,竞得人为X; 中标价5万元,中标人为X: before the clause that only says who got it.
  mutating func readEarlierPrice() {
    guard frame.roles[.subject] == nil, frame.needs == .number, given.list.isEmpty,
      !sentence.isFirst(clause)
    else { return }
    let earlier = sentence.clauses[clause - 1]
    let sums = earlier.filter { tokens[$0].kind == .amount }
    guard sums.count == 1, let sum = sums.first, sum >= done, !sentence.isRate(tokens[sum]),
      !earlier.contains(where: { tokens[$0].isWord(.plan) || tokens[$0].isWord(.rate) })
    else { return }
    given.list = [GivenThing(amount: tokens[sum].payload)]
  }

  /// 以|1500万元的转会费: the word for the price may stand behind it; 花12万元 where no lexicon knows who paid.
  private var statedPrices: Range<Int> {
    let none = verb..<verb
    guard let amount = before.last(where: { tokens[$0].kind == .amount && !isOfUnit($0) })
    else { return none }
    let via = (before.lowerBound..<amount).last {
      tokens[$0].isWord(.via) || tokens[$0].isWord(.worth)
    }
    if let via { return pricesEnding(at: amount, from: via) }
    let text = sentence.units[sentence.places[clause].start..<tokens[amount].start]
    let isPaid = frame.traits.contains(.onTheWay) && sentence.rules.signs[.paying].end(text)
    return isPaid ? amount..<amount + 1 : none
  }

  /// 以1.2亿元买下|红星剧场: what is all that stands behind the verb.
  private mutating func nameBought() {
    guard frame.traits.contains(.stake), frame.traits.contains(.onTheWay), given.list.count == 1,
      let item = sentence.nounAlone(from: tokens[verb].end, to: sentence.places[clause].end)
    else { return }
    given.list[0].item = item
  }

  /// 甲公司|40亿美元|收购乙公司: a sum between who buys and the verb.
  private var isPricedDirectly: Bool {
    guard frame.traits.contains(.stake), frame.traits.contains(.onTheWay),
      verb - 2 >= before.lowerBound,
      tokens[verb - 1].kind == .amount, tokens[verb - 2].kind == .organization
    else { return false }
    return tokens[verb - 1].end == tokens[verb].start
      && tokens[verb - 2].end == tokens[verb - 1].start
  }

  /// 分别以500万元、800万元中标: the prices side by side; else the last one.
  private func pricesEnding(at last: Int, from via: Int) -> Range<Int> {
    var first = last
    while isRespective, first - 1 > via, tokens[first - 1].kind == .amount,
      sentence.joins(tokens[first - 1].end, tokens[first].start)
    { first -= 1 }
    return first..<last + 1
  }

  /// 以每吨5元的价格, 楼面价1.98万元/平方米: what one of them costs, and not all.
  private func isOfUnit(_ amount: Int) -> Bool {
    if sentence.isRate(tokens[amount]) { return true }
    let words = before.lowerBound..<amount
    let lead = words.reversed().prefix {
      tokens[$0].kind != .amount && tokens[$0].kind != .quantity
    }
    let first =
      lead.first { tokens[$0].isWord(.via) || tokens[$0].isWord(.worth) } ?? before.lowerBound
    return lead.contains { $0 > first && tokens[$0].isWord(.rate) && !isAsked(tokens[$0]) }
  }

  /// 以底价5亿元竞得: what was asked is what was paid.
  private func isAsked(_ token: EventToken) -> Bool {
    sentence.rules.signs[.asked].cover(sentence.units[token.start..<token.end])
  }

  /// 32家企业全部复工; 对43所学校进行抽检: the count stands before the verb.
  mutating func readCounted() {
    guard frame.traits.contains(.countsParties), given.list.isEmpty || isPulledDown else { return }
    var first = before.lowerBound
    if frame.needs == .target {
      if let to = before.last(where: { tokens[$0].isWord(.to) }) {
        first = to + 1
      } else if !isPulledDown {
        return
      }
    }
    var counted = sentence.things(from: first, clause: clause, before: verb, frame)
    guard given.list.isEmpty || !counted.list.isEmpty else { return }
    counted.end = max(counted.end, given.end)
    given = counted
    // 对12家商场进行检查: what is inspected receives nothing.
    if frame.needs == .target, !given.list.isEmpty { parties[.to] = nil }
  }

  /// 铁皮屋17间已拆除: what is pulled down stands before the verb at the end of the clause.
  private var isPulledDown: Bool {
    guard sentence.word(tokens[verb]).kind == .demolition else { return false }
    return sentence.trimmed(tokens[verb].end, sentence.places[clause].end) == nil
  }

  /// 20辆|由甲公司捐赠的|救护车: how many stands before who gave them.
  mutating func readCountBefore() {
    guard sentence.isAttributive(verb), given.list.count == 1, given.list[0].quantity == nil,
      given.list[0].amount == nil, given.list[0].item != nil, let first = before.first,
      first + 1 < verb, tokens[first].kind == .quantity, !sentence.countsParties(tokens[first]),
      tokens[first].end == tokens[first + 1].start,
      tokens[first + 1].isWord(.by) || tokens[first + 1].kind == .organization
    else { return }
    given.list[0].quantity = tokens[first].payload
  }

  /// 收购周德明持有的甲公司60%的股权, 收购农户的枸杞2吨: who held the shares or had the goods sells them.
  mutating func readHolder() {
    guard frame.traits.contains(.stake), frame.roles[.from] == .recipient,
      (parties[.from] ?? []).isEmpty, (parties[.to] ?? []).isEmpty
    else { return }
    let upper = sentence.places[clause].end
    let start = tokens[verb].end
    let text = sentence.units[start..<max(start, min(upper, start + 40))]
    guard let hold = sentence.rules.signs[.holding].place(in: text) ?? endOfOwner(in: text)
    else { return }
    var next = verb + 1
    while next < tokens.count, tokens[next].end <= hold { next += 1 }
    var found = sentence.parties(verb + 1..<next, from: start, to: hold, .from)
    if found.isEmpty, let extent = sentence.trimmed(start, hold),
      sentence.isPersonName(extent) || sentence.isTitledPerson(extent)
    {
      found = [sentence.described(extent, .from)]
    }
    if !found.isEmpty { parties[.from] = found }
  }

  /// The 的 behind whose the goods are, of which so many are bought; 采购医护人员的防护服 is for them.
  private func endOfOwner(in text: ArraySlice<UInt16>) -> Int? {
    guard frame.traits.contains(.onTheWay), given.list.count == 1, given.list[0].quantity != nil,
      let of = text.prefix(Self.longestOwner).firstIndex(where: sentence.isOf),
      let owner = sentence.trimmed(text.startIndex, of)
    else { return nil }
    let head = tokens[(verb + 1)...].first { $0.end == of }
    let isTaken = sentence.word(tokens[verb]).kind == .acquisition
    let isOwner =
      head.map { $0.kind == .organization || $0.isWord(.party) && isTaken }
      ?? (sentence.isPersonName(owner) || sentence.isTitledPerson(owner))
    return isOwner ? of : nil
  }

  private static let longestOwner = 16
}
