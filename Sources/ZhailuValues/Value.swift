// SPDX-License-Identifier: Apache-2.0

/// The normalized value of a mention: version 1 of the record contract.
///
/// It is `indirect`, so that a mention that is handed on costs one count and not that of each text in it.
package indirect enum Value: Hashable, Sendable {
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

  /// Hears of the fields of a value, one after the other.
  package typealias FieldReader = (_ name: String, _ field: Field) -> Void

  /// Reads out the fields of the record's `value`, in the order in which they are written. Those
  /// that have no value are left out.
  package func readFields(_ read: FieldReader) {
    switch self {
    case .organization(let value): value.readFields(read)
    case .amount(let value): value.readFields(read)
    case .quantity(let value): value.readFields(read)
    case .date(let value): value.readFields(read)
    case .number(let value): value.readFields(read)
    case .ordinal(let ordinal): read("ordinal", .text(ordinal.description))
    }
  }

  package var fields: [(name: String, field: Field)] {
    var fields: [(name: String, field: Field)] = []
    readFields { fields.append(($0, $1)) }
    return fields
  }
}

package struct OrganizationValue: Hashable, Sendable {
  /// The canonical name: the longest form in the document.
  package var name: String
  package var kind: BodyKind
  /// The same for all mentions of one body in the document.
  package var entity: String
  /// What a lexicon says is the full name, until the names of the document are joined.
  package var full: String?

  package init(name: String, kind: BodyKind, entity: String = "", full: String? = nil) {
    self.name = name
    self.kind = kind
    self.entity = entity
    self.full = full
  }

  func readFields(_ read: Value.FieldReader) {
    read("name", .text(name))
    read("kind", .text(kind.rawValue))
    read("entity", .text(entity))
  }
}

/// Why a match has no value. The mention is reported and left out; nothing else is lost.
package struct NormalizationFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  package init(_ description: String) { self.description = description }
}
