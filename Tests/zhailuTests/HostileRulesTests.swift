// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("Hostile folders of rules")
struct HostileRulesTests {
  /// The faults of a pack with one more file, and what it takes to read it.
  private func faults(
    _ prepare: (TemporaryFolder) throws -> Void
  ) throws -> (lines: [String], seconds: Double) {
    let folder = try TemporaryFolder()
    try folder.write(RulesTests.rule, to: "pack/amount.yaml")
    try folder.write("form\tcurrency\n元\tCNY\n", to: "pack/lexicon/currency.tsv")
    try folder.write("stages:\n  - stage: a\n    files: [amount.yaml]\n", to: "pack/stages.yaml")
    try prepare(folder)
    func check() throws -> BoundedProgram {
      try BoundedProgram("rules", "check", "--rules", "pack", in: folder, bytes: 256_000_000)
    }
    var program = try check()
    // What else the machine does only ever adds to a time.
    for _ in 0..<2 where program.seconds >= Self.mostSeconds { program = try check() }
    #expect(program.status == 2)
    return (program.errors.split(separator: "\n").map(String.init), program.seconds)
  }

  /// Of the processor. A debug build, which the tests mostly are, takes up to six times as long.
  #if DEBUG
    private static let mostSeconds = 6.0
  #else
    private static let mostSeconds = 1.0
  #endif

  private static func repeated(_ text: String) -> Data {
    Data(String(repeating: text, count: (512 << 10) / text.utf8.count).utf8)
  }

  private static let files: [(String, Data, String)] = [
    (
      "amount.yaml", repeated("- {}\n"),
      "pack/amount.yaml:1001:1: more than 【1000】 rules in a file; split it"
    ),
    (
      "amount.yaml", Data("- rule: x\n  where:\n".utf8) + repeated("    k: number\n").dropLast(99),
      "pack/amount.yaml:3:5: the key 【k】 stands twice here; delete one"
    ),
    (
      "amount.yaml",
      Data(
        ("- rule: amount.x\n  finds: amount\n  says: x\n  pattern: \"a\"\n  where:\n    a: lexicon "
          + (0..<25_000).map { "c[n=\($0)]" }.joined(separator: " ") + "\n").utf8),
      "pack/amount.yaml:1:9: 【amount.x】 has 0 counterexamples; a rule has at least 3 that must not be "
        + "found"
    ),
    (
      "amount.yaml", repeated("["),
      "pack/amount.yaml:1:17: brackets are nested more than 16 deep; nothing in a rule file is"
    ),
    (
      "amount.yaml", repeated("[\n"),
      "pack/amount.yaml:17:1: brackets are nested more than 16 deep; nothing in a rule file is"
    ),
    (
      "amount.yaml", repeated("- "),
      "pack/amount.yaml:1:103: this line begins more than 100 columns in; nothing in a rule file is "
        + "nested so deep"
    ),
    (
      "amount.yaml",
      Data("- &a [x]\n- &b [*a,*a,*a,*a,*a,*a,*a,*a]\n- &c [*b,*b,*b,*b,*b,*b]\n".utf8),
      "pack/amount.yaml:1:3: aliases (&name, *name) are not used in rule files; write the value out, "
        + "and a text that begins with 【&】 in quotes"
    ),
    (
      "amount.yaml", Data(repeating: UInt8(ascii: "a"), count: 50_000_000),
      "pack/amount.yaml:1:1: this file has 【50000000】 bytes; a rule file has at most 512 KB: split it"
    ),
    (
      "lexicon/big.tsv", Data(repeating: UInt8(ascii: "a"), count: 50_000_000),
      "pack/lexicon/big.tsv:1:1: this file has 【50000000】 bytes; a lexicon has at most 16 MB: split it"
    ),
    (
      "lexicon/zero.tsv", Data("form\n元\n\u{0}\n".utf8),
      "pack/lexicon/zero.tsv:3:1: 【NUL】 stands here, which no text has; is this a text file?"
    ),
    (
      "lexicon/gbk.tsv", Data("form\n".utf8) + Data([0xB9, 0xAB, 0x0A]),
      "pack/lexicon/gbk.tsv:2:1: the byte 【B9】 is not UTF-8; save the file as UTF-8"
    ),
    (
      "amount.yml", Data("- rule: a\n".utf8),
      "pack/amount.yml:1:1: the name of a rule file ends in 【.yaml】; it would not be read"
    ),
    (
      "words.tsv", Data("form\n".utf8),
      "pack/words.tsv:1:1: lexicons stand in the folder 【lexicon】; it would not be read"
    ),
    (
      "lexicon/words.csv", Data("form\n".utf8),
      "pack/lexicon/words.csv:1:1: the name of a lexicon ends in 【.tsv】; it would not be read"
    ),
    (
      "lexicon/words.Tsv", Data("form\n".utf8),
      "pack/lexicon/words.Tsv:1:1: the name of a lexicon ends in 【.tsv】, in small letters; it would "
        + "not be read"
    ),
    (
      "Lexicon/words.tsv", Data("form\n".utf8),
      "pack/Lexicon/words.tsv:1:1: the folder of lexicons is called 【lexicon】, in small letters; it "
        + "would not be read"
    ),
    (
      "lexicon/words.xlsx", Data("PK".utf8),
      "pack/lexicon/words.xlsx:1:1: a lexicon is a text whose name ends in 【.tsv】, with tabs between "
        + "the fields; save the table so; it would not be read"
    ),
    (
      "amount.YAML", Data("- rule: a\n".utf8),
      "pack/amount.YAML:1:1: the name of a rule file ends in 【.yaml】; it would not be read"
    ),
  ]

