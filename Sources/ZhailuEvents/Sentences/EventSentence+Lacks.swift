// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What an event needs and a draft has not.
extension EventSentence {
  /// What a draft has too little of.
  func lack(
    of draft: EventDraft, _ frame: EventFrame, verb: Int, isReceiving: Bool
  ) -> Refusal.Reason? {
    guard draft.has(frame.needs), !isVague(draft, frame, verb), !isService(draft, verb) else {
      return .nothing
    }
    if word(tokens[verb]).weight == .passing { return .nothing }
    if draft.things.isEmpty, frame.needs == .doer, !isLast(verb) { return .nothing }
    if frame.needs == .body, isOldBody(draft, verb) || isOfFramework(draft, verb) { return .noun }
    if frame.needs == .body, isGeneral(draft, verb) { return .nobody }
    if frame.needs == .body, isOfStake(verb) { return .noun }
    if isBareNoun(draft, verb) || isOfUnit(draft) || isOfCases(draft) { return .nothing }
    if isMeasure(draft, verb) { return .noun }
    if draft.actors.isEmpty, isReceiving || frame.traits.contains(.giver) { return .nobody }
    let isOfSomebody = !draft.actors.isEmpty || !draft.recipients.isEmpty
    return isOfSomebody || frame.needs == .body || isPulledDown(draft) ? nil : .nobody
  }

  /// 铁皮屋17间5月28日拆掉了: on a day that is told, by whomever.
  private func isPulledDown(_ draft: EventDraft) -> Bool {
    draft.kind == .demolition && draft.date != nil && draft.things.contains { $0.quantity != nil }
  }

  /// 新成立的甲公司, 村民李强开办的粮油行, 成立68年来: says which body it is, and not that it was set up.
  private func isOldBody(_ draft: EventDraft, _ verb: Int) -> Bool {
    if verb + 1 < tokens.count, tokens[verb + 1].kind == .date,
      tokens[verb + 1].start == tokens[verb].end,
      case .date(let value) = mentions[tokens[verb + 1].payload].value,
      value.kind == .duration
    {
      return true
    }
    guard isAttributive(verb), draft.date == nil else { return false }
    return draft.actors.allSatisfy { $0.source == .carried } || isVerbBehind(verb)
  }

  /// 村民李强开办的粮油行捐款5万元.
  private func isVerbBehind(_ verb: Int) -> Bool {
    tokens[(verb + 1)...].prefix { $0.kind != .comma && $0.kind != .semicolon }
      .contains { $0.isWord(.verb) }
  }

  /// 建立专业队伍,成立督查组: by nobody, at no time, and not said to be done.
  private func isGeneral(_ draft: EventDraft, _ verb: Int) -> Bool {
    guard draft.actors.isEmpty, draft.date == nil, let item = draft.things.first?.item,
      item.extent.start >= tokens[verb].end,
      let clause = clauses.firstIndex(where: { $0.contains(verb) })
    else { return false }
    return !isDone(verb, clause)
  }

  /// 将甲厂全部股权|挂牌: shares are put up, and no body is set up.
  private func isOfStake(_ verb: Int) -> Bool {
    verb > 0 && tokens[verb - 1].isWord(.stake) && tokens[verb - 1].end == tokens[verb].start
  }

  /// 建立省教委等部门联席会议制度, 开设学校账户: the name of a body begins that of something else.
  private func isOfFramework(_ draft: EventDraft, _ verb: Int) -> Bool {
    guard let item = draft.things.last?.item, item.extent.start >= tokens[verb].end,
      let place = places.first(where: { $0.contains(item.extent) })
    else { return false }
    let stop = tokens.first { $0.start >= item.extent.end && $0.isWord(.verb) }?.start ?? place.end
    let rest = units[item.extent.end..<max(item.extent.end, min(stop, place.end))]
    return rules.signs[.frameworkEnd].end(rest)
  }

  /// 派息0.42元, 分红一角七分: less than one of a currency is what a share or a day gets.
  private func isOfUnit(_ draft: EventDraft) -> Bool {
    guard draft.things.count == 1, draft.things[0].quantity == nil,
      let sum = draft.things[0].amount, case .amount(let value) = mentions[sum].value
    else { return false }
    return value.number.number?.hasPrefix("0.") ?? false
  }

  /// 赔付车险案件820件: how often it was paid, and not what.
  private func isOfCases(_ draft: EventDraft) -> Bool {
    draft.kind == .payment && !draft.things.isEmpty
      && draft.things.allSatisfy { thing in
        thing.amount == nil && thing.quantity != nil
          && thing.item.map { rules.signs[.frameworkEnd].end(FoldTable.fold($0.name)[...]) }
            ?? false
      }
  }

