// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Numbers and dates in rows and lists.
extension ColumnReader {
  /// Between a month and a day, and between two dates of a cell.
  private static let marks = Array("./-·".utf16)
  private static let joints = Array("/、,;-~".utf16)
  private static let separators = Array(" \t、,;。.".utf16)
  private static let nameMarks = Array("·()“”《》-、".utf16)
  private static let longestName = 24

  /// Rows with fewer cells than headings lack some at their beginning: 合计. A unit at the head of the
  /// row holds for its numbers, but for those whose heading has its own.
  func give(_ columns: [Column], of row: Unit?, to cells: [Extent], _ lattice: inout Lattice) {
    let shift = columns.count - cells.count
    for (index, cell) in cells.enumerated() where cell.count > 0 {
      let column: Column =
        columns.indices.contains(index + shift)
        ? columns[index + shift] : columns.isEmpty ? .open : .never
      let found: Unit? =
        switch column {
        case .own(let unit): unit
        case .shared(let unit): row ?? unit
        case .open, .empty: row
        case .units, .never: nil
        }
      guard let unit = found, row == nil || index > 0 else { continue }
      if unit.isDate {
        giveDates(in: cell, &lattice)
      } else {
        giveNumber(in: cell, unit, &lattice)
      }
    }
  }

  /// The numeral that begins a cell, with its sign or behind it: behind a space -1.6 is 1.6, and the rule
  /// reads the sign.
  private func numeral(in cell: Extent, _ lattice: Lattice) -> Int32 {
    let numeral = lattice.numeral(at: cell.start)
    guard numeral < 0, cell.count > 1, units[cell.start] == Mark.hyphen else { return numeral }
    return lattice.numeral(at: cell.start + 1)
  }

  private func giveNumber(in cell: Extent, _ unit: Unit, _ lattice: inout Lattice) {
    let numeral = numeral(in: cell, lattice)
    guard numeral >= 0, case let found = lattice.numerals[Int(numeral)],
      found.style.contains(.arabic), !found.style.contains(.large),
      found.extent.end == cell.end
        || found.extent.end < cell.end && units[found.extent.end] == Mark.opening
    else { return }
    lattice.add(
      Lattice.Cell(numeral: numeral, unit: unit.hit, power: unit.power), isMoney: unit.isMoney)
  }

  // MARK: Lists

  /// 王建国500、李梅300: names, each with its number, and nothing else; `false` for any other line.
  @discardableResult
  func giveList(in line: Extent, _ unit: Unit, _ lattice: inout Lattice) -> Bool {
    var found: [Int32] = []
    var place = line.start
    if place < line.end, units[place] == Mark.closing { place += 1 }
    if place < line.end, units[place] == Mark.colon { place += 1 }
    while true {
      while place < line.end, Self.separators.contains(units[place]) { place += 1 }
      if place == line.end { break }
      guard let name = endOfName(at: place, upTo: line.end),
        case let numeral = lattice.numeral(at: name), numeral >= 0,
        case let number = lattice.numerals[Int(numeral)], number.style.contains(.arabic),
        !number.style.contains(.large), number.extent.end <= line.end,
        number.extent.end == line.end || Self.separators.contains(units[number.extent.end])
      else { return false }
      found.append(numeral)
      place = number.extent.end
    }
    guard found.count > 0 else { return false }
    for numeral in found {
      lattice.add(
        Lattice.Cell(numeral: numeral, unit: unit.hit, power: unit.power), isMoney: unit.isMoney)
    }
    return true
  }

  /// Where the number behind a name of two characters and more begins; a number of the line and a mark
  /// may stand before the name.
  private func endOfName(at start: Int, upTo end: Int) -> Int? {
    var place = start
    if let (_, mark) = number(at: start, upTo: end), mark + 1 < end,
      Self.separators.contains(units[mark])
    {
      place = mark + 1
    }
    while place < end, isBlank(units[place]) { place += 1 }
    let first = place
    while place < end, place - first < Self.longestName,
      CharacterClass.of(units[place]).meets([.han, .latin]) || Self.nameMarks.contains(units[place])
    {
      place += 1
    }
    guard place - first >= 2 else { return nil }
    while place < end, isBlank(units[place]) || units[place] == Mark.colon { place += 1 }
    return place < end ? place : nil
  }

  // MARK: Dates

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
    while place < end, place < start + 3, CharacterClass.of(units[place]).meets(.digit) {
      value = value * 10 + Int(units[place] - 0x30)
      place += 1
    }
    return place > start && place < start + 3 ? (value, place) : nil
  }
}
