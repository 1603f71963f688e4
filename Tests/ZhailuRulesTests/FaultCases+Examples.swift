// SPDX-License-Identifier: Apache-2.0

/// Examples.
extension FaultCase {
  static let examples: [FaultCase] = [
    FaultCase(
      "an example without brackets",
      [
        .edit("amount.yaml", "【5元】, 【五元】", "5元, 【五元】")
      ],
      [
        "Rules/amount.yaml:10:16: an example brackets what must be found, …【1400万元】…: 【5元】"
      ]),
    FaultCase(
      "two mentions in an example",
      [
        .edit("amount.yaml", "【5元】, 【五元】", "【5元】和【6元】, 【五元】")
      ],
      [
        "Rules/amount.yaml:10:16: an example brackets one mention; write the text again "
          + "for each other: “【5元】和【6元】”"
      ]),
    FaultCase(
      "empty brackets",
      [
        .edit("amount.yaml", "【5元】, 【五元】", "【】5元, 【五元】")
      ],
      [
        "Rules/amount.yaml:10:16: nothing stands between the brackets: “【】5元”"
      ]),
    FaultCase(
      "an example twice",
      [
        .edit("amount.yaml", "【5元】, 【五元】", "【5元】, 【5元】")
      ],
      [
        "Rules/amount.yaml:10:22: “【5元】” stands in line 10 already; delete one"
      ]),
    FaultCase(
      "too few examples",
      [
        .edit("amount.yaml", "【5元】, 【五元】, ", "")
      ],
      [
        "Rules/amount.yaml:1:9: 【amount.plain】 has 1 example; a rule has at least 3 that "
          + "must be found"
      ]),
    FaultCase(
      "no texts",
      [
        .edit("amount.yaml", "      texts: [ 【5元】, 【五元】, 【5元】整 ]\n", "")
      ],
      [
        "Rules/amount.yaml:9:7: an example has no key 【texts】"
      ]),
    FaultCase(
      "an unknown field of a value",
      [
        .edit(
          "amount.yaml", "value: { amount: \"5\", currency: CNY }",
          "value: { amount: \"5\", curency: CNY }")
      ],
      [
        "Rules/amount.yaml:10:16: the value of this amount has no field 【curency】; did "
          + "you mean currency?"
      ]),
    FaultCase(
      "no date",
      [
        .edit("amount.yaml", "      texts: [", "      published: 2020-02-30\n      texts: [")
      ],
      [
        "Rules/amount.yaml:10:18: 【2020-02-30】 is no date; write 2020-03-20 or 2020-03-20T08:00"
      ]),
    FaultCase(
      "no why",
      [
        .edit("amount.yaml", ", why: people", "")
      ],
      [
        "Rules/amount.yaml:12:7: a counterexample says 【why】"
      ]),
    FaultCase(
      "an empty why",
      [
        .edit("amount.yaml", "why: people", "why: \"\"")
      ],
      [
        "Rules/amount.yaml:12:24: 【why】 is empty"
      ]),
    FaultCase(
      "no text",
      [
        .edit("amount.yaml", "text: 5人, ", "")
      ],
      [
        "Rules/amount.yaml:12:7: a counterexample has no key 【text】"
      ]),
    FaultCase(
      "an example that is a counterexample",
      [
        .edit("amount.yaml", "text: 5人", "text: 5元")
      ],
      [
        "Rules/amount.yaml:12:15: 【5元】 is an example too, in line 10"
      ]),
    FaultCase(
      "a counterexample twice",
      [
        .edit("amount.yaml", "text: 元旦", "text: 5人")
      ],
      [
        "Rules/amount.yaml:13:15: 【5人】 stands in line 12 already; delete one"
      ]),
  ]
}
