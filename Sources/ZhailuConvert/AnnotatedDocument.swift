// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// A text with its mentions: what every format holds, in its own way.
package struct AnnotatedDocument: Sendable, Equatable {
  package let id: String
  package let text: String
  /// In the order of the records.
  package var annotations: [Annotation]

  package init(id: String, text: String, annotations: [Annotation]) {
    self.id = id
    self.text = text
    self.annotations = annotations
  }

  var scalars: [Unicode.Scalar] { Array(text.unicodeScalars) }

  /// A draft of gold: without the rule and the article of output, and without what follows from the unit.
  package var asGold: AnnotatedDocument {
    AnnotatedDocument(
      id: id, text: text,
      annotations: annotations.map { annotation in
        Annotation(
          type: annotation.type, span: annotation.span,
          value: annotation.value.filter { $0.name != "dimension" })
      })
  }
}

/// A mention or an event: its type, its place, and all that a record says of it.
package struct Annotation: Sendable, Equatable {
  package let type: Label
  package let span: Span
  package let value: [JSON.Member]
  /// What stands beside the value: the rule, the article.
  package let rule: String?
  package let article: String?

  package init(
    type: Label, span: Span, value: [JSON.Member], rule: String? = nil, article: String? = nil
  ) {
    self.type = type
    self.span = span
    self.value = value
    self.rule = rule
    self.article = article
  }

  /// All but type and place, for formats that have room for a note.
  var note: JSON {
    let members: [JSON.Member?] = [
      JSON.Member("value", .object(value)), rule.map { JSON.Member("rule", .string($0)) },
      article.map { JSON.Member("article", .string($0)) },
    ]
    return .object(members.compactMap { $0 })
  }

  /// With what a note says; without one with the little that is known.
  init(type: Label, span: Span, text: String, note: JSON?) {
    self.init(
      type: type, span: span,
      value: note?["value"]?.members
        ?? (type == .organization ? [JSON.Member("name", .string(text))] : []),
      rule: note?["rule"]?.text, article: note?["article"]?.text)
  }
}

/// The types of records, with the labels that they have elsewhere.
package enum Label: String, Sendable, CaseIterable {
  case organization, amount, quantity, date, number, ordinal, event

  /// As other tools call it.
  package var name: String {
    switch self {
    case .organization: "ORG"
    case .amount: "MONEY"
    case .quantity: "QUANTITY"
    case .date: "DATE"
    case .number: "NUMBER"
    case .ordinal: "ORDINAL"
    case .event: "EVENT"
    }
  }

  /// A label by its name, our own or another tool's.
  package init?(name: some StringProtocol) {
    switch name.uppercased() {
    case "ORG", "ORGANIZATION", "ORGANISATION", "NT", "COMPANY", "GOVERNMENT": self = .organization
    case "MONEY", "AMOUNT": self = .amount
    case "QUANTITY", "PERCENT": self = .quantity
    case "DATE", "TIME", "DURATION", "SET": self = .date
    case "NUMBER", "CARDINAL": self = .number
    case "ORDINAL": self = .ordinal
    case "EVENT": self = .event
    default: return nil
    }
  }
}

/// What could not be converted, and where; the rest is.
package struct ConvertFault: Error, Sendable, Equatable, CustomStringConvertible {
  package let place: String
  package let reason: String

  package init(_ place: String, _ reason: String) {
    self.place = place
    self.reason = reason
  }

  package var description: String { "\(place): \(reason)" }
}

/// Documents that were read, and what was not.
package struct ConvertResult: Sendable {
  package var documents: [AnnotatedDocument] = []
  package var faults: [ConvertFault] = []
  package init() {}
}
