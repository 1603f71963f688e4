// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Two that sign a contract: who goes on acting, and who receives.
extension EventReader {
  /// 甲与乙签约,出资10亿元: with whom.
  mutating func notePartner(of clause: Int) {
    let joins = sentence.clauses[clause].contains { index in
      isBody(index) && sentence.tokens[index].start > 0
        && sentence.rules.signs.withs.contains(sentence.units[sentence.tokens[index].start - 1])
    }
    guard joins, !subject.isEmpty else { return }
    let place = sentence.places[clause]
    let units = sentence.units[place.start..<place.end]
    guard let sign = sentence.rules.phrases.contracts.place(in: units),
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
  func takePartner(_ draft: inout EventDraft, _ clause: Int, _ isReceiving: Bool) {
    guard let contract, clause > contract.clause, clause - contract.clause <= 2, !isReceiving,
      draft.kind.isContracted, draft.recipients.isEmpty, !draft.things.isEmpty,
      !draft.actors.isEmpty,
      !draft.actors.contains(where: { $0.source != .carried && $0.mention == nil })
    else { return }
    let actors = Set(draft.actors.map(\.name))
    if actors.isSubset(of: Set(contract.first.map(\.name))) {
      draft.recipients = contract.second.map(ClauseReading.carried)
    } else if draft.kind == .loan, actors.isSubset(of: Set(contract.second.map(\.name))) {
      draft.recipients = contract.first.map(ClauseReading.carried)
    }
  }

  /// 甲与乙签约,出资10亿元: of who signs the first one goes on acting. Who was carried over, as
  /// 公司 is, stands outside of the clause: what is between him and the next one says nothing.
  mutating func keepFirstSide(of clause: Int) {
    notePartner(of: clause)
    let place = sentence.places[clause]
    let signs = sentence.rules.signs
    guard subject.count > 1,
      sentence.rules.phrases.contracts.place(in: sentence.units[place.start..<place.end]) != nil
    else { return }
    for index in subject.indices.dropLast() where subject[index].extent.start >= place.start {
      let (end, start) = (subject[index].extent.end, subject[index + 1].extent.start)
      guard end <= start, start <= place.end,
        sentence.units[end..<start].contains(where: signs.withs.contains)
      else { continue }
      subject = Array(subject[...index])
      return
    }
  }
}
