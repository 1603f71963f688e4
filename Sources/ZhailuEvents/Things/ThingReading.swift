// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads what was given from the tokens behind a verb, or before it.
struct ThingReading {
  let sentence: EventSentence
  let frame: EventFrame
  var clause: Int
  var result: GivenThings
  /// Things without a number, and a worth that waits for its thing: 价值80万元的机器人.
  var bare: [EventToken] = []
  var worth: EventToken?
  var isWorth = false
  var isRate = false
  var isTotal = false
  /// The thing whose worth stands before it, behind others: 300万元和价值150万元的物资.
  var awaited: Int?
  var isLaterClause = false
  /// Where the last verb or count ended: the noun of a weight stands behind it, 大米1500吨.
  var lastEnd: Int
  /// Where the text begins that things are read from.
  let start: Int
  var previousEnd = 0
  /// Whether counts of persons and firms are things: 将37家门店转让给甲.
  var takesParties = false
  /// The token that the things stand before: the verb of 把卖蛋得来的320元捐给.
  var limit: Int?
  /// Whether a count was one of those who received.
  var hasParties = false

  init(sentence: EventSentence, frame: EventFrame, clause: Int, from first: Int) {
    self.sentence = sentence
    self.frame = frame
    self.clause = clause
    result = GivenThings(end: first)
    start = first > 0 ? sentence.tokens[first - 1].end : sentence.extent.start
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
    case .word(.verb): return takeVerb(token, index)
    case .word(let wordClass): return take(wordClass, token, index)
    }
    return true
  }

  /// A verb among the things says what they are; any other ends them.
  private mutating func takeVerb(_ token: EventToken, _ index: Int) -> Bool {
    // 下拨义务教育补助经费1739亿元: a verb in a noun for money.
    let isNoun =
      (index > 0 || limit != nil)
      && (sentence.word(token).weight == .noun || isMoneyPaid(token, index))
    // 外贸集装箱|奖励款36.5万元, 粮食|收购贷款: what the money is for.
    if isNoun || sentence.isNominal(index), let last = bare.last, isOfOne(last.end, token.start) {
      bare.removeAll()
    }
    guard result.list.isEmpty, bare.isEmpty else { return false }
    // 捐赠|进口|呼吸机3台: where the goods are from.
    if frame.isBenefit, sentence.word(token).kind == .import, token.start == start { return true }
    // 查验进口货物52批次: what kind of goods.
    if frame.needs == .target, token.start == previousEnd { return true }
    let mayDescribe = takesParties || frame.traits.contains(.giver) || isBeforeThing(index)
    return isNoun || sentence.isNominal(index) || mayDescribe && sentence.isAttributive(index)
      || isBeforeNumber(index)
  }

  /// 支付财产险|预付赔款|150万元: what is paid, by a verb that ends as money does.
  private func isMoneyPaid(_ token: EventToken, _ index: Int) -> Bool {
    token.extent.count > 2 && sentence.rules.signs.has(.moneyEnd, sentence.units[token.end - 1])
      && frame.traits.contains(.passesOn) && result.list.isEmpty
      && index + 1 < sentence.tokens.count && sentence.tokens[index + 1].kind == .amount
      && sentence.tokens[index + 1].start == token.end && !isLaterClause
  }

  /// 认购该行|增发的|2亿股, 支付甲公司|垫付的|货款5万元: right before what is given, a verb says which one is meant.
  private func isBeforeThing(_ index: Int) -> Bool {
    guard frame.needs != .body, frame.needs != .target, frame.needs != .doer else { return false }
    let next = sentence.tokens[(index + 1)...].prefix(Self.longestModifier)
      .first { !$0.isWord(.money) && !$0.isWord(.thing) && !$0.isWord(.noun) && !$0.isWord(.stake) }
    guard let next, next.start - sentence.tokens[index].end <= Self.longestPurpose else {
      return false
    }
    return next.kind == .amount || next.kind == .quantity && !sentence.countsParties(next)
  }

  /// 把|卖|蛋得来的320元|捐给: before the verb that moves it, another one says what the sum or the goods are.
  private func isBeforeNumber(_ index: Int) -> Bool {
    guard let limit, takesParties, frame.isBenefit else { return false }
    return sentence.tokens[index..<limit].contains { $0.kind == .amount || $0.kind == .quantity }
  }

  private mutating func take(
    _ wordClass: EventRules.WordClass, _ token: EventToken, _ index: Int
  ) -> Bool {
    switch wordClass {
    case .verb: return false
    case .by, .from, .moved, .via: return isModifier(index)
    case .plan where mayTotal(token): isTotal = true
    case .plan where isFramework(token) && sentence.isBeforeSum(index): break
    case .plan, .not: return takesParties && isModifier(index)
    case .to where sentence.isCopulaOfWorth(index): break
    case .to, .goal: return result.list.isEmpty && bare.isEmpty
    case .each where isBehindReceivers(index): result.isForEach = true
    case .each, .respectively: result.isEach = true
    case .worth: isWorth = true
    case .rate where sentence.isEachParty(token): result.isForEach = true
    case .rate: isRate = true
    case .total: isTotal = true
    case .thing where awaited != nil:
      result.list[awaited ?? 0].item = sentence.item(token.extent)
      awaited = nil
    case .thing where isWorthBefore(token):
      result.list[result.list.count - 1].item = sentence.item(token.extent)
    case .thing, .stake:
      // 食品等防疫物资: what is behind 等 sums up what is before it.
      let isSum = !bare.isEmpty && sentence.isRest(sentence.units[token.start - 1])
      if frame.needs != .body, !isSum,
        !isLaterClause || bare.count > 0 || isCounted(index)
      {
        bare.append(token)
      }
    case .body where takesParties && result.list.isEmpty: bare.append(token)
    case .body, .lender: if frame.needs == .body, result.list.isEmpty { bare.append(token) }
    case .party where isSetUp(token), .pronoun where isSetUp(token): bare.append(token)
    case .pronoun where frame.needs == .body && sentence.word(token).meaning == .all: return false
    case .party where sentence.word(token).meaning == .player && frame.traits.contains(.stake):
      takePlayer(token)
    case .money:
      // 新能源汽车推广应用|补贴资金: what the money is for.
      if let last = bare.last, isOfOne(last.end, token.start) { bare.removeLast() }
    case .noun where isOfWorth(token, index): isWorth = frame.traits.contains(.passesOn)
    case .joint where sentence.isBeforeSum(index): isTotal = true
    case .joint, .noun, .adverb, .free, .lead, .receive, .party, .place, .pronoun, .other: break
    }
    return true
  }

  /// 10万元|图书, 500元|购物卡: what goods are worth that stands directly before them.
  private func isWorthBefore(_ token: EventToken) -> Bool {
    guard frame.isBenefit, let last = result.list.last, last.quantity == nil, last.item == nil,
      let sum = last.amount, !sentence.rules.signs.has(.dueEnd, sentence.units[token.end - 1])
    else { return false }
    return sentence.mentions[sum].extent.end == token.start
  }

  /// 赠予全校618名学生|每人|复读机一台: so much for each of those who receive.
  private func isBehindReceivers(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    guard frame.isBenefit, token.extent.count > 1, sentence.isPartyUnit(token.end - 1),
      result.list.isEmpty
    else { return false }
    return sentence.tokens[result.end..<index].contains {
      $0.isWord(.party) || sentence.countsParties($0)
    }
  }

  /// Whether nothing but Chinese characters stands between, and none that joins.
  private func isOfOne(_ end: Int, _ start: Int) -> Bool {
    guard end <= start, start - end <= Self.longestPurpose else { return false }
    return sentence.units[end..<start].allSatisfy {
      CharacterClass.of($0).meets(.han) && !sentence.rules.signs.has(.joiner, $0)
    }
  }

  private static let longestPurpose = 8

  /// 将祖父用过的算盘1把捐给, 发放被拖欠的工资5万元: a preposition in what describes the thing.
  private func isModifier(_ index: Int) -> Bool {
    guard result.list.isEmpty, bare.isEmpty else { return false }
    let next = sentence.tokens[(index + 1)...].prefix(Self.longestModifier)
      .prefix { $0.kind != .comma && $0.kind != .semicolon }
    guard let head = next.first(where: { isNamedThing($0) }) ?? next.first else { return false }
    return sentence.units[sentence.tokens[index].end..<head.start].contains(where: sentence.isOf)
  }

  /// In tokens, as far as the thing.
  private static let longestModifier = 4

  private func isNamedThing(_ token: EventToken) -> Bool {
    token.kind == .amount || token.kind == .quantity || token.isWord(.thing)
  }

  /// 资助学生40名,累计6万元: behind a count of who received, what all got.
  private func mayTotal(_ token: EventToken) -> Bool {
    isLaterClause && hasParties && result.list.isEmpty && sentence.word(token).kind != nil
  }

  /// 合作社, 学校, 中心: nouns for those who act that may be set up as well.
  private func isSetUp(_ token: EventToken) -> Bool {
    frame.needs == .body && result.list.isEmpty && token.end - token.start > 1
      && sentence.word(token).meaning != .own && sentence.word(token).meaning != .all
      && sentence.isBodyNoun(token.extent)
  }

  /// 食品15吨: a count directly behind a noun for things.
  private func isCounted(_ index: Int) -> Bool {
    guard index + 1 < sentence.tokens.count else { return false }
    let next = sentence.tokens[index + 1]
    return next.kind == .quantity && next.start == sentence.tokens[index].end
  }

  /// 资助乡村教育研究45万元: what the money is for.
  private func isFramework(_ token: EventToken) -> Bool {
    token.start > start
      && sentence.rules.signs[.frameworkEnd].cover(sentence.units[token.start..<token.end])
  }

  /// 总值|11万元 in a later clause, 总值|36万元的洗肾机.
  private func isOfWorth(_ token: EventToken, _ index: Int) -> Bool {
    guard token.end - token.start > 1, index + 1 < sentence.tokens.count,
      case let sum = sentence.tokens[index + 1], sum.kind == .amount
    else { return false }
    return isLaterClause || token.end == sum.start && sentence.isBeforeOf(sum)
  }

  /// A body that was set up is a thing; any other behind the verb receives.
  private mutating func takeBody(_ token: EventToken) -> Bool {
    if frame.needs == .body, let body = sentence.party(token, .object) {
      guard !isLaterClause, !isInName(token) else { return false }
      result.list.append(GivenThing(item: sentence.founded(body)))
      return true
    }
    return !isLaterClause && result.list.isEmpty
  }

  /// 设立“|科达|创新基金”: a name that begins another one in quotation marks.
  private func isInName(_ token: EventToken) -> Bool {
    guard token.start > 0, token.end < sentence.units.count,
      let closing = Script.closingQuote(of: sentence.units[token.start - 1])
    else { return false }
    return sentence.units[token.end] != closing
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
}
