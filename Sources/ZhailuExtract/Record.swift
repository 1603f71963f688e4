// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// One line of output, version 1 of the contract: a mention or an event, its place and its value.
package struct Record: Sendable, Equatable {
  /// The fields of `value`, in the order in which they are written.
  package struct Fields: Sendable, Equatable {
    package typealias Field = Value.Field
    package private(set) var names: [String]
    private var values: [String: Field]

    package init(_ fields: [(name: String, field: Field)]) {
      names = fields.map(\.name)
      values = Dictionary(fields.map { ($0.name, $0.field) }) { first, _ in first }
    }

    package subscript(_ name: String) -> Field? { values[name] }

    package func text(_ name: String) -> String? {
      if case .text(let text) = values[name] { return text }
      return nil
    }

    package func list(_ name: String) -> [String]? {
      if case .list(let list) = values[name] { return list }
      return nil
    }
  }

  package let document: String
  package let article: String?
  package let type: MentionType
  package let text: String
  package let span: Span
  package let value: Fields
  /// The rule that made it; gold has none.
  package let rule: String?

  package init(
    document: String, article: String?, type: MentionType, text: String, span: Span,
    value: Fields, rule: String?
  ) {
    self.document = document
    self.article = article
    self.type = type
    self.text = text
    self.span = span
    self.value = value
    self.rule = rule
  }

  /// `page-1:12-18:amount`.
  package var id: String { "\(document):\(span.start)-\(span.end):\(type.rawValue)" }
}
