// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Headings of years, and headings of two lines.
///
///     地区    收入（万元）
///              2022    2023
///     东区      120     130
extension ColumnReader {
  /// Years this far apart stand in one row: 2021 2022 2023, 2015 2020.
  private static let steps = 1...5

  /// Whether a row is of two years or more and of words.
  func areOfYears(_ cells: [Extent], _ lattice: Lattice) -> Bool {
    var years: [Int] = []
    for cell in cells where cell.count > 0 {
      if let year = year(cell) {
        years.append(year)
      } else if lattice.numeral(at: cell.start) >= 0 {
        return false
      }
    }
    return years.count > 1
      && zip(years, years.dropFirst()).allSatisfy { Self.steps.contains(abs($0 - $1)) }
  }

  /// 2021, 2021年, 2021年度.
  func year(_ cell: Extent) -> Int? {
    guard cell.count == 4 || cell.count > 4 && units[cell.start + 4] == 0x5E74 else { return nil }
    var value = 0
    for place in cell.start..<cell.start + 4 {
      guard CharacterClass.of(units[place]).meets(.digit) else { return nil }
      value = value * 10 + Int(units[place] - 0x30)
    }
    return (1900..<2100).contains(value) ? value : nil
  }

  /// The unit in the heading above the heads of the rows, 指标（亿元）, holds for the years beside it.
  func withCorner(_ columns: [Column]) -> [Column] {
    guard case .own(let unit) = columns[0], !unit.isDate else { return columns }
    let rest: [Column] = columns.dropFirst().map { column in
      switch column {
      case .open, .shared: .shared(unit)
      case .own, .empty, .units, .never: column
      }
    }
    return [.open] + rest
  }

  /// What two lines of headings say: an upper one reaches to the next upper one.
  func merged(_ upper: [Column], _ lower: [Column]) -> [Column] {
    var reaching = Column.empty
    return (0..<max(upper.count, lower.count)).map { index in
      let above = upper.indices.contains(index) ? upper[index] : .empty
      if !above.isEmpty { reaching = above }
      guard lower.indices.contains(index) else { return above }
      return switch (lower[index], reaching) {
      case (.empty, _): above
      case (.open, .own), (.open, .shared), (.open, .never), (.shared, .own): reaching
      default: lower[index]
      }
    }
  }
}
