// SPDX-License-Identifier: Apache-2.0

/// Keys and names of rules.
extension FaultCase {
  static let rules: [FaultCase] = [
    FaultCase(
      "an unknown key",
      [
        .edit("amount.yaml", "finds: amount", "findz: amount")
      ],
      [
        "Rules/amount.yaml:1:3: the rule 【amount.plain】 has no key 【finds】",
        "Rules/amount.yaml:2:3: a rule has no key 【findz】; did you mean finds?",
      ]),
    FaultCase(
      "no says",
      [
        .edit("amount.yaml", "  says: A number and a currency.\n", "")
      ],
      [
        "Rules/amount.yaml:1:3: the rule 【amount.plain】 has no key 【says】"
      ]),
    FaultCase(
      "no pattern",
      [
        .edit("amount.yaml", "  pattern: \"【{amount}{currency}】\"\n", "")
      ],
      [
        "Rules/amount.yaml:1:3: the rule 【amount.plain】 has no key 【pattern】"
      ]),
    FaultCase(
      "an empty says",
      [
        .edit("amount.yaml", "says: A number and a currency.", "says: \"\"")
      ],
      [
        "Rules/amount.yaml:3:9: 【says】 is empty"
      ]),
    FaultCase(
      "a list for a text",
      [
        .edit("amount.yaml", "says: A number and a currency.", "says: [a]")
      ],
      [
        "Rules/amount.yaml:3:9: 【says】 is a text, not a list"
      ]),
    FaultCase(
      "a text for a list",
      [
        .edit("amount.yaml", "texts: [ 【5元】, 【五元】, 【5元】整 ]", "texts: 【5元】")
      ],
      [
        "Rules/amount.yaml:10:14: 【texts】 is a list, not a text"
      ]),
    FaultCase(
      "a text for a mapping",
      [
        .edit("amount.yaml", "value: { amount: \"5\", currency: CNY }", "value: 5")
      ],
      [
        "Rules/amount.yaml:9:14: the value of an example is a mapping (key: value), not a text"
      ]),
    FaultCase(
      "a rule that is a text",
      [
        .put("amount.yaml", "- amount.plain\n")
      ],
      [
        "Rules/amount.yaml:1:3: a rule is a mapping (key: value), not a text"
      ]),
    FaultCase(
      "no name",
      [
        .edit("amount.yaml", "- rule: amount.plain\n  finds", "- finds")
      ],
      [
        "Rules/amount.yaml:1:3: a rule begins with its name: 【rule: amount.plain】"
      ]),
    FaultCase(
      "an empty name",
      [
        .edit("amount.yaml", "- rule: amount.plain", "- rule: \"\"")
      ],
      [
        "Rules/amount.yaml:1:9: the name of a rule is empty"
      ]),
    FaultCase(
      "a bad name",
      [
        .edit("amount.yaml", "rule: amount.plain", "rule: Amount plain")
      ],
      [
        "Rules/amount.yaml:1:9: 【Amount plain】 is no name of a rule; use lower-case "
          + "letters, digits, and . - _"
      ]),
    FaultCase(
      "a name twice",
      [
        .put("amount.yaml", Pack.rule + "\n" + Pack.rule)
      ],
      [
        "Rules/amount.yaml:15:9: the name 【amount.plain】 is taken already in line 1"
      ]),
    FaultCase(
      "an unknown type",
      [
        .edit("amount.yaml", "finds: amount", "finds: amuont")
      ],
      [
        "Rules/amount.yaml:1:9: no type of mention is called 【amuont】; did you mean amount?"
      ]),
    FaultCase(
      "a rule for events has no pattern",
      [
        .edit("amount.yaml", "finds: amount", "finds: event")
      ],
      [
        "Rules/amount.yaml:1:9: a rule for an 【event】 has a verb and roles, not a pattern: see "
          + "event.yaml"
      ]),
    FaultCase(
      "a rule for events without a verb",
      [
        .put("amount.yaml", "- rule: event.x\n  finds: event\n  says: x\n  needs: given\n")
      ],
      [
        "Rules/amount.yaml:1:3: the rule 【event.x】 has no key 【verb】",
        "Rules/amount.yaml:1:9: 【event.x】 has 0 counterexamples; a rule has at least 3 that must "
          + "not be found",
        "Rules/amount.yaml:1:9: 【event.x】 has 0 examples; a rule has at least 3 that must be found",
      ]),
    FaultCase(
      "a named pattern with examples",
      [
        .put(
          "amount.yaml",
          "- define: sum\n  says: x\n  pattern: \"{n}\"\n  where: { n: number }\n  examples: []\n"
            + Pack.rule)
      ],
      [
        "Rules/amount.yaml:5:3: a named pattern has no key 【examples】; known are define, "
          + "says, pattern, where, set, unless"
      ]),
  ]
}
