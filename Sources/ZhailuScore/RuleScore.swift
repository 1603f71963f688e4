// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuValues

/// What one rule contributes: how much of it is right, and how much of the gold it finds.
package struct RuleScore: Sendable, Hashable {
  package let rule: String
  package let type: MentionType
  package let found: Int
  /// At the right place; an event: with a partner.
  package let placed: Int
  /// And with the right value; an event: right as a whole.
  package let right: Int
  /// The gold of the type.
  package let gold: Int

  package var placePrecision: Double? { ratio(placed, found) }
  package var valuePrecision: Double? { ratio(right, found) }
  /// The share of the type's gold that the rule finds at its place.
  package var goldShare: Double? { ratio(placed, gold) }

  /// By type, then by name. Records without a rule are the rule `(none)`.
  package static func all(_ comparison: Comparison) -> [RuleScore] {
    let (placed, right) = partners(comparison)
    let gold = Dictionary(grouping: comparison.documents.flatMap(\.gold), by: \.type)
    let found = Dictionary(grouping: comparison.documents.flatMap(\.found)) { Key($0) }
    return found.keys.sorted().map { key in
      RuleScore(
        rule: key.rule, type: key.type, found: found[key]?.count ?? 0, placed: placed[key] ?? 0,
        right: right[key] ?? 0, gold: gold[key.type]?.count ?? 0)
    }
  }

  private struct Key: Hashable, Comparable {
    let type: MentionType
    let rule: String

    init(_ record: Record) {
      type = record.type
      rule = record.rule ?? "(none)"
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.type.index, left.rule) < (right.type.index, right.rule)
    }
  }

  private static func partners(
    _ comparison: Comparison
  ) -> (placed: [Key: Int], right: [Key: Int]) {
    var placed: [Key: Int] = [:]
    var right: [Key: Int] = [:]
    for document in comparison.documents {
      for pair in document.mentions.values.flatMap(\.pairs) where pair.isExact {
        placed[Key(pair.found), default: 0] += 1
        guard FieldComparison.differences(gold: pair.gold, found: pair.found).isEmpty else {
          continue
        }
        right[Key(pair.found), default: 0] += 1
      }
      for pair in document.events.pairs {
        placed[Key(pair.found), default: 0] += 1
        if pair.isWhole { right[Key(pair.found), default: 0] += 1 }
      }
    }
    return (placed, right)
  }
}
