// SPDX-License-Identifier: Apache-2.0

/// What the files of a pack say of each other.
extension FaultCase {
  static let packs: [FaultCase] = [
    FaultCase(
      "a cycle",
      [
        .put(
          "amount.yaml",
          "- define: a\n  says: x\n  pattern: \"x{b}\"\n  where: { b: pattern b }\n- define: b\n  says: x\n  pattern: \"y{a}\"\n  where: { a: pattern a }\n"
            + Pack.rule)
      ],
      [
        "Rules/amount.yaml:1:11: 【a】 is built on itself: a ← b ← a; name no pattern inside itself"
      ]),
    FaultCase(
      "an overlay that switches off an unknown rule",
      [
        .put("+amount.yaml", "- off: amount.plane\n  why: not wanted\n")
      ],
      [
        "my-rules/amount.yaml:1:8: no rule of a folder below is called 【amount.plane】; "
          + "did you mean amount.plain?"
      ]),
    FaultCase(
      "an overlay that does not say why",
      [
        .put("+amount.yaml", "- off: amount.plain\n")
      ],
      [
        "my-rules/amount.yaml:1:3: 【off: amount.plain】 has no 【why】; say what is not wanted "
          + "here, for those who read it"
      ]),
    FaultCase(
      "off beside other keys",
      [
        .put("+amount.yaml", "- off: amount.plain\n  why: x\n  finds: amount\n")
      ],
      [
        "my-rules/amount.yaml:3:3: a rule that is switched off has no key 【finds】; known "
          + "are off, why"
      ]),
    FaultCase(
      "off in the folder of the rule",
      [
        .put("amount.yaml", Pack.rule + "\n- off: amount.plain\n  why: x\n")
      ],
      [
        "Rules/amount.yaml:15:8: 【amount.plain】 is a rule of this folder; delete it "
          + "instead of switching it off"
      ]),
    FaultCase(
      "an overlay that switches off an unknown entry",
      [
        .put("+lexicon/currency.tsv", "form\tcurrency\n!美圆\n")
      ],
      [
        "my-rules/lexicon/currency.tsv:2:1: no entry of currency has the form 【美圆】; did "
          + "you mean 美元?"
      ]),
    FaultCase(
      "an overlay that switches off other fields",
      [
        .put("+lexicon/currency.tsv", "form\tcurrency\n!美元\tEUR\n")
      ],
      [
        "my-rules/lexicon/currency.tsv:2:1: no entry of 【美元】 has these fields; leave "
          + "them out to switch off all of its"
      ]),
    FaultCase(
      "an overlay with other columns",
      [
        .put("+lexicon/currency.tsv", "form\tkind\n元\tx\n")
      ],
      [
        "my-rules/lexicon/currency.tsv:1:6: no column of currency is called 【kind】; this lexicon "
          + "adds to one whose columns are form, currency"
      ]),
    FaultCase(
      "a pattern that is switched off",
      [
        .put(
          "amount.yaml",
          "- define: sum\n  says: x\n  pattern: \"{n}\"\n  where: { n: number }\n"
            + Pack.rule.replacing("amount: number", with: "amount: pattern sum")),
        .put("+amount.yaml", "- off: sum\n  why: x\n"),
      ],
      [
        "Rules/amount.yaml:10:21: the pattern 【sum】 is switched off in my-rules/amount.yaml:1"
      ]),
    FaultCase(
      "an overlay in no stage",
      [
        .put("+amounts.yaml", Pack.rule)
      ],
      [
        "my-rules/amounts.yaml:1:1: this file stands in no stage of 【stages.yaml】; did "
          + "you mean amount.yaml?"
      ]),
    FaultCase(
      "a lexicon that cannot be named",
      [
        .put("lexicon/my words.tsv", "form\na\n")
      ],
      [
        "Rules/lexicon/my words.tsv:1:1: 【my words】 is no name of a lexicon: rules could "
          + "not name it; use letters, digits and -"
      ]),
  ]
}
