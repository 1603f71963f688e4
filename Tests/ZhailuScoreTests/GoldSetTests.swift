// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuText

@testable import ZhailuScore

@Suite struct GoldSetTests {
  /// Writes files into a folder of its own, reads it as gold, and gives the faults relative to it.
  private func read(_ files: [String: String]) throws -> (gold: GoldSet, faults: [String]) {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gold-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let gold = GoldSet(folder: folder.path)
    let root = folder.path + "/"
    return (gold, gold.faults.map { $0.description.replacingOccurrences(of: root, with: "") })
  }

  private func line(
    _ doc: String = "page-1", type: String = "amount", text: String = "200万元", start: Int = 2,
    end: Int = 7, value: String = #"{"amount":"2000000","currency":"CNY"}"#, more: String = ""
  ) -> String {
    #"{"doc":"\#(doc)","type":"\#(type)","text":"\#(text)","start":\#(start),"end":\#(end),"#
      + #""value":\#(value)\#(more)}"# + "\n"
  }

  @Test func aFolderWithSubfolders() throws {
    let (gold, faults) = try read([
      "dev/page-1.jsonl": line() + "\n" + line(start: 12, end: 17),
      "test/page-2.jsonl": line("page-2"), "test/page-3.jsonl": "", "README.md": "no gold",
    ])
    #expect(faults.isEmpty)
    #expect(gold.documents.map(\.id) == ["page-1", "page-2", "page-3"])
    #expect(gold.documents.map(\.records.count) == [2, 1, 0])
    let page = try #require(gold.document("page-1"))
    #expect(page.lines == [1, 3])
    #expect(page.line(of: page.records[1]) == 3)
    #expect(page.file.hasSuffix("dev/page-1.jsonl"))
  }

  @Test func everyBadLineIsReportedAndTheOthersAreRead() throws {
    let (gold, faults) = try read([
      "page-1.jsonl": [
        line(), "no json\n", line(type: "money"), line(more: #","rule":"amount.plain""#),
        line(start: 7, end: 2), line(end: 8), line(value: #"{"currency":"CNY"}"#),
        line(value: #"{"amount":"1"}"#), line("page-2"), line(), line(start: 20, end: 25),
      ].joined()
    ])
    #expect(gold.documents.map(\.records.count) == [2])
    #expect(
      faults == [
        "page-1.jsonl:2: this line is no record of version 1: it is no JSON object",
        "page-1.jsonl:3: no type of record is called 【money】",
        "page-1.jsonl:4: gold has no rule, this line has 【amount.plain】: it is output, of which "
          + "`zhailu convert --to gold` makes a draft of gold",
        "page-1.jsonl:5: no place runs from 7 to 2",
        "page-1.jsonl:6: 【200万元】 has 5 characters, its place 6",
        "page-1.jsonl:7: the value of this amount needs 【amount】 or 【min】 or 【max】",
        "page-1.jsonl:8: the value of this amount needs 【currency】",
        "page-1.jsonl:9: a file holds one document, and this one is 【page-1】, not 【page-2】",
        "page-1.jsonl:10: line 1 has this amount already",
      ])
  }

  @Test func twoEventsMayShareAPlace() throws {
    let event = line(type: "event", value: #"{"kind":"donation","actor":["甲"],"recipient":[]}"#)
    let (gold, faults) = try read(["page-1.jsonl": event + event])
    #expect(faults.isEmpty && gold.documents[0].records.count == 2)
  }

  @Test func aDocumentInTwoFiles() throws {
    let (gold, faults) = try read(["dev/page-1.jsonl": line(), "test/page-1.jsonl": line()])
    #expect(gold.documents.count == 1)
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("test/page-1.jsonl: the document 【page-1】 stands in "))
  }

  @Test func aFolderWithoutGold() throws {
    let (gold, faults) = try read(["README.md": ""])
    #expect(gold.documents.isEmpty)
    #expect(faults.count == 1 && faults[0].hasSuffix(": no file in this folder ends in .jsonl"))
    #expect(
      GoldSet(folder: "/nowhere").faults.map(\.description) == ["/nowhere: no folder to read"])
  }

  @Test func goldThatDoesNotFitItsText() {
    let gold = GoldSet(records("捐款【200万元】，【3月】", .amount("2000000"), .date("2020-03")))
    func faults(_ text: String) -> [String] {
      gold.misplacements { SourceText(id: $0, text: text) }.map(\.description)
    }
    #expect(faults("捐款200万元，3月").isEmpty)
    #expect(
      faults("捐款300万元") == [
        "gold/page-1.jsonl:1: at 2-7 stands 【300万元】, not 【200万元】",
        "gold/page-1.jsonl:2: 【3月】 ends at 10, the text at 7",
      ])
    #expect(gold.misplacements { _ in nil }.isEmpty)
  }
}
