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
  /// Whether the one sum is what things are worth that stand elsewhere: 价值10万元.
  var isWorth = false
  /// Whether a sum is what each of those got who are not named there: 每户5000元.
  var isForEach = false
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
    reading.limit = limit
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
    // 支持32家企业: whom it helped.
    guard clause < clauses.count, !beginsWithHelp(clause) else { return false }
    var hasAdverb = false
    var place = places[clause].start
    for index in clauses[clause] {
      let token = tokens[index]
      defer { place = token.end }
      switch token.kind {
      case .amount, .quantity:
        // 并派出两支服务队: a verb that no lexicon has.
        if hasAdverb, token.start > place { return false }
        // 抽走了140亿美元: and one that was done.
        let text = units[place..<max(place, token.start)]
        if let last = text.last, rules.signs.has(.finished, last), !rules.signs[.paying].begin(text)
        {
          return false
        }
        // 原质押的500万股解除质押: what is told of it is something else; but 占总股本的1%.
        if text.last.map(isOf) ?? false, quantity(token)?.unit != "%" { return false }
        if isProceeds(before: index, in: clause) || isSubject(index, in: clause) { return false }
        if isOfNext(index) { return false }
        return token.start - places[clause].start <= 14
      case .word(.adverb):
        hasAdverb = true
      case .word(.plan) where word(token).kind != nil:
        continue
      case .word(.joint) where isBeforeSum(index): continue
      case .word(.to) where isCopulaOfWorth(index): continue
      case .word(.money) where isBeforeSum(index) && isMoneyForPrice(token, in: clause): continue
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
  /// 成交总金额|为|4218万元
  func isCopulaOfWorth(_ index: Int) -> Bool {
    index > 0 && isBeforeSum(index) && rules.signs.has(.giver, units[tokens[index].start])
      && tokens[index].extent.count == 1 && tokens[index - 1].end == tokens[index].start
      && (tokens[index - 1].isWord(.worth) || tokens[index - 1].isWord(.rate))
  }

  /// 合|人民币2.3亿元: whether a sum stands directly behind a token.
  func isBeforeSum(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .amount
      && tokens[index + 1].start == tokens[index].end
  }

  /// 400万元|由银行提供, 80万元|借给乙: a sum that another one gave, or the next verb.
  private func isOfNext(_ sum: Int) -> Bool {
    guard sum + 1 < tokens.count, case let next = tokens[sum + 1], next.start == tokens[sum].end
    else { return false }
    return next.isWord(.by)
      || next.isWord(.verb) && tokens[sum].kind == .amount && word(next).weight != .noun
        && frame(next).isBenefit
  }

  /// 货款|28万元
  private func isMoneyForPrice(_ token: EventToken, in clause: Int) -> Bool {
    token.extent.count > 1 && rules.signs[.price].cover(units[token.extent.range])
      && !clauses[clause].contains { tokens[$0].isWord(.verb) }
  }

  /// 义卖曲奇,所得7.2万元捐给甲: what was got is for the verb behind it.
  private func isProceeds(before sum: Int, in clause: Int) -> Bool {
    rules.signs[.proceeds].end(units[places[clause].start..<tokens[sum].start])
      && (sum + 1..<clauses[clause].upperBound).contains {
        tokens[$0].isWord(.verb) || tokens[$0].kind == .organization
      }
  }

  /// Whether a clause says at its head that somebody was helped: 支持32家企业.
  func beginsWithHelp(_ clause: Int) -> Bool { begins(clause, withText: .help) }

  /// 甲捐款80万元,三名职工捐款12万元: so many act themselves.
  private func isSubject(_ index: Int, in clause: Int) -> Bool {
    guard countsParties(tokens[index]) else { return false }
    let next = tokens[index + 1..<clauses[clause].upperBound]
      .first { !$0.isLight && !$0.isWord(.party) }
    return next.map { $0.isWord(.verb) || $0.isPreposition } ?? false
  }

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
}
