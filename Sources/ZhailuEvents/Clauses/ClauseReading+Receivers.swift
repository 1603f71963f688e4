// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Behind the verb: to whom, or what is looked at.
extension ClauseReading {
  /// 捐给X, 捐赠100万元给X.
  mutating func readGoal() {
    var index = verb + 1
    let stop = max(given.end, min(verb + 1, sentence.clauses[clause].upperBound))
    let upper =
      sentence.clauses.first { $0.contains(max(verb, stop - 1)) }?.upperBound
      ?? sentence.clauses[clause].upperBound
    while index < upper {
      let token = tokens[index]
      if token.isWord(.goal) || token.isWord(.to) { break }
      if token.isWord(.verb), index > verb + 1 { return }
      index += 1
    }
    guard index < upper else { return }
    var next = index + 1
    while next < upper, !endsGoal(tokens[next]) { next += 1 }
    let end =
      next < upper
      ? tokens[next].start : (upper < tokens.count ? tokens[upper].start : sentence.extent.end)
    parties[.goal] = sentence.parties((index + 1)..<next, from: tokens[index].end, to: end, .goal)
    meanDirectly(index + 1..<next, behind: index, to: end, .goal)
    if given.list.isEmpty, !before.contains(where: { tokens[$0].isWord(.moved) }) {
      given = sentence.things(from: index + 1, clause: clause, frame)
    }
  }

  private func endsGoal(_ token: EventToken) -> Bool {
    switch token.kind {
    case .amount, .word(.verb), .word(.thing), .comma, .semicolon: true
    // 慰问20名80岁以上老人
    case .quantity: !sentence.countsReceivers(token, frame) && sentence.quantity(token)?.unit != "岁"
    default: token.isPreposition
    }
  }

  /// 奖励五中5万元, 减免店内174家商户租金.
  mutating func readObject() {
    if frame.needs == .target { return readTarget() }
    let isGoal = sentence.rules.signs.has(.givingEnd, lastOfVerb(tokens[verb]))
    let place = isGoal && frame.roles[.goal] != nil ? EventFrame.Place.goal : .object
    guard frame.roles[place] != nil, parties[place] == nil else { return }
    let upper = sentence.clauses[clause].upperBound
    var next = verb + 1
    var isDescribed = false
    while next < upper {
      if let head = described(from: next, upTo: upper) { (next, isDescribed) = (head, true) }
      if endsGoal(tokens[next]) || tokens[next].isWord(.goal) { break }
      next += 1
    }
    let end =
      next < upper ? tokens[next].start : sentence.places[clause].end
    guard next > verb + 1 || end > tokens[verb].end else { return }
    parties[place] = sentence.parties(
      (verb + 1)..<next, from: tokens[verb].end, to: end, source(place))
    // 捐建甲医院门诊楼 is for 甲医院; 捐建3所学校 is for nobody who is named.
    // 向湖北支援医护人员138名: who is sent there receives nothing.
    if isBuilding || isSent(next) { parties[place]?.removeAll { $0.mention == nil } }
    if parties[place]?.isEmpty ?? true, let person = personBehind(verb, upTo: next) {
      parties[place] = [sentence.described(person, source(place))]
    }
    // 下拨中央补助资金: whose money it is.
    if next > verb + 1, tokens[verb + 1].isWord(.party),
      sentence.word(tokens[verb + 1]).meaning == .state,
      parties[place]?.count == 1, given.list.contains(where: { $0.amount != nil })
    {
      parties[place] = nil
    }
    meanDirectly(verb + 1..<next, behind: verb, to: end, place)
    // 给|每户|分了两床被子
    if parties[place]?.isEmpty ?? true, tokens[verb].isWord(.to), next > verb + 1,
      sentence.isEachParty(tokens[verb + 1])
    {
      parties[place] = [sentence.described(tokens[verb + 1].extent, source(place))]
    }
    if place == .goal || isDescribed, given.list.isEmpty, next > verb + 1 {
      given = sentence.things(from: next, clause: clause, frame)
    }
    if parties[place]?.isEmpty == false { endOfObject = min(next, upper) }
  }

