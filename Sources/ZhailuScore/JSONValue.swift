// SPDX-License-Identifier: Apache-2.0

/// A piece of JSON, so that a report's keys are written where its format is described.
enum JSONValue: Encodable, ExpressibleByDictionaryLiteral {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(uniqueKeysWithValues: elements))
  }

  /// An object with the keys of `other` too; of two values the other's.
  func adding(_ other: JSONValue) -> JSONValue {
    guard case (.object(let left), .object(let right)) = (self, other) else { return other }
    return .object(left.merging(right) { _, last in last })
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .int(let value): try container.encode(value)
    case .double(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}
