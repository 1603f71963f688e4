// SPDX-License-Identifier: Apache-2.0
import Yams

/// Reads a file of rules, strictly: every key known, every fault reported, each with its place.
struct RuleFileReader {
  /// A rule of an earlier folder that this file switches off.
  struct Off {
    let id: String
    let place: Diagnostic.Place
  }

  var yaml: YAMLReader
  private var rules: [Rule] = []
  private var offs: [Off] = []
  var broken = Broken()

  private static let ruleKeys = [
    "rule", "finds", "says", "pattern", "where", "set", "unless", "evidence", "reach", "threshold",
    "tells", "about", "examples", "counterexamples", "known_misses",
  ]
  private static let patternKeys = ["define", "says", "pattern", "where", "set", "unless"]

  /// What no file of rules needs, and a hostile one has.
  static let mostRules = 1000
  static let mostParts = 64
  static let mostExclusions = 500

  /// What a file holds. The parts that have faults of their own are named, so that nothing is said
  /// of what is missing because of them.
  struct Result {
    var rules: [Rule] = []
    var offs: [Off] = []
    var diagnostics: [Diagnostic] = []
    var broken = Broken()
  }

  /// By the names of rules.
  struct Broken {
    var patterns: Set<String> = []
    var slots: [String: Set<String>] = [:]
    var examples: Set<String> = []
    var counterexamples: Set<String> = []

    mutating func add(_ other: Broken) {
      patterns.formUnion(other.patterns)
      slots.merge(other.slots) { $0.union($1) }
      examples.formUnion(other.examples)
      counterexamples.formUnion(other.counterexamples)
    }
  }

  static func read(_ file: RuleSource.File) -> Result {
    var reader = RuleFileReader(yaml: YAMLReader(file: file))
    reader.read()
    return Result(
      rules: reader.rules, offs: reader.offs, diagnostics: reader.yaml.diagnostics,
      broken: reader.broken)
  }

  private init(yaml: YAMLReader) {
    self.yaml = yaml
  }

  private mutating func read() {
    for (count, item) in yaml.items("a rule file").enumerated() {
      let node = yaml.enter(item)
      guard count < Self.mostRules else {
        yaml.report(
          yaml.place(node), "more than 【\(Self.mostRules)】 rules in a file; split it")
        return
      }
      read(node)
    }
  }

  private func findsEvents(_ node: Node) -> Bool {
    node.mapping?["finds"]?.scalar?.string == "event"
  }

  private mutating func read(_ node: Node) {
    let names = Set(node.mapping?.keys.compactMap { $0.scalar?.string } ?? [])
    if names.contains("off") {
      if let off = off(node) { offs.append(off) }
    } else if names.contains("verb") || !names.contains("pattern") && findsEvents(node) {
      if let rule = eventRule(node) { rules.append(rule) }
    } else if let rule = rule(node, isDefinition: names.contains("define")) {
      rules.append(rule)
    }
  }

  /// `off: amount.implied` and why.
  private mutating func off(_ node: Node) -> Off? {
    let keys = yaml.pairs(node, "a rule that is switched off", known: ["off", "why"])
    guard let name = keys["off"], let id = yaml.text(name, "the name of a rule") else { return nil }
    if keys["why"].flatMap({ yaml.text($0, "【why】") }) == nil, keys["why"] == nil {
      yaml.report(
        yaml.place(node),
        "【off: \(id)】 has no 【why】; say what is not wanted here, for those who read it")
    }
    return Off(id: id, place: yaml.place(name))
  }

  private mutating func rule(_ node: Node, isDefinition: Bool) -> Rule? {
    let what = isDefinition ? "a named pattern" : "a rule"
    let keys = yaml.pairs(node, what, known: isDefinition ? Self.patternKeys : Self.ruleKeys)
    guard node.mapping != nil,
      let head = head(node, keys, name: isDefinition ? "define" : "rule", as: "amount.plain")
    else { return nil }
    let name = head.name
    let kind: Rule.Kind = isDefinition ? .defines : .finds(finds(keys, name, node))
    let patterns = watching(\.patterns, name) { $0.patterns(keys, name, node) }
    let exclusions = watching(\.patterns, name) { reader in
      keys["unless"].map { reader.exclusions($0) } ?? []
    }
    let texts = texts(keys, of: name)
    return Rule(
      id: name, kind: kind, says: head.says, patterns: patterns,
      slots: keys["where"].map { slots($0, of: name) } ?? [],
      settings: keys["set"].map { settings($0) } ?? [], exclusions: exclusions,
      evidence: evidence(keys), tells: telling(keys), about: topic(keys), examples: texts.examples,
      counterexamples: texts.counterexamples, knownMisses: texts.knownMisses, place: head.place)
  }

  /// What every rule begins with.
  struct Head {
    let name: String
    let says: String
    let place: Diagnostic.Place
  }

  mutating func head(
    _ node: Node, _ keys: [String: Node], name key: String, as example: String
  ) -> Head? {
    guard let nameNode = keys[key] else {
      yaml.report(yaml.place(node), "a rule begins with its name: 【rule: \(example)】")
      return nil
    }
    guard let name = yaml.text(nameNode, "the name of a rule") else { return nil }
    checkName(name, nameNode)
    let says = required("says", of: name, in: keys, node).flatMap { yaml.text($0, "【says】") }
    return Head(name: name, says: says ?? "", place: yaml.place(nameNode))
  }

  /// Reads a part of a rule, and remembers that it has faults.
  mutating func watching<Part>(
    _ parts: WritableKeyPath<Broken, Set<String>>, _ rule: String,
    _ read: (inout RuleFileReader) -> Part
  ) -> Part {
    let before = yaml.diagnostics.count
    let part = read(&self)
    if yaml.diagnostics.count > before { broken[keyPath: parts].insert(rule) }
    return part
  }

  mutating func required(
    _ key: String, of rule: String, in keys: [String: Node], _ node: Node
  ) -> Node? {
    if let found = keys[key] { return found }
    yaml.report(yaml.place(node), "the rule 【\(rule)】 has no key 【\(key)】")
    return nil
  }

  private mutating func checkName(_ name: String, _ node: Node) {
    let allowed = name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "." || $0 == "-" || $0 == "_"
    }
    if !allowed {
      yaml.report(
        yaml.place(node),
        "【\(name)】 is no name of a rule; use lower-case letters, digits, and . - _")
    }
  }

  private mutating func finds(_ keys: [String: Node], _ name: String, _ node: Node) -> String {
    required("finds", of: name, in: keys, node).flatMap { yaml.text($0, "【finds】") } ?? ""
  }
}
