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

  /// The same with empty columns at the end, where its own are the first of `columns`.
  func widened(to columns: [String]) -> Lexicon? {
    guard columns.starts(with: self.columns) else { return nil }
    let more = [String](repeating: "", count: columns.count - self.columns.count)
    guard !more.isEmpty else { return self }
    return Lexicon(
      name: name, columns: columns,
      entries: entries.map { Entry(form: $0.form, values: $0.values + more, place: $0.place) })
  }

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