  /// 把电报送到军需部, 缴纳会费的人: no number, and nothing that a gift or a payment would name; but
  /// 把一双毡靴交给甲.
  private func isBareNoun(_ draft: EventDraft, _ verb: Int) -> Bool {
    guard !draft.things.isEmpty,
      draft.things.allSatisfy({ $0.amount == nil && $0.quantity == nil })
    else { return false }
    if draft.isNounMoved, word(tokens[verb]).weight == .hand,
      !rules.signs.has(.receiverEnd, units[tokens[verb].end - 1])
    {
      return !draft.things.contains { $0.item.map(isKnown) ?? false }
    }
    guard draft.kind == .payment, let item = draft.things.last?.item else { return false }
    let isOfOther = item.extent.end < extent.end && isOf(units[item.extent.end])
    return isAttributive(verb) || item.extent.start >= tokens[verb].end && isOfOther
  }

  /// 甲公司投资4.7亿元的工程昨日开工: says how big it is.
  private func isMeasure(_ draft: EventDraft, _ verb: Int) -> Bool {
    guard draft.kind == .investment, draft.things.count == 1, draft.recipients.isEmpty,
      let sum = draft.things[0].amount.map({ mentions[$0].extent }),
      tokens[verb].end <= sum.start, sum.end + 1 < extent.end, isOf(units[sum.end])
    else { return false }
    return CharacterClass.of(units[sum.end + 1]).meets(.han)
  }

  /// 甲公司复工, 甲公司复工了: nothing stands behind the verb.
  private func isLast(_ verb: Int) -> Bool {
    let end = tokens[verb].end
    guard let place = places.first(where: { $0.contains(tokens[verb].extent) })
    else { return false }
    return units[end..<place.end].allSatisfy({ rules.signs.has(.edge, $0) })
  }

  /// 下发通知3份, 退了两张票: what such a verb is about is no goods that are known, nor by weight.
  private func isVague(_ draft: EventDraft, _ frame: EventFrame, _ verb: Int) -> Bool {
    guard word(tokens[verb]).weight == .vague else { return false }
    if frame.needs == .target || frame.needs == .body {
      return !draft.actors.contains { $0.mention != nil }
    }
    if draft.things.contains(where: {
      $0.item.map(isKnown) ?? false || frame.traits.contains(.passesOn) && isWeighed($0)
    }) {
      return false
    }
    let hasSum = draft.has(.sum)
    guard frame.traits.contains(.stake) else { return !hasSum }
    // 向甲公司供应波纹管310套
    let isToBody =
      draft.kind == .sale && draft.recipients.contains { $0.mention != nil }
      && draft.things.contains { $0.quantity != nil && $0.item != nil }
    return !isToBody && (!hasSum || draft.recipients.isEmpty)
  }

  /// 茶馆提供茶叶: what is served is not given; but 向乙提供物资, 提供毛毯500条.
  private func isService(_ draft: EventDraft, _ verb: Int) -> Bool {
    draft.kind == .support && draft.recipients.isEmpty
      && draft.things.allSatisfy { $0.amount == nil && $0.quantity == nil }
      && rules.signs[.service].begin(units[tokens[verb].extent.range])
  }

  /// Whether all things are counts of goods that a lexicon has.
  func areKnownGoods(_ draft: EventDraft) -> Bool {
    !draft.things.isEmpty
      && draft.things.allSatisfy {
        $0.amount == nil && $0.quantity != nil && ($0.item.map(isKnown) ?? false)
      }
  }

  /// Whether a thing is one that a lexicon has, or a player.
  private func isKnown(_ item: Event.Item) -> Bool {
    isKnown(goods: item.name) || isPlayer(item)
  }

  /// Whether a noun ends in one for goods that a lexicon has.
  func isKnown(goods name: String) -> Bool {
    let units = FoldTable.fold(name)
    return units.withUnsafeBufferPointer { text in
      (0..<text.count).contains { place in
        var isThing = false
        rules.trie.forEachMatch(in: text, at: place) { number, end in
          if end == text.count, rules.words[number].wordClass == .thing { isThing = true }
        }
        return isThing
      }
    }
  }

  private func isPlayer(_ item: Event.Item) -> Bool {
    tokens.contains {
      $0.end == item.extent.start && $0.isWord(.party) && word($0).meaning == .player
    }
  }

  /// 引进前锋巴坎布: a player is bought, not imported.
  func isOfPlayer(_ draft: EventDraft) -> Bool {
    draft.things.contains { $0.item.map(isPlayer) ?? false }
  }
}
