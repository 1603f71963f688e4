// SPDX-License-Identifier: Apache-2.0

/// Values and fields that no record has.
extension FaultCase {
  private static func eventRule(_ frames: String) -> String {
    rule("event.give", "lexicon event-verb[frame=\(frames)]", "roles: { subject: actor }")
  }

  /// A rule for events of some words, and what it says besides.
  private static func rule(_ name: String, _ words: String, _ more: String) -> String {
    """
    - rule: \(name)
      finds: event
      says: Somebody gives.
      verb: \(words)
      \(more)
      needs: given
      examples:
        - { texts: [【甲】, 【乙】, 【丙】] }
      counterexamples:
        - { text: 丁, why: x }
        - { text: 戊, why: x }
        - { text: 己, why: x }

    """
  }

  /// The sound pack with a rule for events, whose verbs are in the lexicon `event-verb`.
  private static func events(_ verbs: String, _ others: Change...) -> [Change] {
    let rule = "\n" + eventRule("give|lend")
    let lexicon = "form\tkind\tframe\tweight\n捐\tdonation\tgive\t\n" + verbs
    return [
      .put("amount.yaml", Pack.rule + rule), .put("lexicon/event-verb.tsv", lexicon),
    ] + others
  }

  static let values: [FaultCase] = recordValues + wordValues + eventValues + setValues

