// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// A piece of a rule pack that a person edits at once: a rule, a line of a lexicon, or the head of a
/// file.
struct PackUnit: Hashable {
  enum Subject: Hashable {
    case rule(String)
    case entry(lexicon: String, form: String)
    /// What stands before the first rule, the header of a lexicon, or a whole `stages.yaml`.
    case head
  }

  let subject: Subject
  /// From 1.
  let line: Int
  /// As it stands in the file, with the comments that follow it.
  let text: String

  /// What an extraction depends on: not examples, comments and explanations.
  let aspects: [String: String]
}

/// A file of a rule pack, cut into its units.
struct PackFile {
  /// The folder laid over others that it is of, and its path in it.
  struct Key: Hashable, Comparable {
    let layer: Int
    let path: String
    static func < (left: Key, right: Key) -> Bool {
      (left.layer, left.path) < (right.layer, right.path)
    }
  }

  let key: Key
  let displayPath: String
  let units: [PackUnit]

  init(_ whole: RuleSource.File) {
    // So that the texts of units can be joined in any order.
    let ends = whole.text.isEmpty || whole.text.hasSuffix("\n")
    let file =
      ends
      ? whole
      : RuleSource.File(
        path: whole.path, displayPath: whole.displayPath, text: whole.text + "\n",
        layer: whole.layer)
    key = Key(layer: file.layer, path: file.path)
    displayPath = file.displayPath
    if file.path.hasSuffix(".tsv") {
      units = Self.entries(file.text, lexicon: Self.lexicon(file.path))
    } else if file.path == "stages.yaml" {
      units = [
        PackUnit(
          subject: .head, line: 1, text: file.text,
          aspects: ["stages": Self.withoutComments(file.text)])
      ]
    } else {
      units = Self.rules(file.text)
    }
  }

  static func lexicon(_ path: String) -> String {
    String(path.dropFirst("lexicon/".count).dropLast(".tsv".count))
  }

  // MARK: Lexicons

  /// Comments stay with the entry before them, so that a file is the sum of its units.
  private static func entries(_ text: String, lexicon: String) -> [PackUnit] {
    var units: [PackUnit] = []
    var head = ""
    var columns: [Substring] = []
    for (index, line) in lines(of: text).enumerated() {
      let content = line.trimmedEnd
      let isEntry = !content.isEmpty && content.utf8.first != UInt8(ascii: "#")
      guard isEntry, !columns.isEmpty else {
        if isEntry { columns = content.split(separator: "\t", omittingEmptySubsequences: false) }
        head += line
        continue
      }
      let fields = content.split(separator: "\t", omittingEmptySubsequences: false)
      var aspects: [String: String] = [:]
      for (column, field) in zip(columns, fields).dropFirst() where !field.isEmpty {
        aspects[String(column)] = String(field)
      }
      units.append(
        PackUnit(
          subject: .entry(lexicon: lexicon, form: String(fields[0])), line: index + 1,
          text: String(line), aspects: aspects))
    }
    let header = PackUnit(
      subject: .head, line: 1, text: head, aspects: ["columns": columns.joined(separator: ", ")])
    return [header] + units
  }

  // MARK: Rules

  private static let namingKeys: Set = ["rule", "define", "off"]
  private static let silentKeys: Set = [
    "says", "examples", "counterexamples", "known_misses", "rule", "define",
  ]

  /// A rule begins with a line `- rule: name`, and ends where the next begins.
  private static func rules(_ text: String) -> [PackUnit] {
    var pieces: [(line: Int, text: String)] = [(1, "")]
    for (index, line) in lines(of: text).enumerated() {
      if line.hasPrefix("- ") { pieces.append((index + 1, "")) }
      pieces[pieces.count - 1].text += line
    }
    return pieces.enumerated().map { index, piece in
      guard index > 0 else {
        return PackUnit(
          subject: .head, line: 1, text: piece.text,
          aspects: ["head": withoutComments(piece.text)])
      }
      let keys = keys(of: piece.text)
      let name = keys.first { namingKeys.contains($0.key) }?.value
      let aspects = keys.filter { !silentKeys.contains($0.key) }
      return PackUnit(
        subject: .rule(name ?? "?"), line: piece.line, text: piece.text, aspects: aspects)
    }
  }

  /// The keys of a rule, each with its text: they stand two characters in.
  private static func keys(of text: String) -> [String: String] {
    var keys: [String: String] = [:]
    var current: String?
    for line in lines(of: text) {
      let content = line.dropFirst(2)
      let isDeeper = line.hasPrefix("   ") || content.isEmpty
      if !isDeeper, let colon = content.firstIndex(of: ":") {
        let name = String(content[..<colon])
        current = name
        keys[name] = String(content[content.index(after: colon)...].trimmed)
      } else if let current {
        let more = line.trimmed
        if !more.isEmpty, !more.hasPrefix("#") { keys[current, default: ""] += "\n" + more }
      }
    }
    return keys
  }

  private static func withoutComments(_ text: String) -> String {
    lines(of: text).map(\.trimmedEnd).filter { !$0.isEmpty && !$0.trimmed.hasPrefix("#") }
      .joined(separator: "\n")
  }

  /// The lines with their ends.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.startIndex
    let utf8 = text.utf8
    while start < text.endIndex {
      let end = utf8[start...].firstIndex(of: 0x0A).map(utf8.index(after:)) ?? text.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    guard let last = utf8.lastIndex(where: { $0 != 0x0A && $0 != 0x0D }) else { return "" }
    return self[...last]
  }

  fileprivate var trimmed: Substring {
    drop { $0 == " " }.trimmedEnd.dropLast { $0 == " " }
  }

  private func dropLast(_ isDropped: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !isDropped($0) }) else { return "" }
    return self[...last]
  }
}
