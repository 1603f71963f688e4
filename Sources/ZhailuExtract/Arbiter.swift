// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Decides which candidates own their text: one total order over all candidates of all types.
///
/// 1. The longer mention wins: 1月25日 over 25.
/// 2. Of equal mentions, the one that read more context: 超过【40亿元】 over 【40亿元】.
/// 3. Then the earlier in the text.
/// 4. Then the rule of the earlier stage.
/// 5. Then the one with more slots filled: it says more.
/// 6. Then the rule whose name comes first.
///
/// A candidate that overlaps one before it in this order loses to it.
struct Arbiter {
  let rules: RuleSet

  func arbitrate(_ candidates: inout [Candidate], length: Int) {
    let order = candidates.indices.sorted { precedes(candidates[$0], candidates[$1]) }
    // Who owns each unit of the text. Mentions are short, so the work is linear in the text.
    var owners = [Int32](repeating: -1, count: length)
    for index in order {
      let extent = candidates[index].extent
      if let owner = extent.range.first(where: { owners[$0] >= 0 }).map({ owners[$0] }) {
        candidates[index].outcome = .lost(to: Int(owner))
      } else {
        for place in extent.range { owners[place] = Int32(index) }
      }
    }
  }

  /// For each place whether a candidate that won holds it.
  static func taken(by candidates: [Candidate], length: Int) -> [Bool] {
    var taken = [Bool](repeating: false, count: length)
    for candidate in candidates {
      guard case .won = candidate.outcome else { continue }
      for place in candidate.extent.range { taken[place] = true }
    }
    return taken
  }

  private func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    if left.extent.count != right.extent.count { return left.extent.count > right.extent.count }
    if left.context.count != right.context.count {
      return left.context.count > right.context.count
    }
    if left.extent.start != right.extent.start { return left.extent.start < right.extent.start }
    let (a, b) = (rules.units[left.unit].rule, rules.units[right.unit].rule)
    if a.stage != b.stage { return a.stage < b.stage }
    return left.slots != right.slots ? left.slots > right.slots : a.id < b.id
  }
}
