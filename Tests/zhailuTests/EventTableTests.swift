// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The table of events, as a spreadsheet reads it.
@Suite("zhailu extract --format csv")
struct EventTableTests {
  private static let head =
    "actor,kind,amount,currency,quantity,unit,item,recipient,date,article,sentence,share,min,max,modifier\r\n"

  @Test("a row an event, with its sentence to the mark that ends it")
  func rows() throws {
    let text = "昨天下雨。3月18日,青禾集团向武汉慈善总会捐款200万元!\n明天放晴。"
    let files = try TemporaryFolder()
    try files.write(text, to: "a.txt")
    let run = try Program(
      "extract", "a.txt", "--published", "2020-03-20", "--format", "csv", in: files)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == Self.head
        + "青禾集团,donation,2000000,CNY,,,,武汉慈善总会,2020-03-18,a#1,\"3月18日,青禾集团向武汉慈善总会捐款200万元!\",,,,\r\n"
    )
  }

  @Test("commas and quotes are quoted, and what a spreadsheet takes for a formula is none")
  func quoting() throws {
    let text = #"=2+3,青禾集团"以购代捐",捐款5万元。"#
    let run = try Program("extract", "--format", "csv", input: Data(text.utf8))
    #expect(
      run.output == Self.head
        + #"青禾集团,donation,50000,CNY,,,,,,stdin#1,"'=2+3,青禾集团""以购代捐"",捐款5万元。",,,,"# + "\r\n")
  }

  @Test("several givers stand in one cell; a text without events gives the head alone")
  func cells() throws {
    let joint = try Program(
      "extract", "--format", "csv", input: Data("青禾集团、白石实业有限公司共捐款5万元。".utf8))
    #expect(
      joint.output == Self.head
        + "青禾集团、白石实业有限公司,donation,50000,CNY,,,,,,stdin#1,青禾集团、白石实业有限公司共捐款5万元。,,,,\r\n")
    let none = try Program("extract", "--format", "csv", input: Data("昨天下雨。".utf8))
    #expect(none.output == Self.head)
  }

  @Test("what is not exact says so, and a range has both its ends")
  func exactness() throws {
    let text = "万达集团减免金额超过40亿元。青禾集团捐款100万元至200万元。"
    let run = try Program("extract", "--format", "csv", input: Data(text.utf8))
    let rows = run.output.components(separatedBy: "\r\n")
    #expect(
      rows.contains("万达集团,exemption,4000000000,CNY,,,,,,stdin#1,万达集团减免金额超过40亿元。,,,,more_than"))
    #expect(
      rows.contains("青禾集团,donation,,CNY,,,,,,stdin#1,青禾集团捐款100万元至200万元。,,1000000,2000000,"))
  }

  @Test("--bom puts the mark in front of a file, once")
  func mark() throws {
    let files = try TemporaryFolder()
    try files.write("青禾集团捐款5万元。", to: "in/a.txt")
    try files.write("白石集团捐款6万元。", to: "in/b.txt")
    let run = try Program("extract", "in", "--bom", "-o", "e.csv", in: files)
    #expect(run.status == 0)
    let bytes = [UInt8](try Data(contentsOf: files.file("e.csv")))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF] + Array(Self.head.utf8)))
    let text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
    #expect(!text.unicodeScalars.contains("\u{FEFF}"))
    #expect(text.components(separatedBy: "\r\n").count == 4)
  }
}
