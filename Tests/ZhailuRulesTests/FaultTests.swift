// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("Faults of rule packs")
struct FaultTests {
  @Test("each is told whole: its place, the text, and what to do", arguments: FaultCase.all)
  func message(fault: FaultCase) {
    #expect(Pack.faults(Pack.source(fault.changes)) == fault.expected)
  }

  @Test("no case stands twice, and there are many")
  func many() {
    #expect(Set(FaultCase.all.map(\.name)).count == FaultCase.all.count)
    #expect(FaultCase.all.count > 100)
  }

  @Test("faults of all files come in one run, in the order of their places")
  func all() {
    let faults = Pack.faults(
      Pack.source([
        .edit("amount.yaml", "finds: amount", "finds: x"),
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n元\tCNY\n\tUSD\n元\tA\tB\n"),
        .put("stages.yaml", Pack.stages + "helpers: [number]\n"),
      ]))
    #expect(
      faults == [
        "Rules/amount.yaml:1:9: no type of mention is called 【x】; known are organization, amount, "
          + "quantity, date, number, ordinal",
        "Rules/lexicon/currency.tsv:3:1: the entry 【元】 stands in line 2 already; delete one",
        "Rules/lexicon/currency.tsv:4:1: an entry without a form",
        "Rules/lexicon/currency.tsv:5:1: this line has 3 fields, the header 2: 【元】",
        "Rules/stages.yaml:4:11: 【number】 is a type of records; a helper has a name of its own",
      ])
  }

  @Test("a pack without stages says so")
  func noStages() {
    let files = [RuleSource.File(path: "amount.yaml", displayPath: "R/amount.yaml", text: "")]
    #expect(
      Pack.faults(RuleSource(files: files)) == [
        "R/amount.yaml:1:1: this pack has no file 【stages.yaml】, which says what is read in which "
          + "order"
      ])
  }

  @Test("a file of nothing but faults stops at two hundred")
  func limit() {
    let rules = String(repeating: "- rule: X\n", count: 500)
    let faults = Pack.faults(Pack.source([.put("amount.yaml", rules)]))
    #expect(faults.count == 201)
    #expect(
      faults.count { $0.hasSuffix("more than 【200】 faults in this file; mend the others first") }
        == 1)
  }

  @Test("what a hostile file has in a name is shown, not obeyed")
  func shown() {
    let place = Diagnostic.Place(file: "a", line: 1)
    #expect(Diagnostic(place, "【\u{1B}[2J\u{202E}】").message == "【\\u{1B}[2J\\u{202E}】")
    let long = Diagnostic(place, String(repeating: "字", count: 100_000)).message
    #expect(long.unicodeScalars.count < 400)
  }
}

@Suite("The text of rule files")
struct RuleTextTests {
  private func fault(_ bytes: [UInt8], path: String = "a.yaml") -> String? {
    switch RuleText.read(bytes, path: path, displayPath: "Rules/\(path)") {
    case .success: nil
    case .failure(let fault): fault.diagnostic.description
    }
  }

  @Test(
    "bytes that are no text have their place",
    arguments: [
      (
        [0xE5, 0x85, 0x83, 0x0A, 0x61, 0x00],
        "2:2: 【NUL】 stands here, which no text has; is this a text file?"
      ),
      ([0xE5, 0x85, 0x83, 0xE5, 0x85], "1:2: the byte 【E5】 is not UTF-8; save the file as UTF-8"),
      ([0x61, 0xFF], "1:2: the byte 【FF】 is not UTF-8; save the file as UTF-8"),
      ([0xFF, 0xFE, 0x61, 0x00], "1:1: this file is 【UTF-16】; save it as UTF-8"),
      ([0x61, 0x0D, 0x62], "1:2: a line ends in 【CR】 alone; save the file with LF or CRLF"),
      ([0x61, 0x1B], "1:2: the control character 【\\u{1B}】 has no place in a rule file"),
    ] as [([UInt8], String)])
  func faults(bytes: [UInt8], expected: String) {
    #expect(fault(bytes) == "Rules/a.yaml:\(expected)")
  }

  @Test("a file that is too long is refused by its size")
  func long() {
    #expect(
      fault([UInt8](repeating: 0x20, count: 512 << 10 + 1))
        == "Rules/a.yaml:1:1: this file has 【524289】 bytes; a rule file has at most 512 KB: split it"
    )
  }

  @Test("a byte order mark and CRLF are fine")
  func fine() throws {
    let read = RuleText.read(
      [0xEF, 0xBB, 0xBF] + Array("a\r\nb".utf8), path: "a.yaml", displayPath: "a")
    #expect(try read.get() == "a\r\nb")
  }
}

@Suite("The guard before the YAML parser")
struct YAMLGuardTests {
  @Test(
    "brackets, quotes and marks in text are text",
    arguments: [
      "- text: a [b\n- text: c [d\n", "- text: 'it''s [[[[[[[[[[[[[[[[[['\n",
      "- text: \"\\\"[[[[[[[[[[[[[[[[[[\"\n",
      "a: x # [[[[[[[[[[[[[[[[[[[[[\nb: *c\n".replacing("*", with: "c*"),
      "a: one\n  two *three &four [five\nb: c\n", "- says: |\n    *a [b\n    --- !x\n  b: c\n",
      "a: [b,\n  c, d]\nb: {e: 'f', g: \"h\"}\n", "---\na: b\n", "# [[[[\n- a\n",
    ])
  func harmless(text: String) {
    #expect(YAMLGuard.fault(in: text) == nil)
  }

  @Test(
    "nesting and aliases do not hide",
    arguments: [
      ("- a\n  \"\n- [[[[[[[[[[[[[[[[[\n  \"\n", 3),
      ("\"k\": a\n   \"\nb: [[[[[[[[[[[[[[[[[\n \"\n", 3),
      ("- a: |\n   x\n  b: [[[[[[[[[[[[[[[[[\n", 3),
      ("[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n[\n", 17),
      ("a: [b, c, *d]\n", 1), ("a: {b: &c d}\n", 1), ("- - - *a\n", 1), ("# c\na:\n  *b\n", 3),
    ])
  func found(text: String, line: Int) {
    #expect(YAMLGuard.fault(in: text)?.line == line)
  }
}
