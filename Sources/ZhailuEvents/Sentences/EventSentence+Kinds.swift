// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What kind of event a verb tells: by itself, by a verb behind it, by what is given and by whom.
extension EventSentence {
  /// The kind of event that a verb tells, and the verbs behind it that say so for it: 进行|捐赠.
  func kind(of index: Int, _ range: Range<Int>) -> (kind: EventKind, skipped: Range<Int>)? {
    let verb = word(tokens[index])
    guard let own = verb.kind else { return nil }
    guard verb.isLight else { return (own, 0..<0) }
    if let next = nextVerb(after: index, range) {
      return word(tokens[next.upperBound - 1]).kind.map { ($0, next) }
    }
    return (own == .support && isOfLoan(index) ? .loan : own, 0..<0)
  }

  /// What is handed out: 免费提供 makes it a gift, 补偿款 something that was owed.
  func kindOfGift(_ kind: EventKind, _ index: Int, _ range: Range<Int>) -> EventKind {
    if let own = kindOfMoney(index, range, kind) { return own }
    return (kind == .support || kind == .sale) && isFree(index, range) ? .donation : kind
  }

  /// 领到|甲公司垫付的|5万元: how it was given says what it was.
  func kindOfGiving(_ reading: ClauseReading) -> EventKind? {
    reading.givingVerb.flatMap { word(tokens[$0]).kind }
  }

  /// 免费提供, 无偿发放: what is handed out for nothing is a gift.
  private func isFree(_ index: Int, _ range: Range<Int>) -> Bool {
    (word(tokens[index]).isLight || word(tokens[index]).kind == .sale)
      && range.contains { $0 < index && tokens[$0].isWord(.free) }
  }

  /// What the parties and things of a draft say of its kind, step by step.
  func settleKind(of draft: inout EventDraft, _ frame: EventFrame, _ verb: Int) {
    if frame.traits.contains(.stake), draft.kind == .purchase, isStake(draft) {
      draft.kind = .acquisition
    }
    if draft.kind == .acquisition, isGoods(draft) { draft.kind = .purchase }
    if draft.kind == .payment, isStake(draft) { draft.kind = .sale }
    if draft.kind == .import, isOfPlayer(draft) { draft.kind = .purchase }
    // Public money supports, it does not invest.
    if frame.traits.contains(.funds), isPublic(draft) { draft.kind = .support }
    // 拿出200元给老汉
    if draft.kind == .investment, draft.recipients.first?.source == .goal,
      rules.signs[.brought].begin(units[draft.verb.range])
    {
      draft.kind = .donation
    }
    giveOn(&draft, frame)
    if draft.kind == .payment, frame.traits.contains(.funds) {
      draft.kind = kindOfSpending(draft, verb)
    }
    if let kind = kindOfMoneyBefore(draft, verb) { draft.kind = kind }
    settleGift(&draft, verb)
  }

  /// Gifts, support and payments tell themselves apart by who gives what to whom, step by step.
  private func settleGift(_ draft: inout EventDraft, _ verb: Int) {
    // 向村民投下食品1.2吨: what is brought to somebody.
    if draft.kind == .investment, !draft.recipients.isEmpty, areKnownGoods(draft) {
      draft.kind = isOfState(draft) ? .support : .donation
    }
    let isHanded =
      word(tokens[verb]).weight == .hand || tokens[verb].isWord(.to) || isCarrying(verb)
    // 派发口罩2万个: goods are handed out, not paid.
    if draft.kind == .payment, isHanded, areKnownGoods(draft) { draft.kind = .donation }
    if draft.kind == .donation, isHanded, isOfState(draft) { draft.kind = .support }
    if draft.kind == .donation, isCarrying(verb), isOf(.military, draft) { draft.kind = .support }
    // 把5万元打进县慈善总会账户: money to those who collect gifts.
    if draft.kind == .payment, word(tokens[verb]).weight != .plain,
      draft.recipients.contains(where: isCharity)
    {
      draft.kind = .donation
    }
    // 筹款3.5万元交到法院: what courts get is owed.
    if draft.kind == .donation, draft.has(.sum), !draft.recipients.isEmpty,
      draft.recipients.allSatisfy({ kind(of: $0) == .judicial })
    {
      draft.kind = .payment
    }
    // 肉贩老郝出了5000元: what a person puts up is a gift.
    if draft.kind == .support, word(tokens[verb]).weight == .bare, isOfPerson(draft) {
      draft.kind = .donation
    }
    // 财政局将奖补资金60万元转给村里
    if draft.kind == .payment, word(tokens[verb]).weight == .vague, isOfState(draft),
      hasGrant(verb)
    {
      draft.kind = .support
    }
    // 法院把拍卖款86万元发给工人: what courts hand over was owed.
    if draft.kind == .support || draft.kind == .donation, draft.has(.sum), isOf(.judicial, draft),
      !hasGrant(verb)
    {
      draft.kind = .payment
    }
    // 甲公司运来大米5吨, 空运排水泵26台, 无偿调拨水泥20吨: what firms bring, and what they give for nothing,
    // is a gift.
    let isBrought =
      isCarrying(verb) || isFreely(verb)
      || word(tokens[verb]).weight == .vague && areKnownGoods(draft)
    if draft.kind == .support, isBrought, isOf(.company, draft) { draft.kind = .donation }
  }

  private func isOfPerson(_ draft: EventDraft) -> Bool {
    guard let actor = draft.actors.first, draft.actors.count == 1, actor.mention == nil else {
      return false
    }
    return isTitledPerson(actor.extent) || isPersonName(actor.extent)
  }

