// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Before the verb: what is given, 将80万元捐给X, and what a clause before brought up.
extension ClauseReading {
  /// 将80万元捐给X, 把68箱方便面送上堤; 轮椅28辆由X捐赠.
  mutating func readMoved() {
    if given.list.count == 1, given.list[0].quantity == nil, given.list[0].item == nil {
      return readPriced()
    }
    guard given.list.isEmpty else { return }
    if isBuilding, hasReceiver, let work = workBehind {
      given.list = [GivenThing(item: work)]
      return
    }
    if frame.traits.contains(.itemOfSum), let due = dueBefore() {
      given.list = [GivenThing(item: due)]
      isDueBefore = true
      if subject.isEmpty { readPayer(before: due.extent.start) }
      return
    }
    if let moved = before.last(where: { tokens[$0].isWord(.moved) }) {
      given = sentence.things(
        from: moved + 1, clause: clause, before: verb, frame, takesParties: true)
      readMovedNoun(behind: moved)
    } else if !readTold() {
      readUnmoved()
    }
    given.end = max(given.end, verb + 1)
  }

  /// 轮椅28辆由X捐赠, 茶饮20份送给社区: what stands before the verb without 将 or 把.
  private mutating func readUnmoved() {
    if !(parties[.by] ?? []).isEmpty {
      readBefore(before.first { tokens[$0].isWord(.by) } ?? verb)
    } else if let giver = before.first(where: isGiver) {
      // 1000万元为甲基金会捐赠.
      (parties[.by], parties[.to]) = (parties[.to], nil)
      readBefore(giver)
    } else if let receive = before.first(where: { tokens[$0].isWord(.receive) }) {
      // 关税317万元获海关免征.
      if isReceiving, frame.traits.contains(.itemOfSum) { readBefore(receive) }
    } else if let brought, hasReceiver || isGiving {
      given = sentence.things(from: brought, clause: clause, before: verb, frame)
    } else if !(parties[.goal] ?? []).isEmpty || isPaidIn
      || tokens[verb].kind == .word(.verb) && isAtEnd && (frame.needs != .body || isIntransitive)
    {
      // In 茶饮20份,240袋送给社区 the portions say what it is.
      readThingsBefore { $0.amount != nil || $0.quantity != nil && $0.item != nil }
      if given.list.isEmpty { readEarlierThings() }
      if given.list.isEmpty { readThingsBefore { $0.quantity != nil } }
    } else if !(parties[.object] ?? []).isEmpty, isMovedBefore || isAllOfIt {
      readEarlierThings()
    } else if isAllGiven {
      given = sentence.things(from: before.lowerBound, clause: clause, before: verb, frame)
    } else if isSettled {
      readThingsBefore { $0.amount != nil }
      if given.list.isEmpty { readEarlierSum() }
    }
  }

  /// 首笔赞助款400万元已打入|俱乐部账户
  private var isPaidIn: Bool {
    frame.traits.contains(.passesOn) && !(parties[.object] ?? []).isEmpty
      && sentence.rules.signs.has(.intoEnd, lastOfVerb(tokens[verb]))
  }

  /// 为学校捐建了|康复训练室
  private var workBehind: Event.Item? {
    sentence.nounAlone(from: tokens[verb].end, to: sentence.places[clause].end)
  }

  /// 余款200万元已付清: a verb that pays at the end of the clause.
  private var isSettled: Bool {
    let (start, end) = (tokens[verb].start, tokens[verb].end)
    return frame.traits.contains(.passesOn) && end == sentence.places[clause].end
      && sentence.rules.signs[.paying].begin(sentence.units[start..<end])
  }

  /// 班费结余1286元|全部|捐出: all of a sum before a verb of giving at the end of the clause.
  private var isAllGiven: Bool {
    guard frame.traits.contains(.passesOn), tokens[verb].end == sentence.places[clause].end,
      sentence.word(tokens[verb]).kind == .donation,
      let last = before.last, last > before.lowerBound,
      tokens[last].isWord(.adverb), tokens[last].end == tokens[verb].start,
      tokens[last - 1].kind == .amount, tokens[last - 1].end == tokens[last].start
    else { return false }
    return true
  }

