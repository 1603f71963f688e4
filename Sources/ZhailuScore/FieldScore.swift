// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// How often one field of the value is right, where the place is: `item` in 50 of 60 quantities.
package struct FieldScore: Sendable, Hashable {
  package let type: MentionType
  package let field: String
  /// The pairs of which either side has the field.
  package let compared: Int
  package let right: Int

  package var accuracy: Double? { ratio(right, compared) }

  /// By type, then by name.
  package static func all(_ comparison: Comparison) -> [FieldScore] {
    comparison.types.flatMap { type in
      let pairs = comparison.documents.flatMap { $0.mentions[type]?.pairs ?? [] }
      let fields = pairs.filter(\.isExact).flatMap {
        FieldComparison.all(gold: $0.gold, found: $0.found)
      }
      return Dictionary(grouping: fields, by: \.name).sorted { $0.key < $1.key }.map {
        name, fields in
        FieldScore(
          type: type, field: name, compared: fields.count, right: fields.count(where: \.isEqual))
      }
    }
  }
}
