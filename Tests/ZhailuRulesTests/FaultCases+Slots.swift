// SPDX-License-Identifier: Apache-2.0

/// Slots and their kinds.
extension FaultCase {
  static let slots: [FaultCase] = [
    FaultCase(
      "an unknown kind of slot",
      [
        .edit("amount.yaml", "lexicon currency", "lexicn currency")
      ],
      [
        "Rules/amount.yaml:7:15: no kind of slot is called 【lexicn】; did you mean lexicon?"
      ]),
    FaultCase(
      "a kind without a word",
      [
        .edit("amount.yaml", "currency: lexicon currency", "currency: \" \"")
      ],
      [
        "Rules/amount.yaml:7:15: a slot without a kind"
      ]),
    FaultCase(
      "lexicon without a name",
      [
        .edit("amount.yaml", "currency: lexicon currency", "currency: lexicon")
      ],
      [
        "Rules/amount.yaml:7:15: 【lexicon】 needs the name of one: lexicon measure-word"
      ]),
    FaultCase(
      "an unknown lexicon",
      [
        .edit("amount.yaml", "lexicon currency", "lexicon curency")
      ],
      [
        "Rules/amount.yaml:7:23: no lexicon is called 【curency】; did you mean currency?"
      ]),
    FaultCase(
      "a lexicon twice",
      [
        .edit("amount.yaml", "lexicon currency", "lexicon currency currency")
      ],
      [
        "Rules/amount.yaml:7:15: 【currency】 stands twice in 【lexicon currency currency】"
      ]),
    FaultCase(
      "a selection that is none",
      [
        .edit("amount.yaml", "lexicon currency", "lexicon currency[currency")
      ],
      [
        "Rules/amount.yaml:7:23: 【currency[currency】 selects nothing; write org-head[class=strong]"
      ]),
    FaultCase(
      "an unknown column",
      [
        .edit("amount.yaml", "lexicon currency", "lexicon currency[kind=x]")
      ],
      [
        "Rules/amount.yaml:7:23: no column of currency is called 【kind】; known are currency"
      ]),
    FaultCase(
      "an unknown column behind a known one",
      [
        .edit("amount.yaml", "lexicon currency", "lexicon currency[currency=CNY,kind=x]")
      ],
      [
        "Rules/amount.yaml:7:23: no column of currency is called 【kind】; known are currency"
      ]),
    FaultCase(
      "a topic of a lexicon that is not there",
      [
        .edit("amount.yaml", "  where:", "  about: lexicon currency curency\n  where:")
      ],
      [
        "Rules/amount.yaml:5:27: no lexicon is called 【curency】; did you mean currency?"
      ]),
    FaultCase(
      "a topic without a lexicon",
      [
        .edit("amount.yaml", "  where:", "  about: lexicon\n  where:")
      ],
      [
        "Rules/amount.yaml:5:10: 【lexicon】 needs the name of one: lexicon measure-word"
      ]),
    FaultCase(
      "a topic that names a lexicon twice",
      [
        .edit("amount.yaml", "  where:", "  about: lexicon currency currency\n  where:")
      ],
      [
        "Rules/amount.yaml:5:10: 【currency】 stands twice in 【lexicon currency currency】"
      ]),
    FaultCase(
      "a topic that is no lexicon",
      [
        .edit("amount.yaml", "  where:", "  about: currency\n  where:")
      ],
      [
        "Rules/amount.yaml:5:10: 【about】 names lexicons whose words tell what a text is about, not "
          + "【currency】; write about: lexicon sport-word"
      ]),
    FaultCase(
      "bounds of a number",
      [
        .edit("amount.yaml", "    amount: number", "    amount: number 5..")
      ],
      [
        "Rules/amount.yaml:6:13: after 【number】 stand its bounds, 【large】, 【digits】, 【bare】, or "
          + "nothing: number 1..12"
      ]),
    FaultCase(
      "bounds that run backwards",
      [
        .edit("amount.yaml", "    amount: number", "    amount: number 9..1")
      ],
      [
        "Rules/amount.yaml:6:13: 【9..1】 runs backwards; write 1..9"
      ]),
    FaultCase(
      "an unknown part of a date",
      [
        .edit("amount.yaml", "    amount: number", "    amount: date yeer")
      ],
      [
        "Rules/amount.yaml:6:13: no part of a date is called 【yeer】; did you mean year?"
      ]),
    FaultCase(
      "no word at all",
      [
        .edit("amount.yaml", "    amount: number", "    amount: words 0..3")
      ],
      [
        "Rules/amount.yaml:6:13: after 【words】 stands how many, at most 64: words 1..4"
      ]),
    FaultCase(
      "too many words",
      [
        .edit("amount.yaml", "    amount: number", "    amount: words 1..100000")
      ],
      [
        "Rules/amount.yaml:6:13: after 【words】 stands how many, at most 64: words 1..4"
      ]),
    FaultCase(
      "words that are not not",
      [
        .edit("amount.yaml", "    amount: number", "    amount: words 1..3 but currency")
      ],
      [
        "Rules/amount.yaml:6:13: after the count of words stands nothing, or 【not】 and "
          + "lexicons, not 【but】"
      ]),
    FaultCase(
      "words not in an unknown lexicon",
      [
        .edit("amount.yaml", "    amount: number", "    amount: words 1..3 not curency")
      ],
      [
        "Rules/amount.yaml:6:28: no lexicon is called 【curency】; did you mean currency?"
      ]),
    FaultCase(
      "an unknown class of characters",
      [
        .edit("amount.yaml", "    amount: number", "    amount: characters greek 1..2")
      ],
      [
        "Rules/amount.yaml:6:13: after 【characters】 stand a class (han, latin, digit, "
          + "name) and how many, at most 64"
      ]),
    FaultCase(
      "a pattern without a name",
      [
        .edit("amount.yaml", "    amount: number", "    amount: pattern")
      ],
      [
        "Rules/amount.yaml:6:13: 【pattern】 needs one name: pattern place"
      ]),
    FaultCase(
      "an unknown pattern",
      [
        .edit("amount.yaml", "    amount: number", "    amount: pattern sum")
      ],
      [
        "Rules/amount.yaml:6:21: no pattern is called 【sum】"
      ]),
    FaultCase(
      "a rule for a pattern",
      [
        .edit("amount.yaml", "    amount: number", "    amount: pattern amount.plain")
      ],
      [
        "Rules/amount.yaml:6:21: 【amount.plain】 is a rule, not a named pattern; write "
          + "【mention TYPE】, or 【define】 it"
      ]),
    FaultCase(
      "a mention of an unknown type",
      [
        .edit("amount.yaml", "    amount: number", "    amount: mention persn")
      ],
      [
        "Rules/amount.yaml:6:21: no type of mention is called 【persn】; known are "
          + "organization, amount, quantity, date, number, ordinal"
      ]),
    FaultCase(
      "a slot that is not declared",
      [
        .edit("amount.yaml", "{currency}】", "{curr}】")
      ],
      [
        "Rules/amount.yaml:4:12: the slot 【{curr}】 is not declared under 【where】; known "
          + "are amount, currency",
        "Rules/amount.yaml:7:5: the slot 【currency】 stands in no pattern of 【amount.plain】",
      ]),
    FaultCase(
      "a slot whose name is none",
      [
        .edit("amount.yaml", "    amount: number", "    Amount: number")
      ],
      [
        "Rules/amount.yaml:4:12: the slot 【{amount}】 is not declared under 【where】; did "
          + "you mean Amount?",
        "Rules/amount.yaml:6:5: the slot 【Amount】 stands in no pattern of 【amount.plain】",
        "Rules/amount.yaml:6:5: 【Amount】 is no name of a slot; use lower-case letters, "
          + "digits, - and .",
      ]),
    FaultCase(
      "a slot without a kind",
      [
        .edit("amount.yaml", "    amount: number", "    amount:")
      ],
      [
        "Rules/amount.yaml:6:12: the kind of a slot is empty"
      ]),
  ]
}
