// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What stands in the same row of a table: 棉被 under 物资名称, 200床 under 数量.
extension ItemFinder {
  /// The thing of the row in which the count at `extent` has a cell of its own.
  func thingOfRow(_ extent: Extent) -> Extent? {
    guard !rows.isEmpty, let row = row(at: extent.start), let thing = rows[row].cell(.thing),
      let count = rows[row].cell(.count), count.start <= extent.start, extent.end <= count.end
    else { return nil }
    return thing
  }

  /// The last row that begins at `place` or before it.
  private func row(at place: Int) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].extent.start <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place < rows[low - 1].extent.end ? low - 1 : nil
  }

  /// The head of what a cell names, without what stands in parentheses behind it.
  func item(ofCell cell: Extent) -> String? {
    var end = cell.end
    if units[end - 1] == Mark.closing {
      end = cell.range.last { units[$0] == Mark.opening } ?? end
    }
    let run = runBefore(end)
    guard end > cell.start, let first = run.first, first.start >= cell.start else { return nil }
    return item(headOf: run, floor: 0)
  }
}
