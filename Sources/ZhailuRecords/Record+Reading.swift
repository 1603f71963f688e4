// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

extension Record {
  /// What is wrong with a line that is no record.
  package struct Malformed: Error, CustomStringConvertible {
    package let description: String

    fileprivate static func noRecord(_ reason: String) -> Malformed {
      Malformed(description: "this line is no record of version 1: \(reason)")
    }
  }

  /// Reads one line of JSON.
  package init(jsonLine line: some Collection<UInt8>) throws(Malformed) {
    let line = try Line(line)
    let document = try line.text("doc")
    let article = try line.textIfAny("article")
    let name = try line.text("type")
    let text = try line.text("text")
    let span = Span(start: try line.number("start"), end: try line.number("end"))
    let fields = try line.fields("value")
    let rule = try line.textIfAny("rule")
    let id = try line.textIfAny("id")
    guard let type = MentionType(rawValue: name) else {
      throw Malformed(description: "no type of record is called 【\(name)】")
    }
    self.init(
      document: document, article: article, type: type, text: text, span: span,
      value: Fields(fields), rule: rule)
    ordinal = Self.ordinal(in: id ?? "")
  }

  /// 2 of `page-1:12-40:event~2`.
  private static func ordinal(in id: String) -> Int {
    guard let mark = id.lastIndex(of: "~"), id[..<mark].hasSuffix(":event") else { return 1 }
    return Int(id[id.index(after: mark)...]) ?? 1
  }

  /// An object on a line, key by key.
  private struct Line {
    private let object: JSON

    init(_ line: some Collection<UInt8>) throws(Malformed) {
      guard String(validating: line, as: UTF8.self) != nil,
        let object = try? JSONParser.parse(line), object.members != nil
      else { throw .noRecord("it is no JSON object") }
      self.object = object
    }

    func text(_ key: String) throws(Malformed) -> String {
      try Self.known(try value(key).text, key)
    }

    func textIfAny(_ key: String) throws(Malformed) -> String? {
      guard let value = object[key], value != .null else { return nil }
      return try Self.known(value.text, key)
    }

    func number(_ key: String) throws(Malformed) -> Int { try Self.known(try value(key).int, key) }

    /// The fields of an object by their names; the first of a name counts.
    func fields(_ key: String) throws(Malformed) -> [(name: String, field: Value.Field)] {
      var fields: [(name: String, field: Value.Field)] = []
      for member in try Self.known(try value(key).members, key)
      where !fields.contains(where: { $0.name.isSame(as: member.name) }) {
        let field = try Self.known(Value.Field(member.value), "\(key).\(member.name)")
        fields.append((name: member.name, field: field))
      }
      return fields.sorted { $0.name < $1.name }
    }

    private func value(_ key: String) throws(Malformed) -> JSON {
      guard let value = object[key] else { throw .noRecord("the key 【\(key)】 is missing") }
      return value
    }

    private static func known<Kind>(_ value: Kind?, _ key: String) throws(Malformed) -> Kind {
      guard let value else { throw .noRecord("【\(key)】 has a value of another kind") }
      return value
    }
  }
}

extension Value.Field {
  /// A text or a list of texts; `nil` of any other value.
  fileprivate init?(_ json: JSON) {
    if let text = json.text {
      self = .text(text)
    } else if let elements = json.elements {
      let texts = elements.compactMap(\.text)
      guard texts.count == elements.count else { return nil }
      self = .list(texts)
    } else {
      return nil
    }
  }
}
