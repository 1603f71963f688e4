// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuDiff

@Suite("Streams of records")
struct BlockTests {
  private static let value = #"{"amount":"1"}"#
  private static func lines(_ documents: [String], count: Int = 2) -> [String] {
    documents.flatMap { document in
      (0..<count).map { line(document, "1元", $0 * 3, value) }
    }
  }

  @Test("are cut at documents, whatever the pieces", arguments: [1, 2, 3, 50, 4096])
  func blocks(piece: Int) throws {
    var stream = reader(Self.lines(["a", "b", "ab"]) + [""], piece: piece, end: "")
    var found: [String] = []
    while let block = try stream.next() {
      found.append("\(block.document) \(block.firstLine) \(block.lineCount)")
      #expect(block.records { _ in Issue.record() }.count == 2)
    }
    #expect(found == ["a 1 2", "b 3 2", "ab 5 2"])
  }

  @Test("ids with quotes, and lines of another layout")
  func layouts() throws {
    let odd = #"{ "type":"amount", "doc": "b", "text":"1元","start":0,"end":2,"value":{}}"#
    var stream = reader([#"{"doc":"a\"b","x":1}"#, odd, odd])
    #expect(try stream.next()?.document == "a\"b")
    let block = try #require(try stream.next())
    #expect(block.document == "b")
    #expect(block.lineCount == 2)
    #expect(try stream.next() == nil)
  }

  @Test("a bad line is named, and the others are compared")
  func faults() throws {
    let sound = Self.lines(["a"])
    let report = try report(sound, ["{\"doc\":\"a\",", sound[1]])
    #expect(report.faults.map(\.line) == [1])
    #expect(report.count(of: .removed) == 1)
  }

  @Test(
    "a line that is no record, or blank, costs only itself",
    arguments: ["broken", #"{"doc":"a","type""#, #"{"doc":"aa"#, "[]", "{}", "", "  "],
    [[0, 1, 2], [1, 2, 4]])
  func damage(_ broken: String, count: [Int]) throws {
    let sound = Self.lines(["a", "aa", "b"], count: 5)
    for place in count {
      for document in 0..<3 {
        var damaged = sound
        damaged[5 * document + place] = broken
        let isBlank = broken.allSatisfy { $0 == " " }
        let after = try report(sound, damaged)
        #expect(after.changeCount == 1)
        #expect(after.count(of: .removed) == 1)
        #expect(after.documentCount == 3)
        #expect(after.records.new == 14)
        #expect(after.faults.map(\.line) == (isBlank ? [] : [5 * document + place + 1]))
        #expect(after.newFaultCount == after.faults.count)
        let before = try report(damaged, sound)
        #expect(before.changeCount == 1)
        #expect(before.count(of: .added) == 1)
        #expect(before.documentCount == 3)
        #expect(before.newFaultCount == 0)
        #expect(try report(damaged, damaged).changeCount == 0)
      }
    }
  }

  @Test("a line that is no record is told where both sides have it")
  func equalDamage() throws {
    var lines = Self.lines(["a", "b"])
    lines.insert("broken", at: 1)
    let report = try report(lines, lines)
    #expect(report.faults.map(\.line) == [2, 2])
    #expect(report.newFaultCount == 1)
    #expect(report.records == DiffReport.Count(old: 4, new: 4))
  }

  @Test(
    "places that no text has are named",
    arguments: [(-1, 2), (2, 1), (Int.min, Int.max), (0, Int.max)])
  func places(start: Int, end: Int) throws {
    let line =
      #"{"doc":"a","type":"amount","text":"1元","start":\#(start),"end":\#(end),"value":{}}"#
    let report = try report([line], Self.lines(["a"]))
    #expect(report.faults.map(\.line) == [1])
  }

  @Test(
    "documents find each other in any order",
    arguments: [["a", "b", "c", "d"], ["d", "c", "b", "a"], ["b", "c", "d", "a"], ["b", "a"]])
  func pairing(new: [String]) throws {
    let report = try report(Self.lines(["a", "b", "c", "d"]), Self.lines(new))
    #expect(report.changedDocuments == 4 - new.count)
    #expect(report.changeCount == 2 * (4 - new.count))
    #expect(report.records.new == 2 * new.count)
  }

  @Test("a document that comes twice is compared with its like")
  func twice() throws {
    let lines = Self.lines(["a", "b", "a"])
    #expect(try report(lines, lines).isDifferent == false)
    #expect(try report(lines, Self.lines(["a", "b"])).count(of: .removed) == 2)
  }

  @Test("above the limit changes are counted and not kept")
  func limit() throws {
    let report = try report([], Self.lines(["a", "b"]), limit: 3)
    #expect(report.changeCount == 4)
    #expect(report.entries.count == 3)
    #expect(report.omittedCount == 1)
    #expect(report.text().hasSuffix("and 1 more change; --limit 0 shows all"))
  }
}
