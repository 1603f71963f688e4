// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("zhailu diff")
struct DiffTests {
  private static let trigger = "form\tcurrency\tevidence\n"
  private static let entry = "义卖\tCNY\timplied: 义卖\n"

  /// Articles, and records of them that the shipped rules made or, where it is named, a folder's.
  private static func project(rules: String? = nil) throws -> TemporaryFolder {
    let files = try TemporaryFolder()
    try files.write("社区义卖200万。又募捐5万元。", to: "articles/a.txt")
    try files.write("没有什么。", to: "articles/b.txt")
    if let rules { try write(pack: rules, to: files) }
    let run = try Program(
      ["extract", "articles", "-o", "kept"] + (rules.map { ["--rules", $0] } ?? []), in: files)
    #expect(run.status == 0)
    return files
  }

  /// A pack of its own, of one rule: each trial of an edit reads a whole pack.
  private static func write(pack: String, to files: TemporaryFolder, with entry: String = "") throws
  {
    try files.write(
      "stages:\n  - stage: amounts\n    files: [amount.yaml]\n", to: "\(pack)/stages.yaml")
    try files.write(rule, to: "\(pack)/amount.yaml")
    try files.write(
      trigger + "募捐\tCNY\timplied: 募捐\n" + entry,
      to: "\(pack)/lexicon/money-trigger.tsv")
  }

  private static let rule = """
    - rule: amount.implied
      finds: amount
      says: A number behind a word that speaks of money.
      pattern: "{trigger}【{amount}】"
      where: { amount: number, trigger: lexicon money-trigger }
      examples:
        - texts: [ 募捐【5万】, 募捐【五万】, 募捐【20】整 ]
      counterexamples:
        - { text: 5人, why: people }
        - { text: 募捐, why: no number }
        - { text: 五, why: nothing speaks of money }
    """

