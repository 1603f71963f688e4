// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What the events of a sentence say of each other: shares of counts, sums of sums.
extension SentenceEvents {
  /// 复工166家企业,到岗1642名员工,分别占70%和72%: each share to its own count.
  mutating func bindShares() {
    guard
      let word = sentence.tokens.indices.last(where: { sentence.tokens[$0].isWord(.respectively) })
    else { return }
    let shares = sentence.tokens[word...].filter { sentence.quantity($0)?.unit == "%" }
    let counted = all.indices.filter {
      all[$0].quantity != nil && all[$0].verb.start < sentence.tokens[word].start
    }
    guard shares.count > 1, counted.count == shares.count else { return }
    for (index, share) in zip(counted, shares) { all[index].share = share.payload }
  }

  /// 捐款2000万元,其中1000万元捐给甲,1000万元捐给乙: the sum of two events is none of its own.
  mutating func dropTotals() {
    guard all.count > 2 else { return }
    dropTotalOfGivers()
    for index in all.indices.reversed()
    where all[index].recipients.allSatisfy({ $0.mention == nil }) {
      let whole = all[index]
      let parts = all[(index + 1)...].filter {
        $0.kind == whole.kind && !$0.recipients.isEmpty
          && $0.actors.map(\.name) == whole.actors.map(\.name)
      }
      guard parts.count > 1, let total = sum([whole]), total == sum(parts) else { continue }
      all.remove(at: index)
    }
  }

  /// 三家企业共捐款3000万元,甲、乙、丙各1000万元: what some gave together whom the pairs behind it name.
  private mutating func dropTotalOfGivers() {
    for index in all.indices.reversed()
    where !all[index].actors.isEmpty && all[index].actors.allSatisfy({ $0.mention == nil }) {
      let whole = all[index]
      let parts = all[(index + 1)...].prefix { $0.verb == whole.verb && $0.kind == whole.kind }
      guard parts.count > 1, let total = sum([whole]), total == sum(Array(parts)) else { continue }
      all.remove(at: index)
    }
  }

  /// What events come to together, in whole units; `nil` where one has no such sum.
  private func sum(_ events: [Event]) -> Int? {
    var total = 0
    for event in events {
      guard let index = event.amount, case .amount(let value) = sentence.mentions[index].value,
        let number = value.number.number.flatMap({ Int($0) })
      else { return nil }
      let (next, isTooMuch) = total.addingReportingOverflow(number)
      if isTooMuch { return nil }
      total = next
    }
    return total
  }
}

/// Sums for each, and what they come to, in clauses behind the one that says for whom.
extension SentenceEvents {
  /// 发放助学金,每人2000元,共发放10万元: what all of them got, in place of what each got.
  mutating func completeTotal(in clause: Int) -> Bool {
    guard let last = latest, last.isForEach, last.events.count == 1, clause > last.clause,
      clause - last.clause <= 2, !sentence.isFirst(clause), let event = last.events.first
    else { return false }
    let range = sentence.clauses[clause]
    guard let total = range.first(where: { sentence.tokens[$0].isWord(.total) }),
      let sum = range.last(where: { sentence.tokens[$0].kind == .amount }), total < sum,
      (total..<sum).allSatisfy({ $0 == total || isOfTotal(sentence.tokens[$0]) })
    else { return false }
    all[event].amount = sentence.tokens[sum].payload
    self.last?.isForEach = false
    return true
  }

  /// 共|发放|慰问金|20万元.
  private func isOfTotal(_ token: EventToken) -> Bool {
    token.isWord(.verb) || token.isWord(.money) || token.isWord(.thing) || token.isWord(.noun)
  }

  /// 颁发奖学金给30名学生,每人5000元: what each of them got of the money that has no sum as yet.
  mutating func giveEach(in clause: Int) -> Bool {
    guard let last = latest, last.frame.traits.contains(.passesOn), last.events.count == 1,
      clause == last.clause + 1, !sentence.isFirst(clause), let event = last.events.first,
      all[event].amount == nil, all[event].quantity == nil, all[event].recipients.count == 1,
      let money = all[event].item, sentence.isSum(money.extent),
      let (_, sum) = sentence.sumForEach(in: clause)
    else { return false }
    all[event].amount = sentence.tokens[sum].payload
    all[event].item = nil
    self.last = Telling(events: last.events, clause: clause, frame: last.frame, isForEach: true)
    return true
  }
}
