// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Who reads what named patterns find: `ReaderTables` as plain pointers.
///
/// A match that nobody can read is left out. Only words, numerals and cells are looked at, which are
/// all found before the first rule runs; of what rules find it is what a match begins with.
struct Readers: BitwiseCopyable {
  private let wants: UnsafePointer<Wants>
  /// By kind.
  private let ranges: UnsafePointer<ReaderTables.Range>

  /// Of tables that hold as long as the rule set does.
  init(_ tables: ReaderTables) {
    wants = tables.wants.base
    ranges = tables.ranges.base
  }

  /// Whether somebody may read an edge of this kind.
  @inline(__always)
  func want(_ kind: Int32, _ start: Int32, _ end: Int32, _ ground: Ground) -> Bool {
    let range = ranges[Int(kind)]
    return range.end < 0 || areAny(in: range, start, end, ground)
  }

  private func areAny(
    in range: ReaderTables.Range, _ start: Int32, _ end: Int32, _ ground: Ground
  ) -> Bool {
    for number in range.first..<range.end {
      let right = wants + 2 &* Int(number)
      let left = right + 1
      if ground.mayRead(right.pointee, at: end, .right),
        ground.mayRead(left.pointee, at: start, .left)
      {
        return true
      }
    }
    return false
  }
}
