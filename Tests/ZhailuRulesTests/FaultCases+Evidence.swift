// SPDX-License-Identifier: Apache-2.0

/// Rules that only propose, and the tables of weights that decide.
extension FaultCase {
  private static let ruleFile = "amount.yaml"
  private static let tableFile = "lexicon/org-evidence.tsv"

  private static func evidence(
    _ name: String, _ changes: Change..., expected: [String]
  ) -> FaultCase {
    FaultCase(name, Pack.evidenceFiles + changes, expected)
  }

  static let evidence = evidenceKeys + evidenceTables

  private static let evidenceKeys: [FaultCase] = [
    evidence("a sound table", expected: []),
    evidence(
      "a table that is not there",
      .edit(ruleFile, "evidence: org-evidence", "evidence: org-evidnce"),
      expected: [
        "Rules/amount.yaml:20:13: no lexicon is called 【org-evidnce】; did you mean org-evidence?"
      ]),
    evidence(
      "a table that is no text", .edit(ruleFile, "evidence: org-evidence", "evidence: [a]"),
      expected: ["Rules/amount.yaml:20:13: 【evidence】 is a text, not a list"]),
    evidence(
      "a reach and a threshold of nothing", .edit(ruleFile, "  evidence: org-evidence\n", ""),
      expected: [
        "Rules/amount.yaml:20:10: 【reach】 says nothing without 【evidence】, which names the lexicon "
          + "with the weights",
        "Rules/amount.yaml:21:14: 【threshold】 says nothing without 【evidence】, which names the "
          + "lexicon with the weights",
      ]),
    evidence(
      "a reach beyond every mention", .edit(ruleFile, "reach: 24", "reach: 41"),
      expected: ["Rules/amount.yaml:21:10: 【reach】 is a whole number from 0 to 40, not 【41】"]),
    evidence(
      "a reach and a threshold that are no numbers", .edit(ruleFile, "reach: 24", "reach: far"),
      .edit(ruleFile, "threshold: -10", "threshold: 1.5"),
      expected: [
        "Rules/amount.yaml:21:10: 【reach】 is a whole number from 0 to 40, not 【far】",
        "Rules/amount.yaml:22:14: 【threshold】 is a whole number from -10000 to 10000, not 【1.5】",
      ]),
    evidence(
      "two thresholds for one table",
      .put(
        ruleFile,
        Pack.rule + Pack.evidenceRule
          + Pack.evidenceRule.replacing("organization.headed", with: "organization.other")
          .replacing("threshold: -10", with: "threshold: 5")),
      expected: [
        "Rules/amount.yaml:34:13: 【organization.other】 has another 【threshold】 than "
          + "organization.headed, with the same table; one is for all"
      ]),
    evidence(
      "a rule that is weighed and tells",
      .edit(ruleFile, "threshold: -10", "threshold: -10\n  tells: org-evidence"),
      expected: [
        "Rules/amount.yaml:23:10: what a rule with 【evidence】 finds is not sure, so that it tells "
          + "nothing; leave 【tells】 out"
      ]),
    evidence(
      "a table to tell that is not there",
      .edit(ruleFile, "  examples:\n    - value", "  tells: org-evidnce\n  examples:\n    - value"),
      expected: [
        "Rules/amount.yaml:8:10: no lexicon is called 【org-evidnce】; did you mean org-evidence?"
      ]),
    evidence(
      "nobody to tell",
      .edit(ruleFile, "  examples:\n    - value", "  tells: head\n  examples:\n    - value"),
      expected: [
        "Rules/amount.yaml:8:10: no rule has 【evidence: head】, so that there is nobody to tell; "
          + "【tells】 names the table of weights of other rules"
      ]),
    FaultCase(
      "evidence in a named pattern",
      [
        .put(
          ruleFile,
          Pack.rule + "\n- define: x\n  says: x\n  pattern: \"{n}\"\n  where: { n: number }\n"
            + "  evidence: currency\n")
      ],
      [
        "Rules/amount.yaml:19:3: a named pattern has no key 【evidence】; known are define, says, "
          + "pattern, where, set, unless"
      ]),
  ]

