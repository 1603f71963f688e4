// SPDX-License-Identifier: Apache-2.0

/// Slips of the pen that the YAML parser stumbles over somewhere else.
extension FaultCase {
  static let slips: [FaultCase] = [
    FaultCase(
      "a tab for indentation",
      [
        .edit("amount.yaml", "  finds: amount", "\tfinds: amount")
      ],
      [
        "Rules/amount.yaml:2:1: a tab stands at the begin of this line; indent with spaces"
      ]),
    FaultCase(
      "a space too many",
      [
        .edit("amount.yaml", "  says: A", "   says: A")
      ],
      [
        "Rules/amount.yaml:3:8: this is no YAML: this line begins in column 4, line 2 in column 3; "
          + "keys that belong together begin in one column, each element of a list with 【- 】"
      ]),
    FaultCase(
      "a dash that is missing",
      [
        .edit("amount.yaml", "    - { text: 元旦", "    { text: 元旦")
      ],
      [
        "Rules/amount.yaml:13:5: this is no YAML: each element of a list begins with 【- 】, in the "
          + "column of the others"
      ]),
    FaultCase(
      "a colon of full width after a key",
      [
        .edit("amount.yaml", "  finds: amount", "  finds：amount")
      ],
      [
        "Rules/amount.yaml:2:8: 【：】 is full width; write 【finds: 】, with a space after the colon"
      ]),
    FaultCase(
      "no space after the colon",
      [
        .edit("amount.yaml", "  finds: amount", "  finds:amount")
      ],
      [
        "Rules/amount.yaml:2:8: after 【finds:】 stands a space"
      ]),
    FaultCase(
      "a comma of full width between keys",
      [
        .edit("amount.yaml", "5人, why", "5人，why")
      ],
      [
        "Rules/amount.yaml:12:17: 【，】 before 【why】 is a character of the text; write 【, why: 】"
      ]),
    FaultCase(
      "a text with a colon, without quotes",
      [
        .edit("amount.yaml", "A number and a currency.", "Two parts: a number and a currency.")
      ],
      [
        "Rules/amount.yaml:3:18: this is no YAML: a text with 【: 】 in it stands in quotes"
      ]),
    FaultCase(
      "a pattern without quotes",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "{amount}{currency}")
      ],
      [
        "Rules/amount.yaml:4:12: a pattern always stands in quotes"
      ]),
    FaultCase(
      "braces of full width in a pattern",
      [
        .edit("amount.yaml", "{amount}{", "｛amount｝{")
      ],
      [
        "Rules/amount.yaml:4:14: 【｛】 is full width; write {, or \\｛ for the character"
      ]),
    FaultCase(
      "a bar of full width in a choice",
      [
        .edit("amount.yaml", "】\"", "】(整｜正)\"")
      ],
      [
        "Rules/amount.yaml:4:35: 【｜】 is full width; write |, or \\｜ for the character"
      ]),
    FaultCase(
      "a kind of number that is misspelt",
      [
        .edit("amount.yaml", "amount: number", "amount: number larg")
      ],
      [
        "Rules/amount.yaml:6:13: no kind of number is called 【larg】; did you mean large?"
      ]),
  ]
}
