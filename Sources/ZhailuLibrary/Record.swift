// SPDX-License-Identifier: Apache-2.0
internal import ZhailuRecords

/// A mention or an event: where it stands in its text, what it is worth, and the rule that found it.
///
/// In JSON it is a line of `zhailu extract`, version 1 of the contract.
public struct Record: Hashable, Sendable, Identifiable {
  /// The name of its document.
  public let doc: String
  /// The article in the document, from 1: `text#1`.
  public let article: String
  /// The text from `start` to `end`, as it stands in the document.
  public let text: String
  /// The place of its first Unicode scalar in the text; ``range(in:)`` makes string indices of it.
  public let start: Int
  /// The place after its last Unicode scalar.
  public let end: Int
  /// What it is worth, by its type.
  public let value: Value
  /// The rule that found it: `amount.plain`.
  public let rule: String

  /// Which kind of mention it is, or an event.
  public var type: RecordType { value.type }

  /// Document, place and type, `text:12-18:amount`; of the second event of a place
  /// `text:12-40:event~2`.
  public let id: String

  init(_ record: ZhailuRecords.Record) {
    doc = record.document
    article = record.article ?? ""
    text = record.text
    (start, end) = (record.span.start, record.span.end)
    value = Value(record.type, record.value)
    rule = record.rule ?? ""
    id = record.id
  }
}

extension Record: Codable {
  private enum Key: String, CodingKey {
    case doc, article, type, text, start, end, value, rule, id
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    doc = try container.decode(String.self, forKey: .doc)
    article = try container.decode(String.self, forKey: .article)
    text = try container.decode(String.self, forKey: .text)
    start = try container.decode(Int.self, forKey: .start)
    end = try container.decode(Int.self, forKey: .end)
    rule = try container.decode(String.self, forKey: .rule)
    id = try container.decode(String.self, forKey: .id)
    let type = try container.decode(RecordType.self, forKey: .type)
    value = try Value(type, from: try container.superDecoder(forKey: .value))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(doc, forKey: .doc)
    try container.encode(article, forKey: .article)
    try container.encode(type, forKey: .type)
    try container.encode(text, forKey: .text)
    try container.encode(start, forKey: .start)
    try container.encode(end, forKey: .end)
    try value.encode(to: container.superEncoder(forKey: .value))
    try container.encode(rule, forKey: .rule)
    try container.encode(id, forKey: .id)
  }
}