  /// 奖励|在全国比赛中夺金的15名教练员, 补助|交售棉花多的农户: the noun or the count behind 的 where a word
  /// begins what says which ones are meant.
  private func described(from index: Int, upTo upper: Int) -> Int? {
    guard frame.isBenefit, tokens[index].isWord(.via) || tokens[index].isWord(.verb),
      index == verb + 1 || tokens[index - 1].kind == .date,
      sentence.word(tokens[index]).weight != .noun,
      let head = (index + 1..<upper).first(where: {
        sentence.isHead(tokens[$0], .object) || tokens[$0].kind == .amount
      }), tokens[head].kind != .amount, tokens[head].start - tokens[verb].end <= Self.longestWhich
    else { return nil }
    return sentence.isOf(sentence.units[tokens[head].start - 1]) ? head : nil
  }

  private static let longestWhich = 24

  /// Whether it was done to a place, and how many stands behind the noun at `next`.
  private func isSent(_ next: Int) -> Bool {
    guard parties[.to]?.isEmpty ?? true, next + 1 > verb + 1, next < tokens.count,
      let to = before.last(where: { tokens[$0].isWord(.to) }), to + 1 < verb,
      tokens[to + 1].isWord(.place)
    else { return false }
    return (verb + 1...next).contains {
      sentence.countsParties(tokens[$0]) && tokens[$0].start == tokens[$0 - 1].end
    }
  }

  /// 捐建|3所学校: bodies without a name behind the verb are what is given.
  var isBuilding: Bool { sentence.rules.signs.has(.buildEnd, lastOfVerb(tokens[verb])) }

  /// 给 of 卖给, and of 卖给了.
  func lastOfVerb(_ token: EventToken) -> UInt16 {
    let last = sentence.units[token.end - 1]
    let isFinished = sentence.rules.signs.has(.finished, last) && token.end - token.start > 1
    return isFinished ? sentence.units[token.end - 2] : last
  }

  /// 突击检查了甲公司: a body directly behind the verb is what is looked at.
  private mutating func readTarget() {
    guard parties[.to]?.isEmpty ?? true, given.list.isEmpty, verb + 1 < tokens.count,
      tokens[verb + 1].start - tokens[verb].end <= 1,
      let body = sentence.party(tokens[verb + 1], .object)
    else { return }
    parties[.to] = [body]
    endOfObject = verb + 2
  }

  /// 付给王小军赔偿金6万元: a name before the words for the money.
  private func personBehind(_ verb: Int, upTo next: Int) -> Extent? {
    let stop = (verb + 1..<next).first { tokens[$0].isWord(.money) || tokens[$0].isWord(.noun) }
    let end = tokens[min(stop ?? next, tokens.count - 1)].start
    guard given.list.contains(where: { $0.amount != nil && $0.quantity == nil }),
      let extent = sentence.trimmed(tokens[verb].end, end), extent.start == tokens[verb].end,
      sentence.isNamedPerson(extent),
      !tokens[verb + 1..<next].contains(where: { $0.isWord(.place) && $0.extent == extent })
    else { return nil }
    return extent
  }

  /// 把47根木料卖给修缮办: what is sold is counted.
  private var hasCountedGoal: Bool {
    frame.roles[.goal] == .recipient
      && before.contains {
        tokens[$0].kind == .quantity && !sentence.countsParties(tokens[$0])
      }
  }

  /// 将一幅商业地售予|亿京发展: what is moved, and words of no lexicon behind the verb.
  private func isMovedTo(_ range: Range<Int>) -> Bool {
    range.isEmpty && frame.roles[.goal] == .recipient
      && before.contains { tokens[$0].isWord(.moved) }
  }

  /// 减免该校宽带费, 捐给该院: a pronoun directly behind; or words that no lexicon has, 捐给县美术馆.
  private mutating func meanDirectly(
    _ range: Range<Int>, behind index: Int, to end: Int, _ place: EventFrame.Place
  ) {
    guard parties[place]?.isEmpty ?? true else { return }
    // 将60%股权转让给公司
    let isOwn =
      frame.traits.contains(.stake)
      && range.first.map {
        tokens[$0].isWord(.pronoun) && sentence.word(tokens[$0]).meaning == .own
      } ?? false
    guard frame.isBenefit || hasCountedGoal || isOwn || isMovedTo(range) else { return }
    let isNamed =
      areBodies(range)
      && sentence.rules.signs.has(.receiverEnd, lastOfVerb(tokens[index]))
    let isMeant =
      range.first.map {
        tokens[$0].isWord(.pronoun) && tokens[$0].start == tokens[index].end
      } ?? false
    guard isNamed || isMeant else { return }
    let found = meant(range, from: tokens[index].end, to: end, place)
    if !found.isEmpty { parties[place] = found }
  }
}