  /// 开出50万元罚单,该公司已如数上缴: all of the one sum that the clause before brought up.
  private mutating func readEarlierSum() {
    guard !sentence.isFirst(clause) else { return }
    let sums = sentence.clauses[clause - 1].filter { tokens[$0].kind == .amount }
    // 租金92万元,甲公司一次性支付
    let isAtOnce =
      (before.last.map { tokens[$0].isWord(.adverb) } ?? false)
      && subject.contains { $0.mention != nil && $0.source == .subject }
      && sums.last.map { tokens[$0].end } == sentence.places[clause - 1].end
    guard sentence.isDone(verb, clause) || isAtOnce else { return }
    guard sums.count == 1, sums[0] >= done, !sentence.isRate(tokens[sums[0]]) else { return }
    given.list = [GivenThing(amount: tokens[sums[0]].payload)]
  }

  /// 将教科书3417册连同书橱18只,无偿移交乙: the clause before moves things and has no verb for them.
  private var isMovedBefore: Bool {
    clause > 0 && sentence.clauses[clause - 1].contains { tokens[$0].isWord(.moved) }
  }

  /// 收费4万元,已全数|退还家长: nothing but how it was done stands before the verb.
  private var isAllOfIt: Bool {
    !before.isEmpty && before.allSatisfy { tokens[$0].isWord(.adverb) } && isFirstWord(verb)
      && !(parties[.object] ?? []).contains { sentence.isLender($0) }
  }

  /// 送到, 发给: whether the verb itself says that somebody gets it.
  private var isGiving: Bool {
    sentence.rules.signs.has(.givingEnd, lastOfVerb(tokens[verb]))
  }

  private var hasReceiver: Bool {
    [.goal, .object, .to].contains { !(parties[$0] ?? []).isEmpty }
  }

  /// 把腾空的旧营房借给: a thing that no lexicon has, of which there is one.
  private mutating func readMovedNoun(behind moved: Int) {
    guard frame.isBenefit || frame.traits.contains(.stake),
      !(parties[.goal] ?? []).isEmpty || !(parties[.to] ?? []).isEmpty,
      given.list.allSatisfy({ $0.amount == nil && $0.quantity == nil })
    else { return }
    isNounMoved = true
    guard given.list.isEmpty, let item = movedNoun(behind: moved) else { return }
    given.list = [GivenThing(item: item)]
  }

  /// 旧营房 of 把腾空的旧营房借给: as far as the next word.
  func movedNoun(behind moved: Int) -> Event.Item? {
    // 将|旗下|酒店
    let isLed =
      moved + 1 < verb && tokens[moved + 1].isLight
      && tokens[moved + 1].start == tokens[moved].end
    let moved = isLed ? moved + 1 : moved
    let (start, end) = (tokens[moved].end, tokens[min(moved + 1, verb)].start)
    let text = sentence.units[start..<end]
    let of = text.lastIndex(where: sentence.isOf).map { $0 + 1 } ?? start
    let first = sentence.endOfArticle(from: of, to: end) ?? of
    // 将一辆|宝马|车变卖: a brand begins the noun.
    let isBrand = first == end && moved + 1 < verb && tokens[moved + 1].kind == .organization
    return sentence.nounAtEnd(from: first, to: isBrand ? tokens[verb].start : end)
  }

  /// 帐篷300顶是甲公司捐赠的: what was given stands before 是.
  private mutating func readTold() -> Bool {
    let end = tokens[verb].end
    guard frame.isBenefit, sentence.isBeforeOf(tokens[verb]), let first = subject.first,
      sentence.trimmed(end, sentence.places[clause].end) == nil,
      first.extent.start > sentence.places[clause].start, first.extent.end <= tokens[verb].start,
      sentence.rules.signs.has(.copula, sentence.units[first.extent.start - 1])
    else { return false }
    let stop = before.first { tokens[$0].start >= first.extent.start } ?? verb
    given = sentence.things(from: before.lowerBound, clause: clause, before: stop, frame)
    return true
  }

  /// 运费全部免收, 学费全免: the dues stand before the verb.
  private func dueBefore() -> Event.Item? {
    guard let due = before.last, let noun = before.last(where: { tokens[$0].isWord(.thing) }),
      (noun..<due + 1).allSatisfy({ $0 == noun || tokens[$0].isLight }),
      sentence.rules.signs.has(.dueEnd, sentence.units[tokens[noun].end - 1])
    else { return nil }
    var first = noun
    while first > before.lowerBound, tokens[first - 1].isWord(.thing),
      sentence.joins(tokens[first - 1].end, tokens[first].start)
    { first -= 1 }
    return sentence.item(Extent(tokens[first].start, tokens[noun].end))
  }

