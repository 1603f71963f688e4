// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `zhailu rules`, as a user runs it.
@Suite("zhailu rules")
struct RulesTests {
  static let rule = """
    - rule: amount.plain
      finds: amount
      says: A number and a currency.
      pattern: "【{amount}{currency}】"
      where: { amount: number, currency: lexicon currency }
      examples:
        - value: { amount: "5", currency: CNY }
          texts: [ 【5元】, 【五元】, 给【5元】 ]
      counterexamples:
        - { text: 5人, why: people }
        - { text: 元旦, why: a day }
        - { text: 五, why: no currency }
    """

  /// A pack of one rule, in `pack`.
  private func pack(_ rule: String = rule) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(rule, to: "pack/amount.yaml")
    try folder.write("form\tcurrency\n元\tCNY\n", to: "pack/lexicon/currency.tsv")
    try folder.write(
      "stages:\n  - stage: amounts\n    files: [amount.yaml]\n", to: "pack/stages.yaml")
    return folder
  }

  private func check(_ folder: TemporaryFolder) throws -> Program {
    try Program("rules", "check", "--rules", "pack", in: folder)
  }

  @Test("check says what there is, or every fault, or what is hardly meant")
  func check() throws {
    let sound = try check(try pack())
    #expect(sound.status == 0)
    #expect(sound.output == "1 rule, 0 patterns, 1 lexicon with 1 entries: no fault.\n")
    let faulty = try check(try pack(Self.rule.replacing("finds: amount", with: "finds: amuont")))
    #expect(faulty.status == 2)
    #expect(
      faulty.errors
        == "pack/amount.yaml:1:9: no type of mention is called 【amuont】; did you mean amount?\n"
        + "1 fault in the rules; they were not used.\n")
    let folder = try pack()
    try folder.write("form\n件\n", to: "pack/lexicon/unused.tsv")
    let doubtful = try check(folder)
    #expect(doubtful.status == 0)
    #expect(doubtful.output.hasSuffix("no fault, 1 warning.\n"))
    let strict = try Program("rules", "check", "--rules", "pack", "--strict", in: folder)
    #expect(strict.status == 1)
  }

  @Test("test runs the examples of one rule, of a group, of all")
  func test() throws {
    let folder = try pack(Self.rule.replacing("给【5元】", with: "【五】元"))
    for name in [[], ["amount.plain"], ["amount."]] {
      let program = try Program(["rules", "test", "--rules", "pack"] + name, in: folder)
      #expect(program.status == 1)
      #expect(
        program.output
          == "pack/amount.yaml:8: amount.plain: example 【五】元: not found; instead 【五元】 by "
          + "amount.plain\n5 examples hold, 1 do not.\n")
    }
    let unknown = try Program(["rules", "test", "amount.plan", "--rules", "pack"], in: folder)
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("no rule is called 【amount.plan】; did you mean amount.plain?"))
    let family = try Program("rules", "test", "amount")
    #expect(family.errors.contains("【amount.】, with the point, means all whose names begin so"))
  }

  @Test("coverage counts what each rule finds; with gold also what is right")
  func coverage() throws {
    let folder = try pack()
    try folder.write("给5元,又给6元。", to: "corpus/articles/dev/a.txt")
    let gold = """
      {"doc":"a","article":"a#1","type":"amount","text":"5元","start":1,"end":3,\
      "value":{"amount":"5","currency":"CNY"},"id":"a:1-3:amount"}
      {"doc":"a","article":"a#1","type":"amount","text":"又","start":4,"end":5,\
      "value":{"amount":"7","currency":"CNY"},"id":"a:4-5:amount"}

      """
    try folder.write(gold, to: "corpus/gold/dev/a.jsonl")
    let scored = try Program(
      "rules", "coverage", "--rules", "pack", "--corpus", "corpus", "--format", "tsv", in: folder)
    #expect(
      scored.output == """
        rule\tfinds\trecords\tplace\tvalue\tprecision\trecall\tlost\tlost right\tno value\tshare
        amount.plain\tamount\t2\t1\t1\t50.0%\t50.0%\t0\t0\t0\t100.0%

        """)
    let counted = try Program(
      "rules", "coverage", "corpus/articles", "--rules", "pack", in: folder)
    #expect(
      counted.output == """
        rule          finds   records  lost  no value   share
        amount.plain  amount        2     0         0  100.0%

        """)
  }

  @Test("profile counts moves and matches of each rule, and says what all share")
  func profile() throws {
    let folder = try pack()
    try folder.write("给5元,又给6元,共7人。", to: "articles/a.txt")
    let program = try Program("rules", "profile", "articles", "--rules", "pack", in: folder)
    #expect(program.status == 0)
    let lines = program.lines.map { $0.split(separator: " ").map(String.init) }
    #expect(lines.count == 3)
    #expect(lines.first == ["rule", "moves", "share", "matches", "ms", "time"])
    #expect(program.lines.dropFirst().first?.hasPrefix("(words and numerals)") ?? false)
    let rule = try #require(lines.last)
    #expect(rule[0] == "amount.plain" && Int(rule[1]) ?? 0 > 0)
    #expect(rule[2] == "100.0%" && rule[3] == "2")
    let one = try Program(
      "rules", "profile", "articles", "--rules", "pack", "--top", "0", in: folder)
    #expect(one.lines.count == 2)
    let none = try Program("rules", "profile", "nowhere", "--rules", "pack", in: folder)
    #expect(none.status == 2)
    #expect(none.errors.contains("nowhere"))
  }

  @Test("--watch runs again when a file is saved")
  func watch() throws {
    let folder = try pack()
    let program = try RunningProgram("rules", "test", "--rules", "pack", "--watch", in: folder)
    defer { program.stop() }
    #expect(program.waits(for: "6 examples hold, 0 do not.\n"))
    try folder.write(
      Self.rule.replacing("给【5元】", with: "给【五】元"), to: "pack/amount.yaml")
    #expect(program.waits(for: "— pack/amount.yaml —"))
    #expect(program.waits(for: "5 examples hold, 1 do not.\n"))
    try folder.write(Self.rule.replacing("says", with: "say"), to: "pack/amount.yaml")
    #expect(program.waits(for: "a rule has no key 【say】; did you mean says?"))
    let shipped = try Program("rules", "test", "--watch")
    #expect(shipped.status == 2)
    #expect(shipped.errors.contains("--watch needs a folder to watch: --rules my-rules."))
  }
}
