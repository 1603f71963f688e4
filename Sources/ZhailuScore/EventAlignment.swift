// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// One argument of an event: `recipient` is 石景山区红十字会.
package struct EventArgument: Hashable, Sendable {
  package let role: String
  package let value: String

  package static let roles = [
    "actor", "recipient", "amount", "currency", "quantity", "unit", "item", "date",
  ]
}

extension Record {
  /// The arguments of an event, in no order; actors and recipients by their canonical names.
  package var arguments: Set<EventArgument> {
    var arguments: Set<EventArgument> = []
    for role in EventArgument.roles {
      switch value[role] {
      case .text(let text): arguments.insert(EventArgument(role: role, value: text))
      case .list(let list):
        for text in list { arguments.insert(EventArgument(role: role, value: text)) }
      case nil: break
      }
    }
    return arguments
  }
}

/// Which event of the gold a found one stands for, one to one, in one document.
///
/// Both are of one kind, and have an argument in common. Pairs with the most equal arguments go
/// first, then those with the fewest others, then those whose places share most.
package struct EventAlignment: Sendable {
  package struct Pair: Sendable {
    package let gold: Record
    package let found: Record
    package let equalCount: Int
    /// The roles whose arguments differ; none where the events are equal as a whole.
    package let differences: [String]
    let otherCount: Int

    init(gold: Record, found: Record) {
      let (left, right) = (gold.arguments, found.arguments)
      let others = left.symmetricDifference(right)
      self.gold = gold
      self.found = found
      equalCount = left.intersection(right).count
      otherCount = others.count
      differences = EventArgument.roles.filter { role in others.contains { $0.role == role } }
    }

    package var isWhole: Bool { otherCount == 0 }
  }

  package let pairs: [Pair]
  package let missed: [Record]
  package let spurious: [Record]

  package init(gold: [Record], found: [Record]) {
    let gold = gold.sorted(by: Record.precedes)
    let found = found.sorted(by: Record.precedes)
    let pairing = GreedyPairing(
      gold: gold.count, found: found.count, best: Self.candidates(gold, found))
    pairs = pairing.pairs.map { Pair(gold: gold[$0.gold], found: found[$0.found]) }
    missed = pairing.missed.map { gold[$0] }
    spurious = pairing.spurious.map { found[$0] }
  }

  /// The better candidate first.
  private static func candidates(
    _ gold: [Record], _ found: [Record]
  ) -> [(gold: Int, found: Int)] {
    var candidates: [(gold: Int, found: Int, pair: Pair, shared: Int)] = []
    for (left, event) in gold.enumerated() {
      for (right, other) in found.enumerated() where event.value["kind"] == other.value["kind"] {
        let pair = Pair(gold: event, found: other)
        guard pair.equalCount > 0 || pair.isWhole else { continue }
        let shared = event.span.sharedCount(with: other.span)
        candidates.append((left, right, pair, shared))
      }
    }
    return candidates.sorted { left, right in
      (-left.pair.equalCount, left.pair.otherCount, -left.shared, left.gold, left.found)
        < (-right.pair.equalCount, right.pair.otherCount, -right.shared, right.gold, right.found)
    }.map { ($0.gold, $0.found) }
  }
}
