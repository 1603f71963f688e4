// SPDX-License-Identifier: Apache-2.0
import Foundation
import FoundationXML
import Testing
import ZhailuDiff
import ZhailuRules

@Suite("Formats of the diff")
struct DiffReportTests {
  private static let payload = "</details><script>alert(1)</script>|@all\u{202E}"

  /// One change with a cause, one without, in a document with a hostile name.
  private static func example() throws -> DiffReport {
    let old = line("a", "5万元", 2, #"{"amount":"50000","currency":"CNY"}"#)
    let new = line("a", "5万元", 2, #"{"amount":"50000","currency":"USD"}"#)
    var report = try report([old], [new, line(Self.payload, "1元", 0, "{}")])
    report.edits = [
      PackEdit(
        action: .changed, subject: "entry 元 of currency", rule: nil,
        place: Diagnostic.Place(file: "Rules/lexicon/货币.tsv", line: 3),
        detail: "currency CNY → USD")
    ]
    let change = try #require(report.entries.first?.change)
    report.explain(by: [change: Attribution.Cause(edits: [0])])
    return report
  }

  @Test("text")
  func text() throws {
    let text = try Self.example().text(context: { _ in "捐【5万元】。" })
    #expect(
      text.hasPrefix(
        """
        old → new: 2 changes in 2 of 2 documents
        records: 1 → 2

        + added  1: amount 1
        ~ value changed  1: amount 1

        Edits of the rules:
        [1] Rules/lexicon/货币.tsv:3: entry 元 of currency changed: currency CNY → USD — 1 change

        a
          ~ amount 【5万元】 2-5  currency CNY → USD  (amount.plain) [1]
              捐【5万元】。
        """))
    #expect(!text.contains("\u{202E}"))
  }

  @Test("JSON names the edit of each change")
  func json() throws {
    let report = try Self.example()
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json)) as? [String: Any])
    let changes = try #require(json["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["value", "added"])
    #expect(changes[0]["edits"] as? [Int] == [1])
    #expect(changes[1]["doc"] as? String == Self.payload)
    #expect((json["edits"] as? [[String: Any]])?.first?["line"] as? Int == 3)
  }

  @Test("what an edit made is counted, however few changes are listed", arguments: [0, 1, 3])
  func counts(limit: Int) throws {
    var report = try report([], (0..<4).map { line("a", "\($0)元", $0 * 3, "{}") })
    report.edits = (1...50).map { index in
      PackEdit(
        action: .removed, subject: "entry \(index)", rule: nil,
        place: Diagnostic.Place(file: "Rules/a.tsv", line: index), detail: "")
    }
    // The last edit made three changes, perhaps also the first, which an edit before it may have made.
    let changes = report.entries.map(\.change)
    var causes = Dictionary(
      uniqueKeysWithValues: changes.dropFirst().map { ($0, Attribution.Cause(edits: [49])) })
    causes[changes[0]] = Attribution.Cause(edits: [48, 49], isProven: false)
    report.explain(by: causes)
    report.list(atMost: limit)
    #expect(report.entries.count == limit)
    #expect(report.omittedCount == 4 - limit)
    #expect(report.countsByEdit == [49: 3])
    #expect(report.likelyCountsByEdit == [48: 1, 49: 1])
    let json = String(decoding: report.json, as: UTF8.self)
    #expect(json.contains(#""changes":3,"likely_changes":1"#))
    let github = report.github()
    #expect(github.contains("line=50::entry 50 removed: 4 changes"))
    #expect(!github.contains("more change::") && !github.contains("::and"))
    let edits = report.text().split(separator: "\n").filter { $0.hasPrefix("[") }
    #expect(edits.count == (limit == 1 ? 2 : limit))
    if limit > 0 { #expect(edits[0] == "[50] Rules/a.tsv:50: entry 50 removed — 3 changes") }
  }

  @Test("documents of one side only are counted, too")
  func disjoint() throws {
    let report = try report(
      ["a", "b"].map { line($0, "1元", 0, "{}") }, ["c"].map { line($0, "1元", 0, "{}") })
    #expect(report.headline == "3 changes in 3 of 3 documents")
    #expect(report.junit.contains("name=\"0 documents unchanged\""))
  }

  @Test("Markdown: no text becomes markup")
  func markdown() throws {
    let text = try Self.example().markdown()
    #expect(text.contains("| value changed | amount | 【5万元】 2-5"))
    #expect(text.components(separatedBy: "</details>").count == 3)
    #expect(!text.contains("<script"))
  }

  @Test("JUnit is XML with a case for each document")
  func junit() throws {
    let parser = XMLParser(data: Data(try Self.example().junit.utf8))
    let counter = Counter()
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.names == ["testsuites": 1, "testsuite": 1, "testcase": 3, "failure": 2])
  }

  @Test("SARIF puts a change at the line of its edit")
  func sarif() throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(try Self.example().sarif(version: "1")))
    let run = try #require(((json as? [String: Any])?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["record-value", "record-added"])
    let text = String(decoding: try Self.example().sarif(version: "1"), as: UTF8.self)
    #expect(
      text.contains(#""uri":"Rules/lexicon/%E8%B4%A7%E5%B8%81.tsv"},"region":{"startLine":3}"#))
  }

  @Test("annotations stand at the edits")
  func github() throws {
    let lines = try Self.example().github().split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("::warning file=Rules/lexicon/货币.tsv,line=3::entry 元 of currency"))
    #expect(lines[0].contains("%0Aa: value changed, amount 【5万元】"))
  }
}

private final class Counter: NSObject, XMLParserDelegate {
  var names: [String: Int] = [:]
  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    names[name, default: 0] += 1
  }
}
