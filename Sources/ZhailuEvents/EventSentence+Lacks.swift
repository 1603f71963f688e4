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
    guard draft.has(frame.needs), !isVague(draft, frame, verb) else { return .nothing }
    if word(tokens[verb]).weight == .passing { return .nothing }
    if draft.things.isEmpty, frame.needs == .doer, !isLast(verb) { return .nothing }
    if frame.needs == .body, isOldBody(draft, verb) { return .noun }
    if draft.actors.isEmpty, isReceiving || frame.traits.contains(.giver) { return .nobody }
    return draft.actors.isEmpty && draft.recipients.isEmpty && frame.needs != .body ? .nobody : nil
  }

  /// 新成立的甲公司, 成立68年来: says which body it is, and not that it was set up.
  private func isOldBody(_ draft: EventDraft, _ verb: Int) -> Bool {
    if verb + 1 < tokens.count, tokens[verb + 1].kind == .date,
      tokens[verb + 1].start == tokens[verb].end,
      case .date(let value) = mentions[tokens[verb + 1].payload].value,
      value.kind == .duration
    {
      return true
    }
    return isAttributive(verb) && draft.date == nil
      && draft.actors.allSatisfy { $0.source == .carried }
  }

  /// 甲公司复工, 甲公司复工了: nothing stands behind the verb.
  private func isLast(_ verb: Int) -> Bool {
    let end = tokens[verb].end
    guard let place = places.first(where: { $0.contains(tokens[verb].extent) })
    else { return false }
    return units[end..<place.end].allSatisfy({ rules.signs.has(.edge, $0) })
  }

  /// 下发通知3份, 退了两张票: what such a verb is about is no goods that are known.
  private func isVague(_ draft: EventDraft, _ frame: EventFrame, _ verb: Int) -> Bool {
    guard word(tokens[verb]).weight == .vague else { return false }
    if frame.needs == .target || frame.needs == .body {
      return !draft.actors.contains { $0.mention != nil }
    }
    if draft.things.contains(where: { $0.item.map(isKnown) ?? false }) { return false }
    let hasSum = draft.has(.sum)
    guard frame.traits.contains(.stake) else { return !hasSum }
    return !hasSum || draft.recipients.isEmpty
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
    let units = FoldTable.fold(item.name)
    let isThing = units.withUnsafeBufferPointer { text in
      (0..<text.count).contains { place in
        var isThing = false
        rules.trie.forEachMatch(in: text, at: place) { number, end in
          if end == text.count, rules.words[number].wordClass == .thing { isThing = true }
        }
        return isThing
      }
    }
    return isThing || isPlayer(item)
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
