// SPDX-License-Identifier: Apache-2.0

/// The files of a rule pack, as they are: path inside the pack, and text.
package struct RuleSource: Sendable {
  package struct File: Sendable {
    /// `amount.yaml`, `lexicon/currency.tsv`.
    package let path: String
    /// How messages call it: with the folder that was given.
    package let displayPath: String
    package let text: String

    package init(path: String, displayPath: String, text: String) {
      self.path = path
      self.displayPath = displayPath
      self.text = text
    }
  }

  /// In order; a file of an overlay comes after the one that it adds to.
  package private(set) var files: [File]

  package init(files: [File]) {
    self.files = files
  }

  /// The rules that the program carries.
  package static var shipped: RuleSource {
    RuleSource(
      files: ShippedRules.files.map {
        File(path: "\($0.path)", displayPath: "Rules/\($0.path)", text: "\($0.text)")
      })
  }

  /// Lays another pack over this one.
  package func overlaid(by other: RuleSource) -> RuleSource {
    RuleSource(files: files + other.files)
  }
}