  /// 贫困生|学费|全免: who would pay the dues begins the clause, and is let off.
  private mutating func readPayer(before due: Int) {
    // Whoever lets off was named before; else it is a rule for all: 军人门票全免.
    guard !carried.isEmpty, parties[.to]?.isEmpty ?? true,
      let head = before.last(where: { tokens[$0].isWord(.party) && tokens[$0].end <= due }),
      due - tokens[head].end <= Self.longestOfDue,
      let extent = sentence.trimmed(start, tokens[head].end), extent.count <= Self.longestPayer,
      sentence.rules.signs.has(.personEnd, sentence.units[extent.end - 1])
    else { return }
    parties[.to] = [sentence.described(extent, .to)]
  }

  /// 2月份市话, and 灾区的贫困学生.
  private static let longestOfDue = 6
  private static let longestPayer = 12

  /// What stands before 由甲捐赠: in this clause, else in the one before.
  mutating func readBefore(_ by: Int) {
    given = sentence.things(from: before.lowerBound, clause: clause, before: by, frame)
    guard given.list.isEmpty, clause > 0, isFirstWord(by) else { return }
    let first = max(sentence.clauses[clause - 1].lowerBound, done)
    var start = by
    while start > first, tokens[start - 1].kind != .semicolon { start -= 1 }
    given = sentence.things(from: start, clause: clause, before: by, frame)
  }

  /// 帐篷300顶,全部|由甲捐赠: whether nothing but words of no weight stands before it in the clause.
  func isFirstWord(_ index: Int) -> Bool {
    var place = sentence.places[clause].start
    for token in tokens[sentence.clauses[clause].lowerBound..<index] {
      guard token.isLight, token.start - place <= 1 else { return false }
      place = token.end
    }
    return tokens[index].start - place <= 1
  }

  /// 为 between a sum and who gave it, at the end of a clause: 1000万元为甲基金会捐赠.
  private func isGiver(_ index: Int) -> Bool {
    guard tokens[index].isWord(.to),
      sentence.rules.signs.has(.giver, sentence.units[tokens[index].start]), subject.isEmpty,
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
      }), (number + 1..<verb).allSatisfy({ tokens[$0].isLight || isBeforeDate($0) })
    else { return }
    let things = sentence.things(from: before.lowerBound, clause: clause, before: verb, frame)
    if things.list.contains(where: isEnough) { given = things }
  }

  /// 于|5月14日.
  private func isBeforeDate(_ index: Int) -> Bool {
    tokens[index].isWord(.goal) && tokens[index + 1].kind == .date
      && tokens[index].end == tokens[index + 1].start
  }

  /// 腾出两座仓库,无偿借给…: things of the clause before, which has no verb of events.
  private mutating func readEarlierThings() {
    guard clause > 0 else { return }
    defer { areThingsEarlier = !given.list.isEmpty }
    let upper = sentence.clauses[clause].lowerBound - 1
    guard tokens[upper].kind == .comma else { return }
    var (start, first) = (upper, clause - 1)
    while start > 0, tokens[start - 1].kind != .semicolon {
      if tokens[start - 1].kind == .comma {
        guard addsThings(first) else { break }
        first -= 1
      }
      start -= 1
      // 捐赠电脑20台,价值5万元,并资助教师: what they were worth.
      if tokens[start].isWord(.verb) || tokens[start].isWord(.plan)
        || tokens[start].isWord(.worth) && sentence.places[first].start == tokens[start].start
      {
        return
      }
    }
    let moved = (start..<upper).last { tokens[$0].isWord(.moved) }
    given = sentence.things(
      from: moved.map { $0 + 1 } ?? start, clause: first, before: upper, frame,
      takesParties: moved != nil)
  }

  /// 把藏书1600册,|连同书柜6个|,一并捐给: a clause that adds to the things of the one before it.
  private func addsThings(_ clause: Int) -> Bool {
    clause > 0
      && sentence.rules.signs[.adding].begin(sentence.units[sentence.places[clause].range])
  }
}
