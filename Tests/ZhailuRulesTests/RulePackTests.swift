// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

/// A small pack whose parts a test may exchange.
enum Pack {
  static let stages = "stages:\n  - stage: amounts\n    files: [amount.yaml]\n"
  static let lexicon = "form\tcurrency\n元\tCNY\n美元\tUSD\n"
  static let rule = """
    - rule: amount.plain
      finds: amount
      says: A number and a currency.
      pattern: "【{amount}{currency}】"
      where:
        amount: number
        currency: lexicon currency
      examples:
        - value: { amount: "5", currency: CNY }
          texts: [ 【5元】, 【五元】, 【5元】整 ]
      counterexamples:
        - { text: 5人, why: people }
        - { text: 元旦, why: a day }
        - { text: 五, why: no currency }
    """

  static func source(
    rule: String = rule, lexicon: String = lexicon, stages: String? = stages
  ) -> RuleSource {
    var files = [
      RuleSource.File(path: "amount.yaml", displayPath: "Rules/amount.yaml", text: rule),
      RuleSource.File(
        path: "lexicon/currency.tsv", displayPath: "Rules/lexicon/currency.tsv", text: lexicon),
    ]
    if let stages {
      files.append(
        RuleSource.File(path: "stages.yaml", displayPath: "Rules/stages.yaml", text: stages))
    }
    return RuleSource(files: files)
  }

  /// The faults of a pack, as they are shown.
  static func faults(_ source: RuleSource) -> [String] {
    do {
      _ = try RuleSet(source)
      return []
    } catch let faulty as FaultyRules {
      return faulty.diagnostics.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  /// The faults of the rule with one text exchanged for another.
  static func faults(replacing old: String, with new: String) -> [String] {
    #expect(rule.contains(old))
    return faults(source(rule: rule.replacing(old, with: new)))
  }
}

@Suite("Reading a rule pack")
struct RulePackTests {
  @Test("a sound pack has no faults")
  func sound() {
    #expect(Pack.faults(Pack.source()) == [])
  }

  @Test(
    "every fault says where it is and what to do",
    arguments: [
      (
        "finds: amount", "findz: amount",
        [
          "2:3: a rule has no key 【findz】; did you mean finds?",
          "1:3: the rule 【amount.plain】 has no key 【finds】",
        ]
      ),
      (
        "finds: amount", "finds: amuont",
        ["1:9: no type of mention is called 【amuont】; did you mean amount?"]
      ),
      (
        "lexicon currency", "lexicon curency",
        ["7:5: no lexicon is called 【curency】; did you mean currency?"]
      ),
      (
        "lexicon currency", "lexicn currency",
        ["7:15: no kind of slot is called 【lexicn】; did you mean lexicon?"]
      ),
      (
        "amount: number", "amount: number 5..",
        [
          "6:13: after 【number】 stand its bounds, 【large】, 【digits】, 【bare】, or nothing: number 1..12"
        ]
      ),
      (
        "amount: number", "amount: date yeer",
        ["6:13: no part of a date is called 【yeer】; did you mean year?"]
      ),
      (
        "amount: number", "amount: words 0..3",
        ["6:13: after 【words】 stands how many, at most 64: words 1..4"]
      ),
      (
        "amount: number", "amount: words 1..100000",
        ["6:13: after 【words】 stands how many, at most 64: words 1..4"]
      ),
      ("amount: number", "amount: pattern", ["6:13: 【pattern】 needs one name: pattern place"]),
      (
        "amount: number", "amount: characters greek 1..2",
        [
          "6:13: after 【characters】 stand a class (han, latin, digit, name) and how many, at most 64"
        ]
      ),
      (
        "{currency}】", "{curr}】",
        [
          "4:12: the slot 【{curr}】 is not declared under 【where】; known are amount, currency",
          "7:5: the slot 【currency】 stands in no pattern of 【amount.plain】",
        ]
      ),
      (
        "rule: amount.plain", "rule: Amount plain",
        ["1:9: 【Amount plain】 is no name of a rule; use lower-case letters, digits, and . - _"]
      ),
      ("says: A number and a currency.", "says: [a]", ["3:9: 【says】 is a text, not a list"]),
      (
        "【5元】, 【五元】", "5元, 【五元】",
        [
          "10:16: an example brackets what must be found: …【1400万元】…",
          "1:9: 【amount.plain】 has 2 examples; a rule has at least 3 that must be found",
        ]
      ),
      (
        ", why: people", "",
        [
          "12:7: a counterexample says 【why】",
          "1:9: 【amount.plain】 has 2 counterexamples; a rule has at least 3 that must not be found",
        ]
      ),
      ("\"【{amount}{currency}】\"", "\"【{amount}{currency】\"", ["4:22: this 【{】 is never closed"]),
      (
        "\"【{amount}{currency}】\"", "\"【{amount}?{currency}?】\"",
        [
          "4:12: nothing in this pattern is sure to be there: it needs a lexicon, a number, a mention, a pattern or some text that is not optional"
        ]
      ),
      (
        "currency: lexicon currency", "currency: lexicon currency[kind=x]",
        ["7:5: no column of currency is called 【kind】; known are currency"]
      ),
    ])
  func messages(old: String, new: String, expected: [String]) {
    let faults = Pack.faults(replacing: old, with: new)
    for line in expected {
      #expect(faults.contains("Rules/amount.yaml:\(line)"), "\(faults)")
    }
  }

  @Test("faults of all files come in one run, in the order of their places")
  func all() {
    let faults = Pack.faults(
      Pack.source(
        rule: Pack.rule.replacing("finds: amount", with: "finds: x"),
        lexicon: "form\tcurrency\n元\tCNY\n元\tCNY\n\tUSD\n元\tA\tB\n"))
    #expect(
      faults.filter { $0.hasPrefix("Rules/lexicon") } == [
        "Rules/lexicon/currency.tsv:3:1: the entry 【元】 stands in line 2 already; delete one",
        "Rules/lexicon/currency.tsv:4:1: an entry without a form",
        "Rules/lexicon/currency.tsv:5:1: this line has 3 fields, the header 2: 【元】",
      ])
    #expect(faults.contains { $0.hasPrefix("Rules/amount.yaml") })
    #expect(faults == faults.sorted())
  }

  @Test("a pack without stages says so")
  func noStages() {
    #expect(
      Pack.faults(Pack.source(stages: nil)) == [
        "Rules/amount.yaml:1:1: this pack has no file 【stages.yaml】, which says what is read in which order"
      ])
  }

