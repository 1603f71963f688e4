// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Lines and cells.
extension ColumnReader {
  /// What cuts a line into cells.
  enum Cut { case none, single, wide, tab, stroke }

  /// What a look at each character of a line says of it.
  struct Shape {
    private var hasSpace = false
    private var hasWide = false
    private var hasTab = false
    private var strokes = 0
    private var hasParenthesis = false
    private(set) var hasColon = false
    var hasUnitWord = false

    mutating func take(_ unit: UInt16, after before: UInt16) {
      switch unit {
      case Mark.space:
        hasSpace = true
        if before == Mark.space { hasWide = true }
      case Mark.tab: hasTab = true
      case Mark.stroke, Mark.boxStroke: strokes += 1
      case Mark.opening: hasParenthesis = true
      case Mark.colon: hasColon = true
      default: break
      }
    }

    var cut: Cut {
      strokes > 1 ? .stroke : hasTab ? .tab : hasWide ? .wide : hasSpace ? .single : .none
    }

    /// Whether the line may state a unit or begin a table.
    var isOfInterest: Bool {
      switch cut {
      case .tab, .wide, .stroke: true
      case .single: hasColon || hasUnitWord || hasParenthesis
      case .none: hasColon || hasUnitWord
      }
    }
  }

  func isBlank(_ unit: UInt16) -> Bool { unit == Mark.space || unit == Mark.tab }

  /// The pieces of a line. Between strokes a cell may be empty; what spaces and tabs cut is not.
  func cells(of line: Extent, _ cut: Cut) -> [Extent] {
    cut == .stroke ? strokeCells(of: line) : spaceCells(of: line, isSingle: cut == .single)
  }

  private func spaceCells(of line: Extent, isSingle: Bool) -> [Extent] {
    var cells: [Extent] = []
    var place = line.start
    while place < line.end {
      while place < line.end, isBlank(units[place]) { place += 1 }
      let start = place
      while place < line.end, !isGap(place, line.end, isSingle) { place += 1 }
      guard place > start else { continue }
      // 金额 （万元） is one heading, （户） （万元） two.
      if isSingle, let last = cells.last, units[start] == Mark.opening,
        units[last.start] != Mark.opening
      {
        cells[cells.count - 1] = Extent(last.start, place)
      } else {
        cells.append(Extent(start, place))
      }
    }
    return cells
  }

  /// The pieces between tabs, empty ones too, but for those at the end; `nil` where spaces cut the line as
  /// well.
  func placedCells(of line: Extent) -> [Extent]? {
    var cells: [Extent] = []
    var start = line.start
    for place in line.start...line.end where place == line.end || units[place] == Mark.tab {
      cells.append(trimmed(Extent(start, place)))
      start = place + 1
    }
    while let last = cells.last, last.count == 0 { cells.removeLast() }
    let filled = cells.count { $0.count > 0 }
    return filled == spaceCells(of: line, isSingle: false).count ? cells : nil
  }

  /// 序号 单位     金额: behind the heading of numbers may stand a single space.
  func splitAtNumbers(_ cells: [Extent]) -> [Extent] {
    guard let first = cells.first,
      let gap = first.range.first(where: { units[$0] == Mark.space }),
      gap - first.start <= Self.longestNumbering, gap + 1 < first.end,
      signs.withoutCount.contains(units[gap - 1]), units[gap + 1] != Mark.opening
    else { return cells }
    return [Extent(first.start, gap), Extent(gap + 1, first.end)] + cells.dropFirst()
  }

  private static let longestNumbering = 3

  /// 姓　　名 is one heading: characters that stand alone, two and two.
  func withoutGaps(_ cells: [Extent]) -> [Extent] {
    guard cells.contains(where: { $0.count == 1 }) else { return cells }
    var joined: [Extent] = []
    var isHalf = false
    for cell in cells {
      let isAlone = cell.count == 1 && CharacterClass.of(units[cell.start]).meets(.han)
      if isHalf, isAlone, let first = joined.popLast() {
        joined.append(Extent(first.start, cell.end))
        isHalf = false
      } else {
        joined.append(cell)
        isHalf = isAlone
      }
    }
    return joined
  }

  private func isGap(_ place: Int, _ end: Int, _ isSingle: Bool) -> Bool {
    if units[place] == Mark.tab { return true }
    guard units[place] == Mark.space else { return false }
    return isSingle || place + 1 < end && isBlank(units[place + 1])
  }

  private func strokeCells(of line: Extent) -> [Extent] {
    var cells: [Extent] = []
    var start = line.start
    for place in line.start...line.end {
      let isEnd = place == line.end
      guard isEnd || units[place] == Mark.stroke || units[place] == Mark.boxStroke else { continue }
      let cell = trimmed(Extent(start, place))
      // What stands before the first stroke and behind the last is no cell where it is empty.
      if cell.count > 0 || !cells.isEmpty && !isEnd { cells.append(cell) }
      start = place + 1
    }
    return cells
  }

  func trimmed(_ cell: Extent) -> Extent {
    var (start, end) = (cell.start, cell.end)
    while start < end, isBlank(units[start]) { start += 1 }
    while end > start, isBlank(units[end - 1]) { end -= 1 }
    return Extent(start, end)
  }

  /// | --- | --- |
  func isRule(_ cells: [Extent]) -> Bool {
    cells.allSatisfy { cell in
      cell.range.allSatisfy { units[$0] == Mark.hyphen || units[$0] == Mark.colon }
    }
  }

  /// Headings are words, no sentences.
  func areShort(_ cells: [Extent]) -> Bool {
    cells.allSatisfy { cell in
      cell.count < 20
        && cell.range.allSatisfy {
          !CharacterClass.of(units[$0]).meets(.sentenceEnd) && units[$0] != Mark.comma
        }
    }
  }

  /// How long the one of `words` is that ends before `place`, and begins at `start` or behind it; 0 where
  /// none does.
  func length(of words: [[UInt16]], before place: Int, from start: Int) -> Int {
    for word in words where place - word.count >= start {
      let first = place - word.count
      if word.indices.allSatisfy({ units[first + $0] == word[$0] }) { return word.count }
    }
    return 0
  }

  /// Whether a stretch is one of `words`.
  func isOne(of words: [[UInt16]], from start: Int, to end: Int) -> Bool {
    end > start && length(of: words, before: end, from: start) == end - start
  }
}
