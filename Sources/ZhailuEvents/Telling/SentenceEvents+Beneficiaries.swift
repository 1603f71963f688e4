// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom a clause without an event names who gets what was given before.
extension SentenceEvents {
  /// 放出2270万元,惠及83户: who receives, in a clause of its own; 惠及农户4万户 names the farmers.
  mutating func readBeneficiaries(of clause: Int) {
    let range = sentence.clauses[clause]
    guard let last = latest, clause - last.clause <= 2,
      last.events.allSatisfy({ all[$0].recipients.isEmpty })
    else { return }
    if clause == last.clause + 1, let helped = helped(in: clause, last.frame) {
      for index in last.events { all[index].recipients = helped }
      return
    }
    guard
      let goal = range.first(where: { sentence.tokens[$0].isWord(.goal) }),
      sentence.tokens[goal].start - sentence.places[clause].start <= 1,
      sentence.rules.signs[.benefit].begin(sentence.units[sentence.tokens[goal].start...])
    else { return }
    let behind = goal + 1..<range.upperBound
    var found = sentence.parties(
      behind, from: sentence.tokens[goal].end, to: sentence.places[clause].end, .goal)
    if behind.count == 2, let noun = behind.first, sentence.tokens[noun].isWord(.party),
      sentence.countsParties(sentence.tokens[noun + 1]),
      sentence.tokens[noun].end == sentence.tokens[noun + 1].start
    {
      found = [sentence.described(sentence.tokens[noun].extent, .goal)]
    }
    for index in last.events { all[index].recipients = found }
  }

  /// 捐款15万元,为养老院换了锅炉; 发放贷款5300万元,支持32家企业: for whom it was given, at the head of
  /// the next clause.
  private func helped(in clause: Int, _ frame: EventFrame) -> [Event.Party]? {
    let range = sentence.clauses[clause]
    let (start, end) = (sentence.places[clause].start, sentence.places[clause].end)
    guard frame.isBenefit || frame.traits.contains(.lender), frame.needs != .body,
      start < end
    else { return nil }
    let help =
      sentence.beginsWithHelp(clause)
      ? sentence.rules.signs[.help].length(at: sentence.units[start..<end]) : 0
    var (first, place) = (range.lowerBound, start + help)
    if help == 0 {
      guard let to = range.first, sentence.tokens[to].isWord(.to),
        sentence.tokens[to].start == start
      else { return nil }
      (first, place) = (to + 1, sentence.tokens[to].end)
    } else {
      while first < range.upperBound, sentence.tokens[first].start < place { first += 1 }
    }
    let stop = endOfParty(from: first, in: range)
    guard first < stop else { return nil }
    // 帮助缺水的十二个乡打井
    if stop == first + 1, case let count = sentence.tokens[first],
      sentence.countsSettlements(count),
      let extent = sentence.trimmed(place, sentence.endOfItem(count, to: end))
    {
      return [sentence.described(extent, .goal)]
    }
    let limit = stop < range.upperBound ? sentence.tokens[stop].start : end
    let found = sentence.parties(first..<stop, from: place, to: limit, .goal)
    return found.isEmpty || found.contains(where: tellsAct) ? nil : found
  }

  /// 三安村修建了小学: whom, and what was done for them.
  private func tellsAct(_ party: Event.Party) -> Bool {
    party.mention == nil
      && sentence.units[party.extent.range].contains { sentence.rules.signs.has(.finished, $0) }
  }

  /// The token behind those for one party, or for some that are joined.
  private func endOfParty(from first: Int, in range: Range<Int>) -> Int {
    var stop = first
    while stop < range.upperBound, isOfParty(sentence.tokens[stop]) {
      if stop > first, case let gap = (sentence.tokens[stop - 1].end, sentence.tokens[stop].start),
        gap.0 < gap.1, !sentence.joins(gap.0, gap.1), !sentence.isOf(sentence.units[gap.0]),
        sentence.tokens[stop - 1].kind != .quantity
      {
        break
      }
      stop += 1
    }
    return stop
  }

  private func isOfParty(_ token: EventToken) -> Bool {
    switch token.kind {
    case .organization, .word(.party), .word(.place), .word(.body), .word(.pronoun): true
    case .quantity: countsHelped(token)
    default: sentence.isJoiner(token)
    }
  }

  /// 拨款800万元,支援受灾的村民重建房屋: whether a verb names only whom the gift before it helps.
  mutating func namesHelped(_ verb: Int, _ clause: Int) -> Bool {
    let start = sentence.places[clause].start
    guard let last = latest, clause == last.clause + 1, sentence.tokens[verb].start == start,
      sentence.beginsWithHelp(clause),
      last.events.allSatisfy({ all[$0].recipients.isEmpty }),
      !sentence.clauses[clause].contains(where: { isNumber(sentence.tokens[$0]) }),
      let helped = helped(in: clause, last.frame)
    else { return false }
    for index in last.events { all[index].recipients = helped }
    return true
  }

  private func isNumber(_ token: EventToken) -> Bool {
    token.kind == .amount
      || token.kind == .quantity && !countsHelped(token)
  }

  private func countsHelped(_ token: EventToken) -> Bool {
    sentence.countsParties(token) || sentence.countsSettlements(token)
  }
}
