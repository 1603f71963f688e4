// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

extension EventFrame {
  /// Whether its verbs give, lend or let off: who got the one may get the other.
  var isBenefit: Bool {
    traits.contains(.passesOn) || traits.contains(.itemOfSum) || traits.contains(.lender)
  }
}

/// What earlier clauses say of a verb: that it is planned or ordered, and with whom a contract is.
extension EventReader {
  /// 将联合组成检查组,对28所学校进行抽查: a clause that goes on with a plan, without a subject of its
  /// own, a date, or a word that it was done.
  mutating func goesOnPlanning(_ index: Int, _ clause: Int, _ isLater: Bool) -> Bool {
    guard let planned, clause - planned <= 1, !sentence.isFirst(clause) else { return false }
    if planned == clause { return !isDone(index, clause) }
    let before = sentence.clauses[clause].lowerBound..<index
    let tellsAnew = before.contains { place in
      let token = sentence.tokens[place]
      return token.kind == .date || token.isWord(.lead) || token.isWord(.by)
    }
    guard !isLater, !isDone(index, clause), !tellsAnew,
      ownSubject(index, clause)?.isEmpty ?? true
    else { return false }
    return true
  }

  /// 已支付, 曾捐款, 捐了.
  private func isDone(_ index: Int, _ clause: Int) -> Bool {
    let tokens = sentence.tokens
    let signs = sentence.rules.signs
    if signs.finished.contains(sentence.units[tokens[index].end - 1]) { return true }
    return (sentence.clauses[clause].lowerBound..<index).contains { place in
      guard tokens[place].isWord(.adverb) else { return false }
      return sentence.units[tokens[place].start..<tokens[place].end]
        .contains(where: signs.done.contains)
    }
  }

  /// Whether what the veto of a plan saw goes on behind the clause: 拟, 计划, 承诺, not 累计 nor 是否.
  func isOpenPlan(_ index: Int, _ clause: Int) -> Bool {
    sentence.clauses[clause].contains { place in
      guard place < index else { return false }
      let token = sentence.tokens[place]
      return isFuture(place)
        || token.isWord(.plan)
          && sentence.units[token.start..<token.end]
            .contains(where: sentence.rules.signs.planned.contains)
    }
  }

  /// 将联合组成检查组: a clause without a verb of events that tells what will be.
  func tellsFuture(of clause: Int) -> Bool {
    sentence.clauses[clause].contains { isFuture($0) }
  }

  /// 将投资, 将联合检查, 将对商户抽查; not 将80万元捐给.
  func isFuture(_ index: Int) -> Bool {
    let tokens = sentence.tokens
    guard tokens[index].isWord(.moved), index + 1 < tokens.count,
      tokens[index + 1].start == tokens[index].end,
      sentence.rules.signs.futures.contains(sentence.units[tokens[index].start])
    else { return false }
    let next = tokens[index + 1]
    if next.isPreposition { return true }
    switch next.kind {
    case .word(.adverb), .word(.joint), .word(.free), .word(.each), .word(.respectively):
      return true
    default: return false
    }
  }

  /// 判决如下:一、甲公司支付货款5万元: behind the colon stands what is to be done.
  func isOrdered(_ clause: Int) -> Bool {
    for earlier in (0..<clause).reversed() {
      let place = sentence.places[earlier]
      guard sentence.units[place.end] == 0x3A else { continue }
      if sentence.rules.signs.orders.place(in: sentence.units[place.start..<place.end]) != nil {
        return true
      }
    }
    return false
  }

  /// 每年补助5万元: what comes again is no single gift.
  func isHabit(_ kind: String, _ index: Int, _ clause: Int) -> Bool {
    switch kind {
    case "donation", "support", "payment", "purchase", "investment", "loan": break
    default: return false
    }
    return (sentence.clauses[clause].lowerBound..<index).contains { place in
      let token = sentence.tokens[place]
      // 以每日600元租用: the rate is none.
      guard token.kind == .date, sentence.tokens[place + 1].kind != .amount,
        case .date(let value) = sentence.mentions[token.payload].value
      else { return false }
      return value.kind == .set
    }
  }

