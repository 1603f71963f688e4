// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuDatabase
@testable import ZhailuRecords

@Suite struct DocumentRowsTests {
  static func document(_ name: String = "a", text: String = "捐款") -> SourceText {
    SourceText(id: name, text: text, published: PublicationDate("2020-03-20"))
  }

  static func record(
    _ type: MentionType, _ text: String, at start: Int, in document: String = "a",
    _ value: [(name: String, field: Value.Field)]
  ) -> Record {
    Record(
      document: document, article: "\(document)#1", type: type, text: text,
      span: Span(start: start, end: start + text.unicodeScalars.count),
      value: Record.Fields(value), rule: "\(type.rawValue).rule")
  }

  private static let secondOfItsPlace = {
    var event = record(.event, "慈善总会", at: 0, [("kind", .text("donation"))])
    event.ordinal = 2
    return event
  }()

  static let records = [
    secondOfItsPlace,
    record(
      .organization, "慈善总会", at: 0,
      [
        ("name", .text("武汉慈善总会")), ("kind", .text("association")),
        ("entity", .text("a:武汉慈善总会")),
      ]),
    record(
      .date, "昨日\u{0}", at: 9,
      [("alternatives", .list(["2020", "2021"])), ("list", .list([]))]),
  ]

  @Test(arguments: [true, false])
  func roundTrip(keepsText: Bool) throws {
    let rows = DocumentRows(
      of: Self.document(), digest: "00ff", records: Self.records, keepsText: keepsText)
    let frame = Array(rows.bytes.dropFirst(4))
    #expect(frame.count == rows.bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) })
    let read = try DocumentRows(frame: frame)
    #expect(read == rows)
    #expect(read.text == (keepsText ? "捐款" : nil))
    #expect(read.published == "2020-03-20" && read.characters == 2)
  }

  @Test func damageIsToldAndNoTrap() throws {
    let rows = DocumentRows(
      of: Self.document(), digest: "00ff", records: Self.records, keepsText: true)
    let frame = Array(rows.bytes.dropFirst(4))
    for count in 0..<frame.count {
      #expect(throws: DamagedRows.self) { try DocumentRows(frame: Array(frame[..<count])) }
    }
    for index in frame.indices {
      for byte: UInt8 in [0, 0x7F, 0xFF] {
        var changed = frame
        changed[index] = byte
        _ = try? DocumentRows(frame: changed)
      }
    }
  }
}
