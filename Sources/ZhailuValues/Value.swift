// SPDX-License-Identifier: Apache-2.0

/// The types of records.
package enum MentionType: String, Sendable, CaseIterable {
  case organization, amount, quantity, date, number, ordinal, event
}

/// The normalized value of a mention: version 1 of the record contract.
package enum Value: Hashable, Sendable {
  case organization(OrganizationValue)
  case amount(AmountValue)
  case quantity(QuantityValue)
  case date(DateValue)
  case number(NumberValue)
  case ordinal(ExactDecimal)

  package enum Field: Hashable, Sendable {
    case text(String)
    case list([String])
  }

  /// The fields of the record's `value`, in the order in which they are written.
  package var fields: [(name: String, field: Field)] {
    switch self {
    case .organization(let value): value.fields
    case .amount(let value): value.fields
    case .quantity(let value): value.fields
    case .date(let value): value.fields
    case .number(let value): value.fields
    case .ordinal(let ordinal): [("ordinal", .text(ordinal.description))]
    }
  }
}

/// Collects fields, leaving out those that have no value.
struct FieldList {
  private(set) var fields: [(name: String, field: Value.Field)] = []

  mutating func add(_ name: String, _ text: String?) {
    if let text { fields.append((name, .text(text))) }
  }

  mutating func add(_ name: String, _ list: [String]) {
    if !list.isEmpty { fields.append((name, .list(list))) }
  }
}

package struct OrganizationValue: Hashable, Sendable {
  /// The canonical name: the longest form in the document.
  package var name: String
  package var kind: String
  /// The same for all mentions of one body in the document.
  package var entity: String

  package init(name: String, kind: String, entity: String = "") {
    self.name = name
    self.kind = kind
    self.entity = entity
  }

  var fields: [(name: String, field: Value.Field)] {
    [("name", .text(name)), ("kind", .text(kind)), ("entity", .text(entity))]
  }
}

/// Why a match has no value. The mention is reported and left out; nothing else is lost.
package struct NormalizationFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}
