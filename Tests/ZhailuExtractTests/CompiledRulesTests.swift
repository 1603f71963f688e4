// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuRecords
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

@Suite("Compiled rules")
struct CompiledRulesTests {
  /// Some of the articles that rules are tuned on.
  private static let articles: [URL] = {
    let folder = RecordSchemaTests.project.appending(path: "Corpus/articles/dev")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().prefix(24)
      .map { folder.appending(path: $0) }
  }()

  @Test("find the same in the articles of the corpus as rules that were just read")
  func sameRecords() throws {
    let read = try Extractor(rules: Road.rules)
    let compiled = try Extractor(rules: .compiled())
    #expect(Self.articles.count > 10)
    for article in Self.articles {
      let source = SourceText(
        id: article.lastPathComponent,
        units: try TextDecoder.decode(Array(try Data(contentsOf: article))).units,
        published: PublicationDate("2020-03-20"))
      let types = Set(MentionType.allCases)
      #expect(
        Self.lines(compiled.records(of: source, types: types))
          == Self.lines(read.records(of: source, types: types)))
    }
  }

  @Test(
    "find what is about something near words of it",
    arguments: [("汉堡客场取胜。", ["汉堡"]), ("汉堡很好吃。", []), ("汉堡的房价上涨。", [])])
  func topic(text: String, expected: [String]) throws {
    let found = try Extractor(rules: .compiled())
      .records(of: SourceText(id: "a", text: text), types: [.organization])
    #expect(found.map(\.text) == expected)
  }

  @Test("write the lines of the records from where mentions lie", arguments: [true, false])
  func sameLines(isWhole: Bool) throws {
    let extractor = try Extractor(rules: .compiled())
    let types: Set<MentionType> = isWhole ? Set(MentionType.allCases) : [.organization, .event]
    for article in Self.articles {
      let source = SourceText(
        id: "\(article.lastPathComponent)\"\\",
        units: try TextDecoder.decode(Array(try Data(contentsOf: article))).units,
        published: PublicationDate("2020-03-20"))
      let records = extractor.records(of: source, types: types)
      var json = JSONWriter()
      var noted: [MentionType] = []
      extractor.write(recordsOf: source, types: types, to: &json) { noted.append($0) }
      #expect(String(decoding: json.bytes, as: UTF8.self) == Self.lines(records))
      #expect(noted == records.map(\.type))
    }
  }

  private static func lines(_ records: [Record]) -> String {
    var json = JSONWriter()
    for record in records { record.write(to: &json) }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
