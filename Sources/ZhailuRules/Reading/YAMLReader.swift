// SPDX-License-Identifier: Apache-2.0
import Yams

/// A YAML file as nodes with places, and the faults met while walking them.
///
/// Values are taken as the text that stands there: `no`, `012` and `2020-03-18` stay what they are.
struct YAMLReader {
  let file: RuleSource.File
  var diagnostics: [Diagnostic] = []

  /// Added to the lines of nodes: a part of a file is read as a file of its own.
  private var shift = 0

  init(file: RuleSource.File) {
    self.file = file
  }

  /// The root node; `nil`, with a diagnostic, where the file is no YAML.
  mutating func root() -> Node? {
    guard isHarmless() else { return nil }
    do {
      return try compose(file.text)
    } catch {
      report(yaml: error, in: file.text)
      return nil
    }
  }

  /// The elements of the list that a file of rules is. Where the file is no YAML, each element is
  /// read by itself, so that the faults of the others are told too.
  mutating func items(_ what: String) -> [Item] {
    guard isHarmless(), hasItems() else { return [] }
    do {
      guard let root = try compose(file.text) else { return [] }
      return list(root, what).map { Item(node: $0, shift: 0) }
    } catch {
      let before = diagnostics.count
      let items = salvage(what)
      if diagnostics.count == before { report(yaml: error, in: file.text) }
      return items
    }
  }

  /// An element of a file, to be read with its own count of lines.
  struct Item {
    let node: Node
    fileprivate let shift: Int
  }

  /// The node of an item; places are told for it from now on.
  mutating func enter(_ item: Item) -> Node {
    shift = item.shift
    return item.node
  }

  private mutating func compose(_ text: String) throws -> Node? {
    if let node = try Yams.compose(yaml: text) { return node }
    report(place(line: 1), "this file is empty")
    return nil
  }

  private mutating func salvage(_ what: String) -> [Item] {
    var items: [Item] = []
    for part in parts() {
      shift = part.line
      do {
        guard let node = try Yams.compose(yaml: part.text) else { continue }
        items += list(node, what).map { Item(node: $0, shift: part.line) }
      } catch {
        report(yaml: error, in: part.text)
      }
    }
    return items
  }

  /// The file cut before each line that begins with a dash, with the lines before each part.
  private func parts() -> [(text: String, line: Int)] {
    var parts: [(text: String, line: Int)] = []
    var lines: [Substring] = []
    var first = 0
    for (number, line) in file.text.utf8Lines.enumerated() {
      if line.hasPrefix("- "), parts.count < 1000 {
        parts.append((lines.joined(separator: "\n"), first))
        (lines, first) = ([], number)
      }
      lines.append(line)
    }
    return parts + [(lines.joined(separator: "\n"), first)]
  }

  // MARK: Faults

  mutating func report(_ place: Diagnostic.Place, _ message: String) {
    guard diagnostics.count <= RulePackReader.mostFaults else { return }
    diagnostics.append(Diagnostic(place, message))
  }

  func place(_ node: Node) -> Diagnostic.Place {
    place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// Where the text of a scalar begins: behind its quote, if it has one.
  func placeInside(_ node: Node) -> Diagnostic.Place {
    place(node).shifted(by: Self.isQuoted(node) ? 1 : 0)
  }

  static func isQuoted(_ node: Node) -> Bool {
    let style = node.scalar?.style
    return style == .doubleQuoted || style == .singleQuoted
  }

  func place(line: Int, column: Int = 1) -> Diagnostic.Place {
    Diagnostic.Place(file: file.displayPath, line: max(line, 1) + shift, column: max(column, 1))
  }

  /// `text` is what was parsed: the file, or a part of it.
  private mutating func report(yaml error: any Error, in text: String) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      let found = YAMLProblem(problem, line: mark.line, column: mark.column, in: text)
      report(place(line: found.line, column: found.column), found.message)
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      report(
        place(line: context.mark.line, column: context.mark.column),
        "the key 【\(keys.joined(separator: ", "))】 stands twice here; delete one")
    case YamlError.reader(let problem, _, _, _):
      report(place(line: 1), "this is no YAML: \(problem)")
    default: report(place(line: 1), "this is no YAML: \(error)")
    }
  }

  private mutating func isHarmless() -> Bool {
    guard let fault = YAMLGuard.fault(in: file.text) else { return true }
    report(place(line: fault.line, column: fault.column), fault.message)
    return false
  }

  /// Whether the list of the file is of a length that a person writes; a longer one is not parsed.
  private mutating func hasItems() -> Bool {
    var count = 0
    for (number, line) in file.text.utf8Lines.enumerated() where line.utf8.starts(with: "- ".utf8) {
      count += 1
      guard count > RuleFileReader.mostRules else { continue }
      report(
        place(line: number + 1), "more than 【\(RuleFileReader.mostRules)】 rules in a file; split it"
      )
      return false
    }
    return true
  }

  // MARK: Typed walking

  /// The text of a scalar; a diagnostic, naming `what`, for anything else, and for none.
  /// `mayBeEmpty` allows `""`, in quotes.
  mutating func text(_ node: Node, _ what: String, mayBeEmpty: Bool = false) -> String? {
    if case .scalar(let scalar) = node {
      if !scalar.string.isEmpty || (mayBeEmpty && Self.isQuoted(node)) { return scalar.string }
      report(place(node), "\(what) is empty")
      return nil
    }
    report(place(node), "\(what) is a text, not a \(Self.name(of: node))")
    return nil
  }

  mutating func list(_ node: Node, _ what: String) -> [Node] {
    if case .sequence(let sequence) = node { return Array(sequence) }
    report(place(node), "\(what) is a list, not a \(Self.name(of: node))")
    return []
  }

  /// The pairs of a mapping in their order, keys as text.
  mutating func pairs(_ node: Node, _ what: String) -> [(key: String, keyNode: Node, value: Node)] {
    guard case .mapping(let mapping) = node else {
      report(place(node), "\(what) is a mapping (key: value), not a \(Self.name(of: node))")
      return []
    }
    return mapping.compactMap { key, value in
      guard let text = text(key, "a key") else { return nil }
      return (key: text, keyNode: key, value: value)
    }
  }

  /// The pairs whose keys are among `known`; a diagnostic for each other key.
  mutating func pairs(_ node: Node, _ what: String, known: [String]) -> [String: Node] {
    var found: [String: Node] = [:]
    for pair in pairs(node, what) {
      guard known.contains(pair.key) else {
        let key = pair.key.split { $0 == "：" || $0 == ":" }.first.map(String.init) ?? pair.key
        let isCut = key != pair.key && known.contains(key)
        report(
          place(pair.keyNode),
          "\(what) has no key 【\(pair.key)】"
            + (isCut ? "; after 【\(key)】 stand 【:】 and a space" : hint(for: pair.key, among: known))
        )
        continue
      }
      found[pair.key] = pair.value
    }
    return found
  }

  private static func name(of node: Node) -> String {
    switch node {
    case .scalar: "text"
    case .mapping: "mapping"
    case .sequence: "list"
    case .alias: "alias"
    }
  }
}
