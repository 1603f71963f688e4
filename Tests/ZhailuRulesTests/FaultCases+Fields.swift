// SPDX-License-Identifier: Apache-2.0

/// Fields that a rule sets.
extension FaultCase {
  static let fields: [FaultCase] = [
    FaultCase(
      "set from an unknown slot",
      [
        .edit("amount.yaml", "  examples:", "  set: { evidence: \"{unit}\" }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:10: the slot 【{unit}】 is not declared under 【where】; known "
          + "are amount, currency"
      ]),
    FaultCase(
      "set with text and slot",
      [
        .edit("amount.yaml", "  examples:", "  set: { evidence: \"x{amount}\" }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:20: 【x{amount}】 mixes text and slot; a field is a constant, "
          + "{slot} or {whole}"
      ]),
    FaultCase(
      "set of a field that has no name",
      [
        .edit("amount.yaml", "  examples:", "  set: { Unit: x }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:10: 【Unit】 is no name of a field; use lower-case letters, "
          + "digits, - and ."
      ]),
    FaultCase(
      "an unknown side",
      [
        .edit("amount.yaml", "  examples:", "  unless: { behind: [\"件\"] }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:13: 【unless】 has no key 【behind】; known are before, after, whole"
      ]),
    FaultCase(
      "a side that is no list",
      [
        .edit("amount.yaml", "  examples:", "  unless: { after: 件 }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:20: 【unless】 after is a list, not a text"
      ]),
    FaultCase(
      "brackets in unless",
      [
        .edit("amount.yaml", "  examples:", "  unless: { after: [\"【件】\"] }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:21: what stands beside the mention has no brackets of its own: “【件】”"
      ]),
    FaultCase(
      "unless that may be nothing",
      [
        .edit("amount.yaml", "  examples:", "  unless: { after: [\"{currency}?\"] }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:21: 【{currency}?】 may be nothing at all, so that the rule "
          + "would never find anything"
      ]),
  ]
}
