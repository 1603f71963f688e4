// SPDX-License-Identifier: Apache-2.0

/// Templates.
extension FaultCase {
  static let templates: [FaultCase] = [
    FaultCase(
      "a slot never closed",
      [
        .edit("amount.yaml", "{currency}】\"", "{currency】\"")
      ],
      [
        "Rules/amount.yaml:4:22: this 【{】 is never closed"
      ]),
    FaultCase(
      "a bad slot name",
      [
        .edit("amount.yaml", "{currency}】\"", "{Currency}】\"")
      ],
      [
        "Rules/amount.yaml:4:22: 【{Currency}】 is no name of a slot; use lower-case "
          + "letters, digits, - and ."
      ]),
    FaultCase(
      "a count in braces",
      [
        .edit("amount.yaml", "{currency}】\"", "{currency}{1,100000}】\"")
      ],
      [
        "Rules/amount.yaml:4:32: 【{1,100000}】 is no slot; how many is said in its kind: "
          + "characters han 1..6, words 1..4, or {slot}+ for a list"
      ]),
    FaultCase(
      "a parenthesis never closed",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}({currency}】\"")
      ],
      [
        "Rules/amount.yaml:4:22: this 【(】 is never closed; for a parenthesis of the text "
          + "write （ or \\("
      ]),
    FaultCase(
      "a parenthesis that closes nothing",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】)\"")
      ],
      [
        "Rules/amount.yaml:4:33: 【)】 closes nothing"
      ]),
    FaultCase(
      "a brace that closes nothing",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】}\"")
      ],
      [
        "Rules/amount.yaml:4:33: 【}】 closes nothing; write \\} for the character"
      ]),
    FaultCase(
      "a question mark about nothing",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"?【{amount}{currency}】\"")
      ],
      [
        "Rules/amount.yaml:4:13: 【?】 follows what it is about; write \\? for the character"
      ]),
    FaultCase(
      "a choice outside of parentheses",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】整|正\"")
      ],
      [
        "Rules/amount.yaml:4:34: a choice stands in parentheses: (左右|以上)"
      ]),
    FaultCase(
      "an empty choice",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】(整|)\"")
      ],
      [
        "Rules/amount.yaml:4:36: one of the choices is empty; write (左右|以上)? for one or nothing"
      ]),
    FaultCase(
      "a list of text",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】整+\"")
      ],
      [
        "Rules/amount.yaml:4:33: only a {slot} can be a list; write {slot}+"
      ]),
    FaultCase(
      "a bracket never closed",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}\"")
      ],
      [
        "Rules/amount.yaml:4:13: a pattern has one 【 and after it one 】, around the mention"
      ]),
    FaultCase(
      "brackets in parentheses",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}({currency}】整)\"")
      ],
      [
        "Rules/amount.yaml:4:13: 【 and 】 stand outside of parentheses"
      ]),
    FaultCase(
      "an optional bracket",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】?\"")
      ],
      [
        "Rules/amount.yaml:4:32: 【 and 】 are not optional"
      ]),
    FaultCase(
      "an escape at the end",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}{currency}】\\\\\"")
      ],
      [
        "Rules/amount.yaml:4:34: 【\\】 at the end escapes nothing"
      ]),
    FaultCase(
      "groups too deep",
      [
        .edit(
          "amount.yaml", "\"【{amount}{currency}】\"",
          "\"【{amount}{currency}】\(String(repeating: "(", count: 17))整\(String(repeating: ")", count: 17))\""
        )
      ],
      [
        "Rules/amount.yaml:4:49: groups are nested more than 16 deep; name a part as a pattern"
      ]),
    FaultCase(
      "a mention that may be nothing",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "\"【{amount}?{currency}?】\"")
      ],
      [
        "Rules/amount.yaml:4:12: all of the mention is optional, so that it may be "
          + "nothing at all: “【{amount}?{currency}?】”"
      ]),
    FaultCase(
      "nothing to begin at",
      [
        .edit("amount.yaml", "    amount: number", "    amount: words 1..2"),
        .edit("amount.yaml", "currency: lexicon currency", "currency: characters han 1..2"),
      ],
      [
        "Rules/amount.yaml:4:12: nothing in “【{amount}{currency}】” is sure to be there: "
          + "it needs a lexicon, a number, a mention, a pattern or some text that is not "
          + "optional"
      ]),
    FaultCase(
      "a pattern too long",
      [
        .edit(
          "amount.yaml", "\"【{amount}{currency}】\"", "\"\(String(repeating: "元", count: 1001))\"")
      ],
      [
        "Rules/amount.yaml:4:13: this pattern has more than 1000 characters; name its "
          + "parts as patterns"
      ]),
    FaultCase(
      "a pattern of too many steps",
      [
        .edit(
          "amount.yaml", "\"【{amount}{currency}】\"",
          "\"\(String(repeating: "{amount}+{currency}+", count: 8))\"")
      ],
      [
        "Rules/amount.yaml:4:13: this pattern takes more than 1000 steps; name its parts "
          + "as patterns"
      ]),
    FaultCase(
      "no pattern in the list",
      [
        .edit("amount.yaml", "\"【{amount}{currency}】\"", "[]")
      ],
      [
        "Rules/amount.yaml:4:12: 【pattern】 is an empty list"
      ]),
  ]
}
