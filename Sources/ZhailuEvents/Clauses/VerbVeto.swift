// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What speaks against an event of a kind at a verb: plans, negations, verbs that are nouns where they
/// stand. It asks the sentence alone, not the events that it has told.
struct VerbVeto {
  private let sentence: EventSentence
  private let tokens: [EventToken]
  private let verb: Int
  private let clause: Int
  private let kind: EventKind
  /// The tokens of the clause.
  private let range: Range<Int>

  init(sentence: EventSentence, verb: Int, clause: Int, kind: EventKind) {
    self.sentence = sentence
    tokens = sentence.tokens
    self.verb = verb
    self.clause = clause
    self.kind = kind
    range = sentence.clauses[clause]
  }

  /// The first that does; `nil` where nothing speaks against it.
  var reason: Refusal.Reason? {
    if isBeforeNoun || isOfMoney || isMovedMoney || isOfGoods { return .noun }
    if isBehindRate { return .nothing }
    if isOfNobody { return .nobody }
    if isName || sentence.isInTitle(verb) || sentence.isHeading { return .noun }
    if sentence.isDenied(verb) { return .negation }
    if let reason = reasonBefore { return reason }
    if isMeans || isMoney { return .noun }
    if isPurpose || isPlannedBefore || sentence.isOrdered(clause)
      || sentence.isRuled(clause) || kind == .support && sentence.isForCases(clause)
      || isHabit || sentence.isTotalAgain(verb, clause)
    {
      return .plan
    }
    if isOfSomebody { return .noun }
    return isPromised ? .plan : nil
  }

  /// 捐款|名单, 捐赠的|标准, but 抽查了|市场上的菜, 捐赠|项目资金5万元, 设立|服务|驿站.
  private var isBeforeNoun: Bool {
    guard range.contains(verb + 1), tokens[verb + 1].isWord(.noun),
      kind != .setup || !sentence.beginsSite(verb + 1),
      !sentence.rules.signs.has(.finished, sentence.units[tokens[verb].end - 1]),
      isBeside(verb, verb + 1)
        || sentence.isBeforeOf(tokens[verb]) && tokens[verb + 1].start == tokens[verb].end + 1
    else { return false }
    return !isCountedBehind(verb + 1)
  }

  /// 中标供应商|应当缴纳: without a copula only what stands directly before a name says who won.
  private var isOfNobody: Bool {
    let (frame, end) = (sentence.frame(tokens[verb]), tokens[verb].end)
    guard frame.roles[.subject] == nil, frame.roles[.object] == .recipient,
      !sentence.rules.signs.has(.copula, sentence.units[end - 1])
    else { return false }
    return !range.contains(verb + 1) || tokens[verb + 1].kind != .organization
      || tokens[verb + 1].start - end > 1
  }

  /// 农机购置|贷款1380万元, 收购|贷款, 恢复生产|贷款: what the money is for, by a verb without an object.
  private var isOfMoney: Bool {
    let frame = sentence.frame(tokens[verb])
    return (frame.traits.contains(.onTheWay) || frame.needs == .doer) && sentence.isNominal(verb)
      && range.contains(verb + 1)
      && tokens[verb + 1].isWord(.verb)
  }

  /// 捐赠|进口|呼吸机3台: where the goods are from.
  private var isOfGoods: Bool {
    kind == .import && isBeside(verb - 1, verb) && tokens[verb - 1].isWord(.verb)
      && sentence.frame(tokens[verb - 1]).isBenefit
  }

  /// 首批|捐款|310万元已拨付给甲: what is handed on, by a verb that says to whom.
  private var isMovedMoney: Bool {
    let signs = sentence.rules.signs
    guard sentence.word(tokens[verb]).weight == .noun,
      signs.has(.moneyEnd, sentence.units[tokens[verb].end - 1]), isBeside(verb, verb + 1),
      tokens[verb + 1].kind == .amount,
      !(range.lowerBound..<verb).contains(where: {
        tokens[$0].kind == .organization || tokens[$0].isWord(.party) || tokens[$0].isPreposition
          || tokens[$0].isWord(.receive) || tokens[$0].isWord(.verb)
      })
    else { return false }
    let lead = sentence.units[sentence.places[clause].start..<tokens[verb].start]
    guard lead.last.map({ signs.has(.leadEnd, $0) }) ?? true else { return false }
    return (verb + 2..<range.upperBound).contains { next in
      guard tokens[next].isWord(.verb), sentence.isDone(next, clause) else { return false }
      let last = sentence.units[tokens[next].end - 1]
      return signs.has(.givingEnd, last) || signs.has(.intoEnd, last)
    }
  }

