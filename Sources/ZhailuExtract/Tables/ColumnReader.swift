// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
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
/// same number of cells; between tabs a cell may be empty. A row of years is a heading: 指标（亿元） 2021
/// 2022. In a list each name has its number, 王建国500、李梅300. Under 日期 1.27 is a
/// day. What no heading says is not guessed.
///
/// It is made once and reads one text after the other.
struct ColumnReader {
  let rules: RuleSet
  private(set) var units: Buffer<UInt16>
  /// What headings say by their characters.
  let signs: HeadingSigns
  private let tellsActs: Bool
  /// What the lines before say of those to come.
  private(set) var table = Table()
  /// The rows that may tell acts, in the order of the text.
  var rows: [TableRow] = []
  /// Labelled lines that may tell an act together.
  var record = LabelledRecord()
  /// Who buys, where lines say so that are no part of such a record.
  var buyer = NamedBuyer()

  struct Table {
    /// The units that a line above the table states.
    var stated: [Unit] = []
    var columns: [Column] = []
    /// What stands in each of the columns; none where the headings tell of no acts.
    var heads: [ColumnHead] = []
    /// How the headings were cut into cells.
    var cut = Cut.none
    /// Whether the line before is a heading.
    var isBelowHeading = false
    /// Lines since the statement that are no rows.
    var age = 0

    var isNone: Bool { stated.isEmpty && columns.isEmpty }
  }

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
    /// Nothing, for it is empty: where rows have fewer cells it may be none.
    case empty
    /// 单位: the units of the rows stand below.
    case units
    /// Shares, ranks and the like, which have no unit of their row.
    case never

    var isEmpty: Bool { if case .empty = self { true } else { false } }
    var isOfUnits: Bool { if case .units = self { true } else { false } }

