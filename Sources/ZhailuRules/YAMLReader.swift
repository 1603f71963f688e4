// SPDX-License-Identifier: Apache-2.0
import Yams

/// A YAML file as nodes with places, and the faults met while walking them.
///
/// Values are taken as the text that stands there: `no`, `012` and `2020-03-18` stay what they are.
struct YAMLReader {
  let file: RuleSource.File
  var diagnostics: [Diagnostic] = []

  /// Deeper files are refused: nothing in a rule file is.
  private static let deepest = 16

  init(file: RuleSource.File) {
    self.file = file
  }

  /// The root node; `nil`, with a diagnostic, where the file is no YAML.
  mutating func root() -> Node? {
    if let place = nestingTooDeep() {
      report(place, "brackets are nested more than \(Self.deepest) deep; nothing in a rule file is")
      return nil
    }
    if let alias = firstAlias() {
      report(alias, "aliases (&name, *name) are not used in rule files; write the value out")
      return nil
    }
    do {
      guard let node = try Yams.compose(yaml: file.text) else {
        report(place(line: 1), "this file is empty")
        return nil
      }
      return node
    } catch {
      report(yaml: error)
      return nil
    }
  }

  // MARK: Faults

  mutating func report(_ place: Diagnostic.Place, _ message: String) {
    diagnostics.append(Diagnostic(place, message))
  }

  func place(_ node: Node) -> Diagnostic.Place {
    Diagnostic.Place(
      file: file.displayPath, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  func place(line: Int, column: Int = 1) -> Diagnostic.Place {
    Diagnostic.Place(file: file.displayPath, line: line, column: column)
  }

  private mutating func report(yaml error: any Error) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _),
      YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _):
      report(
        place(line: mark.line, column: mark.column),
        "this is no YAML: \(problem); a pattern always stands in quotes")
    case YamlError.duplicatedKeysInMapping(let keys, let context):
      report(
        place(line: context.mark.line, column: context.mark.column),
        "the key 【\(keys.map(String.init(describing:)).joined(separator: ", "))】 stands twice")
    default: report(place(line: 1), "this is no YAML: \(error)")
    }
  }

  // MARK: Hostile files

  /// libyaml recurses into brackets; a million of them must not reach it.
  private func nestingTooDeep() -> Diagnostic.Place? {
    var depth = 0
    var line = 1
    var dashes = 0
    var atLineStart = true
    for byte in file.text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "-") where atLineStart: dashes += 1
      case UInt8(ascii: " "): break
      case 0x0A:
        line += 1
        depth = 0
        dashes = 0
        atLineStart = true
        continue
      default: atLineStart = false
      }
      if depth > Self.deepest || dashes > 64 { return place(line: line) }
    }
    return nil
  }

  /// The first `&name` or `*name` outside of quotes and comments: a few of them can stand for a
  /// billion nodes.
  private func firstAlias() -> Diagnostic.Place? {
    var (line, column) = (1, 0)
    var quote: Unicode.Scalar?
    var last: Unicode.Scalar = "\n"
    var isComment = false
    var scalars = file.text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      column += 1
      let isAtStart = " \n[,{".unicodeScalars.contains(last)
      switch scalar {
      case "\n":
        (line, column, isComment) = (line + 1, 0, false)
      case _ where isComment: break
      case _ where quote != nil:
        if scalar == quote, last != "\\" { quote = nil }
      case "\"", "'": if isAtStart { quote = scalar }
      case "#": isComment = isAtStart
      case "&", "*":
        if isAtStart, let next, next.properties.isAlphabetic {
          return place(line: line, column: column)
        }
      default: break
      }
      last = scalar
    }
    return nil
  }

  // MARK: Typed walking

  /// The text of a scalar; a diagnostic, naming `what`, for anything else.
  mutating func text(_ node: Node, _ what: String) -> String? {
    if case .scalar(let scalar) = node { return scalar.string }
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
      key.scalar.map { (key: $0.string, keyNode: key, value: value) }
    }
  }

  /// The pairs whose keys are among `known`; a diagnostic for each other key.
  mutating func pairs(_ node: Node, _ what: String, known: [String]) -> [String: Node] {
    var found: [String: Node] = [:]
    for pair in pairs(node, what) {
      guard known.contains(pair.key) else {
        report(
          place(pair.keyNode),
          "\(what) has no key 【\(pair.key)】" + hint(for: pair.key, among: known))
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