  @Test("a file that is missing, and one that no stage names")
  func files() {
    let stages = "stages:\n  - stage: amounts\n    files: [amounts.yaml]\n"
    #expect(
      Pack.faults(Pack.source(stages: stages)) == [
        "Rules/amount.yaml:1:1: this file stands in no stage of 【stages.yaml】",
        "Rules/stages.yaml:3:13: no file is called 【amounts.yaml】; did you mean amount.yaml?",
      ])
  }

  @Test("text that is no YAML has its place")
  func noYAML() {
    let faults = Pack.faults(Pack.source(rule: "- rule: [a\n"))
    #expect(faults.count == 1)
    #expect(faults[0].hasPrefix("Rules/amount.yaml:2:1: this is no YAML: "))
  }

  @Test("aliases and deep nesting are refused")
  func hostile() {
    #expect(
      Pack.faults(Pack.source(rule: "- &a {rule: x}\n- *a\n"))
        == [
          "Rules/amount.yaml:1:3: aliases (&name, *name) are not used in rule files; write the value out"
        ])
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(
      Pack.faults(Pack.source(rule: deep))
        == [
          "Rules/amount.yaml:1:1: brackets are nested more than 16 deep; nothing in a rule file is"
        ])
  }

  @Test("values are the text that stands there: no is no Boolean")
  func plainValues() throws {
    let set = try RuleSet(Pack.source(rule: Pack.rule.replacing("\"5\"", with: "no")))
    #expect(set.rule("amount.plain")?.examples.first?.value.first?.value == "no")
  }
}

@Suite("The shipped rules")
struct ShippedRulesTests {
  @Test("are read without a fault")
  func sound() throws {
    let set = try RuleSet.shipped()
    #expect(set.units.count > 20)
  }

  @Test("every rule that makes records has three examples and three counterexamples")
  func examples() throws {
    for unit in try RuleSet.shipped().units {
      guard case .finds(let type) = unit.rule.kind, type != "place" else { continue }
      #expect(unit.rule.examples.count >= 3, "\(unit.rule.id)")
      #expect(unit.rule.counterexamples.count >= 3, "\(unit.rule.id)")
    }
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "agrees with the vectors of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func vectors(text: String, digest: String) {
    #expect(SHA256.digest(of: text.utf8) == digest)
  }
}
