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
  package internal(set) var entries: [Entry]

  /// The value of a column in an entry; `nil` where the column is missing or the field empty.
  package func value(_ column: String, of entry: Int) -> String? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    let value = entries[entry].values[index]
    return value.isEmpty ? nil : value
  }
}
