// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import Yams

@Suite("The JSON Schemas of rule files")
struct RuleSchemaTests {
  private static let rules = RecordSchemaTests.project.appending(path: "Rules")

  private static func faults(_ yaml: String, schema: String) throws -> [String] {
    let node = try #require(try Yams.compose(yaml: yaml))
    return try SchemaChecker(file: rules.appending(path: schema)).faults(ofValue: json(node))
  }

  /// A node as an editor's schema checker sees it: plain numbers and truths are such.
  private static func json(_ node: Node) -> Any {
    switch node {
    case .sequence(let sequence): return sequence.map(json)
    case .mapping(let mapping):
      return Dictionary(uniqueKeysWithValues: mapping.map { ($0.string ?? "", json($1)) })
    case .scalar(let scalar):
      guard scalar.style == .plain || scalar.style == .any else { return scalar.string }
      if scalar.string == "true" || scalar.string == "false" { return scalar.string == "true" }
      if scalar.string.isEmpty || scalar.string == "null" { return NSNull() }
      return Int(scalar.string) ?? Double(scalar.string) ?? scalar.string
    case .alias: return NSNull()
    }
  }

  @Test("every shipped rule file is valid, and so is stages.yaml")
  func shipped() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.rules.path())
    let files = names.filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(files.count > 5)
    for file in files {
      let text = try String(contentsOf: Self.rules.appending(path: file), encoding: .utf8)
      let schema = file == "stages.yaml" ? "stages.schema.json" : "rule.schema.json"
      #expect(try Self.faults(text, schema: schema) == [], "\(file)")
    }
  }

  private static let sound = #"""
    - rule: amount.plain
      finds: amount
      says: A number and a currency.
      pattern: "{before}?【{amount}{currency}】(左右|以上)?"
      where:
        before: lexicon modifier-before
        amount: number
        currency: lexicon currency-after[kind=a|b]
      set: { unit: "{amount}", times: 3, dimension: "%" }
      unless: { after: [件, "{amount}"] }
      examples:
        - value: { amount: "5", currency: CNY }
          published: 2020-03-20
          texts: [ 【5元】, 【五元】, 【5元】整 ]
      counterexamples:
        - { text: 5人, why: people }
        - { text: 元旦, why: a day }
        - { text: 五, why: no currency }
      known_misses:
        - { text: 【伍元】, why: not yet }
    - rule: organization.headed
      finds: organization
      says: A head.
      pattern: "【{kind}】"
      where: { kind: lexicon org-head }
      evidence: org-evidence
      reach: 24
      threshold: -10
      examples: [{ texts: [ 【甲公司】, 【乙公司】, 【丙公司】 ] }]
      counterexamples:
        - { text: 公园, why: none }
        - { text: 公共, why: none }
        - { text: 公正, why: none }
    - rule: organization.posted
      finds: organization
      says: A name before a post.
      pattern: "【{name}】总裁"
      where: { name: characters han 2..4 }
      tells: org-evidence
      about: "lexicon firm-word org-name[kind=company,word=|yes]"
      examples: [{ texts: [ 【甲乙】总裁, 【丙丁】总裁, 【戊己】总裁 ] }]
      counterexamples:
        - { text: 甲总裁, why: one character }
        - { text: 总裁说, why: no name }
        - { text: 甲乙的总裁, why: 的 stands between }
    - define: sum
      says: A sum.
      pattern: ["{n}", "\\({n}\\)", "{n}+?x"]
      where: { n: number large }
    - off: amount.implied
      why: not wanted
    """#

  @Test("a rule, a named pattern, and a rule that is switched off")
  func valid() throws {
    let faults = try Self.faults(Self.sound, schema: "rule.schema.json")
    #expect(faults == [])
  }

  @Test(
    "what an editor can know to be wrong, it marks",
    arguments: [
      ("finds: amount", "findz: amount"), ("finds: amount", "finds: amuont"),
      ("rule: amount.plain", "rule: Amount Plain"), ("  says: A number and a currency.\n", ""),
      ("says: A number and a currency.", "says: [a]"), ("{currency}】", "{currency】"),
      ("{currency}】", "{Currency}】"), ("{currency}】", "{currency}{1,9}】"), ("】(左", "】?(左"),
      ("(左右|以上)?", "+"), ("amount: number\n", "amount: numbr\n"),
      ("amount: number\n", "amount: number large small\n"),
      ("amount: number\n", "amount: words 1..100000\n"),
      ("amount: number\n", "amount: words 0..3\n"), ("amount: number\n", "amount: date yeer\n"),
      ("amount: number\n", "amount: characters greek 1..2\n"),
      ("amount: number\n", "amount: mention persn\n"), ("amount: number\n", "Amount: number\n"),
      ("[kind=a|b]", "[kind"), ("\"{amount}\", times", "\"x{amount}\", times"),
      ("after: [件", "behind: [件"), ("after: [件", "after: [【件】"), ("【5元】,", "5元,"),
      ("【5元】,", "【5元】【6元】,"), ("2020-03-20", "yesterday"), (", why: people", ""),
      ("        - { text: 元旦, why: a day }\n".dropFirst(4).description, ""),
      ("  examples:", "  exampels:"), ("  why: not wanted\n", ""), ("why: not wanted", "finds: x"),
      ("define: sum", "define: sum\n  finds: amount"), ("reach: 24", "reach: 41"),
      ("reach: 24", "reach: far"), ("threshold: -10", "threshold: 20000"),
      ("  evidence: org-evidence\n", ""), ("evidence: org-evidence", "evidence: [a]"),
      ("reach: 24", "tells: org-evidence"), ("about: \"lexicon firm-word ", "about: \""),
      ("word=|yes]", "word"),
    ])
  func broken(old: String, new: String) throws {
    let sound = Self.sound + "\n"
    #expect(sound.contains(old))
    #expect(
      try !Self.faults(sound.replacing(old, with: new), schema: "rule.schema.json").isEmpty)
  }

  @Test(
    "stages with faults",
    arguments: [
      "stage: x", "stages: []", "stages: [{stage: a}]",
      "stages: [{stage: a, files: [../a.yaml]}]", "stages: [{stage: a, files: [/a.yaml]}]",
      "stages: [{stage: a, files: [a.yml]}]", "stages: [{stage: a, files: [a.yaml]}]\nhelper: [x]",
      "stages: [{stage: a, files: [a.yaml, a.yaml]}]",
      "stages: [{stage: a, files: [a.yaml]}]\nitems: {stop: [x]}",
      "stages: [{stage: a, files: [a.yaml]}]\nhide_numerals: ['x[y']",
    ])
  func stages(text: String) throws {
    #expect(try !Self.faults(text, schema: "stages.schema.json").isEmpty)
  }
}
