// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Behind the verb: to whom, and what; with things that stand before it, 将80万元捐给X, and prices.
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
    case .quantity: !sentence.countsParties(token)
    default: token.isPreposition
    }
  }

  /// 奖励五中5万元, 减免店内174家商户租金.
  mutating func readObject() {
    if frame.needs == .target { return readTarget() }
    let isGoal = sentence.rules.signs.givingEnds.contains(lastOfVerb(tokens[verb]))
    let place = isGoal && frame.roles[.goal] != nil ? EventFrame.Place.goal : .object
    guard frame.roles[place] != nil, parties[place] == nil else { return }
    let upper = sentence.clauses[clause].upperBound
    var next = verb + 1
    while next < upper, !endsGoal(tokens[next]), !tokens[next].isWord(.goal) { next += 1 }
    let end =
      next < upper ? tokens[next].start : sentence.places[clause].end
    guard next > verb + 1 || end > tokens[verb].end else { return }
    parties[place] = sentence.parties(
      (verb + 1)..<next, from: tokens[verb].end, to: end, source(place))
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
    if place == .goal, given.list.isEmpty, next > verb + 1 {
      given = sentence.things(from: next, clause: clause, frame)
    }
    if parties[place]?.isEmpty == false { endOfObject = min(next, upper) }
  }

  /// 给 of 卖给, and of 卖给了.
  private func lastOfVerb(_ token: EventToken) -> UInt16 {
    let last = sentence.units[token.end - 1]
    let isFinished = sentence.rules.signs.finished.contains(last) && token.end - token.start > 1
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
      sentence.isNamedPerson(extent)
    else { return nil }
    return extent
  }

  /// 减免该校宽带费, 捐给该院: a pronoun directly behind; or words that no lexicon has, 捐给县美术馆.
  private mutating func meanDirectly(
    _ range: Range<Int>, behind index: Int, to end: Int, _ place: EventFrame.Place
  ) {
    guard parties[place]?.isEmpty ?? true, frame.isBenefit else { return }
    let isNamed =
      range.isEmpty
      && sentence.rules.signs.receiverEnds.contains(lastOfVerb(tokens[index]))
    let isMeant =
      range.first.map {
        tokens[$0].isWord(.pronoun) && tokens[$0].start == tokens[index].end
      } ?? false
    guard isNamed || isMeant else { return }
    let found = meant(range, from: tokens[index].end, to: end, place)
    if !found.isEmpty { parties[place] = found }
  }

  /// 以8816万元买下, 用38万元购进: what it cost stands before the verb.
  mutating func readPrice() {
    guard frame.needs != .body, frame.needs != .target else { return }
    guard let via = before.last(where: { tokens[$0].isWord(.via) || tokens[$0].isWord(.worth) }),
      let amount = (via..<verb).last(where: { tokens[$0].kind == .amount }),
      !(via..<amount).contains(where: { tokens[$0].isWord(.rate) })
    else { return }
    if given.list.isEmpty {
      given.list = [GivenThing(amount: tokens[amount].payload)]
    } else if given.list.count == 1, given.list[0].amount == nil {
      given.list[0].amount = tokens[amount].payload
    }
  }

  /// 32家企业全部复工; 对43所学校进行抽检: the count stands before the verb.
  mutating func readCounted() {
    guard given.list.isEmpty, frame.traits.contains(.countsParties) else { return }
    var first = before.lowerBound
    if frame.needs == .target {
      guard let to = before.last(where: { tokens[$0].isWord(.to) }) else { return }
      first = to + 1
    }
    let end = given.end
    given = sentence.things(from: first, clause: clause, before: verb, frame)
    given.end = max(given.end, end)
    // 对12家商场进行检查: what is inspected receives nothing.
    if frame.needs == .target, !given.list.isEmpty { parties[.to] = nil }
  }

  /// 收购周德明持有的甲公司60%的股权: who held the shares sells them.
  mutating func readHolder() {
    guard frame.traits.contains(.stake), frame.roles[.from] == .recipient,
      (parties[.from] ?? []).isEmpty, (parties[.to] ?? []).isEmpty
    else { return }
    let upper = sentence.places[clause].end
    let start = tokens[verb].end
    let text = sentence.units[start..<max(start, min(upper, start + 40))]
    guard let hold = sentence.rules.phrases.holdings.place(in: text) else { return }
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

  /// 将80万元捐给X, 把68箱方便面送上堤; 轮椅28辆由X捐赠.
  mutating func readMoved() {
    if given.list.count == 1, given.list[0].quantity == nil, given.list[0].item == nil {
      return readPriced()
    }
    guard given.list.isEmpty else { return }
    if frame.traits.contains(.itemOfSum), let due = dueBefore() {
      given.list = [GivenThing(item: due)]
      return
    }
    if let moved = before.last(where: { tokens[$0].isWord(.moved) }) {
      given = sentence.things(
        from: moved + 1, clause: clause, before: verb, frame, takesParties: true)
      readMovedNoun(behind: moved)
    } else if readTold() {
    } else if !(parties[.by] ?? []).isEmpty {
      readBefore(before.first { tokens[$0].isWord(.by) } ?? verb)
    } else if let giver = before.first(where: isGiver) {
      // 1000万元为甲基金会捐赠.
      (parties[.by], parties[.to]) = (parties[.to], nil)
      readBefore(giver)
    } else if !(parties[.goal] ?? []).isEmpty || tokens[verb].kind == .word(.verb) && isAtEnd {
      // In 茶饮20份,240袋送给社区 the portions say what it is.
      readThingsBefore { $0.amount != nil || $0.quantity != nil && $0.item != nil }
      if given.list.isEmpty { readEarlierThings() }
      if given.list.isEmpty { readThingsBefore { $0.quantity != nil } }
    }
    given.end = max(given.end, verb + 1)
  }

  /// 把腾空的旧营房借给: a thing that no lexicon has, of which there is one.
  private mutating func readMovedNoun(behind moved: Int) {
    guard frame.isBenefit || frame.traits.contains(.stake),
      !(parties[.goal] ?? []).isEmpty || !(parties[.to] ?? []).isEmpty,
      given.list.allSatisfy({ $0.amount == nil && $0.quantity == nil })
    else { return }
    isNounMoved = true
    guard given.list.isEmpty else { return }
    let (start, end) = (tokens[moved].end, tokens[min(moved + 1, verb)].start)
    let text = sentence.units[start..<end]
    let first = text.lastIndex(where: sentence.isOf).map { $0 + 1 } ?? start
    guard let item = sentence.nounAtEnd(from: first, to: end) else { return }
    given.list = [GivenThing(item: item)]
  }

  /// 帐篷300顶是甲公司捐赠的: what was given stands before 是.
  private mutating func readTold() -> Bool {
    let end = tokens[verb].end
    guard frame.isBenefit, sentence.isBeforeOf(tokens[verb]), let first = subject.first,
      sentence.trimmed(end, sentence.places[clause].end) == nil,
      first.extent.start > sentence.places[clause].start, first.extent.end <= tokens[verb].start,
      sentence.rules.signs.copulas.contains(sentence.units[first.extent.start - 1])
    else { return false }
    let stop = before.first { tokens[$0].start >= first.extent.start } ?? verb
    given = sentence.things(from: before.lowerBound, clause: clause, before: stop, frame)
    return true
  }

  /// 运费全部免收, 学费全免: the dues stand before the verb.
  private func dueBefore() -> Event.Item? {
    guard let due = before.last, let noun = before.last(where: { tokens[$0].isWord(.thing) }),
      (noun..<due + 1).allSatisfy({ $0 == noun || tokens[$0].isLight }),
      sentence.rules.signs.dueEnds.contains(sentence.units[tokens[noun].end - 1])
    else { return nil }
    var first = noun
    while first > before.lowerBound, tokens[first - 1].isWord(.thing),
      sentence.joins(tokens[first - 1].end, tokens[first].start)
    { first -= 1 }
    return sentence.item(Extent(tokens[first].start, tokens[noun].end))
  }

  /// 将22套房卖给乙,价款4400万元; 地块由甲拿下,成交价9.8亿元: what the sum behind the verb is for
  /// stands before it.
  private mutating func readPriced() {
    guard frame.traits.contains(.stake) else { return }
    var (first, stop) = (before.lowerBound, verb)
    if let moved = before.last(where: { tokens[$0].isWord(.moved) }) {
      first = moved + 1
    } else if let by = before.first(where: { tokens[$0].isWord(.by) }) {
      stop = by
    } else {
      return
    }
    let things = sentence.things(from: first, clause: clause, before: stop, frame)
    guard things.list.count == 1, things.list[0].amount == nil else { return }
    given.list[0].quantity = things.list[0].quantity
    given.list[0].item = things.list[0].item
  }

  /// What stands before 由甲捐赠: in this clause, else in the one before.
  private mutating func readBefore(_ by: Int) {
    given = sentence.things(from: before.lowerBound, clause: clause, before: by, frame)
    guard given.list.isEmpty, clause > 0 else { return }
    let first = max(sentence.clauses[clause - 1].lowerBound, done)
    var start = by
    while start > first, tokens[start - 1].kind != .semicolon { start -= 1 }
    given = sentence.things(from: start, clause: clause, before: by, frame)
  }

  /// 为 between a sum and who gave it, at the end of a clause: 1000万元为甲基金会捐赠.
  private func isGiver(_ index: Int) -> Bool {
    guard tokens[index].isWord(.to),
      sentence.rules.signs.givers.contains(sentence.units[tokens[index].start]), subject.isEmpty,
      !(parties[.to] ?? []).isEmpty, index > before.lowerBound,
      tokens[verb].end == sentence.places[clause].end
    else { return false }
    return tokens[index - 1].kind == .amount || tokens[index - 1].kind == .quantity
  }

  private var isAtEnd: Bool { !(parties[.to] ?? []).isEmpty }

  /// 拖欠的工资9万元全部发给: so much of it stands before the verb and what it is, if that is enough.
  private mutating func readThingsBefore(_ isEnough: (GivenThing) -> Bool) {
    guard subject.isEmpty || subject.contains(where: { $0.mention == nil }),
      let number = before.first(where: {
        tokens[$0].kind == .amount || tokens[$0].kind == .quantity
      }), (number + 1..<verb).allSatisfy({ tokens[$0].isLight })
    else { return }
    let things = sentence.things(from: before.lowerBound, clause: clause, before: verb, frame)
    if things.list.contains(where: isEnough) { given = things }
  }

  /// 腾出两座仓库,无偿借给…: things of the clause before, which has no verb of events.
  private mutating func readEarlierThings() {
    guard clause > 0 else { return }
    defer { areThingsEarlier = !given.list.isEmpty }
    let upper = sentence.clauses[clause].lowerBound - 1
    guard tokens[upper].kind == .comma else { return }
    var start = upper
    while start > 0, tokens[start - 1].kind != .semicolon, tokens[start - 1].kind != .comma {
      start -= 1
      if tokens[start].isWord(.verb) || tokens[start].isWord(.plan) { return }
    }
    let moved = (start..<upper).last { tokens[$0].isWord(.moved) }
    given = sentence.things(
      from: moved.map { $0 + 1 } ?? start, clause: clause - 1, before: upper, frame,
      takesParties: moved != nil)
  }
}