    var unit: Unit? {
      switch self {
      case .own(let unit), .shared(let unit): unit
      case .open, .empty, .units, .never: nil
      }
    }
  }

  /// `units` is memory for a text to be told later.
  init(rules: RuleSet, units: Buffer<UInt16>) {
    self.rules = rules
    self.units = units
    signs = rules.headingSigns
    tellsActs = !rules.events.columns.isEmpty
  }

  /// Reads a text; `begun` is a table that the lines before it began.
  mutating func read(_ text: Buffer<UInt16>, in begun: Table, into lattice: inout Lattice) {
    units = text
    (table, rows, record, buyer) = (begun, [], LabelledRecord(), NamedBuyer())
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
      if tellsActs { readLabels(of: line, shape) }
      if !record.heads.isEmpty {
        record.age += 1
        if record.age > Self.longestGap { endRecord() }
      }
      // Most lines of articles: no unit is stated, no table goes on.
      guard shape.isOfInterest || !table.isNone else { continue }
      read(line, shape.cut, &lattice)
    }
    endRecord()
    nameBuyer()
    // A record ends behind rows that begin after it.
    if !zip(rows, rows.dropFirst()).allSatisfy({ $0.extent.start <= $1.extent.start }) {
      rows.sort { $0.extent.start < $1.extent.start }
    }
  }

  private mutating func readLabels(of line: Extent, _ shape: Shape) {
    readSection(line, hasColon: shape.hasColon)
    if shape.hasColon {
      readLabels(of: line)
    } else if shape.cut != .none, shape.cut != .single {
      readLabels(ofCells: cells(of: line, shape.cut), in: line)
    }
  }

  private mutating func read(_ line: Extent, _ cut: Cut, _ lattice: inout Lattice) {
    if let found = statement(in: line, lattice) {
      (table.stated, table.columns, table.heads, table.age) = (found.units, [], [], 0)
      if let unit = onlyMoney, found.end < line.end {
        giveList(in: Extent(found.end, line.end), unit, &lattice)
      }
      if cut == .none || cut == .single || cells(of: line, cut).count < 3 { return }
    }
    if let unit = onlyMoney, table.columns.isEmpty, giveList(in: line, unit, &lattice) {
      table.age = 0
      return
    }
    if readHeading(line, cut, lattice) {
      table.isBelowHeading = true
      return
    }
    table.isBelowHeading = false
    if readRow(line, cut, &lattice) { return }
    (table.columns, table.heads) = ([], [])
    table.age += 1
    if table.age > 3 { table.stated = [] }
  }

  /// The only unit that is stated, where it is one of money.
  private var onlyMoney: Unit? {
    table.stated.count == 1 && table.stated[0].isMoney ? table.stated[0] : nil
  }

  /// Reads a line as headings; `false` where it is none.
  private mutating func readHeading(_ line: Extent, _ cut: Cut, _ lattice: Lattice) -> Bool {
    guard cut != .none else { return false }
    var cells = withoutGaps(fittingCells(of: line, cut))
    if cut == .wide { cells = splitAtNumbers(cells) }
    guard cells.count > 1 else { return false }
    let areYears = (table.columns.isEmpty || table.isBelowHeading) && areOfYears(cells, lattice)
    guard areYears || isHeading(cells, isFirst: table.columns.isEmpty, lattice) else {
      return false
    }
    if isRule(cells) { return !table.columns.isEmpty }
    if cut == .tab { cells = placedCells(of: line) ?? cells }
    // Above the heads of the rows nothing need stand.
    if areYears, year(cells[0]) != nil {
      let first = table.columns.firstIndex { $0.unit != nil } ?? 1
      cells = Array(repeating: Extent(line.start, line.start), count: max(1, first)) + cells
    }
    var found = headings(cells, table.stated, lattice)
    if found.contains(where: \.isOfUnits) { found = withoutPrices(found, cells) }
    if areYears { found = withCorner(found) }
    if table.isBelowHeading, areYears || cells[0].count == 0 {
      found = merged(table.columns, found)
    }
    let hasUnit = found.contains { $0.unit != nil || $0.isOfUnits }
    if cut == .single, !areShort(cells) { return false }
    let heads = heads(cells, for: found)
    if cut == .single, !hasUnit, !tellsActs(heads) { return false }
    if hasUnit || table.columns.isEmpty {
      (table.columns, table.heads, table.cut) = (found, heads, cut)
    } else if !table.isBelowHeading, heads.isEmpty {
      // A row of words: 王建国 棉被.
      let (places, placed) = aligned(cells, of: line, cut)
      note(placed, below: places, line, lattice)
    }
    return true
  }

  /// Reads a line as a row; `false` where it is none.
  private mutating func readRow(_ line: Extent, _ cut: Cut, _ lattice: inout Lattice) -> Bool {
    guard cut != .none else { return false }
    let cells = fittingCells(of: line, cut)
    guard cells.count > 1 else { return false }
    if table.columns.isEmpty {
      guard cut != .single, let unit = own(cells[0], lattice), !unit.isDate else { return false }
      give([], of: unit, to: cells, &lattice)
      return true
    }
    let (places, found) = aligned(cells, of: line, cut)
    guard cut != .single || cells.count == places.count || lacksRemark(cells) else { return false }
    let columns = places.map { table.columns[$0] }
    let placed = fitting(found, columns, lattice)
    let row = own(placed[0], lattice) ?? unit(ofRow: placed, columns, lattice)
    give(columns, of: row, to: placed, &lattice)
    note(placed, below: places, line, lattice)
    return true
  }

  /// The places of the columns of a row and its cells below them. Where a row has as many cells as there
  /// are headings it is read without the empty ones, else by its tabs if these are as many.
  private func aligned(
    _ cells: [Extent], of line: Extent, _ cut: Cut
  ) -> (columns: [Int], cells: [Extent]) {
    let columns = table.columns
    let all = Array(columns.indices)
    guard table.cut == .tab else { return (all, cells) }
    let filled = all.filter { !columns[$0].isEmpty }
    guard cells.count != filled.count, cut == .tab, let placed = placedCells(of: line),
      placed.count == columns.count || placed.count < columns.count && placed[0].count == 0
    else { return (filled, cells) }
    let end = Extent(line.end, line.end)
    return (all, placed + Array(repeating: end, count: columns.count - placed.count))
  }

  /// Of a row with fewer cells than there are headings the first are missing, 合计; the last where its numbers
  /// stand below the headings of numbers so and not otherwise.
  private func fitting(_ cells: [Extent], _ columns: [Column], _ lattice: Lattice) -> [Extent] {
    let missing = columns.count - cells.count
    guard missing > 0, let last = cells.last else { return cells }
    func fits(_ shift: Int) -> Int {
      cells.indices.count {
        let isNumber = cells[$0].count > 0 && lattice.numeral(at: cells[$0].start) >= 0
        return isNumber == (columns[$0 + shift].unit != nil)
      }
    }
    guard fits(0) > fits(missing) else { return cells }
    return cells + Array(repeating: Extent(last.end, last.end), count: missing)
  }

  /// The cells of a line; where wide spaces do not give as many as there are headings, single ones may.
  private func fittingCells(of line: Extent, _ cut: Cut) -> [Extent] {
    let cells = cells(of: line, cut)
    guard cut == .wide || cut == .tab, !table.columns.isEmpty, cells.count < table.columns.count,
      case let fine = self.cells(of: line, .single), fine.count == table.columns.count
    else { return cells }
    return fine
  }

  /// What stands under 单位, where it is a unit and nothing else: 万吨; 县财政局 is none.
  private func unit(ofRow cells: [Extent], _ columns: [Column], _ lattice: Lattice) -> Unit? {
    guard let column = columns.firstIndex(where: \.isOfUnits),
      case let index = column + cells.count - columns.count,
      cells.indices.contains(index), case let cell = cells[index], cell.count > 0,
      let (unit, end) = unit(at: cell.start, upTo: cell.end, lattice), end == cell.end
    else { return nil }
    return unit
  }
}
