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
    "tells", "examples", "counterexamples", "known_misses",
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
    let nameKey = isDefinition ? "define" : "rule"
    let keys = yaml.pairs(node, what, known: isDefinition ? Self.patternKeys : Self.ruleKeys)
    guard node.mapping != nil else { return nil }
    guard let nameNode = keys[nameKey] else {
      yaml.report(yaml.place(node), "a rule begins with its name: 【rule: amount.plain】")
      return nil
    }
    guard let name = yaml.text(nameNode, "the name of a rule") else { return nil }
    checkName(name, nameNode)
    let says = required("says", of: name, in: keys, node).flatMap { yaml.text($0, "【says】") } ?? ""
    let kind: Rule.Kind = isDefinition ? .defines : .finds(finds(keys, name, node))
    let patterns = watching(\.patterns, name) { $0.patterns(keys, name, node) }
    let exclusions = watching(\.patterns, name) { reader in
      keys["unless"].map { reader.exclusions($0) } ?? []
    }
    let examples = watching(\.examples, name) { reader in
      keys["examples"].map { reader.examples($0) } ?? []
    }
    let counterexamples = watching(\.counterexamples, name) { reader in
      keys["counterexamples"].map { reader.counterexamples($0, "a counterexample") } ?? []
    }
    return Rule(
      id: name, kind: kind, says: says, patterns: patterns,
      slots: keys["where"].map { slots($0, of: name) } ?? [],
      settings: keys["set"].map { settings($0) } ?? [], exclusions: exclusions,
      evidence: evidence(keys), tells: telling(keys), examples: examples,
      counterexamples: counterexamples,
      knownMisses: keys["known_misses"].map { self.counterexamples($0, "a known miss") } ?? [],
      place: yaml.place(nameNode))
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

  mutating func checkName(_ name: String, _ node: Node) {
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

  // MARK: Patterns and slots

  private mutating func patterns(
    _ keys: [String: Node], _ name: String, _ node: Node
  ) -> [Rule.Pattern] {
    guard let node = required("pattern", of: name, in: keys, node) else { return [] }
    guard case .sequence(let sequence) = node else { return finding(node).map { [$0] } ?? [] }
    if sequence.isEmpty { yaml.report(yaml.place(node), "【pattern】 is an empty list") }
    let nodes = bounded(Array(sequence), Self.mostParts, "patterns in a rule")
    return nodes.compactMap { finding($0) }
  }

  /// A pattern that finds something.
  private mutating func finding(_ node: Node) -> Rule.Pattern? {
    guard let pattern = pattern(node) else { return nil }
    if pattern.template.mentionMayBeEmpty {
      yaml.report(
        pattern.place,
        "all of the mention is optional, so that it may be nothing at all: \(quoted(pattern.text))")
      return nil
    }
    return pattern
  }

  private mutating func pattern(_ node: Node) -> Rule.Pattern? {
    guard let text = yaml.text(node, "a pattern") else { return nil }
    do {
      return Rule.Pattern(
        template: try TemplateParser.parse(text), text: text, place: yaml.place(node),
        isQuoted: YAMLReader.isQuoted(node))
    } catch {
      yaml.report(yaml.placeInside(node).shifted(by: error.offset), error.message)
      return nil
    }
  }

  private mutating func slots(_ node: Node, of rule: String) -> [Rule.Slot] {
    let pairs = bounded(yaml.pairs(node, "【where】"), Self.mostParts, "slots in a rule", at: node)
    return pairs.compactMap { pair in
      guard let text = yaml.text(pair.value, "the kind of a slot") else {
        broken.slots[rule, default: []].insert(pair.key)
        return nil
      }
      if !TemplateParser.isSlotName(pair.key) {
        yaml.report(
          yaml.place(pair.keyNode),
          "【\(pair.key)】 is no name of a slot; use lower-case letters, digits, - and .")
      }
      switch SlotKind.parse(text) {
      case .success(let kind):
        return Rule.Slot(
          name: pair.key, kind: kind, place: yaml.place(pair.keyNode), kindText: text,
          kindPlace: yaml.placeInside(pair.value))
      case .failure(let fault):
        broken.slots[rule, default: []].insert(pair.key)
        yaml.report(yaml.place(pair.value), fault.text)
        return nil
      }
    }
  }

  private mutating func settings(_ node: Node) -> [Rule.Setting] {
    let pairs = bounded(yaml.pairs(node, "【set】"), Self.mostParts, "fields in 【set】", at: node)
    return pairs.compactMap { pair in
      guard let text = yaml.text(pair.value, "the value of a field", mayBeEmpty: true) else {
        return nil
      }
      if !TemplateParser.isSlotName(pair.key) {
        yaml.report(
          yaml.place(pair.keyNode),
          "【\(pair.key)】 is no name of a field; use lower-case letters, digits, - and .")
      }
      return Rule.Setting(
        field: pair.key, source: source(text, pair.value), place: yaml.place(pair.keyNode),
        valuePlace: yaml.place(pair.value))
    }
  }

  /// `{whole}`, `{slot}` or a constant; a brace that is alone is neither.
  private mutating func source(_ text: String, _ node: Node) -> Rule.Setting.Source {
    if text == "{whole}" { return .whole }
    if text.hasPrefix("{"), text.hasSuffix("}") {
      return .slot(String(text.dropFirst().dropLast()))
    }
    if text.contains("{") || text.contains("}") {
      yaml.report(
        yaml.place(node),
        "【\(text)】 mixes text and slot; a field is a constant, {slot} or {whole}")
    }
    return .constant(text)
  }

  private mutating func exclusions(_ node: Node) -> [Rule.Exclusion] {
    let sides = yaml.pairs(node, "【unless】", known: Rule.Exclusion.Side.allCases.map(\.rawValue))
    return sides.sorted { $0.key < $1.key }.flatMap { key, value -> [Rule.Exclusion] in
      guard let side = Rule.Exclusion.Side(rawValue: key) else { return [] }
      let nodes = bounded(
        yaml.list(value, "【unless】 \(key)"), Self.mostExclusions, "templates in 【unless】")
      return nodes.compactMap { exclusion($0, side) }
    }
  }

  private mutating func exclusion(_ node: Node, _ side: Rule.Exclusion.Side) -> Rule.Exclusion? {
    guard let pattern = pattern(node) else { return nil }
    if pattern.template.hasBrackets {
      yaml.report(
        pattern.place,
        "what stands beside the mention has no brackets of its own: \(quoted(pattern.text))")
      return nil
    }
    if pattern.template.mayBeEmpty {
      yaml.report(
        pattern.place,
        "【\(pattern.text)】 may be nothing at all, so that the rule would never find anything")
      return nil
    }
    return Rule.Exclusion(side: side, pattern: pattern)
  }

  // MARK: Bounds

  private mutating func bounded(_ nodes: [Node], _ most: Int, _ what: String) -> [Node] {
    guard nodes.count > most else { return nodes }
    yaml.report(yaml.place(nodes[most]), "more than 【\(most)】 \(what)")
    return Array(nodes.prefix(most))
  }

  private mutating func bounded<Element>(
    _ pairs: [Element], _ most: Int, _ what: String, at node: Node
  ) -> [Element] {
    guard pairs.count > most else { return pairs }
    yaml.report(yaml.place(node), "more than 【\(most)】 \(what)")
    return Array(pairs.prefix(most))
  }
}
