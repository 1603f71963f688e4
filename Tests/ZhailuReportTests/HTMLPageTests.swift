// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuDiff
import ZhailuRecords
import ZhailuText
import ZhailuValues

@testable import ZhailuReport

@Suite("Pages of HTML")
struct HTMLPageTests {
  /// What a hostile article, id, rule or value may hold.
  static let payloads = [
    "<script>document.title='owned'</script>", "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">", "</style><style>*{display:none}</style>",
    "\"><svg onload=document.title='owned'>", "<!--<script>", "-->", "]]>", "&lt;b&gt;",
    "javascript:document.title='owned'",
    "<iframe srcdoc='<script>parent.document.title=1</script>'>",
    "\u{2028}\u{2029}\u{202E}txt.exe", "\\u003cscript>", "'\"`${document.title='owned'}",
    "\0\u{7F}",
    "<base href=//example.org>", "<meta http-equiv=refresh content='0;url=//example.org'>",
  ]

  static let source = SourceText(
    id: payloads[1], text: payloads.joined(separator: "\n"),
    published: PublicationDate(year: 2020, month: 3, day: 20))

  /// A mention over each payload, which is its text, rule and value.
  static var records: [Record] {
    var start = 0
    return payloads.enumerated().map { index, payload in
      let length = payload.unicodeScalars.count
      defer { start += length + 1 }
      return Record(
        document: source.id, article: nil, type: MentionType.allCases[index % 7], text: payload,
        span: Span(start: start, end: start + length),
        value: Record.Fields([("name", .text(payload)), ("actor", .list([payload]))]),
        rule: payload)
    }
  }

  static func extractPage() -> String {
    let head = ReportHead(title: payloads[0], subtitle: payloads[1], made: payloads[2])
    let page = ExtractReport(
      head: head, documents: [ReportDocument(source, records: records)]
    ).page
    return String(decoding: page.bytes, as: UTF8.self)
  }

  static func diffPage() throws -> String {
    var json = JSONWriter()
    for record in records { record.write(to: &json) }
    let block = RecordBlock(
      document: source.id, bytes: json.bytes, lineCount: records.count, file: payloads[0])
    var report = DiffReport(oldName: payloads[0], newName: payloads[1])
    try report.compare(BlockList([]), BlockList([block]))
    report.notes = payloads
    let head = ReportHead(title: payloads[0], subtitle: payloads[1], made: "")
    let page = DiffPage(head: head, report: report, sources: [source.id: source]).page
    return String(decoding: page.bytes, as: UTF8.self)
  }

  @Test("no text of the data is markup: the page has just the elements of its own")
  func elements() throws {
    for page in [Self.extractPage(), try Self.diffPage()] {
      func count(_ text: String) -> Int { page.components(separatedBy: text).count - 1 }
      let data = try #require(page.firstRange(of: "id=\"data\">"))
      let rest = page[data.upperBound...]
      let end = try #require(rest.firstRange(of: "</script>"))
      let inside = rest[..<end.lowerBound]
      #expect(!inside.contains("<") && !inside.contains(">") && !inside.contains("&"))
      #expect(!inside.unicodeScalars.contains("\u{2028}"))
      let parsed = try JSONSerialization.jsonObject(with: Data(inside.utf8)) as? [String: Any]
      #expect(parsed?["subtitle"] as? String == Self.payloads[1])
      #expect(count("<script") == 2 && count("</script>") == 2)
      #expect(count("<style>") == 1 && count("</style>") == 1)
    }
  }

  @Test("the policy allows its own style and script by digest, and nothing else")
  func policy() throws {
    let page = Self.extractPage()
    #expect(page.contains("default-src 'none'; style-src 'sha256-"))
    #expect(!page.contains("unsafe-"))
    #expect(!page.contains("style=\""))
    // No address outside: the only one is the name of the vector format.
    let addresses = page.components(separatedBy: "//").dropFirst().filter {
      $0.hasPrefix("www.") || $0.hasPrefix("cdn")
    }
    #expect(addresses.allSatisfy { $0.hasPrefix("www.w3.org/2000/svg") })
  }

  @Test("digests in base 64, as the standards give them")
  func digest() {
    #expect(HTMLPage.digest("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    #expect(HTMLPage.base64(Array("f".utf8)) == "Zg==")
    #expect(HTMLPage.base64(Array("fo".utf8)) == "Zm8=")
    #expect(HTMLPage.base64(Array("foobar".utf8)) == "Zm9vYmFy")
  }
}

/// Blocks that are in memory.
private struct BlockList: BlockStream {
  private var blocks: ArraySlice<RecordBlock>
  init(_ blocks: [RecordBlock]) { self.blocks = blocks[...] }
  mutating func next() -> RecordBlock? { blocks.popFirst() }
}
