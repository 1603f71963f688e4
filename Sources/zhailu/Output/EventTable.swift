// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// Events as a table for a spreadsheet, RFC 4180: one row an event, with the sentence it stands in.
///
///     actor,kind,amount,currency,quantity,unit,item,recipient,date,article,sentence,share,min,max,modifier
///     青禾控股集团,donation,2000000,CNY,,,,武汉慈善总会,2020-03-18,page-1#1,"3月18日,青禾控股集团向武汉慈善总会捐款超过200万元。",,,,more_than
struct EventTable {
  static let columns = [
    "actor", "kind", "amount", "currency", "quantity", "unit", "item", "recipient", "date",
    "article", "sentence", "share", "min", "max", "modifier",
  ]

  /// The rows that were added.
  private(set) var bytes: [UInt8] = []

  /// The first row; with the mark of UTF-8 in front where a spreadsheet needs it.
  static func head(withByteOrderMark: Bool) -> [UInt8] {
    var table = EventTable()
    if withByteOrderMark { table.bytes += [0xEF, 0xBB, 0xBF] }
    table.add(columns)
    return table.bytes
  }

  mutating func add(_ record: Record, of document: SourceText) {
    guard record.type == .event else { return }
    add(
      Self.columns.map { column in
        switch column {
        case "article": record.article ?? record.document
        case "sentence": Self.sentence(of: record, in: document)
        default:
          record.value.text(column) ?? record.value.list(column)?.joined(separator: "、") ?? ""
        }
      })
  }

  private mutating func add(_ fields: [String]) {
    bytes += Array(fields.map(Self.quoted).joined(separator: ",").utf8)
    bytes += [0x0D, 0x0A]
  }

  /// A field that holds a comma, a quote or a line break stands in quotes. One that a spreadsheet
  /// would take for a formula gets an apostrophe in front.
  private static func quoted(_ field: String) -> String {
    let isFormula = field.first.map { "=+-@".contains($0) } ?? false
    let field = isFormula ? "'\(field)" : field
    guard field.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return field
    }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// The sentences that the event stands in, in one line.
  private static func sentence(of record: Record, in document: SourceText) -> String {
    let extent = document.extent(of: record.span)
    var (start, end) = (extent.start, extent.end)
    while start > 0, extent.start - start < longest, !ends(document.units[start - 1]) { start -= 1 }
    while end < document.units.count, end - extent.end < longest, !ends(document.units[end]) {
      end += 1
    }
    if end < document.units.count, marks.contains(document.units[end]) { end += 1 }
    return String(units: inOneLine(document.units[start..<end]))
  }

  /// Lines that Chinese goes over are joined, others set apart by a space.
  private static func inOneLine(_ units: ArraySlice<UInt16>) -> [UInt16] {
    var text: [UInt16] = []
    for line in units.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let isJoined = isHan(text.last) && isHan(line.first)
      if !text.isEmpty, !isJoined { text.append(0x20) }
      text += line
    }
    return text
  }

  private static func isHan(_ unit: UInt16?) -> Bool {
    unit.map { CharacterClass.of($0).meets(.han) } ?? false
  }

  private static let longest = 400

  /// 。 ! ? in either width.
  private static let marks: [UInt16] = [0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F]

  /// A mark, or a line break.
  private static func ends(_ unit: UInt16) -> Bool {
    marks.contains(unit) || unit == 0x0A || unit == 0x0D
  }
}
