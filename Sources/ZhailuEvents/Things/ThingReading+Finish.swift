// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What the things come to when all tokens are read.
extension ThingReading {
  /// The things, named ones where none is counted.
  func finished() -> GivenThings {
    var result = result
    var items = bareNouns.map(sentence.item)
    if let dues = joinedDues() { items = [sentence.item(dues)] }
    if let sum = summedUp { items = [sentence.item(sum)] }
    if items.isEmpty, let noun = nounWithArticle() {
      if result.list.count == 1, result.list[0].item == nil, result.list[0].quantity == nil {
        result.list[0].item = noun
      } else if result.list.isEmpty {
        items = [noun]
      }
    }
    if items.isEmpty, result.list.isEmpty {
      if frame.needs == .body, let body = bodyBehind() { items = [body] }
      if frame.traits.contains(.itemOfSum), let due = dueBehind() { items = [due] }
    }
    if result.list.isEmpty {
      result.list = items.prefix(6).map { GivenThing(item: $0) }
      // What two goods are worth together is the worth of neither.
      if let worth, result.list.count <= 1 {
        if result.list.isEmpty {
          let stop = limit.map { sentence.tokens[$0].start } ?? sentence.places[clause].end
          let noun = sentence.nounBehind(worth.end, to: stop)
          result.list = [GivenThing(item: noun)]
        }
        result.list[0].amount = worth.payload
        result.isWorth = true
      }
    } else if frame.traits.contains(.itemOfSum), result.list.count == 1,
      result.list[0].item == nil, let item = items.first
    {
      result.list[0].item = item
    }
    // 支付了书杂费,总额19万元: only of an exemption the sum has an item.
    if !frame.traits.contains(.itemOfSum), result.list.count == 1, result.list[0].amount != nil,
      result.list[0].quantity == nil, let item = result.list[0].item,
      bare.contains(where: { $0.extent == item.extent && isDue($0) })
    {
      result.list[0].item = nil
    }
    takeShareOut(of: &result)
    return result
  }

  /// The things without a number; two words that touch are one noun: 文具|用品.
  private var bareNouns: [Extent] {
    bare.reduce(into: []) { nouns, token in
      if let last = nouns.last, last.end == token.start {
        nouns[nouns.count - 1] = Extent(last.start, token.end)
      } else {
        nouns.append(token.extent)
      }
    }
  }

  /// 泡面、火腿肠等价值1.2万元的|食品: what goods are all together that have a worth.
  private var summedUp: Extent? {
    guard result.list.isEmpty, let worth, bare.count > 1, let last = bare.last,
      last.start == worth.end + 1, sentence.isOf(sentence.units[worth.end]),
      case let end = bare[bare.count - 2].end, end < worth.start,
      sentence.isRest(sentence.units[end])
    else { return nil }
    return last.extent
  }

  /// 增设高新区管理部: a name that no lexicon has, which is all that stands behind the verb; not 创办出
  /// 一批示范校.
  private func bodyBehind() -> Event.Item? {
    let end = sentence.places[clause].end
    guard start < end, start >= sentence.places[clause].start,
      let noun = sentence.trimmed(start, end), sentence.isBodyName(noun),
      !sentence.units[noun.start..<noun.end].contains(Script.one)
    else { return nil }
    return sentence.item(noun)
  }

  /// 免除了|展位费: dues that no lexicon has, at the end of the clause.
  private func dueBehind() -> Event.Item? {
    let end = sentence.places[clause].end
    guard start < end, let noun = sentence.nounAlone(from: start, to: end),
      sentence.rules.signs.has(.dueEnd, sentence.units[noun.extent.end - 1])
    else { return nil }
    return noun
  }

  /// 学费和住宿费: dues side by side are one item; `nil` where there is but one, or anything else.
  func joinedDues() -> Extent? {
    guard frame.traits.contains(.itemOfSum), bare.count > 1, let first = bare.first,
      let last = bare.last, bare.allSatisfy({ isDue($0) }),
      zip(bare, bare.dropFirst()).allSatisfy({ sentence.joins($0.end, $1.start) })
    else { return nil }
    return Extent(first.start, last.end)
  }

  private func isReceiver(_ token: EventToken) -> Bool {
    token.kind == .organization || token.isWord(.party) || token.isWord(.pronoun)
  }

  private func isDue(_ token: EventToken) -> Bool {
    sentence.rules.signs.has(.dueEnd, sentence.units[token.end - 1])
  }

  /// 买下一件青铜器, as far as the next token.
  private func nounWithArticle() -> Event.Item? {
    guard frame.needs == .given || frame.traits.contains(.stake) else { return nil }
    guard let clause = sentence.places.last(where: { $0.start <= start }) else { return nil }
    // 奖给|他|一辆自行车: behind who gets it.
    let receiver = sentence.tokens.first { $0.start == start && isReceiver($0) }
    let first = receiver?.end ?? start
    let next = sentence.tokens.first { $0.start >= first }?.start ?? clause.end
    return sentence.nounWithArticle(from: first, to: min(next, clause.end), in: clause)
  }

  /// 免除债务的90%,涉及金额6.85亿美元: the sum says it, the share no more.
  private func takeShareOut(of result: inout GivenThings) {
    guard frame.traits.contains(.share) else { return }
    if result.list.count == 1, result.list[0].amount != nil,
      result.list[0].quantity.map(isShare) ?? false
    {
      result.list[0].quantity = nil
    }
    guard result.list.count > 1,
      let share = result.list.firstIndex(where: { thing in
        thing.amount == nil && thing.quantity.map(isShare) ?? false
      }), let sum = result.list.firstIndex(where: { $0.amount != nil && $0.quantity == nil })
    else { return }
    let item = result.list[share].item
    if result.list[sum].item == nil { result.list[sum].item = item }
    result.list.remove(at: share)
  }

  func isShare(_ mention: Int) -> Bool {
    guard case .quantity(let value) = sentence.mentions[mention].value else { return false }
    return value.unit == "%" || value.unit == "1"
  }
}