  /// 人员|防护服500套, 项目|资金5万元: the noun begins a longer one for goods, dues or money, and how
  /// much of it there is stands directly behind.
  private func isCountedBehind(_ noun: Int) -> Bool {
    var last = noun + 1
    while range.contains(last + 1), isBeside(last, last + 1),
      tokens[last].isWord(.thing) || tokens[last].isWord(.money)
    { last += 1 }
    guard range.contains(last), last > noun + 1, isBeside(last - 1, last),
      tokens[noun + 1].start - tokens[noun].end <= Self.longestCompound,
      !sentence.units[tokens[noun].end..<tokens[noun + 1].start].contains(where: sentence.isOf)
    else { return false }
    return tokens[last].kind == .amount
      || tokens[last].kind == .quantity && !sentence.countsParties(tokens[last])
  }

  private static let longestCompound = 4

  /// 房屋每平方米补偿780元: so much for each of them.
  private var isBehindRate: Bool {
    isBeside(verb - 1, verb) && tokens[verb - 1].isWord(.rate)
      && !sentence.isEachParty(tokens[verb - 1])
  }

  /// 以预付工程款为名: as what it was done.
  private var isName: Bool {
    isBeside(verb - 1, verb) && tokens[verb - 1].isWord(.via) && tokens[verb - 1].extent.count == 1
  }

  /// Whether one token stands directly behind the other, both in the clause.
  private func isBeside(_ first: Int, _ second: Int) -> Bool {
    range.contains(first) && range.contains(second) && tokens[first].end == tokens[second].start
  }

  /// 拟, 没有 and 将 before the verb: the first of them.
  private var reasonBefore: Refusal.Reason? {
    for before in range.lowerBound..<verb {
      if tokens[before].isWord(.plan), isOfKind(tokens[before]), !isOfThing(before),
        !isFollowed(before)
      {
        return .plan
      }
      if tokens[before].isWord(.not), tokens[verb].start - tokens[before].end <= 6 {
        return .negation
      }
      // 将投资, but 将80万元捐给.
      if tokens[before].isWord(.moved), tokens[before + 1].start == tokens[before].end,
        before == verb - 1 || sentence.isFuture(before) || isUseOfPlan(before)
      {
        return .plan
      }
    }
    return nil
  }

  /// 将|拨款1.5亿元|资助困难家庭: what is to be done with the money; 将捐款20万元|送到 moves it.
  private func isUseOfPlan(_ moved: Int) -> Bool {
    let planned = moved + 1
    guard planned < verb, tokens[planned].isWord(.verb), planned + 1 < verb,
      tokens[planned + 1].kind == .amount, tokens[planned + 1].start == tokens[planned].end,
      sentence.rules.signs.has(.future, sentence.units[tokens[moved].start])
    else { return false }
    let last = sentence.units[tokens[verb].end - 1]
    return !sentence.rules.signs.has(.givingEnd, last) && !sentence.rules.signs.has(.intoEnd, last)
      && tokens[verb].end < sentence.places[clause].end
  }

  /// 把|准备换车的18万元|捐给甲: what is moved was meant for something else.
  private func isOfThing(_ plan: Int) -> Bool {
    guard let moved = (range.lowerBound..<plan).last(where: { tokens[$0].isWord(.moved) }),
      !sentence.isFuture(moved),
      let thing = (plan + 1..<verb).first(where: {
        tokens[$0].kind == .amount || tokens[$0].kind == .quantity || tokens[$0].isWord(.thing)
      })
    else { return false }
    return sentence.units[tokens[plan].end..<tokens[thing].start].contains(where: sentence.isOf)
  }

  /// 已|按合同约定|缴纳: a plan by which something was paid or given; not 已按计划完成投资.
  private func isFollowed(_ plan: Int) -> Bool {
    guard kind == .payment || kind == .donation || kind == .support else { return false }
    let start = tokens[plan].start
    let lead = sentence.units[max(sentence.places[clause].start, start - Self.longestLead)..<start]
    return sentence.isDone(verb, clause)
      && sentence.rules.signs[.accordance].place(in: lead) != nil
  }