  /// 县慈善总会, 红十字会: a body that collects gifts.
  private func isCharity(_ party: Event.Party) -> Bool {
    party.mention != nil
      && rules.signs[.charity].place(in: FoldTable.fold(party.name)[...]) != nil
  }

  /// 无偿|调拨: directly before the verb.
  private func isFreely(_ verb: Int) -> Bool {
    verb > 0 && tokens[verb - 1].isWord(.free) && tokens[verb - 1].end == tokens[verb].start
  }

  /// 发放司法救助金72万元: in the clause of the verb stands money that helps.
  private func hasGrant(_ verb: Int) -> Bool {
    guard let clause = clauses.first(where: { $0.contains(verb) }) else { return false }
    return tokens[clause].contains {
      ($0.isWord(.money) || $0.isWord(.thing)) && word($0).kind != nil && word($0).kind != .payment
    }
  }

  /// 运来, 送去: a verb of carrying, and not 赠送.
  private func isCarrying(_ verb: Int) -> Bool {
    rules.signs.has(.carrying, units[tokens[verb].start])
  }

  private func isOf(_ kind: BodyKind, _ draft: EventDraft) -> Bool {
    !draft.actors.isEmpty && draft.actors.allSatisfy { self.kind(of: $0) == kind }
  }

  private func kind(of party: Event.Party) -> BodyKind? {
    guard let mention = party.mention, case .organization(let value) = mentions[mention].value
    else { return nil }
    return value.kind
  }

  /// 购买…2.5%的股份, 将股份转给: shares of a firm, by the word that stands there as the item.
  private func isStake(_ draft: EventDraft) -> Bool {
    guard let item = draft.things.first?.item else { return false }
    return tokens.contains { $0.isWord(.stake) && $0.extent == item.extent } || isStake(item)
  }

  /// 收购玉米300吨, 收购古籍300册: goods by their weight or by the piece are no shares and no firms.
  private func isGoods(_ draft: EventDraft) -> Bool {
    guard let thing = draft.things.first, let mention = thing.quantity,
      case .quantity(let value) = mentions[mention].value
    else { return false }
    if isWeighed(thing) { return true }
    guard value.dimension == "count", let item = thing.item, !isStake(draft) else { return false }
    return !rules.signs.partyUnits.contains(value.unit) && !isBody(item)
  }

  /// 大米5吨, 酒精200升.
  func isWeighed(_ thing: GivenThing) -> Bool {
    guard let mention = thing.quantity, case .quantity(let value) = mentions[mention].value else {
      return false
    }
    return value.dimension == "mass" || value.dimension == "volume"
  }

  /// 花14.8万元买了台车, 花800万元建起食堂, 花50元吃了午饭: what the money was for.
  private func kindOfSpending(_ draft: EventDraft, _ verb: Int) -> EventKind {
    guard let sum = draft.things.first?.amount.map({ mentions[$0].extent }),
      let place = places.first(where: { $0.contains(sum) }), tokens[verb].end <= sum.start
    else { return draft.kind }
    let text = units[sum.end..<place.end].prefix(Self.longestUse)
    if text.contains(where: { rules.signs.has(.buying, $0) }) { return .purchase }
    return rules.signs[.work].place(in: text) == nil ? draft.kind : .investment
  }

  /// 给妻子买了一条.
  private static let longestUse = 8

  /// 为医院添置救护车两辆: what is bought for somebody is given, 向乙购买 is not.
  private func giveOn(_ draft: inout EventDraft, _ frame: EventFrame) {
    guard frame.traits.contains(.onTheWay), draft.kind == .purchase,
      let receiver = draft.recipients.first, receiver.source == .to,
      let to = tokens.last(where: { $0.isWord(.to) && $0.end <= receiver.extent.start }),
      let kind = word(to).kind,
      !rules.signs[.kin].end(units[receiver.extent.range])
    else { return }
    draft.kind = isOfState(draft) ? .support : kind
  }

  /// 省人民政府送来帐篷2000顶: what the state hands over is no gift.
  func isOfState(_ draft: EventDraft) -> Bool {
    if isPublic(draft) { return true }
    return isOf(.government, draft)
  }

  /// 市财政拿出3200万元: public money.
  func isPublic(_ draft: EventDraft) -> Bool {
    guard let actor = draft.actors.first else { return false }
    // 湖州市财政 is the name of a body, 市财政 is none.
    if actor.mention != nil { return endsInState(actor.extent) }
    return tokens.contains { token in
      token.end == actor.extent.end && token.isWord(.party)
        && word(token).meaning == .state
    }
  }

  private func nextVerb(after index: Int, _ range: Range<Int>) -> Range<Int>? {
    var next = index + 1
    while next < range.upperBound {
      let token = tokens[next]
      if token.isWord(.verb) {
        if word(token).isLight { return nil }
        let noun = noun(from: next, range)
        return frame(tokens[noun.upperBound - 1]).isBenefit ? noun : nil
      }
      if token.isPreposition || token.isWord(.receive) || token.isWord(.goal) { return nil }
      next += 1
    }
    return nil
  }

  /// 农机购置补贴, 出口信贷: of verbs side by side in a noun the last is what it is.
  private func noun(from index: Int, _ range: Range<Int>) -> Range<Int> {
    var last = index
    while last + 1 < range.upperBound, tokens[last + 1].isWord(.verb),
      tokens[last + 1].start == tokens[last].end,
      !word(tokens[last + 1]).isLight
    { last += 1 }
    return index..<last + 1
  }
}
