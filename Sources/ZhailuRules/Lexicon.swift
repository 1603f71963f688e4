// SPDX-License-Identifier: Apache-2.0

/// A list of words with attributes: one file of `Rules/lexicon`.
package struct Lexicon: Sendable {
  package struct Entry: Sendable {
    /// As it stands in the file.
    package let form: String
    /// The values of the columns after the first, by the lexicon's `columns`; empty where none.
    package let values: [String]
    package let place: Diagnostic.Place
  }

  package let name: String
  /// The names of the columns after the first, which is `form`.
  package let columns: [String]
  package internal(set) var entries: Entries

  package init(name: String, columns: [String], entries: [Entry]) {
    self.init(name: name, columns: columns, entries: Entries(entries))
  }

  init(name: String, columns: [String], entries: Entries) {
    self.name = name
    self.columns = columns
    self.entries = entries
  }

  package func form(of entry: Int) -> String { entries.form(of: entry) }

  /// The value of a column in an entry; `nil` where the column is missing or the field empty.
  package func value(_ column: String, of entry: Int) -> String? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    let value = entries.value(index, of: entry)
    return value.isEmpty ? nil : value
  }
}
