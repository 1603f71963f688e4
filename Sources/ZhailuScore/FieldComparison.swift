// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuValues

/// One field of the values of two mentions that are held against each other.
package struct FieldComparison: Sendable, Equatable {
  package let name: String
  package let isEqual: Bool

  /// The fields that count, by name.
  ///
  /// Organizations are compared by `name` and `kind` alone: an `entity` is a mere label, scored
  /// by clusters. `dimension` and `evidence` count only where the gold has them.
  package static func all(gold: Record, found: Record) -> [FieldComparison] {
    names(gold: gold, found: found).map { name in
      FieldComparison(
        name: name, isEqual: isEqual(gold.value[name], found.value[name], field: name))
    }
  }

  /// The names of the fields that differ; empty where the values are equal.
  package static func differences(gold: Record, found: Record) -> [String] {
    all(gold: gold, found: found).filter { !$0.isEqual }.map(\.name)
  }

  private static func names(gold: Record, found: Record) -> [String] {
    if gold.type == .organization { return ["kind", "name"] }
    let optional: Set = ["dimension", "evidence", "entity"]
    let further = found.value.names.filter { !optional.contains($0) }
    return Set(gold.value.names.filter { $0 != "entity" }).union(further).sorted()
  }

  private static func isEqual(
    _ gold: Record.Fields.Field?, _ found: Record.Fields.Field?, field: String
  ) -> Bool {
    switch (gold, found) {
    // Gold says that the currency is implied; output says by what, `implied: 捐款`.
    case (.text(let gold), .text(let found)) where field == "evidence":
      gold == found || found.hasPrefix("\(gold):")
    // What else a date may be, in any order.
    case (.list(let gold), .list(let found)): gold.sorted() == found.sorted()
    default: gold == found
    }
  }
}
