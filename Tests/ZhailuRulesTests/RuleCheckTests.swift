// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("A second look at rules")
struct RuleCheckTests {
  /// The warnings of the sound pack with changes.
  private func warnings(_ changes: FaultCase.Change...) throws -> [String] {
    try RuleCheck(Pack.source(changes)).warnings.map(\.description)
  }

  private let second = "\n" + Pack.rule.replacing("amount.plain", with: "amount.second")

  @Test("a sound pack has none")
  func sound() throws {
    #expect(try warnings() == [])
  }

  @Test("a selection without entries, and a rule that needs it")
  func emptySelection() throws {
    #expect(
      try warnings(.edit("amount.yaml", "lexicon currency", "lexicon currency[currency=CNX]")) == [
        "Rules/amount.yaml:7:5: warning: nothing can stand in 【{currency}】: no entry is in "
          + "currency[currency=CNX]; so 【amount.plain】 never finds anything",
        "Rules/amount.yaml:7:23: warning: 【currency[currency=CNX]】 selects no entry; did you mean "
          + "CNY?",
      ])
  }

  @Test("a rule for events whose selection has no verb is told at its verb")
  func noVerbs() throws {
    let rule = """

      - rule: event.x
        finds: event
        says: x
        verb: lexicon currency[currency=CNX]
        roles: { subject: actor }
        needs: given
        examples:
          - value: { kind: sale }
            texts: [【甲】, 【乙】, 【丙】]
        counterexamples:
          - { text: 丁, why: x }
          - { text: 戊, why: x }
          - { text: 己, why: x }
      """
    let line = Pack.rule.split(separator: "\n", omittingEmptySubsequences: false).count + 4
    #expect(
      try warnings(.put("amount.yaml", Pack.rule + rule + "\n")) == [
        "Rules/amount.yaml:\(line):9: warning: 【currency[currency=CNX]】 selects no entry; did you "
          + "mean CNY?"
      ])
  }

  @Test(
    "values of a column by which rules select, and which no rule asks for",
    arguments: [
      (
        "元\tCNY\n块\tCNY\tyes\n毛\tCNY\tja\n", "",
        "【class】 is yes or nothing in currency, not 【ja】"
      ),
      (
        "元\tCNY\tmoney\n块\tCNY\tcoin\n毛\tCNY\tmonye\n", "money",
        "no rule asks for entries whose class is 【monye】; did you mean money?"
      ),
    ])
  func unasked(entries: String, asked: String, message: String) throws {
    #expect(
      try warnings(
        .put("lexicon/currency.tsv", "form\tcurrency\tclass\n" + entries),
        .edit("amount.yaml", "lexicon currency", "lexicon currency[class=\(asked)]")) == [
          "Rules/lexicon/currency.tsv:4:1: warning: \(message)"
        ])
  }

  @Test("an optional slot that nothing can fill")
  func optionalSlot() throws {
    #expect(
      try warnings(
        .edit("amount.yaml", "】\"", "】{after}?\""),
        .edit("amount.yaml", "    amount: number", "    amount: number\n    after: mention place"),
        .put("stages.yaml", Pack.stages + "helpers: [place]\n")) == [
          "Rules/amount.yaml:7:5: warning: nothing can stand in 【{after}】: no rule finds a place"
        ])
  }

  @Test("an exclusion that always holds")
  func exclusion() throws {
    #expect(
      try warnings(
        .edit("amount.yaml", "】\"", "】整数\""),
        .edit("amount.yaml", "  examples:", "  unless: { after: [整] }\n  examples:")) == [
          "Rules/amount.yaml:8:21: warning: 【unless】 after 【整】 always holds for the pattern in line 4, "
            + "which so never finds anything"
        ])
    #expect(
      try warnings(
        .edit(
          "amount.yaml", "  examples:", "  unless: { whole: [\"{amount}{currency}\"] }\n  examples:"
        )
      ) == [
        "Rules/amount.yaml:8:21: warning: 【unless】 whole 【{amount}{currency}】 always holds for the "
          + "pattern in line 4, which so never finds anything"
      ])
  }

  @Test("a rule whose matches make no record")
  func fields() throws {
    #expect(
      try warnings(
        .put("lexicon/currency.tsv", "form\tmoney\n元\tCNY\n")) == [
          "Rules/amount.yaml:1:9: warning: 【amount.plain】 never makes a record: no slot, column or "
            + "【set】 gives the field 【currency】, which every amount needs"
        ])
  }

  @Test("a rule that another shadows")
  func shadow() throws {
    #expect(
      try warnings(.put("amount.yaml", Pack.rule + second)) == [
        "Rules/amount.yaml:15:9: warning: 【amount.second】 never wins: amount.plain finds all that it "
          + "finds, and comes first by its name; delete one, or let this one read more"
      ])
  }

  @Test("one that leaves out less does not shadow; the two tie")
  func tie() throws {
    let narrow = Pack.rule.replacing(
      "  examples:", with: "  unless: { after: [整] }\n  examples:")
    #expect(
      try warnings(.put("amount.yaml", narrow + second)) == [
        "Rules/amount.yaml:19:12: warning: 【amount.second】 ties with amount.plain (line 4): both find "
          + "【3元】, in one stage and with as many slots, so that only their names decide; let one read "
          + "more, or say in 【unless】 where it does not hold"
      ])
  }

  @Test("a tie with a rule below is told where it can be mended, with both files")
  func tieWithARuleBelow() throws {
    let own = second.replacing("amount.second", with: "amount.a")
      .replacing("  examples:", with: "  unless: { after: [整] }\n  examples:")
    #expect(
      try warnings(.put("+amount.yaml", own)) == [
        "my-rules/amount.yaml:5:12: warning: 【amount.a】 ties with amount.plain (Rules/amount.yaml, line 4): "
          + "both find 【3元】, in one stage and with as many slots, so that only their names decide; let "
          + "one read more, or say in 【unless】 where it does not hold"
      ])
  }

  @Test("signs of regular expressions", arguments: [".*", "\\\\d"])
  func regularExpressions(sign: String) throws {
    let shown = sign.replacing("\\\\", with: "\\")
    #expect(
      try warnings(.edit("amount.yaml", "】\"", "】款\(sign)\"")) == [
        "Rules/amount.yaml:4:34: warning: 【\(shown)】 stands for these characters of the text, as a pattern "
          + "is no regular expression; … reads over up to 12 characters, and a {slot} reads what its kind "
          + "says"
      ])
    for plain in ["5.5", "¥$1", "a^2", "。*"] {
      #expect(try warnings(.edit("amount.yaml", "】\"", "】\(plain)\"")) == [], "\(plain)")
    }
    let sign = Pack.rule.replacing("  examples", with: "  unless: { before: [\"$\"] }\n  examples")
    #expect(sign != Pack.rule)
    #expect(try warnings(.put("amount.yaml", sign)) == [])
  }

  @Test("an entry of an overlay that leaves empty what all others of its lexicon have")
  func emptyColumns() throws {
    #expect(
      try warnings(.put("+lexicon/currency.tsv", "form\tcurrency\n英镑\n")) == [
        "my-rules/lexicon/currency.tsv:2:1: warning: 【英镑】 has no currency, which all other entries of "
          + "currency have, and a record may need; give it one"
      ])
    #expect(try warnings(.put("+lexicon/currency.tsv", "form\tcurrency\n英镑\tGBP\n")) == [])
  }

  @Test("one that says in unless that the other's mentions are not its own does not tie")
  func leaves() throws {
    let small = second.replacing("amount: number", with: "amount: number 1..99")
    #expect(try warnings(.put("amount.yaml", Pack.rule + small)).count == 1)
    let narrow = Pack.rule.replacing(
      "    currency: lexicon currency",
      with: "    currency: lexicon currency\n    few: number 1..99"
    )
    let leaving = narrow.replacing(
      "  examples:", with: "  unless: { whole: [\"{few}{currency}\"] }\n  examples:")
    #expect(try warnings(.put("amount.yaml", leaving + small)) == [])
    let other = leaving.replacing("few: number 1..99", with: "few: number 1..98")
    #expect(try warnings(.put("amount.yaml", other + small)).count == 1)
  }

  @Test("rules that never meet do not tie")
  func apart() throws {
    let other = second.replacing("lexicon currency", with: "lexicon other")
    #expect(
      try warnings(
        .put("amount.yaml", Pack.rule + other),
        .put("lexicon/other.tsv", "form\tcurrency\n镑\tGBP\n")) == [])
    #expect(
      try warnings(
        .put("amount.yaml", Pack.rule + other),
        .put("lexicon/other.tsv", "form\tcurrency\n镑\tGBP\n美元\tUSD\n")) == [
          "Rules/amount.yaml:18:12: warning: 【amount.second】 ties with amount.plain (line 4): both find "
            + "【3美元】, in one stage and with as many slots, so that only their names decide; let one "
            + "read more, or say in 【unless】 where it does not hold"
        ])
  }

  @Test("one that fills more slots wins by it: no tie")
  func moreSlots() throws {
    let longer = second.replacing("{currency}】", with: "{currency}】{amount}?")
      .replacing("{amount}{currency}", with: "{amount}?{amount}{currency}")
    #expect(
      try warnings(.put("amount.yaml", Pack.rule + longer)).count == 1)
    let context = second.replacing("】\"", with: "】{amount}\"")
    #expect(try warnings(.put("amount.yaml", Pack.rule + context)) == [])
  }

  @Test("an entry that another hides, and one in the other script")
  func entries() throws {
    #expect(
      try warnings(
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n元\tTWD\n美圓\tUSD\n美圆\tUSD\n")) == [
          "Rules/lexicon/currency.tsv:3:1: warning: 【元】 stands in line 2 too, with another currency, "
            + "for the same slots: only one of them can count; delete one, or select them apart by a "
            + "column",
          "Rules/lexicon/currency.tsv:5:1: warning: 【美圆】 is the same word as 美圓 in line 4, in the "
            + "other script or width; delete one",
        ])
  }

  @Test("entries that slots select apart both have their use")
  func selected() throws {
    let rule = Pack.rule.replacing("lexicon currency", with: "lexicon currency[currency=CNY]")
    let other = second.replacing("lexicon currency", with: "lexicon currency[currency=TWD]")
      .replacing("】\"", with: "】整\"")
    #expect(
      try warnings(
        .put("amount.yaml", rule + other),
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n元\tTWD\n")) == [])
  }

  @Test("what stands twice, and what nothing uses")
  func twice() throws {
    #expect(
      try warnings(
        .edit(
          "amount.yaml", "\"【{amount}{currency}】\"",
          "[\"{amount}{currency}\", \"{amount}{currency}\"]"),
        .put("lexicon/other.tsv", "form\n件\n")) == [
          "Rules/amount.yaml:4:35: warning: 【{amount}{currency}】 stands in line 4 already; delete one",
          "Rules/lexicon/other.tsv:1:1: warning: no rule, and nothing in stages.yaml, uses the lexicon "
            + "【other】",
        ])
    // A table of evidence that names the lexicon uses it.
    #expect(
      try RuleCheck(
        Pack.source(
          Pack.evidenceFiles + [
            .edit("lexicon/org-evidence.tsv", "公司\tends", "{other}\tbefore"),
            .put("lexicon/other.tsv", "form\n件\n"),
          ])
      ).warnings.isEmpty)
    let define = "- define: sum\n  says: x\n  pattern: \"{n}\"\n  where: { n: number }\n"
    #expect(
      try warnings(.put("amount.yaml", define + Pack.rule)) == [
        "Rules/amount.yaml:1:11: warning: no rule uses the pattern 【sum】; delete it"
      ])
  }

  @Test("a list that the program asks of a table of evidence")
  func evidence() throws {
    let lists = [
      "org-head[class=strong]", "org-head[class=organ]", "org-head[part=yes]", "org-name[word=]",
      "org-name[word=yes]", "place-division[level=county]", "place-street",
      "place-world[level=country]", "org-stop[class=generic]", "org-stop[class=demonstrative]",
      "org-stop[class=function]",
    ]
    func check(_ lists: [String], _ rest: String = "again\tdocument\t9\n") throws -> [String] {
      let rows = lists.map { "{\($0)}\tbefore\t3\n" }.joined()
      return try RuleCheck(
        Pack.source(
          Pack.evidenceFiles + [
            .put("lexicon/org-evidence.tsv", "form\twhere\tweight\n" + rows + rest),
            .put("lexicon/org-head.tsv", "form\tclass\tpart\n社\tstrong\n局\torgan\n办\torgan\tyes\n"),
            .put("lexicon/org-name.tsv", "form\tword\n云岭\n苹果\tyes\n"),
            .put("lexicon/place-division.tsv", "form\tlevel\n云县\tcounty\n"),
            .put("lexicon/place-street.tsv", "form\n云镇\n"),
            .put("lexicon/place-world.tsv", "form\tlevel\n法国\tcountry\n"),
            .put(
              "lexicon/org-stop.tsv",
              "form\tclass\n公司\tgeneric\n该\tdemonstrative\n对\tfunction\n"),
          ])
      ).warnings.map(\.description).filter { $0.contains("org-evidence") }
    }
    #expect(try check(lists) == [])
    #expect(
      try check(Array(lists.dropLast())) == [
        "Rules/lexicon/org-evidence.tsv:1:1: warning: no list of this table begins with "
          + "【{org-stop[class=function]】; the program takes its words for what stands before names: was "
          + "a lexicon, a column or a class renamed?"
      ])
    #expect(try check(Array(lists.dropFirst(3))).count == 4)
    // A table that weighs nothing of this kind needs none.
    #expect(try check([], "公司\tends\t5\n") == [])
  }

  @Test("signs of a lexicon in full width, and marks at the edge of an entry")
  func signsOfLexicons() throws {
    func said(_ message: String) -> [String] {
      ["Rules/lexicon/currency.tsv:3:1: warning: \(message)"]
    }
    func warnings(_ form: String) throws -> [String] {
      try self.warnings(.put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n\(form)\tUSD\n"))
    }
    #expect(
      try warnings("！美元")
        == said(
          "【！】 is full width, so that this is an entry 【！美元】; write !美元 to switch 美元 off, or "
            + "put the entry in quotes"))
    #expect(
      try warnings("＃以后")
        == said(
          "【＃】 is full width, so that this is an entry 【＃以后】; write # for a comment, or put the "
            + "entry in quotes"))
    #expect(
      try warnings("美元，")
        == said(
          "【美元，】 ends with 【，】 and is found only with it; delete the sign, or put the entry in "
            + "quotes"))
    #expect(
      try warnings("；美元")
        == said(
          "【；美元】 begins with 【；】 and is found only with it; delete the sign, or put the entry "
            + "in quotes"))
    for form in ["，", "美元,", "\"！美元\"", "\"美元，\"", "美元、", "美，元", "A！B"] {
      #expect(try warnings(form) == [], "\(form)")
    }
    #expect(
      try self.warnings(.put("+lexicon/currency.tsv", "form\tcurrency\n美元、\tUSD\n、\tUSD\n")) == [
        "my-rules/lexicon/currency.tsv:2:1: warning: 【美元、】 ends with 【、】 and is found only with it; "
          + "delete the sign, or put the entry in quotes"
      ])
  }

  @Test("signs of the language in full width, brackets of another shape, and quotes of Chinese")
  func spelling() throws {
    #expect(
      try warnings(.edit("amount.yaml", "】\"", "】爱心款？\"")) == [
        "Rules/amount.yaml:4:36: warning: 【？】 is full width and so a character of the text; write ? "
          + "for what may be missing, and \\？ for the character"
      ])
    #expect(
      try warnings(.edit("amount.yaml", "\"【{amount}{currency}】\"", "\"款[{amount}{currency}]\""))
        == [
          "Rules/amount.yaml:4:14: warning: 【[】 and 【]】 are characters of the text; the mention stands "
            + "in 【 and 】, a choice in ( and ); write \\[ and \\] for the characters"
        ])
    #expect(
      try warnings(.edit("amount.yaml", "\"【{amount}{currency}】\"", "“【{amount}{currency}】”")) == [
        "Rules/amount.yaml:4:12: warning: 【“】 and 【”】 are characters of the text here; a pattern "
          + "stands in \"…\""
      ])
    #expect(
      try warnings(.edit("amount.yaml", "  examples:", "  unless: { before: [“第”] }\n  examples:"))
        == [
          "Rules/amount.yaml:8:22: warning: 【“】 and 【”】 are characters of the text here; a pattern "
            + "stands in \"…\""
        ])
    #expect(
      try warnings(.edit("amount.yaml", "\"【{amount}{currency}】\"", "【{amount}{currency}】")) == [
        "Rules/amount.yaml:4:12: warning: a pattern stands in quotes: \"【{amount}{currency}】\""
      ])
    #expect(
      try warnings(
        .edit("amount.yaml", "】\"", "】爱心款\\\\？\""),
        .edit("amount.yaml", "  examples:", "  unless: { after: [\"？\", \"]\"] }\n  examples:"))
        == [])
  }
}
