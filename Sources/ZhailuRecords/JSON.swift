// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A value of JSON whose objects keep the order of their keys, and whose numbers stay text.
///
/// Foundation's decoder sorts neither and keeps neither; a record that is read and written again
/// must be the same bytes.
package indirect enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As it is written: 12, 0.5.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package let name: String
    package let value: JSON

    package init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }

    /// By bytes, as `JSON`.
    package static func == (left: Member, right: Member) -> Bool {
      left.name.isSame(as: right.name) && left.value == right.value
    }
  }

  /// Texts are compared by their bytes: é is not e and an accent after it.
  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.isSame(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  package static func object(_ members: (String, JSON)...) -> JSON {
    .object(members.map { Member($0.0, $0.1) })
  }

  /// An object with the keys of `other` too; of two values the other's.
  package func adding(_ other: JSON) -> JSON {
    guard let members, let others = other.members else { return other }
    return .object(members.filter { other[$0.name] == nil } + others)
  }

  package static func int(_ number: Int) -> JSON { .number("\(number)") }

  package subscript(_ name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name.isSame(as: name) }?.value
  }

  package var text: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  package var int: Int? {
    if case .number(let number) = self { return Int(number) }
    return nil
  }

  package var elements: [JSON]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  package var members: [Member]? {
    if case .object(let members) = self { return members }
    return nil
  }

  /// For people: text as it is, lists with 、 between.
  package var shown: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let text), .string(let text): text
    case .array(let elements): elements.map(\.shown).joined(separator: "、")
    case .object(let members):
      members.map { "\($0.name) \($0.value.shown)" }.joined(separator: ", ")
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral members: (String, JSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension JSONWriter {
  package mutating func value(_ value: JSON) {
    switch value {
    case .null: literal("null")
    case .bool(let isTrue): literal(isTrue ? "true" : "false")
    case .number(let text): literal(text)
    case .string(let text): string(text)
    case .array(let elements):
      array { json in for element in elements { json.value(element) } }
    case .object(let members):
      object { json in
        for member in members {
          json.key(member.name)
          json.value(member.value)
        }
      }
    }
  }
}