  @Test("a file that would exhaust the program is refused with its place", arguments: files)
  func file(path: String, data: Data, expected: String) throws {
    let (lines, seconds) = try faults { try $0.write(data, to: "pack/\(path)") }
    #expect(lines.first == expected)
    #expect(seconds < Self.mostSeconds)
  }

  @Test("more lists in a table of evidence than there can be are a fault, not a fall")
  func lists() throws {
    let (lines, seconds) = try faults { folder in
      let rule = """

        - rule: organization.x
          finds: organization
          says: x
          pattern: "{currency}"
          where: { currency: lexicon currency }
          evidence: weights
        """
      try folder.write(RulesTests.rule + rule, to: "pack/amount.yaml")
      let lines = (0..<100_000).map { "{a\($0)}\tbefore\t1\n" }.joined()
      try folder.write("form\twhere\tweight\n" + lines, to: "pack/lexicon/weights.tsv")
    }
    #expect(
      lines.contains("pack/lexicon/weights.tsv:1:1: more than 【64】 lists in braces in this table"))
    #expect(seconds < Self.mostSeconds)
  }

  @Test("links out of the folder, links to folders and pipes are not followed")
  func links() throws {
    let (lines, _) = try faults { folder in
      try folder.write("form\n秘\n", to: "secret.tsv")
      let pack = folder.file("pack").path()
      let manager = FileManager.default
      try manager.createSymbolicLink(
        atPath: "\(pack)/lexicon/out.tsv", withDestinationPath: "../../secret.tsv")
      try manager.createSymbolicLink(atPath: "\(pack)/loop", withDestinationPath: ".")
      try manager.createSymbolicLink(atPath: "\(pack)/gone.yaml", withDestinationPath: "nowhere")
      #expect(mkfifo("\(pack)/pipe.yaml", 0o600) == 0)
    }
    #expect(
      lines == [
        "pack/gone.yaml:1:1: this link leads nowhere",
        "pack/lexicon/out.tsv:1:1: this link leads out of the folder; copy the file here",
        "pack/loop:1:1: a link to a folder is not followed; copy the folder here",
        "pack/pipe.yaml:1:1: this is no file but a pipe or device; a rule file is a file",
        "4 faults in the rules; they were not used.",
      ])
  }

  @Test("a folder that is none of rules is refused")
  func noRules() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "pack/readme.txt")
    let program = try Program("rules", "check", "--rules", "pack", in: folder)
    #expect(program.status == 2)
    #expect(
      program.errors
        == "pack: this folder has no rules: no file in it ends in .yaml, none in lexicon/ "
        + "in .tsv\n")
  }
}
