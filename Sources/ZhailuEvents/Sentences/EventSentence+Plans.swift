// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What is only planned or ordered, by the words of a clause and of those before it.
extension EventSentence {
  /// 已支付, 曾捐款, 捐了.
  func isDone(_ verb: Int, _ clause: Int) -> Bool {
    let signs = rules.signs
    if signs.has(.finished, units[tokens[verb].end - 1]) { return true }
    return (clauses[clause].lowerBound..<verb).contains { place in
      guard tokens[place].isWord(.adverb) else { return false }
      return units[tokens[place].start..<tokens[place].end]
        .contains(where: { signs.has(.done, $0) })
    }
  }

  /// Whether what the veto of a plan saw goes on behind the clause: 拟, 计划, 承诺, not 累计 nor 是否.
  func isOpenPlan(_ verb: Int, _ clause: Int) -> Bool {
    clauses[clause].contains { place in
      guard place < verb else { return false }
      let token = tokens[place]
      return isFuture(place)
        || token.isWord(.plan)
          && units[token.start..<token.end]
            .contains(where: { rules.signs.has(.planned, $0) })
    }
  }

  /// 将联合组成检查组: a clause without a verb of events that tells what will be.
  func tellsFuture(of clause: Int) -> Bool {
    clauses[clause].contains { isFuture($0) }
  }

  /// 将投资, 将联合检查, 将对商户抽查; not 将80万元捐给.
  func isFuture(_ index: Int) -> Bool {
    guard tokens[index].isWord(.moved), index + 1 < tokens.count,
      tokens[index + 1].start == tokens[index].end,
      rules.signs.has(.future, units[tokens[index].start])
    else { return false }
    let next = tokens[index + 1]
    if next.isPreposition { return true }
    if movesThings(index) { return false }
    switch next.kind {
    case .word(.adverb), .word(.joint), .word(.free), .word(.each), .word(.respectively):
      return true
    default: return false
    }
  }

  /// 将首批筹得的300万元汇给, 将全部物资送到: what is moved stands before the verb.
  private func movesThings(_ index: Int) -> Bool {
    var hasThing = false
    for next in index + 1..<tokens.count {
      switch tokens[next].kind {
      case .amount, .quantity, .word(.thing):
        // 将联合组成3个组: a verb that no lexicon has.
        let start = tokens[next].start
        guard tokens[next - 1].end == start || isOf(units[start - 1]) else { return false }
        hasThing = true
      case .word(.stake): hasThing = true
      case .comma, .semicolon: return false
      case .word(.via) where hasThing || movesNoun(index, to: next):
        // 将所持股权以5亿元转让给
        return tokens[next...].first { $0.isWord(.verb) || $0.kind == .comma }?.isWord(.verb)
          ?? false
      case .word(.verb):
        if hasThing || movesNoun(index, to: next) { return true }
        guard isAttributive(next) || isNominal(next) else { return false }
      default: if tokens[next].isPreposition || tokens[next].isWord(.plan) { return false }
      }
    }
    return false
  }

  /// 将旗下酒店转让给, 将旗下酒店以5亿元转让给: a noun of no lexicon before `stop` is moved to who stands behind
  /// the verb.
  private func movesNoun(_ index: Int, to stop: Int) -> Bool {
    let last = tokens[stop - 1]
    guard last.isLight, last.start == tokens[index].end,
      (2...Self.longestMoved).contains(tokens[stop].start - last.end),
      let verb = tokens[stop...].first(where: { $0.isWord(.verb) || $0.kind == .comma }),
      verb.isWord(.verb)
    else { return false }
    return frame(verb).traits.contains(.stake)
      && rules.signs.has(.givingEnd, units[verb.end - 1])
  }

  private static let longestMoved = 12

  /// 《办法》规定,市财政补助企业5万元: what is to be; but 按规定,市财政补助企业5万元.
  func isRuled(_ clause: Int) -> Bool {
    (0..<min(clause, Self.farthestRuling)).contains { earlier in
      let place = places[earlier]
      return rules.signs[.ruling].end(units[place.start..<place.end])
        && !clauses[earlier].contains { tokens[$0].isWord(.via) }
    }
  }

  /// 对首次认定的企业,给予奖励10万元; 对新建的,补助5万元: what whoever is such will get, on no day.
  func isForCases(_ clause: Int) -> Bool {
    guard !tokens.contains(where: { $0.kind == .date }) else { return false }
    return (max(0, clause - Self.farthestRuling)...clause).contains { earlier in
      let text = units[places[earlier].range]
      guard rules.signs[.ruled].begin(text) else {
        return earlier < clause && text.last.map(isOf) ?? false
          && text.first.map { rules.signs.has(.target, $0) } ?? false
      }
      return !text.contains { rules.signs.has(.finished, $0) }
    }
  }

  /// Behind so many clauses a sentence may say that it tells a rule.
  private static let farthestRuling = 2

  /// 判决如下:一、甲公司支付货款5万元: behind the colon stands what is to be done.
  func isOrdered(_ clause: Int) -> Bool {
    for earlier in (0..<clause).reversed() {
      let place = places[earlier]
      guard units[place.end] == Mark.colon else { continue }
      if rules.signs[.order].place(in: units[place.start..<place.end]) != nil {
        return true
      }
    }
    return false
  }
}
