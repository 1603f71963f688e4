// SPDX-License-Identifier: Apache-2.0
import Yams

/// Reads a file of rules, strictly: every key known, every fault reported, each with its place.
struct RuleFileReader {
  private var yaml: YAMLReader

  private static let ruleKeys = [
    "rule", "finds", "says", "pattern", "where", "set", "unless", "examples", "counterexamples",
    "known_misses",
  ]
  private static let patternKeys = ["define", "says", "pattern", "where", "set", "unless"]

  static func read(_ file: RuleSource.File) -> (rules: [Rule], diagnostics: [Diagnostic]) {
    var reader = RuleFileReader(yaml: YAMLReader(file: file))
    let rules = reader.rules()
    return (rules, reader.yaml.diagnostics)
  }

  private mutating func rules() -> [Rule] {
    guard let root = yaml.root() else { return [] }
    return yaml.list(root, "a rule file").compactMap { rule($0) }
  }

  private mutating func rule(_ node: Node) -> Rule? {
    let isDefinition = node.mapping?.keys.contains { $0.scalar?.string == "define" } ?? false
    let keys = yaml.pairs(
      node, isDefinition ? "a named pattern" : "a rule",
      known: isDefinition ? Self.patternKeys : Self.ruleKeys)
    let nameKey = isDefinition ? "define" : "rule"
    guard node.mapping != nil else { return nil }
    guard let nameNode = keys[nameKey], let name = yaml.text(nameNode, "the name of a rule") else {
      yaml.report(yaml.place(node), "a rule begins with its name: 【rule: amount.plain】")
      return nil
    }
    checkName(name, nameNode)
    let says = required("says", of: name, in: keys, node).flatMap { yaml.text($0, "【says】") } ?? ""
    return Rule(
      id: name, kind: isDefinition ? .defines : .finds(finds(keys, name, node)), says: says,
      patterns: patterns(keys, name, node), slots: keys["where"].map { slots($0) } ?? [],
      settings: keys["set"].map { settings($0) } ?? [],
      exclusions: keys["unless"].map { exclusions($0) } ?? [],
      examples: keys["examples"].map { examples($0) } ?? [],
      counterexamples: keys["counterexamples"].map { counterexamples($0, "a counterexample") }
        ?? [],
      knownMisses: keys["known_misses"].map { counterexamples($0, "a known miss") } ?? [],
      place: yaml.place(nameNode))
  }

  private mutating func required(
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
    if name.isEmpty || !allowed {
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
    if case .sequence(let sequence) = node { return sequence.compactMap { pattern($0) } }
    return pattern(node).map { [$0] } ?? []
  }

  private mutating func pattern(_ node: Node) -> Rule.Pattern? {
    guard let text = yaml.text(node, "a pattern") else { return nil }
    let isQuoted =
      node.scalar.map { $0.style == .doubleQuoted || $0.style == .singleQuoted } ?? false
    let place = yaml.place(node)
    do {
      return Rule.Pattern(template: try TemplateParser.parse(text), text: text, place: place)
    } catch {
      yaml.report(place.shifted(by: error.offset + (isQuoted ? 1 : 0)), error.message)
      return nil
    }
  }

  private mutating func slots(_ node: Node) -> [Rule.Slot] {
    yaml.pairs(node, "【where】").compactMap { pair in
      guard let text = yaml.text(pair.value, "the kind of a slot") else { return nil }
      switch SlotKind.parse(text) {
      case .success(let kind):
        return Rule.Slot(name: pair.key, kind: kind, place: yaml.place(pair.keyNode))
      case .failure(let fault):
        yaml.report(yaml.place(pair.value), fault.text)
        return nil
      }
    }
  }

  private mutating func settings(_ node: Node) -> [Rule.Setting] {
    yaml.pairs(node, "【set】").compactMap { pair in
      guard let text = yaml.text(pair.value, "the value of a field") else { return nil }
      let source: Rule.Setting.Source =
        if text == "{whole}" { .whole } else if text.hasPrefix("{"), text.hasSuffix("}") {
          .slot(String(text.dropFirst().dropLast()))
        } else { .constant(text) }
      return Rule.Setting(field: pair.key, source: source, place: yaml.place(pair.keyNode))
    }
  }

  private mutating func exclusions(_ node: Node) -> [Rule.Exclusion] {
    let sides = yaml.pairs(node, "【unless】", known: Rule.Exclusion.Side.allCases.map(\.rawValue))
    return sides.sorted { $0.key < $1.key }.flatMap { key, value in
      yaml.list(value, "【unless】 \(key)").compactMap { element in
        pattern(element).map { Rule.Exclusion(side: .init(rawValue: key)!, pattern: $0) }
      }
    }
  }

  // MARK: Examples

  private mutating func examples(_ node: Node) -> [Example] {
    yaml.list(node, "【examples】").flatMap { element -> [Example] in
      let keys = yaml.pairs(element, "an example", known: ["value", "texts", "published"])
      var value: [(field: String, value: String)] = []
      if let node = keys["value"] {
        for pair in yaml.pairs(node, "the value of an example") {
          guard let text = yaml.text(pair.value, "a field of a value") else { continue }
          value.append((pair.key, text))
        }
      }
      guard let texts = keys["texts"] else {
        yaml.report(yaml.place(element), "an example has no key 【texts】")
        return []
      }
      let published = keys["published"].flatMap { yaml.text($0, "【published】") }
      return yaml.list(texts, "【texts】").compactMap { node in
        guard let text = yaml.text(node, "the text of an example") else { return nil }
        if !text.contains("【") || !text.contains("】") {
          yaml.report(yaml.place(node), "an example brackets what must be found: …【1400万元】…")
          return nil
        }
        return Example(text: text, value: value, published: published, place: yaml.place(node))
      }
    }
  }

  private mutating func counterexamples(_ node: Node, _ what: String) -> [Counterexample] {
    yaml.list(node, "a list of examples").compactMap { element in
      let keys = yaml.pairs(element, what, known: ["text", "why", "published"])
      guard let textNode = keys["text"], let text = yaml.text(textNode, "the text of an example")
      else {
        yaml.report(yaml.place(element), "\(what) has no key 【text】")
        return nil
      }
      guard let why = keys["why"].flatMap({ yaml.text($0, "【why】") }), !why.isEmpty else {
        yaml.report(yaml.place(element), "\(what) says 【why】")
        return nil
      }
      let published = keys["published"].flatMap { yaml.text($0, "【published】") }
      return Counterexample(text: text, why: why, published: published, place: yaml.place(textNode))
    }
  }
}