  @Test("equal outputs: exit code 0")
  func equal() throws {
    let files = try Self.project(rules: "rules")
    let run = try Program("diff", "kept", "kept", in: files)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("kept → kept: no change in 1 document\n"))
  }

  @Test("kept records against rules, the edit named; --accept renews them")
  func accept() throws {
    let files = try Self.project()
    try files.write(Self.trigger, to: "old/lexicon/money-trigger.tsv")
    try files.write(Self.trigger + Self.entry, to: "rules/lexicon/money-trigger.tsv")
    let arguments = ["diff", "kept", "rules", "--articles", "articles", "--old-rules", "old"]
    let run = try Program(arguments, in: files)
    #expect(run.status == 1)
    #expect(
      run.output.contains(
        "[1] rules/lexicon/money-trigger.tsv:2: entry 义卖 of money-trigger added"), "\(run.output)")
    #expect(run.output.contains("+ amount 【200万】 4-8"))
    #expect(run.output.contains("(amount.implied) [1]\n      社区义卖【200万】。"))
    // An article that is gone leaves no records behind.
    try files.write("", to: "kept/gone.jsonl")
    #expect(try Program(arguments + ["--accept"], in: files).status == 0)
    #expect(try Program(arguments, in: files).status == 0)
    #expect(!FileManager.default.fileExists(atPath: files.file("kept/gone.jsonl").path()))
    #expect(!FileManager.default.fileExists(atPath: files.file("kept.new").path()))
  }

  @Test("a folder with rules in a folder of its own is one of rules: its faults are told")
  func rulesInFolder() throws {
    let files = try Self.project(rules: "old")
    try files.write(Self.rule, to: "new/money/amount.yaml")
    let run = try Program("diff", "kept", "new", "--articles", "articles", in: files)
    #expect(run.status == 2)
    #expect(
      run.errors.hasPrefix(
        "new/money/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】; known are "),
      "\(run.output)\(run.errors)")
  }

  @Test("two revisions: the rule edit of a branch is named")
  func revisions() throws {
    let files = try Self.project(rules: "Rules")
    func git(_ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments =
        ["git", "-c", "user.name=t", "-c", "user.email=t@t", "-c", "commit.gpgsign=false"]
        + arguments
      process.currentDirectoryURL = files.url
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    try git("init", "-b", "main")
    try git("add", "Rules")
    try git("commit", "-m", "Rules")
    try git("checkout", "-b", "edit")
    try Self.write(pack: "Rules", to: files, with: Self.entry)
    try git("commit", "-am", "Find amounts after 义卖")
    let run = try Program(
      "diff", "main", "edit", "--articles", "articles", "--format", "github", in: files)
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix("::warning file=Rules/lexicon/money-trigger.tsv,line=3::entry 义卖 of"))
    let folder = try Program("diff", "main", "Rules", "--articles", "articles", in: files)
    #expect(folder.output.contains("1 change in 1 of 1 document"), "\(folder.output)")
  }

  @Test("what an edit made is counted whatever --limit lists; --also writes other formats")
  func limit() throws {
    let files = try Self.project(rules: "old")
    try files.write("村里义卖30万。又义卖50万。", to: "articles/c.txt")
    try Self.write(pack: "new", to: files, with: Self.entry)
    let run = try Program(
      "diff", "old", "new", "--articles", "articles", "--limit", "1", "--also", "json=d.json",
      "--also", "markdown=d.md", in: files)
    #expect(run.status == 1)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: files.file("d.json")))
        as? [String: Any])
    #expect((json["changes"] as? [Any])?.count == 1)
    let count = try #require(json["changes_count"] as? Int)
    #expect(count > 2)
    #expect((json["edits"] as? [[String: Any]])?.first?["changes"] as? Int == count)
    #expect(run.output.contains("added: currency CNY, evidence implied: 义卖 — \(count) changes"))
    #expect(FileManager.default.fileExists(atPath: files.file("d.md").path()))
    let refused = try Program("diff", "old", "new", "--also", "paper=x", in: files)
    #expect(refused.status == 2)
  }

  @Test("what names nothing is said")
  func nothing() throws {
    let run = try Program("diff", "nothing", "kept", in: try Self.project(rules: "rules"))
    #expect(run.status == 2)
    #expect(
      run.errors == "nothing: there is no such file or folder, and git knows no such revision\n")
  }

  @Test("records are compared, not what else the program writes")
  func tables() throws {
    let files = try TemporaryFolder()
    for (name, kind) in [("a.csv", "a table"), ("a.db", "a database"), ("a.html", "a page")] {
      try files.write("", to: name)
      let run = try Program("diff", name, name, in: files)
      #expect(run.status == 2)
      #expect(run.errors == "\(name): is \(kind); diff compares records, which end in .jsonl\n")
    }
  }

  @Test("--accept needs kept records")
  func acceptRules() throws {
    let files = try Self.project(rules: "rules")
    #expect(try Program("diff", "rules", "rules", "--accept", in: files).status == 2)
  }

  /// Kept records of two articles in a folder and in a file, and others to take their place.
  private static func keptRecords() throws -> (files: TemporaryFolder, kept: [String: String]) {
    let files = try TemporaryFolder()
    let line = { (document: String, start: Int) in
      #"{"doc":"\#(document)","type":"amount","text":"1元","start":\#(start),"#
        + #""end":\#(start + 2),"value":{"amount":"1","currency":"CNY"}}"# + "\n"
    }
    let (a, b) = (line("a", 0) + line("a", 5) + line("a", 9), line("b", 0))
    try files.write(a, to: "kept/a.jsonl")
    try files.write(b, to: "kept/b.jsonl")
    try files.write(a + b, to: "kept.jsonl")
    return (files, ["kept/a.jsonl": a, "kept/b.jsonl": b, "kept.jsonl": a + b])
  }

  private static func expectKept(
    _ old: String, _ new: String, status: Int32, says: String,
    write: (TemporaryFolder, String) throws -> Void
  ) throws {
    let (files, kept) = try keptRecords()
    try write(files, kept["kept/a.jsonl"] ?? "")
    let run = try Program("diff", old, new, "--accept", in: files)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains("\(old) was not renewed, and nothing of it is deleted: "))
    #expect(run.errors.contains(says), "\(run.errors)")
    #expect(!run.errors.contains("is renewed"))
    for (name, text) in kept {
      #expect(try String(contentsOf: files.file(name), encoding: .utf8) == text, "\(name)")
    }
  }

  @Test("--accept keeps what is kept where lines of the other side cannot be read")
  func acceptUnreadable() throws {
    let says = "1 line of new could not be read; mend or write them anew, and accept again"
    try Self.expectKept("kept", "new", status: 3, says: says) { files, a in
      try files.write(a + "broken\n", to: "new/a.jsonl")
      try files.write("", to: "new/b.jsonl")
    }
    try Self.expectKept("kept.jsonl", "new.jsonl", status: 3, says: "1 line of new.jsonl") {
      try $0.write("{\"doc\":\"a\"\n" + $1, to: "new.jsonl")
    }
  }

  @Test("--accept keeps what is kept where the other side has no records, or is not done")
  func acceptNothing() throws {
    let says = "has no records at all; look whether it is what was meant"
    try Self.expectKept("kept", "new", status: 2, says: "new " + says) { files, _ in
      try FileManager.default.createDirectory(
        at: files.file("new"), withIntermediateDirectories: false)
    }
    try Self.expectKept("kept", "new", status: 2, says: "new " + says) { files, _ in
      try files.write("x", to: "new/x.txt")
    }
    try Self.expectKept("kept", "new", status: 2, says: "new " + says) { files, _ in
      try files.write("", to: "new/a.jsonl")
    }
    try Self.expectKept("kept.jsonl", "new.jsonl", status: 2, says: "new.jsonl " + says) {
      files, _ in
      try files.write("", to: "new.jsonl")
    }
    try Self.expectKept("kept", "new", status: 2, says: "has not ended; extract --resume") {
      try $0.write($1, to: "new/a.jsonl")
      try $0.write("", to: "new/.journal.next")
    }
  }

  @Test("--accept keeps what is kept where documents failed that did not fail before")
  func acceptFailed() throws {
    let failure = "{\"doc\":\"b\",\"place\":\"b.txt\",\"error\":\"x\"}\n"
    let says = "1 document of new could not be read, as its errors.jsonl says"
    try Self.expectKept("kept", "new", status: 3, says: says) { files, a in
      try files.write(a, to: "new/a.jsonl")
      try files.write(failure, to: "new/errors.jsonl")
      try files.write("{\"program\":\"zhailu 1\"}\n", to: "new/run.json")
    }
    let (files, kept) = try Self.keptRecords()
    for side in ["kept", "new"] {
      try files.write(failure, to: "\(side)/errors.jsonl")
      try files.write("{\"program\":\"zhailu 1\"}\n", to: "\(side)/run.json")
    }
    try files.write(kept["kept/a.jsonl"] ?? "", to: "new/a.jsonl")
    #expect(try Program("diff", "kept", "new", "--accept", in: files).status == 0)
    #expect(!FileManager.default.fileExists(atPath: files.file("kept/b.jsonl").path()))
  }

  @Test("--accept by rules keeps what is kept where an article cannot be read")
  func acceptUnreadArticle() throws {
    let files = try Self.project(rules: "rules")
    try Self.write(pack: "rules", to: files, with: Self.entry)
    try files.write("{\"id\":\"c\"}\n", to: "articles/c.jsonl")
    let before = try String(contentsOf: files.file("kept/a.jsonl"), encoding: .utf8)
    let run = try Program(
      "diff", "kept", "rules", "--articles", "articles", "--accept", in: files)
    #expect(run.status == 3)
    #expect(run.errors.contains("1 article of articles could not be read"), "\(run.errors)")
    #expect(try String(contentsOf: files.file("kept/a.jsonl"), encoding: .utf8) == before)
  }

  @Test("--accept mends kept records that could not be read")
  func acceptMends() throws {
    let (files, kept) = try Self.keptRecords()
    try files.write((kept["kept/a.jsonl"] ?? "") + "broken\n", to: "old/a.jsonl")
    try files.write(kept["kept/b.jsonl"] ?? "", to: "old/b.jsonl")
    let run = try Program("diff", "old", "kept", "--accept", in: files)
    #expect(run.status == 3)
    #expect(run.errors.hasSuffix("old is renewed.\n"), "\(run.errors)")
    #expect(try Program("diff", "old", "kept", in: files).status == 0)
  }
}