  private static let recordValues: [FaultCase] = [
    FaultCase(
      "a currency that people write and ISO 4217 does not have",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n块\tRMB\n\"毛\"\tcny\n")
      ],
      [
        "Rules/lexicon/currency.tsv:3:3: no currency of ISO 4217 is called 【RMB】; did you mean CNY?",
        "Rules/lexicon/currency.tsv:4:5: no currency of ISO 4217 is called 【cny】; did you mean CNY?",
      ]),
    FaultCase(
      "a kind of organization that the records do not have",
      Pack.evidenceFiles + [
        .put("lexicon/head.tsv", "form\tkind\n公司\tcompani\n厂\tfirm\n")
      ],
      [
        "Rules/lexicon/head.tsv:2:4: no kind of organization is called 【compani】; did you mean "
          + "company?",
        "Rules/lexicon/head.tsv:3:3: no kind of organization is called 【firm】; known are "
          + "association, company, education, government, international, judicial, media, medical, "
          + "military, party, research, sport",
      ]),
    FaultCase(
      "a modifier that no number has, in a lexicon that a named pattern reads",
      [
        .put("lexicon/before.tsv", "form\tnote\tmodifier\n足有\tx\tatleast\n截至\t\tuntil\n"),
        .put(
          "amount.yaml",
          "- define: limit\n  says: x\n  pattern: \"{b}\"\n  where: { b: lexicon before }\n"
            + Pack.rule.replacing("\"【", with: "\"{limit}?【").replacing(
              "  where:\n", with: "  where:\n    limit: pattern limit\n")),
      ],
      [
        "Rules/lexicon/before.tsv:2:6: no modifier of a number is called 【atleast】; did you mean "
          + "at_least?",
        "Rules/lexicon/before.tsv:3:5: no modifier of a number is called 【until】; known are approx, "
          + "at_least, at_most, less_than, more_than, nearly",
      ]),
    FaultCase(
      "a mark that is neither yes nor nothing",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\thome\n元\tCNY\tyes\n块\tCNY\tno\n毛\tCNY\n"),
        .edit("amount.yaml", "  where:\n", "  set: { home: maybe }\n  where:\n"),
      ],
      [
        "Rules/amount.yaml:5:16: 【home】 is yes or nothing, not 【maybe】",
        "Rules/lexicon/currency.tsv:3:7: 【home】 is yes or nothing, not 【no】",
      ]),
    FaultCase(
      "entries that no rule selects may hold anything",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\tclass\n元\tCNY\tmoney\n块\t?\tother\n"),
        .edit("amount.yaml", "lexicon currency", "lexicon currency[class=money]"),
      ],
      []),
  ]

  private static let wordValues: [FaultCase] = [
    FaultCase(
      "classes of words beside a count, which are closed",
      [
        .put(
          "stages.yaml",
          Pack.stages + "items:\n  words: [item-word]\n  signs: [item-sign]\n"),
        .put("lexicon/item-word.tsv", "form\tclass\n军车\tn\n把\tnoun\n"),
        .put("lexicon/item-sign.tsv", "form\tclass\n名\tperson-unit\n位\tpersons-unit\n平方米\tsize\n"),
      ],
      [
        "Rules/lexicon/item-sign.tsv:3:3: no sign beside a count is called 【persons-unit】; did you "
          + "mean person-unit?",
        "Rules/lexicon/item-sign.tsv:4:1: a sign beside a count is one character or two, not 【平方米】",
        "Rules/lexicon/item-word.tsv:3:3: no class of words beside a count is called 【noun】; known "
          + "are a, b, e, n, p, r, v",
      ]),
    FaultCase(
      "ends of names",
      [
        .put("stages.yaml", Pack.stages + "short_names: [org-short]\n"),
        .put(
          "lexicon/org-short.tsv",
          "form\tclass\tkeeps\n办公室\thead\t办\n医院\thead\n政府\tseat\t政府\n公司\tlegl\n"),
      ],
      [
        "Rules/lexicon/org-short.tsv:3:1: 【医院】 needs what short names keep of it, in 【keeps】",
        "Rules/lexicon/org-short.tsv:4:1: 【政府】 needs the one character that short names keep, in "
          + "【keeps】",
        "Rules/lexicon/org-short.tsv:5:4: no class of ends of names is called 【legl】; did you mean "
          + "legal?",
      ]),
    FaultCase(
      "signs of headings",
      [
        .put("stages.yaml", Pack.stages + "headings: [heading-sign]\n"),
        .put("lexicon/heading-sign.tsv", "form\tclass\n价\tprice\n号\tno-mony\n"),
      ],
      [
        "Rules/lexicon/heading-sign.tsv:3:3: no class of signs of headings is called 【no-mony】; did "
          + "you mean no-money?"
      ]),
    FaultCase(
      "signs of lists and of lines",
      [
        .put("stages.yaml", Pack.stages + "lists: [list-sign]\nlayout: [layout-sign]\n"),
        .put("lexicon/list-sign.tsv", "form\tclass\n、\tjoiner\n等\trests\n"),
        .put("lexicon/layout-sign.tsv", "form\tclass\n本报讯\tdateline\n电\twires\n"),
      ],
      [
        "Rules/lexicon/layout-sign.tsv:3:3: no class of signs of lines is called 【wires】; did you "
          + "mean wire?",
        "Rules/lexicon/list-sign.tsv:3:3: no class of signs of lists is called 【rests】; did you mean "
          + "rest?",
      ]),
  ]

  private static let eventValues: [FaultCase] = [
    FaultCase(
      "a kind of event that the records do not have, and a weight that no verb has",
      events("赠\tdonaton\tgive\tlite\n"),
      [
        "Rules/lexicon/event-verb.tsv:3:3: no kind of event is called 【donaton】; did you mean "
          + "donation?",
        "Rules/lexicon/event-verb.tsv:3:16: no weight of a verb is called 【lite】; known are bare, "
          + "hand, light, noun, passing, plain, vague",
      ]),
    FaultCase(
      "a frame that no rule reads, and a verb without one",
      events("赠\tdonation\tgiv\n赐\tdonation\n"),
      [
        "Rules/lexicon/event-verb.tsv:3:12: no rule reads verbs of the frame 【giv】; did you mean "
          + "give?",
        "Rules/lexicon/event-verb.tsv:4:1: no rule reads the verb 【赐】: it has no frame",
      ]),
    FaultCase(
      "a verb without a kind", events("赠\t\tgive\n"),
      ["Rules/lexicon/event-verb.tsv:3:1: the verb 【赠】 needs a kind of event, in 【kind】"]),
    FaultCase(
      "the verbs of a rule that a folder replaces stay as they are",
      events(
        "", .put("+lexicon/event-verb.tsv", "form\tkind\tframe\tweight\n借\tloan\tborrow\n"),
        .put("+amount.yaml", eventRule("borrow"))),
      []),
    FaultCase(
      "classes and meanings of words of events",
      events(
        "", .put("lexicon/event-word.tsv", "form\tclass\n向\ttoo\n"),
        .put("lexicon/event-sign.tsv", "form\tclass\n司\tbody-ent\n"),
        .put("lexicon/event-party.tsv", "form\tclass\tmeans\tkind\n校\tpronoun\towner\tschool\n")),
      [
        "Rules/lexicon/event-party.tsv:2:11: no meaning of a party is called 【owner】; known are all, "
          + "first, none, own, player, role, second, state, that",
        "Rules/lexicon/event-party.tsv:2:17: no kind of organization is called 【school】; known are "
          + "association, company, education, government, international, judicial, media, medical, "
          + "military, party, research, sport",
        "Rules/lexicon/event-sign.tsv:2:3: no class of signs of events is called 【body-ent】; did you "
          + "mean body-end?",
        "Rules/lexicon/event-word.tsv:2:3: no class of words of events is called 【too】; did you "
          + "mean to?",
      ]),
    FaultCase(
      "headings of tables that tell events",
      [
        .put(
          "amount.yaml",
          Pack.rule + "\n" + rule("event.row", "lexicon table-column", "traits: [table]")),
        .put("lexicon/table-column.tsv", "form\tclass\tkind\n捐赠单位\tactr\tdonatio\n"),
      ],
      [
        "Rules/lexicon/table-column.tsv:2:6: no class of headings is called 【actr】; did you mean "
          + "actor?",
        "Rules/lexicon/table-column.tsv:2:11: no kind of event is called 【donatio】; did you mean "
          + "donation?",
      ]),
  ]

  private static let setValues: [FaultCase] = [
    FaultCase(
      "set of a field that the type does not take",
      [
        .edit("amount.yaml", "  examples:", "  set: { modifer: approx }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:10: no field of amount is called 【modifer】; did you mean modifier?"
      ]),
    FaultCase(
      "set of values that their fields do not take",
      [
        .edit(
          "amount.yaml", "  examples:", "  set: { modifier: aprox, currency: 人民币 }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:20: no modifier of a number is called 【aprox】; did you mean approx?",
        "Rules/amount.yaml:8:37: no currency of ISO 4217 is called 【人民币】; did you mean CNY?",
      ]),
  ]
}
