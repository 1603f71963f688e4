// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `zhailu tune`, as a user runs it; how weights are learned is tested beside it.
@Suite("zhailu tune")
struct TuneTests {
  private static func texts() throws -> TemporaryFolder {
    let files = try TemporaryFolder()
    let names = ["青禾集团", "白石实业有限公司", "鲁谷街道商会", "石景山区教育局", "中国银行", "北京康复医院"]
    let lines = (0..<6).map { number in
      let name = names[number % names.count]
      let end = 3 + name.unicodeScalars.count
      return #"{"id":"t\#(number)","text":"昨日,\#(name)宣布,第\#(number)批已到。","orgs":[[3,\#(end)]]}"#
    }
    try files.write("\n{\"id\":1}\n", to: "other.jsonl")
    try files.write(#"{"id":"a","text":"商会。","orgs":[[1,5]]}"#, to: "beyond.jsonl")
    try files.write(lines.joined(separator: "\n") + "\n", to: "news.jsonl")
    return files
  }

  @Test("scores each part with the weights of the others, the same each time")
  func folds() throws {
    let files = try Self.texts()
    let runs = try (0..<2).map { _ in
      try Program("tune", "--data", "news.jsonl", "--folds", "2", "--rounds", "1", in: files)
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].lines.first == "Each part with the weights of the other 1:")
    #expect(runs[0].lines.last?.hasPrefix("news.jsonl\tgold 6\t") == true)
    #expect(runs[0].output == runs[1].output)
  }

  @Test("writes a table that the rules can read, and says what it does to the scores")
  func write() throws {
    let files = try Self.texts()
    let run = try Program(
      "tune", "--data", "news.jsonl", "--folds", "1", "--rounds", "1", "--write", "w.tsv", in: files
    )
    #expect(run.output.contains("All texts with the weights of the table as it is:"))
    try #require(run.status == 0, "\(run.errors)")
    let table = try String(contentsOf: files.file("w.tsv"), encoding: .utf8)
    #expect(table.hasPrefix("form\twhere\tweight\tpin\n"))
    // What was written stands in the place of the shipped table.
    let mine = "mine/lexicon/org-evidence.tsv"
    try FileManager.default.createDirectory(
      at: files.file("mine/lexicon"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(at: files.file("w.tsv"), to: files.file(mine))
    let check = try Program("rules", "check", "--rules", "mine", in: files)
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }

  @Test(
    "what is missing or misspelt is said",
    arguments: [
      ([String](), "no texts to learn from; --corpus Corpus or --data FILE names them"),
      (["--data", "news.jsonl", "--table", "weights"], "no rule asks for evidence of 【weights】"),
      (["--data", "nowhere.jsonl"], "nowhere.jsonl: there is no such file"),
      (
        ["--data", "other.jsonl"],
        #"other.jsonl:2: this line is no marked text; {"id":"a","text":"…","orgs":[[0,4]]} is one"#
      ),
      (
        ["--data", "beyond.jsonl"], "beyond.jsonl:1: 【[1, 5]】 is no place in a text of 3 characters"
      ),
      (
        ["--data", "news.jsonl;part=2"],
        "【part=2】 says nothing about a file of texts; share=0.5 and unmarked=政府 do"
      ),
    ])
  func refusals(arguments: [String], message: String) throws {
    let run = try Program(["tune"] + arguments, in: Self.texts())
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
