// SPDX-License-Identifier: Apache-2.0
import Yams

/// `pattern`, `where`, `about`, `set` and `unless`.
extension RuleFileReader {
  mutating func patterns(
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

  mutating func slots(_ node: Node, of rule: String) -> [Rule.Slot] {
    let pairs = bounded(yaml.pairs(node, "【where】"), Self.mostParts, "slots in a rule", at: node)
    return pairs.compactMap { pair in
      guard let text = yaml.text(pair.value, "the kind of a slot") else {
        broken.slots[rule, default: []].insert(pair.key)
        return nil
      }
      checkName(pair.key, pair.keyNode, "a slot")
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

  /// `about: lexicon sport-word`, or several lexicons, as in a slot.
  mutating func topic(_ keys: [String: Node]) -> Rule.Topic? {
    guard let node = keys["about"], let text = yaml.text(node, "【about】") else { return nil }
    switch SlotKind.parse(text) {
    case .success(.lexicon(let names)):
      return Rule.Topic(lexicons: names, text: text, textPlace: yaml.placeInside(node))
    case .failure(let fault) where text.hasPrefix("lexicon"):
      yaml.report(yaml.place(node), fault.text)
    case .success, .failure:
      yaml.report(
        yaml.place(node),
        "【about】 names lexicons whose words tell what a text is about, not 【\(text)】; write "
          + "about: lexicon sport-word")
    }
    return nil
  }

  mutating func settings(_ node: Node) -> [Rule.Setting] {
    let pairs = bounded(yaml.pairs(node, "【set】"), Self.mostParts, "fields in 【set】", at: node)
    return pairs.compactMap { pair in
      guard let text = yaml.text(pair.value, "the value of a field", mayBeEmpty: true) else {
        return nil
      }
      checkName(pair.key, pair.keyNode, "a field")
      return Rule.Setting(
        field: pair.key, source: source(text, pair.value), place: yaml.place(pair.keyNode),
        valuePlace: yaml.place(pair.value))
    }
  }

  private mutating func checkName(_ name: String, _ node: Node, _ what: String) {
    guard !TemplateParser.isSlotName(name) else { return }
    yaml.report(
      yaml.place(node),
      "【\(name)】 is no name of \(what); use lower-case letters, digits, - and .")
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

  mutating func exclusions(_ node: Node) -> [Rule.Exclusion] {
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
