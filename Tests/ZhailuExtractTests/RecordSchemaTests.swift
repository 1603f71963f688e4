// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuRecords
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

@Suite("The JSON Schema of records")
struct RecordSchemaTests {
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func checker() throws -> SchemaChecker {
    try SchemaChecker(file: project.appending(path: "Docs/record.schema.json"))
  }

  private static func lines(_ records: [Record]) -> [Data] {
    var json = JSONWriter()
    for record in records { record.write(to: &json) }
    return json.bytes.split(separator: 0x0A).map { Data($0) }
  }

  @Test("every record of the development corpus is valid, and reads back as it was")
  func corpus() throws {
    let checker = try Self.checker()
    let folder = Self.project.appending(path: "Corpus/articles/dev")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    var count = 0
    for file in files.sorted() where file.hasSuffix(".txt") {
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      let source = SourceText(
        id: file, units: try TextDecoder.decode(bytes).units,
        published: PublicationDate("2020-03-20"))
      let records = try Extractor(rules: Road.rules).records(
        of: source, types: Set(MentionType.allCases))
      for (record, line) in zip(records, Self.lines(records)) {
        #expect(try checker.faults(of: line) == [])
        let read = try Record(jsonLine: line)
        #expect(read.span == record.span && read.text == record.text && read.id == record.id)
        #expect(record.value.names.allSatisfy { read.value[$0] == record.value[$0] })
        count += 1
      }
    }
    #expect(count > 1000)
  }

  @Test(
    "a record that breaks the contract is refused",
    arguments: [
      #""amount":"1.50""#, #""amount":"1e6""#, #""amount":5"#, #""amount":"5","currency":"yuan""#,
      #""amount":"5","currency":"CNY","modifier":"about""#, #""amount":"5","colour":"red""#,
      #""currency":"CNY""#,
    ])
  func refused(value: String) throws {
    let line = """
      {"doc":"a","article":"a#1","type":"amount","text":"5元","start":0,"end":2,\
      "value":{\(value)},"rule":"amount.plain","id":"a:0-2:amount"}
      """
    #expect(try !Self.checker().faults(of: Data(line.utf8)).isEmpty)
  }
}
