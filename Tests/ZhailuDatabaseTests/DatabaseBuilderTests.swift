// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuDatabase
@testable import ZhailuRecords

@Suite struct DatabaseBuilderTests {
  private static let run = DatabaseBuilder.Run(
    program: "zhailu 0", contract: 1, rules: "cafe", types: "amount,organization",
    lexicons: [("lexicon/a.tsv", "00")])

  /// Makes a database, and says its bytes.
  @discardableResult
  private static func build(
    _ documents: [DocumentRows], _ read: (Database) throws -> Void = { _ in }
  ) throws -> Data {
    let path = FileManager.default.temporaryDirectory.appending(path: "zhailu-\(UUID()).db")
    defer { try? FileManager.default.removeItem(at: path) }
    try write(documents, to: path.path())
    let bytes = try Data(contentsOf: path)
    try read(try Database(path: path.path()))
    return bytes
  }

  /// The builder has the database for itself as long as it is there.
  private static func write(_ documents: [DocumentRows], to path: String) throws {
    var builder = try DatabaseBuilder(path: path)
    for document in documents { try builder.add(document) }
    try builder.addFailure(document: "b", place: "b.txt:1", error: "is no text")
    try builder.finish(run)
  }

  private static func organization(
    _ name: String, as text: String, at start: Int, in document: String
  ) -> Record {
    DocumentRowsTests.record(
      .organization, text, at: start, in: document,
      [
        ("name", .text(name)), ("kind", .text("company")), ("entity", .text("\(document):\(name)")),
      ])
  }

  private static func rows(_ document: String, _ records: [Record]) -> DocumentRows {
    DocumentRows(
      of: DocumentRowsTests.document(document), digest: "d", records: records, keepsText: false)
  }

  private static let gift = rows(
    "a",
    [
      organization("腾讯公司", as: "腾讯", at: 0, in: "a"),
      organization("腾讯公司", as: "腾讯公司", at: 9, in: "a"),
      DocumentRowsTests.record(
        .amount, "5万元", at: 20, [("amount", .text("50000")), ("currency", .text("CNY"))]),
      DocumentRowsTests.record(
        .event, "腾讯捐5万元", at: 0,
        [
          ("kind", .text("donation")), ("actor", .list(["腾讯公司"])), ("recipient", .list(["灾区"])),
          ("amount", .text("50000")), ("currency", .text("CNY")),
          ("mentions", .list(["a:0-2:organization", "a:20-23:amount"])),
        ]),
    ])

  @Test func tables() throws {
    try Self.build([Self.gift]) { database in
      func expect(_ query: String, _ rows: [[String?]]) throws {
        #expect(try database.rows("SELECT \(query)") == rows)
      }
      try expect("name, published, characters FROM documents", [["a", "2020-03-20", "2"]])
      try expect("name, kind FROM entities", [["腾讯公司", "company"]])
      try expect(
        "type, text, entity, amount FROM mentions ORDER BY id",
        [
          ["organization", "腾讯", "1", nil], ["organization", "腾讯公司", "1", nil],
          ["amount", "5万元", nil, "50000"],
        ])
      try expect("kind, amount, start, \"end\" FROM events", [["donation", "50000", "0", "6"]])
      try expect(
        "role, name, entity FROM parties", [["actor", "腾讯公司", "1"], ["recipient", "灾区", nil]])
      try expect("mention FROM parts", [["1"], ["3"]])
      try expect("place FROM failures", [["b.txt:1"]])
      try expect("documents, failures FROM runs", [["1", "1"]])
      try expect("sha256 FROM lexicons", [["00"]])
      #expect(try database.rows("PRAGMA integrity_check") == [["ok"]])
      #expect(try database.rows("PRAGMA foreign_key_check").isEmpty)
    }
  }

  @Test(arguments: [
    ("讯*", ["腾讯", "腾讯公司", "騰訊"]), ("腾讯*", ["腾讯", "腾讯公司", "騰訊"]), ("騰訊*", ["騰訊"]),
    ("公司", ["腾讯公司", "TCL公司"]), ("tcl* 公司*", ["TCL公司"]), ("腾*", ["腾讯", "腾讯公司", "騰訊"]),
    ("司讯*", []),
  ])
  func search(piece: String, expected: [String]) throws {
    let others = Self.rows(
      "b",
      [
        Self.organization("TCL公司", as: "TCL公司", at: 0, in: "b"),
        Self.organization("騰訊", as: "騰訊", at: 9, in: "b"),
      ])
    try Self.build([Self.gift, others]) { database in
      let found = try database.rows(
        "SELECT name FROM names WHERE id IN (SELECT rowid FROM name_search('\(piece)'))")
      #expect(Set(found.compactMap { $0[0] }) == Set(expected))
    }
  }

  @Test func sameDocumentsGiveSameBytes() throws {
    let documents = (0..<400).map { number in
      Self.rows(
        "\(number)",
        (0..<9).map {
          Self.organization("第\(number * $0)公司", as: "公司", at: $0 * 9, in: "\(number)")
        })
    }
    let bytes = try Self.build(documents)
    #expect(bytes.count > 100_000)
    #expect(try Self.build(documents) == bytes)
    #expect(try Self.build(documents.reversed()) != bytes)
  }

  @Test func textsOfAnyKindComeBackAsTheyWere() throws {
    let texts = ["", "a\u{0}b", "'; DROP TABLE names; --", "😷\u{FEFF}e\u{301}\r\n", "?1 :a"]
    let records = texts.enumerated().map {
      Self.organization($0.element + "厂", as: "厂", at: $0.offset, in: "a")
    }
    try Self.build([Self.rows("a", records)]) { database in
      let names = try database.rows("SELECT name FROM entities ORDER BY id").compactMap { $0[0] }
      #expect(names == texts.map { $0 + "厂" })
    }
  }

  @Test func failuresAreToldInSQLitesWords() throws {
    #expect(throws: DatabaseFailure.self) { try DatabaseBuilder(path: "/nowhere/at/all.db") }
    let database = try Database(path: ":memory:")
    #expect {
      try database.run("SELECT * FROM a")
    } throws: { error in
      (error as? DatabaseFailure)?.description == "no such table: a"
    }
  }
}
