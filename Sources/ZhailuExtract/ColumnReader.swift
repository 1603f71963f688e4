// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Gives the numbers in a table or list the units that its headings state.
///
///     单位：个、户、万元
///     街道        小区数    户数     总投资
///     东关街道      9      2916      8750
///
/// 8750 is 87500000 元, for 总投资 speaks of money and the money is in 万元; 2916 is 2916 户. A unit
/// may also stand in the heading itself, 增长（%）, at the head of a row, 营业收入（万元）, or in a column
/// of its own under 单位. Tabs, wide
/// spaces or upright strokes cut a line into cells; single spaces do where headings and rows have the
/// same number of cells. In a list each name has its number, 王建国500、李梅300. Under 日期 1.27 is a
/// day. What no heading says is not guessed.
struct ColumnReader {
  let rules: RuleSet
  let units: Buffer<UInt16>
  /// What headings say by their characters.
  let signs: HeadingSigns
  /// The units that a line above the table states.
  private var stated: [Unit] = []
  private var columns: [Column] = []
  /// Which column holds the units of the rows.
  private var unitColumn: Int?
  /// How the headings were cut into cells.
  private var cut = Cut.none
  /// Lines since the statement that are no rows.
  private var age = 0

  /// A unit that a heading states.
  struct Unit {
    let hit: Int32
    let power: Int32
    let isMoney: Bool

    /// What the heading 日期 says of its column.
    static let date = Unit(hit: -1, power: 0, isMoney: false)
    var isDate: Bool { hit < 0 }
  }

  /// What a heading says of the numbers below it.
  enum Column {
    /// The unit stands in the heading.
    case own(Unit)
    /// A unit stated above the table.
    case shared(Unit)
    /// Nothing: the head of the row may.
    case open
    /// Shares, ranks and the like, which have no unit of their row.
    case never

    var unit: Unit? {
      switch self {
      case .own(let unit), .shared(let unit): unit
      case .open, .never: nil
      }
    }
  }

  init(rules: RuleSet, units: Buffer<UInt16>) {
    self.rules = rules
    signs = rules.headingSigns
    self.units = units
  }

  mutating func read(into lattice: inout Lattice) {
    var start = 0
    // Most characters of articles are behind the marks and the words that matter.
    let last = max(Mark.boxStroke, signs.unitEnds.units.last ?? 0)
    while start < units.count {
      var shape = Shape()
      var end = start
      while end < units.count, units[end] != Mark.lineFeed {
        let unit = units[end]
        if unit <= Mark.boxStroke {
          shape.take(unit, after: end > start ? units[end - 1] : 0)
        } else if unit <= last, signs.unitEnds.contains(unit),
          length(of: signs.unitWords, before: end + 1, from: start) > 0
        {
          shape.hasUnitWord = true
        }
        end += 1
      }
      let line = Extent(start, end)
      start = end + 1
      // Most lines of articles: no unit is stated, no table goes on.
      guard shape.isOfInterest || !stated.isEmpty || !columns.isEmpty else { continue }
      read(line, shape.cut, &lattice)
    }
  }

  private mutating func read(_ line: Extent, _ cut: Cut, _ lattice: inout Lattice) {
    if let found = statement(in: line, lattice) {
      (stated, columns, age) = (found.units, [], 0)
      if let unit = onlyMoney, found.end < line.end {
        giveList(in: Extent(found.end, line.end), unit, &lattice)
      }
      if cut == .none || cut == .single || cells(of: line, cut).count < 3 { return }
    }
    if let unit = onlyMoney, columns.isEmpty, giveList(in: line, unit, &lattice) {
      age = 0
      return
    }
    if readRow(line, cut, &lattice) { return }
    columns = []
    age += 1
    if age > 3 { stated = [] }
  }

  /// The only unit that is stated, where it is one of money.
  private var onlyMoney: Unit? { stated.count == 1 && stated[0].isMoney ? stated[0] : nil }

  /// Reads a line as headings or as a row; `false` where it is neither.
  private mutating func readRow(_ line: Extent, _ cut: Cut, _ lattice: inout Lattice) -> Bool {
    guard cut != .none else { return false }
    let cells = fittingCells(of: line, cut)
    guard cells.count > 1 else { return false }
    if isHeading(cells, isFirst: columns.isEmpty, lattice) {
      if isRule(cells) { return !columns.isEmpty }
      let unitColumn = cells.firstIndex(where: isUnitHeading)
      var found = headings(cells, stated, lattice)
      if unitColumn != nil { found = withoutPrices(found, cells) }
      let hasUnit = unitColumn != nil || found.contains { $0.unit != nil }
      if cut == .single, !hasUnit || !areShort(cells) { return false }
      if hasUnit || columns.isEmpty {
        (columns, self.cut, self.unitColumn) = (found, cut, unitColumn)
      }
      return true
    }
    if columns.isEmpty {
      guard cut != .single, let unit = own(cells[0], lattice), !unit.isDate else { return false }
      give([], of: unit, to: cells, &lattice)
      return true
    }
    guard cut != .single || cells.count == columns.count else { return false }
    let row = own(cells[0], lattice) ?? unit(ofRow: cells, lattice)
    give(columns, of: row, to: cells, &lattice)
    return true
  }

  /// The cells of a line; where wide spaces do not give as many as there are headings, single ones may.
  private func fittingCells(of line: Extent, _ cut: Cut) -> [Extent] {
    let cells = cells(of: line, cut)
    guard cut == .wide, !columns.isEmpty, cells.count < columns.count,
      case let fine = self.cells(of: line, .single), fine.count == columns.count
    else { return cells }
    return fine
  }

  /// What stands under 单位, where it is a unit and nothing else: 万吨; 县财政局 is none.
  private func unit(ofRow cells: [Extent], _ lattice: Lattice) -> Unit? {
    guard let unitColumn, case let index = unitColumn + cells.count - columns.count,
      cells.indices.contains(index), case let cell = cells[index], cell.count > 0,
      let (unit, end) = unit(at: cell.start, upTo: cell.end, lattice), end == cell.end
    else { return nil }
    return unit
  }
}
