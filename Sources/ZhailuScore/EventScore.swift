// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract

/// Who did what for whom: by single arguments, and by events right in every argument.
package struct EventScore: Sendable, Hashable {
  package let gold: Int
  package let found: Int
  package let arguments: Counts
  package let whole: Counts

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
  }

  private static func argumentCount(_ events: [Record]) -> Int {
    events.reduce(0) { $0 + $1.arguments.count }
  }
}
