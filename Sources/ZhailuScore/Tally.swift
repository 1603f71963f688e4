// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// What counts as found right.
package enum Measure: String, Sendable, CaseIterable {
  /// The same place.
  case strict
  /// The same place and the same value.
  case value
  /// A character in common with its partner.
  case overlap
}

/// Right, wrong and missing, and what follows from them.
package struct Counts: Hashable, Sendable {
  package let truePositives: Int
  package let falsePositives: Int
  package let falseNegatives: Int

  /// Of `found` things, and of `gold` that were to be found, `right` were right.
  package init(right: Int, found: Int, gold: Int) {
    truePositives = right
    falsePositives = found - right
    falseNegatives = gold - right
  }

  package var rates: Rates {
    let found = truePositives + falsePositives
    let gold = truePositives + falseNegatives
    return Rates(
      precision: ratio(truePositives, found), recall: ratio(truePositives, gold),
      f1: ratio(2 * truePositives, found + gold))
  }
}

/// Precision, recall and their harmonic mean; `nil` where nothing was found or nothing was there.
package struct Rates: Hashable, Sendable {
  package let precision: Double?
  package let recall: Double?
  package let f1: Double?

  package init(precision: Double?, recall: Double?, f1: Double?) {
    self.precision = precision
    self.recall = recall
    self.f1 = f1
  }
}

/// A share, or `nil` of nothing.
func ratio(_ part: Int, _ whole: Int) -> Double? {
  whole == 0 ? nil : Double(part) / Double(whole)
}

/// The mentions of one type, counted in a document or in many: tallies add up.
package struct Tally: Hashable, Sendable {
  package private(set) var gold = 0
  package private(set) var found = 0
  /// Pairs with one place, of these those of one value, and pairs that share a character.
  private(set) var exact = 0
  private(set) var equal = 0
  private(set) var overlapping = 0

  package init() {}

  package init(_ alignment: Alignment) {
    let exactPairs = alignment.pairs.filter(\.isExact)
    gold = alignment.pairs.count + alignment.missed.count
    found = alignment.pairs.count + alignment.spurious.count
    exact = exactPairs.count
    equal = exactPairs.count {
      FieldComparison.differences(gold: $0.gold, found: $0.found).isEmpty
    }
    overlapping = alignment.pairs.count
  }

  package subscript(_ measure: Measure) -> Counts {
    let right =
      switch measure {
      case .strict: exact
      case .value: equal
      case .overlap: overlapping
      }
    return Counts(right: right, found: found, gold: gold)
  }

  package static func += (left: inout Tally, right: Tally) {
    left.gold += right.gold
    left.found += right.found
    left.exact += right.exact
    left.equal += right.equal
    left.overlapping += right.overlapping
  }

  /// The sum of tallies.
  package static func sum(_ tallies: some Sequence<Tally>) -> Tally {
    tallies.reduce(into: Tally()) { $0 += $1 }
  }
}
