// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuText
import ZhailuValues

extension Record {
  /// Appends the record as one line of JSON, its keys in the order of the contract, and behind them what
  /// `more` writes.
  package func write(to json: inout JSONWriter, _ more: (inout JSONWriter) -> Void = { _ in }) {
    json.object { json in
      json.key("doc")
      json.string(document)
      if let article {
        json.key("article")
        json.string(article)
      }
      json.key("type")
      json.string(type.rawValue)
      json.key("text")
      json.string(text)
      json.key("start")
      json.number(span.start)
      json.key("end")
      json.number(span.end)
      json.key("value")
      json.object { json in
        value.read { json.write($0, $1) }
      }
      if let rule {
        json.key("rule")
        json.string(rule)
      }
      json.key("id")
      json.identifier(document, span, type.rawValue, ordinal)
      more(&json)
    }
    json.newline()
  }

  /// What is wrong with a line that is no record.
  package struct Malformed: Error, CustomStringConvertible {
    package let description: String
  }

  /// Reads one line of JSON.
  package init(jsonLine line: some DataProtocol) throws {
    let parsed: Line
    do {
      parsed = try JSONDecoder().decode(Line.self, from: Data(line))
    } catch {
      throw Malformed(description: "this line is no record of version 1: \(Self.reason(error))")
    }
    guard let type = MentionType(rawValue: parsed.type) else {
      throw Malformed(description: "no type of record is called 【\(parsed.type)】")
    }
    let fields = parsed.value.fields.sorted { $0.key < $1.key }
    self.init(
      document: parsed.doc, article: parsed.article, type: type, text: parsed.text,
      span: Span(start: parsed.start, end: parsed.end),
      value: Fields(fields.map { (name: $0.key, field: $0.value) }), rule: parsed.rule)
    ordinal = Self.ordinal(in: parsed.id ?? "")
  }

  /// 2 of `page-1:12-40:event~2`.
  private static func ordinal(in id: String) -> Int {
    guard let mark = id.lastIndex(of: "~"), id[..<mark].hasSuffix(":event") else { return 1 }
    return Int(id[id.index(after: mark)...]) ?? 1
  }

  private struct Line: Decodable {
    let doc: String
    let article: String?
    let type: String
    let text: String
    let start: Int
    let end: Int
    let value: FieldMap
    let rule: String?
    let id: String?
  }

  private struct FieldMap: Decodable {
    var fields: [String: Value.Field] = [:]

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      for key in container.allKeys {
        if let text = try? container.decode(String.self, forKey: key) {
          fields[key.stringValue] = .text(text)
        } else {
          fields[key.stringValue] = .list(try container.decode([String].self, forKey: key))
        }
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the key 【\(key.stringValue)】 is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "【\(context.codingPath.map(\.stringValue).joined(separator: "."))】 has a value of another kind"
    default: "it is no JSON object"
    }
  }
}

extension JSONWriter {
  /// A field of a value.
  package mutating func write(_ name: String, _ field: Value.Field) {
    self.field(name)
    switch field {
    case .text(let text): string(text)
    case .list(let list):
      array { json in
        for text in list { json.string(text) }
      }
    }
  }
}
