// SPDX-License-Identifier: Apache-2.0

/// The tables of a page as lines: a row a line, behind each cell a tab.
///
/// `<td><p>甲</p></td><td colspan=2>5<br>6</td><td>7</td>` gives 甲⇥5 6⇥⇥7⇥. Lines that end at the edge
/// of a cell do not end, those inside of a short one are spaces; cells of several columns or rows are
/// filled up with empty ones. A cell that is alone in its row, holds a table, sentences or long text
/// lays out a page and keeps its lines.
struct HTMLTables {
  /// The open tables, the innermost last; the first is of cells without one.
  private var tables = [Table()]
  /// Tables inside of these are not told apart.
  private static let deepest = 64
  private var deeper = 0
  /// What stands in columns behind has its spans not counted.
  private static let widest = 40
  private static let longestOfCell = 80

  private struct Table {
    /// For each column how many rows below a cell reaches into.
    var reaches: [Int] = []
    var row: Row?
    var cell: Cell?
  }

  private struct Row {
    /// The column of the next cell.
    var column = 0
    /// Columns of the last cell that no cell has come behind yet.
    var owed = 0
  }

  private struct Cell {
    let start: Int
    let isFirst: Bool
    var holdsTable = false
  }

  mutating func begin(_ name: String, _ attributes: ArraySlice<UInt16>, _ text: inout [UInt16]) {
    switch name {
    case "td", "th": beginCell(HTMLAttributes(attributes), &text)
    case "tr":
      endRow(&text)
      top.row = Row()
    case "thead", "tbody", "tfoot":
      endRow(&text)
      top.reaches = []
    case "table": beginTable()
    default: break
    }
  }

  mutating func end(_ name: String, _ text: inout [UInt16]) {
    switch name {
    case "tr", "thead", "tbody", "tfoot": endRow(&text)
    case "table": endTable(&text)
    default: break
    }
  }

  /// The end of the page.
  mutating func end(_ text: inout [UInt16]) {
    while tables.count > 1 { endTable(&text) }
    endRow(&text)
  }

  private var top: Table {
    get { tables[tables.count - 1] }
    _modify { yield &tables[tables.count - 1] }
  }

  // MARK: Tables and rows

  private mutating func beginTable() {
    top.cell?.holdsTable = true
    if tables.count < Self.deepest { tables.append(Table()) } else { deeper += 1 }
  }

  private mutating func endTable(_ text: inout [UInt16]) {
    if deeper > 0 {
      deeper -= 1
      return
    }
    endRow(&text)
    if tables.count > 1 { tables.removeLast() }
  }

  private mutating func endRow(_ text: inout [UInt16]) {
    endCell(&text, isLast: true)
    guard let row = top.row else { return }
    for column in top.reaches.indices.dropFirst(row.column) where top.reaches[column] > 0 {
      top.reaches[column] -= 1
    }
    top.row = nil
  }

  // MARK: Cells

  private mutating func beginCell(_ attributes: HTMLAttributes, _ text: inout [UInt16]) {
    endCell(&text, isLast: false)
    var row = top.row ?? Row()
    let isFirst = row.column == 0
    for _ in 0..<row.owed { text.append(Mark.tab) }
    while row.column < top.reaches.count, top.reaches[row.column] > 0 {
      top.reaches[row.column] -= 1
      row.column += 1
      text.append(Mark.tab)
    }
    let (columns, rows) = Self.spans(attributes, room: max(1, Self.widest - row.column))
    if rows > 1, row.column < Self.widest {
      reach(row.column..<min(row.column + columns, Self.widest), rows - 1)
    }
    row.column += columns
    row.owed = columns - 1
    top.row = row
    top.cell = Cell(start: text.count, isFirst: isFirst)
  }

  private mutating func reach(_ columns: Range<Int>, _ rows: Int) {
    while top.reaches.count < columns.upperBound { top.reaches.append(0) }
    for column in columns { top.reaches[column] = rows }
  }

  private static func spans(_ attributes: HTMLAttributes, room: Int) -> (columns: Int, rows: Int) {
    var (columns, rows) = (1, 1)
    attributes.forEach(ofLength: 7...7) { name, value in
      guard let number = Int(String(units: value.prefix(6))) else { return }
      // 0 rows are all that are left, as the HTML standard has it.
      if name == "rowspan" { rows = number == 0 ? .max : max(1, number) }
      if name == "colspan" { columns = min(max(1, number), room) }
    }
    return (columns, rows)
  }

  private mutating func endCell(_ text: inout [UInt16], isLast: Bool) {
    guard let cell = top.cell else { return }
    top.cell = nil
    if !cell.holdsTable { Self.tidy(&text, from: cell.start, isAlone: cell.isFirst && isLast) }
    text.append(Mark.tab)
  }

  private static func tidy(_ text: inout [UInt16], from start: Int, isAlone: Bool) {
    guard text.count > start else { return }
    while text.count > start, isBlank(text[text.count - 1]) { text.removeLast() }
    let blanks = text[start...].prefix(while: isBlank).count
    text.removeSubrange(start..<start + blanks)
    guard !isAlone, text.count - start <= longestOfCell,
      !text[start...].contains(where: isSentenceEnd)
    else { return }
    for index in start..<text.count where text[index] == Mark.lineFeed { text[index] = Mark.space }
  }

  private static func isBlank(_ unit: UInt16) -> Bool {
    unit == Mark.space || unit == Mark.lineFeed
  }

  private static func isSentenceEnd(_ unit: UInt16) -> Bool {
    unit != Mark.lineFeed && CharacterClass.of(FoldTable.units[Int(unit)]).meets(.sentenceEnd)
  }
}
