// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Holds JSON against a JSON Schema, draft 7, as far as the project's schemas go: a keyword that it
/// does not know is a failure, never passed over.
struct SchemaChecker {
  private let root: [String: Any]

  init(file: URL) throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = try #require(json as? [String: Any])
  }

  /// What is wrong with a value as `JSONSerialization` has it; empty where it is valid.
  func faults(ofValue value: Any) -> [String] { check(value, root, at: "") }

  /// What is wrong with a line of JSON; empty where it is valid.
  func faults(of line: Data) throws -> [String] {
    check(try JSONSerialization.jsonObject(with: line), root, at: "")
  }

  /// Numbers alone have bounds.
  private func number(_ value: Any) -> Double {
    value as? Double ?? (value as? Int).map(Double.init) ?? 0
  }

  private func check(_ value: Any, _ schema: Any, at path: String) -> [String] {
    if let allowed = schema as? Bool { return allowed ? [] : ["\(path): nothing may stand here"] }
    guard let schema = schema as? [String: Any] else { return ["\(path): no schema"] }
    // In draft 7 other keywords beside $ref are ignored.
    if let reference = schema["$ref"] as? String {
      return check(value, resolved(reference), at: path)
    }
    return schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      check(value, keyword, rule, in: schema, at: path)
    }
  }

  private func resolved(_ reference: String) -> Any {
    reference.dropFirst(2).split(separator: "/").reduce(root as Any) { node, part in
      (node as? [String: Any])?[String(part)] as Any
    }
  }

  private func check(
    _ value: Any, _ keyword: String, _ rule: Any, in schema: [String: Any], at path: String
  ) -> [String] {
    func fail(_ isFine: Bool) -> [String] {
      isFine ? [] : ["\(path): \(keyword) \(rule): \(value)"]
    }
    let object = value as? [String: Any]
    let list = value as? [Any]
    let text = value as? String
    switch keyword {
    case "$schema", "$id", "title", "description", "definitions", "then", "else", "examples":
      return []
    case "type": return fail(isOf(value, rule))
    case "const": return fail(isEqual(value, rule))
    case "enum": return fail((rule as? [Any] ?? []).contains { isEqual(value, $0) })
    case "pattern": return text.map { fail(matches($0, rule as? String ?? "")) } ?? []
    case "minLength": return text.map { fail($0.count >= rule as? Int ?? 0) } ?? []
    case "minimum": return fail(number(value) >= number(rule))
    case "maximum": return fail(number(value) <= number(rule))
    case "maxLength": return text.map { fail($0.unicodeScalars.count <= rule as? Int ?? 0) } ?? []
    case "maxItems": return list.map { fail($0.count <= rule as? Int ?? 0) } ?? []
    case "minProperties": return object.map { fail($0.count >= rule as? Int ?? 0) } ?? []
    case "maxProperties": return object.map { fail($0.count <= rule as? Int ?? 0) } ?? []
    case "propertyNames":
      return (object ?? [:]).keys.sorted().flatMap { check($0, rule, at: "\(path)/\($0)") }
    case "minItems": return list.map { fail($0.count >= rule as? Int ?? 0) } ?? []
    case "uniqueItems": return list.map { fail(Set($0.map { "\($0)" }).count == $0.count) } ?? []
    case "required":
      return object.map { object in
        (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
      } ?? []
    case "dependencies":
      let needs = (rule as? [String: [String]] ?? [:]).filter { object?[$0.key] != nil }
      return needs.flatMap(\.value).filter { object?[$0] == nil }
        .map { "\(path): \($0) is missing" }
    case "properties": return properties(object, rule, at: path)
    case "additionalProperties":
      let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      return (object ?? [:]).filter { !known.contains($0.key) }
        .flatMap { check($0.value, rule, at: "\(path)/\($0.key)") }
    case "items":
      return (list ?? []).enumerated().flatMap {
        check($0.element, rule, at: "\(path)/\($0.offset)")
      }
    case "allOf": return (rule as? [Any] ?? []).flatMap { check(value, $0, at: path) }
    case "anyOf":
      return fail((rule as? [Any] ?? []).contains { check(value, $0, at: path).isEmpty })
    case "oneOf":
      return fail((rule as? [Any] ?? []).count { check(value, $0, at: path).isEmpty } == 1)
    case "not": return fail(!check(value, rule, at: path).isEmpty)
    case "if":
      let branch = check(value, rule, at: path).isEmpty ? schema["then"] : schema["else"]
      return branch.map { check(value, $0, at: path) } ?? []
    default: return ["\(path): the checker knows no keyword \(keyword)"]
    }
  }

  private func properties(_ object: [String: Any]?, _ rule: Any, at path: String) -> [String] {
    (rule as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, schema in
      object?[name].map { check($0, schema, at: "\(path)/\(name)") } ?? []
    }
  }

  private func isOf(_ value: Any, _ type: Any) -> Bool {
    if let types = type as? [Any] { return types.contains { isOf(value, $0) } }
    return switch type as? String {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    case "number": value is Double || value is Int
    case "boolean": value is Bool
    default: false
    }
  }

  private func isEqual(_ left: Any, _ right: Any) -> Bool {
    (left as? NSObject).map { $0.isEqual(right) } ?? ("\(left)" == "\(right)")
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }
}