  /// 下发通知3份, 退了两张票: what such a verb is about is no goods that are known.
  func isVague(_ draft: EventDraft, _ frame: EventFrame, _ verb: Int) -> Bool {
    guard sentence.word(sentence.tokens[verb]).weight == .vague else { return false }
    if frame.needs == .target || frame.needs == .body {
      return !draft.actors.contains { $0.mention != nil }
    }
    if draft.things.contains(where: { $0.item.map(isGoods) ?? false }) { return false }
    let hasSum = draft.has(.sum)
    guard frame.traits.contains(.stake) else { return !hasSum }
    return !hasSum || draft.recipients.isEmpty
  }

  /// Whether a thing is one that a lexicon has, or a player.
  private func isGoods(_ item: Event.Item) -> Bool {
    let units = FoldTable.fold(item.name)
    let isKnown = units.withUnsafeBufferPointer { text in
      (0..<text.count).contains { place in
        var isThing = false
        sentence.rules.trie.forEachMatch(in: text, at: place) { number, end in
          if end == text.count, sentence.rules.words[number].wordClass == .thing { isThing = true }
        }
        return isThing
      }
    }
    return isKnown || isPlayer(item)
  }

  private func isPlayer(_ item: Event.Item) -> Bool {
    sentence.tokens.contains {
      $0.end == item.extent.start && $0.isWord(.party) && sentence.word($0).meaning == .player
    }
  }

  /// 引进前锋巴坎布: a player is bought, not imported.
  func isOfPlayer(_ draft: EventDraft) -> Bool {
    draft.things.contains { $0.item.map(isPlayer) ?? false }
  }

  // MARK: Contracts

  /// 甲与乙签约,出资10亿元: with whom.
  mutating func notePartner(of clause: Int) {
    let joins = sentence.clauses[clause].contains { index in
      isBody(index) && sentence.tokens[index].start > 0
        && sentence.rules.signs.withs.contains(sentence.units[sentence.tokens[index].start - 1])
    }
    guard joins, !subject.isEmpty else { return }
    let place = sentence.places[clause]
    let units = sentence.units[place.start..<place.end]
    guard let sign = sentence.rules.signs.contracts.place(in: units),
      let with = units[..<sign].lastIndex(where: sentence.rules.signs.withs.contains)
    else { return }
    let range = sentence.clauses[clause].filter {
      sentence.tokens[$0].start > with && sentence.tokens[$0].end <= sign
    }
    guard let first = range.first, let last = range.last(where: isBody),
      sentence.tokens[first].start == with + 1
    else { return }
    let second = sentence.group(endingAt: last, in: first..<last + 1, .carried)
    let names = Set(second.map(\.name))
    contract = (subject.filter { !names.contains($0.name) }, second, clause)
  }

  private func isBody(_ index: Int) -> Bool { sentence.tokens[index].kind == .organization }

  /// Of two that signed, who does not act receives.
  func takePartner(
    _ draft: inout EventDraft, _ frame: EventFrame, _ clause: Int, _ isReceiving: Bool
  ) {
    guard let contract, clause > contract.clause, clause - contract.clause <= 2, !isReceiving,
      draft.recipients.isEmpty, !draft.things.isEmpty, !draft.actors.isEmpty,
      !draft.actors.contains(where: { $0.source != .carried && $0.mention == nil })
    else { return }
    switch draft.kind {
    case "payment", "investment", "loan", "purchase", "sale", "support": break
    default: return
    }
    let actors = Set(draft.actors.map(\.name))
    if actors.isSubset(of: Set(contract.first.map(\.name))) {
      draft.recipients = contract.second.map(ClauseReading.carried)
    } else if draft.kind == "loan", actors.isSubset(of: Set(contract.second.map(\.name))) {
      draft.recipients = contract.first.map(ClauseReading.carried)
    }
  }
}
