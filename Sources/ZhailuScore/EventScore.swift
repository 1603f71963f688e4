// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// Who did what for whom: by single arguments, and by events right in every argument.
package struct EventScore: Sendable, Hashable {
  package let gold: Int
  package let found: Int
  package let arguments: Counts
  package let whole: Counts
  package let kinds: [Kind]

  /// How good the events of one kind are.
  package struct Kind: Sendable, Hashable {
    package let kind: String
    package let arguments: Counts
    package let whole: Counts
  }

  package init(_ comparison: Comparison) {
    let documents = comparison.documents
    let pairs = documents.flatMap(\.events.pairs)
    let golds = pairs.map(\.gold) + documents.flatMap(\.events.missed)
    let founds = pairs.map(\.found) + documents.flatMap(\.events.spurious)
    gold = golds.count
    found = founds.count
    arguments = Counts(
      right: pairs.reduce(0) { $0 + $1.equalCount }, found: Self.argumentCount(founds),
      gold: Self.argumentCount(golds))
    whole = Counts(right: pairs.count(where: \.isWhole), found: founds.count, gold: golds.count)
    kinds = Self.kinds(of: golds + founds).map { kind in
      func isKind(_ record: Record) -> Bool { record.value.text("kind") == kind }
      let own = pairs.filter { isKind($0.gold) }
      let (golds, founds) = (golds.filter(isKind), founds.filter(isKind))
      return Kind(
        kind: kind,
        arguments: Counts(
          right: own.reduce(0) { $0 + $1.equalCount }, found: Self.argumentCount(founds),
          gold: Self.argumentCount(golds)),
        whole: Counts(
          right: own.count(where: \.isWhole), found: founds.count, gold: golds.count))
    }
  }

  /// The kinds in these records, the most frequent first.
  private static func kinds(of records: [Record]) -> [String] {
    var counts: [String: Int] = [:]
    for record in records { counts[record.value.text("kind") ?? "", default: 0] += 1 }
    return counts.keys.sorted { (-counts[$0, default: 0], $0) < (-counts[$1, default: 0], $1) }
  }

  private static func argumentCount(_ events: [Record]) -> Int {
    events.reduce(0) { $0 + $1.arguments.count }
  }
}
