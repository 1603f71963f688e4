// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Gives the numbers in a table the units that its headings state.
///
///     单位：个、户、万元
///     街道        小区数    户数     总投资
///     东关街道      9      2916      8750
///
/// 8750 is 87500000 元, for 总投资 speaks of money and the money is in 万元; 2916 is 2916 户. A unit
/// may also stand in the heading itself: 增长（%）. A line is a row where wide spaces cut it into
/// cells. Under 日期 1.27 is a day. What no heading says is not guessed.
struct ColumnReader {
  private let rules: RuleSet
  private let units: Buffer<UInt16>

  /// A unit that a heading states.
  private struct Unit {
    let hit: Int32
    let power: Int32
    let isMoney: Bool

    /// What the heading 日期 says of its column.
    static let date = Unit(hit: -1, power: 0, isMoney: false)
    var isDate: Bool { hit < 0 }
  }

  init(rules: RuleSet, units: Buffer<UInt16>) {
    self.rules = rules
    self.units = units
  }

  func read(into lattice: inout Lattice) {
    var stated: [Unit] = []
    var columns: [Unit?] = []
    var start = 0
    var age = 0
    while start < units.count {
      var end = start
      var isRow = false
      while end < units.count, units[end] != Self.feed {
        if units[end] == Self.space, end > start, units[end - 1] == Self.space { isRow = true }
        if units[end] == Self.tab { isRow = true }
        end += 1
      }
      let line = Extent(start, end)
      start = end + 1
      if let found = statement(in: line, lattice) {
        (stated, columns, age) = (found, [], 0)
        if !isRow || cells(of: line).count < 3 { continue }
      }
      let cells = isRow ? cells(of: line) : []
      if cells.count < 2 {
        columns = []
        age += 1
        if age > 3 { stated = [] }
      } else if columns.isEmpty {
        columns = headings(cells, stated, lattice)
      } else {
        give(columns, to: cells, &lattice)
      }
    }
  }

  // MARK: Lines and cells

  private func isBlank(_ unit: UInt16) -> Bool { unit == Self.space || unit == Self.tab }

  /// The pieces of a line between two spaces or more.
  private func cells(of line: Extent) -> [Extent] {
    var cells: [Extent] = []
    var place = line.start
    while place < line.end {
      while place < line.end, isBlank(units[place]) { place += 1 }
      let start = place
      while place < line.end {
        let isGap =
          units[place] == Self.tab
          || units[place] == Self.space && place + 1 < line.end && isBlank(units[place + 1])
        if isGap { break }
        place += 1
      }
      if place > start { cells.append(Extent(start, place)) }
    }
    return cells
  }

  /// The units after 单位： or 金额： in a line; `nil` where there is no such statement.
  private func statement(in line: Extent, _ lattice: Lattice) -> [Unit]? {
    var place = line.start + 2
    while place < line.end {
      defer { place += 1 }
      guard units[place] == Self.colon, isStatement(before: place) else { continue }
      var found: [Unit] = []
      var next = place + 1
      while next < line.end, found.count < 8 {
        while next < line.end, units[next] == Self.space || units[next] == Self.comma { next += 1 }
        guard let (unit, end) = unit(at: next, upTo: line.end, lattice) else { break }
        found.append(unit)
        next = end
      }
      if !found.isEmpty { return found }
    }
    return nil
  }

  /// 单位 or 金额 before a colon.
  private func isStatement(before place: Int) -> Bool {
    let pair = (units[place - 2], units[place - 1])
    return pair == Self.unitWord || pair == Self.sumWord
  }

  /// 万元, %, 公顷: the longest word with a currency or a unit, and a magnitude before it.
  private func unit(at start: Int, upTo end: Int, _ lattice: Lattice) -> (Unit, Int)? {
    var place = start
    var power = 0
    while place < end, case let digit = Digit.of(units[place]), digit.kind == .magnitude {
      power += digit.value
      place += 1
    }
    guard place < end, power <= 16 else { return nil }
    var best: (Unit, Int)?
    var index = lattice.places[place].firstByStart
    while index >= 0 {
      let edge = lattice.edges[Int(index)]
      index = edge.nextByStart
      guard edge.source == .word, Int(edge.end) <= end, Int(edge.end) > best?.1 ?? 0 else {
        continue
      }
      // Of several meanings of a word the last counts.
      for hit in rules.hits(ofWord: edge.payload).reversed() {
        guard let isMoney = isMoney(rules.hits[Int(hit)]) else { continue }
        best = (Unit(hit: hit, power: Int32(power), isMoney: isMoney), Int(edge.end))
        break
      }
    }
    return best
  }

  /// Whether a word is a currency; `nil` where it is no unit either.
  private func isMoney(_ hit: RuleSet.Hit) -> Bool? {
    guard hit.lexicon >= 0 else { return nil }
    let lexicon = rules.lexicons[Int(hit.lexicon)]
    if lexicon.name == "currency-after" { return true }
    return lexicon.columns.contains("dimension") && lexicon.value("unit", of: Int(hit.entry)) != nil
      ? false : nil
  }

  // MARK: Headings

