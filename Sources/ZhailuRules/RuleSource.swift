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

    var isLexicon: Bool { path.hasPrefix("lexicon/") && path.hasSuffix(".tsv") }
    var isYAML: Bool { path.hasSuffix(".yaml") }
  }

  /// In order; a file of an overlay comes after the one that it adds to.
  package private(set) var files: [File]
  /// What is wrong with files that could not be read at all.
  package private(set) var faults: [Diagnostic]

  package init(files: [File], faults: [Diagnostic] = []) {
    self.files = files
    self.faults = faults
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
