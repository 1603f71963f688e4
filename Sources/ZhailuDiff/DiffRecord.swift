// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// A record as a diff looks at it: any type, any fields, so that a new kind of record needs no
/// change here.
package struct DiffRecord: Hashable, Sendable {
  package let document: String
  package let article: String?
  package let type: String
  package let text: String
  package let span: Span
  /// In the order of the line.
  package let value: [JSON.Member]
  package let rule: String?
  /// Keys that the contract does not know, or that only full provenance has.
  package let others: [JSON.Member]

  /// What is wrong with a line that is no record.
  package struct Malformed: Error, CustomStringConvertible {
    package let description: String
  }

  package init(line: UnsafeBufferPointer<UInt8>) throws(Malformed) {
    let json: JSON
    do throws(JSONParser.Fault) {
      json = try JSONParser.parse(buffer: line)
    } catch {
      throw Malformed(description: "this line is no JSON: \(error)")
    }
    guard let members = json.members else {
      throw Malformed(description: "this line is no record: it is no JSON object")
    }
    try self.init(members)
  }

  private init(_ members: [JSON.Member]) throws(Malformed) {
    let json = JSON.object(members)
    func required<T>(_ key: String, _ value: T?) throws(Malformed) -> T {
      if let value { return value }
      throw Malformed(
        description: "this line is no record: its 【\(key)】 is missing or of another kind")
    }
    document = try required("doc", json["doc"]?.text)
    article = json["article"]?.text
    type = try required("type", json["type"]?.text)
    text = try required("text", json["text"]?.text)
    let start = try required("start", json["start"]?.int)
    let end = try required("end", json["end"]?.int)
    guard (0...Self.longestText).contains(start), (start...Self.longestText).contains(end) else {
      throw Malformed(
        description: "this line is no record: it has no place from 【\(start)】 to 【\(end)】")
    }
    span = Span(start: start, end: end)
    value = try required("value", json["value"]?.members)
    rule = json["rule"]?.text
    others = members.filter { !Self.known.contains($0.name) }.sorted { $0.name < $1.name }
  }

  /// No text has more characters: places are added and subtracted without a look at overflow.
  private static let longestText = 1 << 40

  private static let known: Set = [
    "doc", "article", "type", "text", "start", "end", "value", "rule", "id",
  ]

  /// Texts are compared by their bytes.
  package static func == (left: DiffRecord, right: DiffRecord) -> Bool {
    left.span == right.span && left.text.isSame(as: right.text) && left.value == right.value
      && left.type == right.type && left.rule == right.rule && left.article == right.article
      && left.others == right.others && left.document.isSame(as: right.document)
  }

  package subscript(_ field: String) -> JSON? { value.first { $0.name == field }?.value }

  /// `amount 40000, currency CNY`, for people; what says nothing to them is left out.
  package var shownValue: String {
    value.filter { !Self.hidden.contains($0.name) }.map { ($0.name, $0.value.shown) }
      .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }.joined(separator: ", ").onOneLine
  }

  static let hidden: Set = ["entity", "dimension", "mentions"]
}

extension String {
  /// The text without line ends and controls, which would break a line of a report, and without
  /// the marks that turn the direction of what follows.
  package var onOneLine: String {
    guard unicodeScalars.contains(where: Self.breaksLine) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if !Self.breaksLine(scalar) {
        scalars.append(scalar)
      } else if scalar != "\r" && scalar != "\n" {
        scalars.append("\u{FFFD}")
      }
    }
    return String(scalars)
  }

  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
