// SPDX-License-Identifier: Apache-2.0

/// Rows of words in aligned columns: the first to the left, all others to the right.
package struct TextTable {
  private var rows: [[String]]
  /// Columns that hold words, not figures.
  private let words: Set<Int>

  package init(header: [String], words: Set<Int> = [0]) {
    rows = [header]
    self.words = words
  }

  package mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, two blanks between columns, none at the ends.
  package var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { $0[column].cells }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        row[column].padded(to: widths[column], blanksFirst: !words.contains(column))
      }
      return cells.joined(separator: "  ").withoutBlanksAtEnd
    }
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
