// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// How well output agrees with gold, seen from every side.
package struct Score: Sendable {
  package let documentCount: Int
  /// Documents of the output that were left out, for the gold does not know them.
  package let unknownDocuments: [String]
  /// The types that gold or output have, then micro and macro.
  package let types: [TypeScore]
  package let fields: [FieldScore]
  package let rules: [RuleScore]
  package let entities: EntityScore
  package let events: EventScore

  package init(_ comparison: Comparison, bootstrap: Bootstrap = Bootstrap()) {
    let table = TallyTable(comparison)
    let scopes = table.types.map(Scope.type) + [.micro, .macro]
    documentCount = comparison.documents.count
    unknownDocuments = comparison.unknownDocuments
    types = scopes.map { table.score(of: $0, bootstrap: bootstrap) }
    fields = FieldScore.all(comparison)
    rules = RuleScore.all(comparison)
    entities = EntityScore(comparison)
    events = EventScore(comparison)
  }

  package subscript(_ scope: Scope) -> TypeScore? { types.first { $0.scope == scope } }
}