  private static let evidenceTables: [FaultCase] =
    [
      evidence(
        "a table without its columns", .put(tableFile, "form\tplace\n公司\tends\n"),
        expected: [
          "Rules/lexicon/org-evidence.tsv:1:1: a table of evidence has the columns form, where and "
            + "weight; 【weight】 is missing",
          "Rules/lexicon/org-evidence.tsv:1:1: a table of evidence has the columns form, where and "
            + "weight; 【where】 is missing",
        ]),
      evidence(
        "a list that is no selection", .put(tableFile, "form\twhere\tweight\n{haed}\tbefore\t3\n"),
        expected: [
          "Rules/lexicon/org-evidence.tsv:2:1: no lexicon is selected by 【{haed}】; write "
            + "{org-head[class=strong]}"
        ]),
      evidence(
        "more lists than keys have room for",
        .put(
          tableFile,
          "form\twhere\tweight\n" + (0..<65).map { "{head[kind=\($0)]}\tbefore\t3\n" }.joined()),
        expected: [
          "Rules/lexicon/org-evidence.tsv:1:1: more than 【64】 lists in braces in this table"
        ]),
    ]
    + lines.map { name, text, message in
      evidence(
        name, .put(tableFile, "form\twhere\tweight\tpin\n8\tbefore\t1\n" + text),
        expected: ["Rules/lexicon/org-evidence.tsv:3:1: \(message)"])
    }

  /// Lines that say nothing, and what is said of each.
  private static let lines: [(name: String, text: String, message: String)] = [
    (
      "a place that is none", "公司\tbeside\t5\n",
      "【公司】 stands nowhere: 【where】 is not 【beside】; did you mean inside?"
    ),
    (
      "a weight that is no number", "公司\tends\tmuch\n",
      "the 【weight】 of 【公司】 is a whole number, at most 10000, not 【much】"
    ),
    (
      "a pin that is neither yes nor nothing", "公司\tends\t5\tno\n",
      "【pin】 is yes or nothing, not 【no】"
    ),
    (
      "a weight beyond all others", "公司\tends\t-10001\n",
      "the 【weight】 of 【公司】 is a whole number, at most 10000, not 【-10001】"
    ),
    (
      "four characters", "有限公司\tends\t5\n",
      "【有限公司】: up to three characters stand 【ends】"
    ),
    (
      "three inside", "公司人\tinside\t5\n", "【公司人】: one or two characters stand 【inside】"
    ),
    ("three at an end", "公司人\tat end\t5\n", "【公司人】: two characters stand 【at end】"),
    ("a list that has no length", "{head}\tlength\t5\n", "a {lexicon} cannot stand 【length】"),
    (
      "a list joined to nothing", "{head}\tjoined\t5\n",
      "【{head}】 is 【joined】 to nothing; write the anchor behind it"
    ),
    (
      "an anchor at no distance", "{head} x\tanchor\t5\n",
      "a number from 0 to 12 stands here, not 【x】"
    ),
    ("text behind a list", "{head}店\tbefore\t5\n", "nothing stands behind 【{head}】 here"),
    ("text for a list", "公司\twhole\t5\n", "【公司】: only a {lexicon} can stand 【whole】"),
    (
      "a length of no mention", "25\tlength\t5\n", "a number from 1 to 20 stands here, not 【25】"
    ),
    (
      "a rule of no evidence", "amount.plain\trule\t5\n",
      "no rule of this table is called 【amount.plain】; known are organization.headed"
    ),
    (
      "a rule without a name", "\" \"\trule\t5\n",
      "no rule of this table is called 【 】; known are organization.headed"
    ),
    (
      "a fact that is none", "agian\tdocument\t5\n",
      "an article does not say 【agian】; did you mean again?"
    ),
    ("the same twice", "９\tbefore\t5\n", "【９】 says the same as line 2; delete one"),
  ]
}
