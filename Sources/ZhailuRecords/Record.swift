// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// One line of output, version 1 of the contract: a mention or an event, its place and its value.
package struct Record: Sendable, Equatable {
  /// The fields of `value`, in the order in which they are written.
  package struct Fields: Sendable, Equatable {
    package typealias Field = Value.Field

    private enum Source: Sendable {
      case value(Value)
      case list([(name: String, field: Field)])
    }

    private let source: Source

    package init(_ fields: [(name: String, field: Field)]) { source = .list(fields) }

    /// The fields of a value, which are read out of it only when they are asked for.
    package init(_ value: Value) { source = .value(value) }

    package var list: [(name: String, field: Field)] {
      switch source {
      case .value(let value): value.fields
      case .list(let list): list
      }
    }

    package func read(_ read: Value.FieldReader) {
      switch source {
      case .value(let value): value.readFields(read)
      case .list(let list): for (name, field) in list { read(name, field) }
      }
    }

    package var names: [String] { list.map(\.name) }

    /// The first of a name; there are few, so that looking through them is quick.
    package subscript(_ name: String) -> Field? { list.first { $0.name == name }?.field }

    package static func == (left: Self, right: Self) -> Bool {
      let (left, right) = (left.list, right.list)
      return left.elementsEqual(right) { $0.name == $1.name && $0.field == $1.field }
    }

    package func text(_ name: String) -> String? {
      if case .text(let text) = self[name] { return text }
      return nil
    }

    package func list(_ name: String) -> [String]? {
      if case .list(let list) = self[name] { return list }
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
  /// Which of the events of one place it is, from 1; no two other records of a type share a place.
  package var ordinal = 1

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

  /// `page-1:12-18:amount`; of the second event of a place `page-1:12-40:event~2`.
  package var id: String {
    let id = Self.id(document, span, type)
    return ordinal > 1 ? "\(id)~\(ordinal)" : id
  }

  /// The id of the record of a mention, which events name. An event has several, so that it is made at
  /// once and not piece by piece.
  package static func id(_ document: String, _ span: Span, _ type: MentionType) -> String {
    var (document, type) = (document, type.rawValue)
    guard span.start >= 0, span.end >= 0 else {
      return "\(document):\(span.start)-\(span.end):\(type)"
    }
    return document.withUTF8 { document in
      type.withUTF8 { type in
        String(unsafeUninitializedCapacity: document.count + type.count + 41) { bytes in
          guard let start = bytes.baseAddress else { return 0 }
          var end = start
          func write(_ byte: Unicode.Scalar) {
            end[0] = UInt8(ascii: byte)
            end += 1
          }
          func write(_ text: UnsafeBufferPointer<UInt8>) {
            if let first = text.baseAddress { end.update(from: first, count: text.count) }
            end += text.count
          }
          write(document)
          write(":")
          end += JSONWriter.write(UInt(span.start), to: end)
          write("-")
          end += JSONWriter.write(UInt(span.end), to: end)
          write(":")
          write(type)
          return end - start
        }
      }
    }
  }
}