  /// 按双方合同|约定
  private static let longestLead = 6

  /// 用这笔贷款中的800万元添置设备: what was lent pays.
  private var isMeans: Bool {
    sentence.word(tokens[verb]).weight == .noun && verb > range.lowerBound
      && tokens[verb - 1].isWord(.via) && tokens[verb].start - tokens[verb - 1].end <= 4
      && (verb + 1..<range.upperBound).contains { tokens[$0].isWord(.verb) }
  }

  /// 每年补助5万元: what comes again is no single gift.
  private var isHabit: Bool {
    guard kind.isSingle else { return false }
    return (range.lowerBound..<verb).contains { place in
      let token = tokens[place]
      // 以每日600元租用: the rate is none; but 以每年800万元赞助.
      guard token.kind == .date, tokens[place + 1].kind != .amount || kind == .support,
        case .date(let value) = sentence.mentions[token.payload].value
      else { return false }
      return value.kind == .set
    }
  }

  /// 铁西国资的借款: a noun; but 收到甲的捐款, 完成对甲的收购.
  private var isOfSomebody: Bool {
    guard tokens[verb].start > 0, sentence.isOf(sentence.units[tokens[verb].start - 1]) else {
      return false
    }
    return !(range.lowerBound..<verb).contains {
      tokens[$0].isWord(.receive) || isDoneTo(tokens[$0]) || isOfOrigin($0)
    }
  }

  /// 来自甲公司的|捐款20万元
  private func isOfOrigin(_ index: Int) -> Bool {
    tokens[index].isWord(.from) && tokens[index].start > sentence.places[clause].start
      && sentence.rules.signs.has(.origin, sentence.units[tokens[index].start - 1])
  }

  /// 捐赠|协议, and 承诺 behind the verb.
  private var isPromised: Bool {
    isBeside(verb, verb + 1) && tokens[verb + 1].isWord(.plan)
  }

  /// 补助资金, which is an event only of who got it: 获省林业厅补助资金75万元.
  private var isMoney: Bool {
    let token = tokens[verb]
    // 给甲公司增加收购贷款900万元
    let isLent =
      kind == .loan && range.contains(verb + 1) && tokens[verb + 1].kind == .amount
      && (range.lowerBound..<verb).contains { tokens[$0].isWord(.to) }
    return !isLent && sentence.word(token).weight == .noun && token.end - token.start >= 3
      && sentence.rules.signs.has(.moneyEnd, sentence.units[token.end - 1])
      && !(range.lowerBound..<verb).contains { tokens[$0].isWord(.receive) }
  }

  /// 贷款90万元,用于购置收割机: what for, which need not have come true.
  private var isPurpose: Bool {
    let frame = sentence.frame(tokens[verb])
    guard clause > 0, frame.traits.contains(.onTheWay) || frame.needs == .body else { return false }
    let place = sentence.places[clause]
    let purposes = sentence.rules.signs[.purpose]
    // 其中用于|购置车辆2600万元
    return purposes.begin(sentence.units[place.start..<place.end])
      || purposes.end(sentence.units[place.start..<tokens[verb].start])
  }

  /// 拟以自有资金2亿元,受让…: the verb goes on where the clause before says that it is a plan.
  private var isPlannedBefore: Bool {
    guard clause > 0, tokens[verb].start - sentence.places[clause].start <= 1,
      !sentence.isDone(verb, clause)
    else { return false }
    let before = sentence.clauses[clause - 1]
    return before.contains { tokens[$0].isWord(.plan) && sentence.word(tokens[$0]).kind == nil }
      && !before.contains { tokens[$0].isWord(.verb) }
  }

  /// 累计 speaks only against gifts; most words against all kinds.
  private func isOfKind(_ token: EventToken) -> Bool {
    sentence.word(token).kind.map { $0 == kind } ?? true
  }

  /// 完成对地中海俱乐部的收购: behind 的 stands what was done.
  private func isDoneTo(_ token: EventToken) -> Bool {
    let signs = sentence.rules.signs
    return token.isWord(.to) && signs.has(.target, sentence.units[token.start])
      && token.start > 0 && signs.has(.carried, sentence.units[token.start - 1])
  }
}