  private func headings(_ cells: [Extent], _ stated: [Unit], _ lattice: Lattice) -> [Unit?] {
    // A heading holds words, no bare numbers.
    let isHeading = cells.allSatisfy { cell in
      let numeral = lattice.numeral(at: cell.start)
      return numeral < 0 || lattice.numerals[Int(numeral)].extent.end != cell.end
    }
    guard isHeading else { return [] }
    let columns = cells.map { own($0, lattice) ?? date($0) ?? shared($0, stated) }
    return columns.contains { $0 != nil } ? columns : []
  }

  /// The unit in parentheses at the end of a heading: 增长（%）.
  private func own(_ cell: Extent, _ lattice: Lattice) -> Unit? {
    guard cell.count > 2, units[cell.end - 1] == Self.closing,
      let open = (cell.start..<cell.end).last(where: { units[$0] == Self.opening }),
      let (unit, end) = unit(at: open + 1, upTo: cell.end - 1, lattice)
    else { return nil }
    return end == cell.end - 1 || units[end] == Self.slash ? unit : nil
  }

  /// Whether a heading ends in 日期 or 时间.
  private func date(_ cell: Extent) -> Unit? {
    guard cell.count >= 2 else { return nil }
    let pair = (units[cell.end - 2], units[cell.end - 1])
    return pair == Self.dateWord || pair == Self.timeWord ? .date : nil
  }

  /// Which of the units stated above the table a heading means.
  private func shared(_ cell: Extent, _ stated: [Unit]) -> Unit? {
    let last = units[cell.end - 1]
    if Self.neverMoney.contains(last) {
      let counts = stated.filter { !$0.isMoney }
      // 户数 is counted in 户, 小区数 in the first unit of a count.
      let same = counts.first { hit in
        let form = rules.lexicons[Int(rules.hits[Int(hit.hit)].lexicon)]
          .form(of: Int(rules.hits[Int(hit.hit)].entry))
        return form.utf16.first.map { units[cell.start] == $0 } ?? false
      }
      return Self.counts.contains(last) ? same ?? counts.first : nil
    }
    let money = stated.filter(\.isMoney)
    if let first = money.first { return first }
    return stated.count == 1 ? stated[0] : nil
  }

  // MARK: Rows

  /// Rows with fewer cells than headings lack some at their beginning: 合计.
  private func give(_ columns: [Unit?], to cells: [Extent], _ lattice: inout Lattice) {
    let shift = columns.count - cells.count
    for (index, cell) in cells.enumerated() {
      guard columns.indices.contains(index + shift), let unit = columns[index + shift] else {
        continue
      }
      if unit.isDate {
        giveDates(in: cell, &lattice)
        continue
      }
      let numeral = lattice.numeral(at: cell.start)
      guard numeral >= 0, case let found = lattice.numerals[Int(numeral)],
        found.style.contains(.arabic), !found.style.contains(.large),
        found.extent.end == cell.end || units[found.extent.end] == Self.opening
      else { continue }
      lattice.add(
        Lattice.Cell(numeral: numeral, unit: unit.hit, power: unit.power), isMoney: unit.isMoney)
    }
  }

  /// 1.27/1.30: months and days, where a cell holds nothing else.
  private func giveDates(in cell: Extent, _ lattice: inout Lattice) {
    var found: [Extent] = []
    var place = cell.start
    while let end = date(at: place, upTo: cell.end) {
      found.append(Extent(place, end))
      if end == cell.end {
        for extent in found { lattice.addDateCell(extent) }
        return
      }
      guard Self.joints.contains(units[end]) else { return }
      place = end + 1
    }
  }

  /// The end of a month, a mark and a day that begin at `start`.
  private func date(at start: Int, upTo end: Int) -> Int? {
    guard let (month, mark) = number(at: start, upTo: end), (1...12).contains(month), mark < end,
      Self.marks.contains(units[mark]),
      let (day, last) = number(at: mark + 1, upTo: end), (1...31).contains(day)
    else { return nil }
    return last
  }

  /// A number of one or two digits, and where it ends.
  private func number(at start: Int, upTo end: Int) -> (Int, Int)? {
    var place = start
    var value = 0
    while place < end, place < start + 3, (0x30...0x39).contains(units[place]) {
      value = value * 10 + Int(units[place] - 0x30)
      place += 1
    }
    return place > start && place < start + 3 ? (value, place) : nil
  }

  private static let feed: UInt16 = 0x0A
  private static let space: UInt16 = 0x20
  private static let tab: UInt16 = 0x09
  private static let colon: UInt16 = 0x3A
  private static let comma: UInt16 = 0x3001
  private static let opening: UInt16 = 0x28
  private static let closing: UInt16 = 0x29
  private static let slash: UInt16 = 0x2F
  private static let unitWord = pair("单位")
  private static let sumWord = pair("金额")
  private static let dateWord = pair("日期")
  private static let timeWord = pair("时间")
  /// Between a month and a day, and between two dates of a cell.
  private static let marks = Array("./-·".utf16)
  private static let joints = Array("/、,;-~".utf16)
  /// The last characters of headings whose columns hold no money: 序号, 日期, 户数.
  private static let neverMoney = Array("号次期间称注话址数量率比名段位商型别份级人方站".utf16)
  private static let counts = Array("数量".utf16)

  private static func pair(_ text: String) -> (UInt16, UInt16) {
    let units = Array(text.utf16)
    return (units[0], units[1])
  }
}
