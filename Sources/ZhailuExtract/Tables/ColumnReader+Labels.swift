// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuText

/// What labelled lines tell together, as a row of a table would; a label may be a cell of its own.
///
///     采购人：武汉大学
///     中标供应商：江南造船集团
///     中标金额：50万元
struct LabelledRecord {
  private(set) var heads: [ColumnHead] = []
  private(set) var cells: [Extent] = []
  /// The line of the last label, with those of labels directly above it.
  private(set) var line = Extent(0, 0)
  /// Lines since then.
  var age = 0

  mutating func add(_ head: ColumnHead, _ cell: Extent, in line: Extent) {
    heads.append(head)
    cells.append(cell)
    let isBeside = heads.count > 1 && line.start <= self.line.end + 1
    (self.line, age) = (Extent(isBeside ? self.line.start : line.start, line.end), 0)
  }

  func has(_ head: ColumnHead) -> Bool { heads.contains(head) }

  /// What the next record begins with: who buys in several lots is named once.
  var rest: LabelledRecord {
    var rest = LabelledRecord()
    for (head, cell) in zip(heads, cells) where head.role == .actor && head.kind == .purchase {
      rest.add(head, cell, in: line)
    }
    rest.age = age
    return rest
  }

  /// A row, where somebody and a sum of the same kind of act are named, or who gave what.
  var row: TableRow? {
    let sum = heads.first { $0.role == .sum && $0.kind != nil }
    guard let told = sum ?? heads.first(where: { $0.role == .thing && $0.kind == .donation }),
      heads.contains(where: { $0.kind == told.kind && ($0.role == .actor || $0.role == .recipient) }
      )
    else { return nil }
    return TableRow(heads: heads, cells: cells, extent: line, isOfTable: false)
  }
}

extension ColumnReader {
  /// Reads the labels of a line; one that was there already begins another record.
  mutating func readLabels(of line: Extent) {
    var start = line.start
    var place = line.start
    while place < line.end {
      guard units[place] == Mark.colon, let head = label(from: start, to: place) else {
        place += 1
        continue
      }
      let cell = value(behind: place + 1, upTo: line.end)
      note(head, cell, in: line)
      start = cell.end
      place = max(cell.end, place + 1)
    }
  }

  /// Reads labels that stand in cells of their own, each before the cell with what it tells: 中标供应商⇥江南造船
  /// 集团. Where that is a label too they are the headings of a table.
  mutating func readLabels(ofCells cells: [Extent], in line: Extent) {
    guard cells.count == 2 || cells.count == 4 else { return }
    let pairs = stride(from: 0, to: cells.count, by: 2).map { (cells[$0], cells[$0 + 1]) }
    guard !pairs.contains(where: { isLabel($0.1) }) else { return }
    for (cell, value) in pairs where value.count > 0 {
      if let head = label(from: cell.start, to: cell.end) { note(head, value, in: line) }
    }
  }

  private func isLabel(_ cell: Extent) -> Bool {
    cell.count > 0 && cell.count <= Self.longestLabel
      && rules.events.columns.head(of: cell.range.map { units[$0] }) != .none
  }

  private mutating func note(_ head: ColumnHead, _ cell: Extent, in line: Extent) {
    if head == .buyer { buyer.note(cell, in: units) }
    if record.has(head) {
      let rest = record.rest
      endRecord()
      if !rest.has(head) { record = rest }
    }
    record.add(head, cell, in: line)
  }

  /// Notes the record as a row.
  mutating func endRecord() {
    if let row = record.row { rows.append(row) }
    record = LabelledRecord()
  }

  /// The label that ends before a colon, if it speaks of buying or giving, or of what stands in such a record
  /// beside it.
  private func label(from floor: Int, to end: Int) -> ColumnHead? {
    let roles = rules.events.columns
    let end = endBeforeUnit(from: floor, to: end)
    guard end > floor, roles.mayEnd(in: units[end - 1]) else { return nil }
    let start = startOfLabel(from: floor, to: end)
    guard end > start, end - start <= Self.longestLabel else { return nil }
    let head = roles.head(of: (start..<end).map { units[$0] })
    switch head.role {
    case .actor, .recipient, .sum:
      return head.kind == .purchase || head.kind == .donation ? head : nil
    case .thing, .count, .date:
      return head.kind != nil && record.heads.contains { $0.kind == head.kind } ? head : nil
    default: return nil
    }
  }

  /// As far as a label may reach, over a parenthesis inside it: 中标(成交)金额.
  private func startOfLabel(from floor: Int, to end: Int) -> Int {
    var start = end
    while start > floor, end - start <= Self.longestLabel {
      let unit = units[start - 1]
      if unit == Mark.closing,
        let open = (max(floor, start - Self.longestLabel)..<start)
          .last(where: { units[$0] == Mark.opening }),
        open > floor, CharacterClass.of(units[open - 1]).meets(.han)
      {
        start = open
      } else if Self.labelEdges.contains(unit) {
        break
      } else {
        start -= 1
      }
    }
    return start
  }

  /// 中标金额 of 中标金额(元).
  private func endBeforeUnit(from start: Int, to end: Int) -> Int {
    guard end > start, units[end - 1] == Mark.closing else { return end }
    return (max(start, end - Self.longestUnit)..<end).last { units[$0] == Mark.opening } ?? end
  }

  func value(behind start: Int, upTo end: Int) -> Extent {
    var first = start
    while first < end, isBlank(units[first]) { first += 1 }
    var stop = first
    while stop < end, !Self.valueEnds.contains(units[stop]) { stop += 1 }
    return Extent(first, stop)
  }

  private static let labelEdges = UnitSet(" \t,;。、.()".utf16)
  private static let valueEnds = UnitSet(" \t;。".utf16)
  private static let longestLabel = 12
  /// With its parentheses.
  private static let longestUnit = 16
  /// So many lines may stand between two labels of one record.
  static let longestGap = 6
}
