// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `zhailu explain`, as a user runs it.
@Suite("zhailu explain")
struct ExplainTests {
  /// A pack of one rule, and a corpus of one article with three lines of gold.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(RulesTests.rule, to: "pack/amount.yaml")
    try folder.write("form\tcurrency\n元\tCNY\n", to: "pack/lexicon/currency.tsv")
    try folder.write(
      "stages:\n  - stage: amounts\n    files: [amount.yaml]\n", to: "pack/stages.yaml")
    try folder.write("给5元,又给6块,共7元。", to: "corpus/articles/dev/a.txt")
    try folder.write("给5元。", to: "corpus/articles/test/b.txt")
    let gold = """
      {"doc":"a","article":"a#1","type":"amount","text":"5元","start":1,"end":3,\
      "value":{"amount":"5","currency":"CNY"},"id":"a:1-3:amount"}
      {"doc":"a","article":"a#1","type":"amount","text":"6块","start":6,"end":8,\
      "value":{"amount":"6","currency":"CNY"},"id":"a:6-8:amount"}

      """
    try folder.write(gold, to: "corpus/gold/dev/a.jsonl")
    try folder.write(gold, to: "corpus/gold/test/b.jsonl")
    return folder
  }

  private func explain(_ arguments: String...) throws -> Program {
    try Program(["explain", "--rules", "pack"] + arguments, in: try folder())
  }

  private static let missed = """
    gold: 【6块】 6-8  amount  amount 6, currency CNY
    found: nothing
    Tried near here:
      amount.plain: read 6 ({amount} 6), then wanted {currency} (lexicon currency), found 块,共7元。

    """

  @Test(
    "of a miss of the gold it says what each rule tried, however the place is named",
    arguments: [
      ["corpus/gold/dev/a.jsonl:2"], ["a 6-8", "--corpus", "corpus"],
      ["a:6-8", "--corpus", "corpus"], ["a:6-8:amount", "--corpus", "corpus"],
    ])
  func miss(place: [String]) throws {
    let program = try Program(
      ["explain", "--rules", "pack", "--gold"] + place, in: try folder())
    #expect(program.errors == "")
    #expect(program.output == Self.missed)
  }

  @Test(
    "the end of a line, which patterns and lexicons write ↵, is shown so",
    arguments: [("↵", "", "↵"), ("{end}", ", end: lexicon end", "{end} (lexicon end)")])
  func lineEnd(pattern: String, slot: String, wanted: String) throws {
    let folder = try folder()
    let rule = RulesTests.rule
      .replacingOccurrences(of: "{currency}】", with: "{currency}】\(pattern)")
      .replacingOccurrences(of: "lexicon currency", with: "lexicon currency\(slot)")
    try folder.write(rule, to: "pack/amount.yaml")
    try folder.write("form\n↵\n", to: "pack/lexicon/end.tsv")
    try folder.write("给5元\n给6元了", to: "a.txt")
    let all = try Program("explain", "--rules", "pack", "a.txt", in: folder)
    #expect(all.errors == "")
    #expect(all.lines.first == "【5元】↵ 1-3  amount  amount 5, currency CNY")
    let other = try Program("explain", "--rules", "pack", "a.txt", "--at", "5", in: folder)
    #expect(other.output.contains("then wanted \(wanted), found 了\n"))
  }

  @Test("of several documents each is named, and words are shown as they are spelt")
  func severalDocuments() throws {
    let folder = try folder()
    try folder.write("給５元", to: "a.txt")
    try folder.write("给6元", to: "b.txt")
    let run = try Program("explain", "--rules", "pack", "a.txt", "b.txt", in: folder)
    #expect(run.output.contains("== a\n【５元】 1-3  amount"), "\(run.output)")
    #expect(run.output.contains("    amount = ５  number 5\n"))
    #expect(run.output.contains("== b\n【6元】 1-3  amount"))
    let one = try Program("explain", "--rules", "pack", "b.txt", in: folder)
    #expect(!one.output.contains("=="))
    let tried = try Program("explain", "--rules", "pack", "又５塊錢", "--at", "1", in: folder)
    #expect(tried.output.contains("found 塊錢"), "\(tried.output)")
  }

  @Test("of a hit it says that it was found, and by which rule")
  func hit() throws {
    let program = try explain("--gold", "corpus/gold/dev/a.jsonl:1")
    #expect(
      program.lines.prefix(2) == [
        "gold: 【5元】 1-3  amount  amount 5, currency CNY",
        "found: 【5元】 1-3  amount  amount 5, currency CNY  by amount.plain",
      ])
  }

  @Test("lists of an event are shown, and not left out")
  func lists() throws {
    let folder = try folder()
    try folder.write(
      #"{"doc":"a","type":"event","text":"给5元","start":0,"end":3,"#
        + #""value":{"kind":"donation","actor":["甲","乙"],"recipient":[]},"id":"a:0-3:event"}"#
        + "\n",
      to: "corpus/gold/dev/a.jsonl")
    let program = try Program(
      "explain", "--rules", "pack", "--gold", "corpus/gold/dev/a.jsonl:1", in: folder)
    #expect(
      program.lines.first
        == "gold: 【给5元】 0-3  event  actor [甲, 乙], kind donation, recipient []")
  }

  @Test("of a false alarm it says that the gold has nothing there")
  func falseAlarm() throws {
    let program = try explain("--gold", "a 10-12", "--corpus", "corpus")
    #expect(
      program.lines.prefix(2) == [
        "gold: nothing at 10-12",
        "found: 【7元】 10-12  amount  amount 7, currency CNY  by amount.plain",
      ])
  }

  @Test(
    "a place that is none is told",
    arguments: [
      ("corpus/gold/dev/a.jsonl", 2, "write FILE:LINE"),
      ("corpus/gold/dev/a.jsonl:9", 2, "has no line 9 with a mention"),
      ("corpus/a.jsonl:1", 2, "stands in no folder 【gold】"),
      ("corpus/gold/test/b.jsonl:1", 2, "of the test half only scores are shown"),
      ("b 1-3", 2, "no article in it is called 【b】"), ("a 90-91", 2, "a: ends at 13, before 91"),
    ])
  func faults(place: String, status: Int32, message: String) throws {
    let program = try explain("--gold", place, "--corpus", "corpus")
    #expect(program.status == status)
    #expect(program.errors.contains(message), "\(program.errors)")
    #expect(program.output == "")
  }

  @Test("a place and a text exclude each other; a place beyond the text is told")
  func arguments() throws {
    let both = try explain("5元", "--gold", "a 1-3")
    #expect(both.status == 2 && both.errors.contains("give no other"))
    let beyond = try explain("5元", "--at", "2")
    #expect(beyond.status == 2)
    #expect(beyond.errors.contains("--at 2: the text has 2 characters, from 0"))
    #expect(beyond.output == "")
    let before = try explain("5元", "--at", "-1")
    #expect(before.status == 2)
    #expect(before.errors.contains("--at -1: the text has 2 characters, from 0"))
  }

  @Test("of a text it says what made each mention, what lost, and what did not match")
  func text() throws {
    let program = try explain("5元和6块", "--at", "3")
    #expect(
      program.output == """
        No rule matched at 3.
        Tried near here:
          amount.plain: read 6 ({amount} 6), then wanted {currency} (lexicon currency), found 块

        """)
    let found = try explain("5元")
    #expect(
      found.output == """
        【5元】 0-2  amount  amount 5, currency CNY
          created by amount.plain
            amount = 5  number 5
            currency = 元  lexicon currency, line 2 → currency CNY

        """)
  }
}
