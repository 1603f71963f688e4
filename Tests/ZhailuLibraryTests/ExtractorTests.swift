// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Zhailu

@Suite("The library's extractor")
struct ExtractorTests {
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("finds what a text says, with its values")
  func values() throws {
    let extractor = try Extractor()
    let records = extractor.records(
      of: "3月18日,万达集团减免金额超过40亿元。", document: "page-1",
      published: PublicationDate("2020-03-20"))
    #expect(records.map(\.type) == [.date, .event, .organization, .amount])
    let amount = try #require(records.last)
    #expect(amount.id == "page-1:16-20:amount")
    guard case .amount(let sum) = amount.value else { return #expect(Bool(false)) }
    #expect(sum.amount?.description == "4000000000")
    #expect(sum.amount?.integer == 4_000_000_000)
    #expect((sum.currency, sum.modifier) == ("CNY", "more_than"))
    #expect(records.events.map(\.kind) == ["exemption"])
    #expect(records.events.first?.date == "2020-03-18")
  }

  /// That the lines are the program's too is tested beside the program.
  @Test("says in its values, in their JSON and in its lines the same")
  func sameInEachForm() throws {
    let extractor = try Extractor()
    let dates = try Self.dates()
    let names = dates.keys.filter { $0.hasSuffix(".txt") }.sorted()
    try #require(names.count > 30)
    for name in names {
      let document = String(name.dropLast(4))
      let text = try? String(
        contentsOf: Self.project.appending(path: "Corpus/articles/dev/\(name)"), encoding: .utf8)
      guard let text else { continue }  // other encodings
      let date = dates[name].flatMap { PublicationDate($0) }
      let records = extractor.records(of: text, document: document, published: date)
      let lines = extractor.jsonLines(of: text, document: document, published: date)
        .split(separator: "\n")
      #expect(records.count == lines.count)
      for (record, line) in zip(records, lines) {
        #expect(try Self.object(JSONEncoder().encode(record)) == Self.object(Data(line.utf8)))
        #expect(try JSONDecoder().decode(Record.self, from: Data(line.utf8)) == record)
        #expect(record.range(in: text).map { String(text[$0]) } == record.text)
      }
      #expect(records.ranges(in: text) == records.map { $0.range(in: text) })
    }
  }

  private static func dates() throws -> [String: String] {
    let table = try String(
      contentsOf: project.appending(path: "Corpus/articles/dev/metadata.tsv"), encoding: .utf8)
    let rows = table.split(separator: "\n").dropFirst().map { $0.split(separator: "\t") }
    return Dictionary(uniqueKeysWithValues: rows.map { (String($0[0]), String($0[1])) })
  }

  private static func object(_ json: Data) throws -> NSDictionary? {
    try JSONSerialization.jsonObject(with: json) as? NSDictionary
  }

  @Test("gives only the types that are asked for")
  func types() throws {
    let extractor = try Extractor(options: .init(types: [.number, .ordinal]))
    let records = extractor.records(of: "第三名得了300。武汉慈善总会收到200万元。")
    #expect(records.map(\.text) == ["第三", "300"])
    guard case .ordinal(let ordinal) = records[0].value else { return #expect(Bool(false)) }
    #expect(ordinal.ordinal.integer == 3)
  }

  @Test("places are right beside emoji and the line ends of Windows")
  func places() throws {
    let text = "😷𠮷家👨‍👩‍👧\r\n捐款200万元\r\n"
    let records = try Extractor().records(of: text)
    let amount = try #require(records.first { $0.type == .amount })
    #expect(amount.range(in: text).map { String(text[$0]) } == "200万元")
    #expect(amount.range(in: "短") == nil)
  }

  @Test(
    "finds nothing where nothing is said",
    arguments: ["", "\0", "\u{FEFF}", "\u{10FFFF}", "。\r\r\n", "1e999亿亿亿"])
  func oddTexts(text: String) throws {
    let extractor = try Extractor(options: .init(types: Set(RecordType.allCases)))
    #expect(extractor.records(of: text) == [])
  }

  @Test("tells events of one place apart")
  func ids() throws {
    let text = "白石集团捐赠口罩2000个、手套300副给河源市人民医院。"
    let events = try Extractor().records(of: text, document: "page-1").events
    #expect(events.map(\.item) == ["口罩", "手套"])
    let ids = try Extractor().records(of: text, document: "page-1").map(\.id)
    #expect(ids.filter { $0.contains("event") } == ["page-1:0-28:event", "page-1:0-28:event~2"])
    #expect(Set(ids).count == ids.count)
  }

  @Test("knows which mentions are of one body")
  func entities() throws {
    let text = "石景山区工商业联合会发出倡议。区工商联捐款20万元,武汉慈善总会收到。"
    let entities = try Extractor().records(of: text).entities
    let body = try #require(entities.first)
    #expect(body.name == "石景山区工商业联合会")
    #expect(body.mentions.map(\.text) == ["石景山区工商业联合会", "区工商联"])
    #expect(entities.count == 2)
  }
}
