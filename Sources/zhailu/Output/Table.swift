// SPDX-License-Identifier: Apache-2.0

/// Columns for a terminal, where a Chinese character is two cells wide.
struct Table {
  private let header: [String]
  private var rows: [[String]] = []

  init(_ header: [String]) {
    self.header = header
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { Self.cells($0[column]) }.max() ?? 0 }
    return all.map { row in
      let cells = row.indices.map { column in
        column == row.count - 1 ? row[column] : Self.pad(row[column], to: widths[column])
      }
      return cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - cells(text)))
  }

  /// The width of a text in cells: two for East Asian wide and full-width characters (UAX #11).
  static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
