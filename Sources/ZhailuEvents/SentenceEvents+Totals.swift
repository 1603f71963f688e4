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
