// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("zhailu validate and corpus")
struct ValidateTests {
  private static func corpus(bars: String? = nil, gold: String = sound) throws -> TemporaryFolder {
    let files = try TemporaryFolder()
    try files.write("捐款5万元,共3家。", to: "Corpus/articles/dev/a.txt")
    try files.write(gold, to: "Corpus/gold/dev/a.jsonl")
    try files.write("捐款6万元。", to: "Corpus/articles/test/b.txt")
    try files.write(
      #"{"doc":"b","type":"amount","text":"6万元","start":2,"end":5,"value":{"amount":"7","currency":"CNY"},"id":"b:2-5:amount"}"#
        + "\n", to: "Corpus/gold/test/b.jsonl")
    if let bars { try files.write(bars, to: "Corpus/bars-dev.tsv") }
    return files
  }

  private static let sound = """
    {"doc":"a","type":"amount","text":"5万元","start":2,"end":5,"value":{"amount":"50000","currency":"CNY"},"id":"a:2-5:amount"}
    {"doc":"a","type":"quantity","text":"3家","start":7,"end":9,"value":{"quantity":"3","unit":"户"},"id":"a:7-9:quantity"}

    """

  @Test("scores, names what is wrong, and brackets it")
  func text() throws {
    let run = try Program("validate", in: Self.corpus())
    #expect(run.status == 0)
    #expect(run.output.contains("1 document, 2 mentions in the gold, 2 found"))
    #expect(run.output.contains("quantity, wrong value: unit: 1 miss, 1 false alarm"))
    #expect(run.output.contains("共【3家】。"))
  }

  @Test("a bar above the score is named, with exit code 1")
  func bars() throws {
    let below = try Self.corpus(bars: "type\tmeasure\tmin\namount\tvalue\t0.990\n")
    #expect(try Program("validate", in: below).status == 0)
    let above = try Self.corpus(bars: "type\tmeasure\tmin\nquantity\tvalue\t0.500\n")
    for format in ["text", "brief", "github", "json", "junit"] {
      let run = try Program("validate", "--format", format, in: above)
      #expect(run.status == 1)
      #expect(run.output.contains("quantity value F1 0.000 is below its bar of 0.500"), "\(format)")
    }
  }

  @Test(
    "--min-f1 is a bar for every type, in each report",
    arguments: [
      ("text", "quantity value F1 0.000 is below the bar of --min-f1, 0.500"),
      ("brief", "quantity value F1 0.000 is below the bar of --min-f1, 0.500"),
      ("json", #""quantity value F1 0.000 is below the bar of --min-f1, 0.500""#),
      ("github", "::error::quantity value F1 0.000 is below the bar of --min-f1, 0.500\n"),
      ("junit", #"name="value F1 at least 0.500 (--min-f1)"><failure message="quantity value F1"#),
      ("html", "quantity value F1 0.000 is below the bar of --min-f1, 0.500"),
    ])
  func minimum(format: String, words: String) throws {
    let files = try Self.corpus(bars: "type\tmeasure\tmin\namount\tvalue\t0.990\n")
    let run = try Program("validate", "--min-f1", "0.5", "--format", format, in: files)
    #expect(run.status == 1)
    #expect(run.output.contains(words))
    #expect(!run.output.contains("amount value F1 1.000"))
    #expect(try Program("validate", "--min-f1", "0", in: files).status == 0)
  }

  @Test("gold whose text is not its slice is told")
  func misplacedGold() throws {
    let gold = Self.sound.replacing(#""start":2,"end":5"#, with: #""start":3,"end":6"#)
    let run = try Program("validate", in: Self.corpus(gold: gold))
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("Corpus/gold/dev/a.jsonl:1: "), "\(run.errors)")
    #expect(run.errors.contains("zhailu corpus check --corpus Corpus names all faults"))
  }

  @Test("of the test half no text is shown", arguments: ["text", "json", "github"])
  func testHalf(format: String) throws {
    let run = try Program(
      "validate", "--half", "test", "--format", format, in: Self.corpus())
    #expect(!run.output.contains("6万元"))
  }

  @Test("gold without its article and articles without gold are told")
  func partners() throws {
    let files = try Self.corpus()
    #expect(try Program("validate", in: files).errors == "")
    let gold = Self.sound.replacing("\"a\"", with: "\"report-21\"")
      .replacing("\"a:", with: "\"report-21:")
    try files.write(gold, to: "Corpus/gold/dev/r.jsonl")
    for name in ["report-20", "x", "y", "z"] {
      try files.write("没有什么。", to: "Corpus/articles/dev/\(name).txt")
    }
    let run = try Program("validate", in: files)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        Corpus/gold/dev/r.jsonl: no article of Corpus/articles/dev is called 【report-21】, so that its \
        2 mentions count as missed; did you mean report-20?
        articles of Corpus/articles/dev without gold are left out: report-20, x, y and 1 more

        """)
  }

  @Test("a corpus may have one half only")
  func oneHalf() throws {
    let files = try Self.corpus()
    for folder in ["articles", "gold"] {
      try FileManager.default.removeItem(at: files.file("Corpus/\(folder)/test"))
    }
    let check = try Program("corpus", "check", in: files)
    #expect(check.output == "1 document of gold, 0 faults.\n")
    #expect(check.status == 0)
    #expect(try Program("corpus", "count", in: files).output.contains("| **dev** | 1 |"))
    let none = try Program("corpus", "check", "--corpus", "articles", in: files)
    #expect(none.status == 2)
    #expect(
      none.errors
        == "articles: has no articles/dev and no articles/test; --corpus names the folder "
        + "of a corpus\n")
  }

  @Test("corpus check names file and line of bad gold")
  func check() throws {
    let sound = try Program("corpus", "check", in: Self.corpus())
    #expect(sound.output == "2 documents of gold, 0 faults.\n")
    let moved = Self.sound.replacing("\"start\":7,\"end\":9", with: "\"start\":6,\"end\":8")
    let run = try Program("corpus", "check", in: Self.corpus(gold: moved))
    #expect(run.status == 1)
    #expect(run.output.contains("Corpus/gold/dev/a.jsonl:2: "))
  }

  @Test("corpus count makes a table by style and trait")
  func count() throws {
    let files = try Self.corpus()
    try files.write(
      "file\tpublished\tstyle\ttraits\na.txt\t2020-01-01\tcharity\tunits, codes\n",
      to: "Corpus/articles/dev/metadata.tsv")
    let run = try Program("corpus", "count", in: files)
    #expect(run.lines.contains("| **all** | 2 | 0 | 2 | 1 | 0 | 0 |"))
    #expect(run.lines.contains("| style charity | 1 | 0 | 1 | 1 | 0 | 0 |"))
    #expect(run.lines.contains("| trait codes | 1 | 0 | 1 | 1 | 0 | 0 |"))
  }
}
