// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What is told behind the things: what all of them come to, who took them.
extension ClauseReading {
  /// 每户补助5000元,共30万元: to all together, where nobody else is named beside the one.
  mutating func readTotal() {
    guard let total = given.total, given.list.count == 1, subject.count <= 1, isForEach,
      (parties[.to] ?? []).count <= 1, (parties[.goal] ?? []).count <= 1,
      (parties[.object] ?? []).count <= 1
    else { return }
    given.list[0].amount = total
    (isEach, given.isEach) = (false, false)
  }

  var isForEach: Bool {
    isEach || given.isEach || given.isForEach
      || before.contains { sentence.isEachParty(tokens[$0]) }
  }

  /// 甲捐赠的10吨由乙签收: who signs for it receives.
  mutating func readSigner() {
    guard frame.roles[.goal] == .recipient, sentence.isAttributive(verb), !given.list.isEmpty,
      (parties[.goal] ?? []).isEmpty, (parties[.to] ?? []).isEmpty
    else { return }
    let range = sentence.clauses[clause]
    var own = clause
    var by = (verb + 1..<range.upperBound).first { tokens[$0].isWord(.by) }
    if by == nil, clause + 1 < sentence.clauses.count, !sentence.isFirst(clause + 1) {
      own = clause + 1
      by = sentence.clauses[own].first { tokens[$0].isWord(.by) }
    }
    guard let by, by + 1 < sentence.clauses[own].upperBound else { return }
    let (start, end) = (tokens[by].end, sentence.places[own].end)
    guard start < end,
      let place = sentence.rules.signs[.receipt].place(in: sentence.units[start..<end])
    else { return }
    let stop = (by + 1..<sentence.clauses[own].upperBound).first { tokens[$0].start >= place }
    signers = sentence.parties(
      by + 1..<(stop ?? sentence.clauses[own].upperBound), from: start, to: place, .goal)
    if !signers.isEmpty { parties[.goal] = signers }
  }

  /// 领到了|甲公司交来的|5万元: who gave it is said of the thing.
  mutating func readGiver() {
    let upper = sentence.clauses[clause].upperBound
    guard frame.traits.contains(.giver),
      let next = (verb + 1..<upper).first(where: { tokens[$0].isWord(.verb) }),
      sentence.isAttributive(next)
    else { return }
    let hasBy = tokens[verb + 1].isWord(.by)
    let first = hasBy ? verb + 2 : verb + 1
    guard first <= next else { return }
    let (start, end) = (tokens[first - 1].end, tokens[next].start)
    var found = sentence.parties(first..<next, from: start, to: end, .by)
    if found.isEmpty { found = meant(first..<next, from: start, to: end, .by) }
    guard !found.isEmpty else { return }
    (parties[.from], parties[.object]) = (found, nil)
    givingVerb = next
  }
}
