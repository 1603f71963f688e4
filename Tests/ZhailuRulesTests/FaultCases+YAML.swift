// SPDX-License-Identifier: Apache-2.0

/// What is no YAML, or none that rule files have.
extension FaultCase {
  static let yaml: [FaultCase] = [
    FaultCase(
      "text that is no YAML",
      [
        .put("amount.yaml", "- rule: [a\n")
      ],
      [
        "Rules/amount.yaml:2:1: this is no YAML: a 【[】 is not closed, or 【,】 is missing before this"
      ]),
    FaultCase(
      "an error in one rule hides no fault of the others",
      [
        .put("amount.yaml", "- rule: a\n  says: [x\n- rule: b\n  finds: amount\n  says: x\n")
      ],
      [
        "Rules/amount.yaml:3:1: this is no YAML: a 【[】 is not closed, or 【,】 is missing before this",
        "Rules/amount.yaml:3:3: the rule 【b】 has no key 【pattern】",
        "Rules/amount.yaml:3:9: 【b】 has 0 counterexamples; a rule has at least 3 that "
          + "must not be found",
        "Rules/amount.yaml:3:9: 【b】 has 0 examples; a rule has at least 3 that must be found",
      ]),
    FaultCase(
      "a quote that is never closed, though others stand below",
      [
        .put(
          "amount.yaml",
          "- rule: a\n  finds: amount\n  says: x\n  pattern: \"【{amount}】\n  where:\n    amount: number\n"
            + "  examples:\n    - value: { amount: \"5\" }\n      texts: [ 【5】元 ]\n")
      ],
      [
        "Rules/amount.yaml:4:12: the quote that begins here is not closed in this line"
      ]),
    FaultCase(
      "a key twice",
      [
        .edit("amount.yaml", "  says: A number and a currency.", "  says: one\n  says: two")
      ],
      [
        "Rules/amount.yaml:3:3: the key 【says】 stands twice here; delete one"
      ]),
    FaultCase(
      "an empty file",
      [
        .put("amount.yaml", "# nothing\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file is empty"
      ]),
    FaultCase(
      "no list",
      [
        .put("amount.yaml", "rule: amount.plain\n")
      ],
      [
        "Rules/amount.yaml:1:1: a rule file is a list, not a mapping"
      ]),
    FaultCase(
      "an alias",
      [
        .put("amount.yaml", "- &a {rule: x}\n- *a\n")
      ],
      [
        "Rules/amount.yaml:1:3: aliases (&name, *name) are not used in rule files; write "
          + "the value out, and a text that begins with 【&】 in quotes"
      ]),
    FaultCase(
      "an alias as a value",
      [
        .edit("amount.yaml", "says: A number and a currency.", "says: *other")
      ],
      [
        "Rules/amount.yaml:3:9: aliases (&name, *name) are not used in rule files; write "
          + "the value out, and a text that begins with 【*】 in quotes"
      ]),
    FaultCase(
      "a tag",
      [
        .edit("amount.yaml", "says: A number and a currency.", "says: !!binary aGk=")
      ],
      [
        "Rules/amount.yaml:3:9: tags are not used in rule files; put a text that begins "
          + "with 【!】 in quotes"
      ]),
    FaultCase(
      "brackets too deep",
      [
        .put("amount.yaml", "- \(String(repeating: "[", count: 20))\n")
      ],
      [
        "Rules/amount.yaml:1:19: brackets are nested more than 16 deep; nothing in a rule file is"
      ]),
    FaultCase(
      "lists too deep",
      [
        .put("amount.yaml", "\(String(repeating: "- ", count: 60))a\n")
      ],
      [
        "Rules/amount.yaml:1:103: this line begins more than 100 columns in; nothing in "
          + "a rule file is nested so deep"
      ]),
    FaultCase(
      "a second document",
      [
        .edit("amount.yaml", "  examples:", "---\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:1: a rule file is one document; delete this line"
      ]),
    FaultCase(
      "a directive",
      [
        .edit("amount.yaml", "- rule: amount.plain", "%YAML 1.2\n- rule: amount.plain")
      ],
      [
        "Rules/amount.yaml:1:1: a rule file has no directives; delete this line"
      ]),
    FaultCase(
      "a complex key",
      [
        .edit("amount.yaml", "  says: A number", "  ? [a]\n  : b\n  says: A number")
      ],
      [
        "Rules/amount.yaml:3:3: 【?】: a key is a plain text"
      ]),
    FaultCase(
      "a block with a count",
      [
        .edit("amount.yaml", "says: A number and a currency.", "says: |2\n    x")
      ],
      [
        "Rules/amount.yaml:3:10: after 【|】 or 【>】 nothing stands in the line; the text "
          + "begins in the next"
      ]),
  ]
}
