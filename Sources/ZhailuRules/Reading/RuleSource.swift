// SPDX-License-Identifier: Apache-2.0

/// The files of a rule pack, as they are: path inside the pack, and text.
package struct RuleSource: Sendable {
  package struct File: Sendable {
    /// `amount.yaml`, `lexicon/currency.tsv`.
    package let path: String
    /// How messages call it: with the folder that was given.
    package let displayPath: String
    package let text: String
    /// Which folder it comes from: 0 for the one at the bottom, 1 for the first laid over it.
    package internal(set) var layer = 0

    package init(path: String, displayPath: String, text: String, layer: Int = 0) {
      self.path = path
      self.displayPath = displayPath
      self.text = text
      self.layer = layer
    }

    var isLexicon: Bool { Self.isLexicon(path) }
    var isYAML: Bool { Self.isYAML(path) }

    /// Whether a file at this path inside a pack is read as one of it.
    package static func isRules(_ path: String) -> Bool { isYAML(path) || isLexicon(path) }

    private static func isLexicon(_ path: String) -> Bool {
      path.hasPrefix("lexicon/") && path.hasSuffix(".tsv")
    }

    private static func isYAML(_ path: String) -> Bool { path.hasSuffix(".yaml") }
  }

  /// In order; a file of an overlay comes after the one that it adds to.
  package private(set) var files: [File]
  /// What is wrong with files that could not be read at all.
  package private(set) var faults: [Diagnostic]

  package init(files: [File], faults: [Diagnostic] = []) {
    self.files = files
    self.faults = faults
  }

  /// The files of a pack that are in `entries`, in the order of their paths; messages call them by
  /// `folder`.
  package init(_ entries: [(path: String, bytes: [UInt8])], in folder: String) {
    self.init(files: [])
    let entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for entry in entries where File.isRules(entry.path) {
      add(entry.bytes, path: entry.path, displayPath: "\(folder)/\(entry.path)")
    }
  }

  /// Adds a file; where its bytes are no text, a fault.
  package mutating func add(_ bytes: [UInt8], path: String, displayPath: String) {
    switch RuleText.read(bytes, path: path, displayPath: displayPath) {
    case .success(let text): files.append(File(path: path, displayPath: displayPath, text: text))
    case .failure(let fault): faults.append(fault.diagnostic)
    }
  }

  /// Adds a fault of a file that cannot be read.
  package mutating func add(_ fault: Diagnostic) { faults.append(fault) }

  package var isEmpty: Bool { files.isEmpty && faults.isEmpty }

  /// Its files in the order of their paths.
  package func sorted() -> RuleSource {
    let files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return RuleSource(files: files, faults: faults)
  }

  /// Lays another pack over this one.
  package func overlaid(by other: RuleSource) -> RuleSource {
    let above = (files.last?.layer ?? 0) + 1
    let added = other.files.map { file in
      var file = file
      file.layer = above
      return file
    }
    return RuleSource(files: files + added, faults: faults + other.faults)
  }
}
