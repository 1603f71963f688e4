// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

/// All that a database holds of one document. It can lie in a file until the database is made: many
/// workers make rows, while one writes them, and a run that was stopped goes on behind the rows that
/// are there.
package struct DocumentRows: Equatable {
  package let name: String
  package let published: String?
  /// How many Unicode scalars its text has.
  package let characters: Int
  package let digest: String
  /// The text, where it shall be kept.
  package let text: String?
  package let records: [Record]

  package init(
    of document: SourceText, digest: String, records: [Record], keepsText: Bool
  ) {
    name = document.id
    published = document.published?.description
    characters = document.scalarCount
    self.digest = digest
    text = keepsText ? String(units: document.units) : nil
    self.records = records
  }

  // MARK: As bytes

  /// The number of bytes that follow, then fields one after the other.
  package var bytes: [UInt8] {
    var writer = RowWriter()
    writer.write(name)
    writer.write(published)
    writer.write(characters)
    writer.write(digest)
    writer.write(text)
    writer.write(records.count)
    for record in records { Self.write(record, to: &writer) }
    return writer.framed
  }

  /// Reads what `bytes` has after the number.
  package init(frame: [UInt8]) throws(DamagedRows) {
    var reader = RowReader(frame)
    name = try reader.text()
    published = try reader.optionalText()
    characters = try reader.number()
    digest = try reader.text()
    text = try reader.optionalText()
    var records: [Record] = []
    for _ in 0..<(try reader.number()) { records.append(try Self.record(&reader, of: name)) }
    self.records = records
  }

  private static func write(_ record: Record, to writer: inout RowWriter) {
    writer.write(record.type.rawValue)
    writer.write(record.article)
    writer.write(record.text)
    writer.write(record.span.start)
    writer.write(record.span.end)
    writer.write(record.ordinal)
    writer.write(record.rule)
    writer.write(record.value.list.count)
    for (name, field) in record.value.list {
      writer.write(name)
      switch field {
      case .text(let text): writer.write(text as String?)
      case .list(let list):
        writer.write(nil)
        writer.write(list.count)
        for text in list { writer.write(text) }
      }
    }
  }

  private static func record(
    _ reader: inout RowReader, of document: String
  ) throws(DamagedRows) -> Record {
    guard let type = MentionType(rawValue: try reader.text()) else { throw DamagedRows() }
    let article = try reader.optionalText()
    let text = try reader.text()
    let (start, end) = (try reader.number(), try reader.number())
    guard start <= end else { throw DamagedRows() }
    let ordinal = try reader.number()
    let rule = try reader.optionalText()
    var fields: [(name: String, field: Value.Field)] = []
    for _ in 0..<(try reader.number()) {
      let name = try reader.text()
      if let text = try reader.optionalText() {
        fields.append((name, .text(text)))
      } else {
        var list: [String] = []
        for _ in 0..<(try reader.number()) { list.append(try reader.text()) }
        fields.append((name, .list(list)))
      }
    }
    var record = Record(
      document: document, article: article, type: type, text: text,
      span: Span(start: start, end: end), value: Record.Fields(fields), rule: rule)
    record.ordinal = ordinal
    return record
  }
}

/// Rows that are not what was written; a file that something else has changed.
package struct DamagedRows: Error, Equatable {}

/// Numbers as four bytes, texts as the number of their bytes and these; no text is 4294967295.
struct RowWriter {
  private var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    let number = UInt32(clamping: number)
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  mutating func write(_ text: String?) {
    if let text { write(text) } else { write(Int(UInt32.max)) }
  }

  /// All that was written, the number of its bytes before it.
  var framed: [UInt8] {
    var head = RowWriter()
    head.write(bytes.count)
    return head.bytes + bytes
  }
}

/// Reads what a `RowWriter` wrote, in the same order.
struct RowReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() throws(DamagedRows) -> Int {
    guard bytes.count - place >= 4 else { throw DamagedRows() }
    var number = 0
    for index in 0..<4 { number |= Int(bytes[place + index]) << (index * 8) }
    place += 4
    return number
  }

  mutating func text() throws(DamagedRows) -> String {
    guard let text = try optionalText() else { throw DamagedRows() }
    return text
  }

  mutating func optionalText() throws(DamagedRows) -> String? {
    let count = try number()
    if count == Int(UInt32.max) { return nil }
    guard count <= bytes.count - place else { throw DamagedRows() }
    defer { place += count }
    return String(decoding: bytes[place..<(place + count)], as: UTF8.self)
  }
}
