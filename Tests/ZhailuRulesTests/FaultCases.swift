// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

/// A pack with something wrong in it, and all that is said of it: every message, whole.
struct FaultCase: Sendable, CustomTestStringConvertible {
  /// A change of the sound pack in `Pack`; a path that begins with + is one of an overlay.
  enum Change: Sendable {
    case put(String, String)
    case edit(String, String, String)
  }

  let name: String
  let changes: [Change]
  let expected: [String]

  init(_ name: String, _ changes: [Change], _ expected: [String]) {
    (self.name, self.changes, self.expected) = (name, changes, expected)
  }

  var testDescription: String { name }

  static let all =
    yaml + rules + slots + templates + fields + examples + stages + lexicons + packs

  static let yaml: [FaultCase] = [
    FaultCase(
      "text that is no YAML",
      [
        .put("amount.yaml", "- rule: [a\n")
      ],
      [
        "Rules/amount.yaml:2:1: this is no YAML: did not find expected ',' or ']'; a "
          + "pattern always stands in quotes"
      ]),
    FaultCase(
      "an error in one rule hides no fault of the others",
      [
        .put("amount.yaml", "- rule: a\n  says: [x\n- rule: b\n  finds: amount\n  says: x\n")
      ],
      [
        "Rules/amount.yaml:3:1: this is no YAML: did not find expected ',' or ']'; a "
          + "pattern always stands in quotes",
        "Rules/amount.yaml:3:3: the rule 【b】 has no key 【pattern】",
        "Rules/amount.yaml:3:9: 【b】 has 0 counterexamples; a rule has at least 3 that "
          + "must not be found",
        "Rules/amount.yaml:3:9: 【b】 has 0 examples; a rule has at least 3 that must be found",
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
      "events are no type of rules",
      [
        .edit("amount.yaml", "finds: amount", "finds: event")
      ],
      [
        "Rules/amount.yaml:1:9: 【event】: events are linked from the other types, not found by rules"
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

  static let fields: [FaultCase] = [
    FaultCase(
      "set from an unknown slot",
      [
        .edit("amount.yaml", "  examples:", "  set: { unit: \"{unit}\" }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:10: the slot 【{unit}】 is not declared under 【where】; known "
          + "are amount, currency"
      ]),
    FaultCase(
      "set with text and slot",
      [
        .edit("amount.yaml", "  examples:", "  set: { unit: \"x{amount}\" }\n  examples:")
      ],
      [
        "Rules/amount.yaml:8:16: 【x{amount}】 mixes text and slot; a field is a constant, "
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

  static let stages: [FaultCase] = [
    FaultCase(
      "no key of stages",
      [
        .put("stages.yaml", "stage: x\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】",
        "Rules/stages.yaml:1:1: the file of stages has no key 【stages】",
        "Rules/stages.yaml:1:1: the file of stages has no key 【stage】; did you mean stages?",
      ]),
    FaultCase(
      "a stage without files",
      [
        .put("stages.yaml", "stages:\n  - stage: amounts\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】",
        "Rules/stages.yaml:2:5: a stage has a name and files: 【stage: amounts, files: "
          + "[amount.yaml]】",
      ]),
    FaultCase(
      "a stage twice",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\n  - stage: amounts\n    files: []\n"
        )
      ],
      [
        "Rules/stages.yaml:4:5: the stage 【amounts】 stands twice"
      ]),
    FaultCase(
      "a file in two stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\n  - stage: more\n    files: [amount.yaml]\n"
        )
      ],
      [
        "Rules/stages.yaml:5:13: the file 【amount.yaml】 stands in two stages; name it in one"
      ]),
    FaultCase(
      "a file that is not there",
      [
        .put("stages.yaml", "stages:\n  - stage: amounts\n    files: [amounts.yaml]\n")
      ],
      [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】; did you "
          + "mean amounts.yaml?",
        "Rules/stages.yaml:3:13: no file is called 【amounts.yaml】; did you mean amount.yaml?",
      ]),
    FaultCase(
      "a path out of the folder",
      [
        .put(
          "stages.yaml", "stages:\n  - stage: amounts\n    files: [amount.yaml, ../secret.yaml]\n")
      ],
      [
        "Rules/stages.yaml:3:26: the path 【../secret.yaml】 leads out of the folder; rule "
          + "files stand in it"
      ]),
    FaultCase(
      "a helper that is a type",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nhelpers: [amount]\n")
      ],
      [
        "Rules/stages.yaml:4:11: 【amount】 is a type of records; a helper has a name of its own"
      ]),
    FaultCase(
      "an unknown lexicon in stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nsegmentation: [curency]\n")
      ],
      [
        "Rules/stages.yaml:4:16: no lexicon is called 【curency】; did you mean currency?"
      ]),
    FaultCase(
      "an unknown selection in stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nitems: { stops: [\"currency[kind=x]\"] }\n"
        )
      ],
      [
        "Rules/stages.yaml:4:18: no column of currency is called 【kind】; known are currency"
      ]),
    FaultCase(
      "a lexicon twice in stages",
      [
        .put(
          "stages.yaml",
          "stages:\n  - stage: amounts\n    files: [amount.yaml]\nhide_numerals: [currency, currency]\n"
        )
      ],
      [
        "Rules/stages.yaml:4:27: 【currency】 stands twice in this list"
      ]),
  ]

  static let lexicons: [FaultCase] = [
    FaultCase(
      "a lexicon without a header",
      [
        .put("lexicon/currency.tsv", "# nothing\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: a lexicon begins with a header line whose first "
          + "column is 【form】"
      ]),
    FaultCase(
      "a first column that is not form",
      [
        .put("lexicon/currency.tsv", "word\tcurrency\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: the first column of a lexicon is 【form】, not 【word】"
      ]),
    FaultCase(
      "a column twice",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\tcurrency\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: the column 【currency】 stands twice in the header"
      ]),
    FaultCase(
      "a column without a name",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\t\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: column 【3】 of the header has no name; is a tab too many?"
      ]),
    FaultCase(
      "a bad name of a column",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\tKind\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:1:1: 【Kind】 is no name of a column; use lower-case "
          + "letters, digits, - and ."
      ]),
    FaultCase(
      "too many fields",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\tx\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: this line has 3 fields, the header 2: 【元】"
      ]),
    FaultCase(
      "no form",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: an entry without a form"
      ]),
    FaultCase(
      "an entry twice",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:3:1: the entry 【元】 stands in line 2 already; delete one"
      ]),
    FaultCase(
      "a space at the end",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元 \tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: 【元 】 has a space at its end or start; delete "
          + "it, or put it in quotes"
      ]),
    FaultCase(
      "only spaces",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\u{3000}\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: the form 【\u{3000}】 is only spaces, which stand "
          + "everywhere; put it in quotes if they are meant"
      ]),
    FaultCase(
      "spaces for a tab",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元  CNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: 【元  CNY】: between a form and its fields stands "
          + "a tab, not spaces"
      ]),
    FaultCase(
      "a quote never closed",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\"元\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: the quote before 【元\\u{9}CNY】 is never closed"
      ]),
    FaultCase(
      "text after a quote",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\t\"CN\"Y\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:3: after the closing quote of 【CN】 stands more "
          + "text; write \"\" for a quote inside a field"
      ]),
    FaultCase(
      "a form too long",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n\(String(repeating: "元", count: 101))\tCNY\n")
      ],
      [
        "Rules/lexicon/currency.tsv:2:1: 【\(String(repeating: "元", count: 101))】 has more than 100 characters; no word has"
      ]),
    FaultCase(
      "an entry switched off of nothing",
      [
        .put("lexicon/currency.tsv", "form\tcurrency\n元\tCNY\n!元\n")
      ],
      [
        "Rules/lexicon/currency.tsv:3:1: 【!元】 switches an entry off, but no folder below "
          + "has a lexicon currency; delete the line"
      ]),
  ]

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
        "my-rules/amount.yaml:1:3: 【off: amount.plain】 says 【why】: what is not wanted "
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
        "my-rules/lexicon/currency.tsv:1:1: this lexicon adds to 【currency】, whose "
          + "columns are form, currency"
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
