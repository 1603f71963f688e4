// SPDX-License-Identifier: Apache-2.0

/// Numbers by index, -1 at first, most of which nobody ever sets: in rows that are made when one of
/// their numbers is set, so that a table for many indices takes a page little time and memory.
///
/// It is owned by one worker and freed with `free()`.
struct SparseNumbers: BitwiseCopyable {
  private let rows: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>
  private let rowCount: Int

  private static var rowBits: Int { 8 }
  private static var rowSize: Int { 1 << rowBits }

  /// For indices below `count`.
  init(count: Int) {
    rowCount = count >> Self.rowBits + 1
    rows = .allocate(capacity: rowCount)
    rows.initialize(repeating: nil, count: rowCount)
  }

  func free() {
    for row in 0..<rowCount { rows[row]?.deallocate() }
    rows.deallocate()
  }

  @inline(__always)
  subscript(_ index: Int) -> Int32 {
    get {
      guard let row = rows[index &>> Self.rowBits] else { return -1 }
      return row[index & (Self.rowSize &- 1)]
    }
    nonmutating set {
      let row = rows[index &>> Self.rowBits] ?? makeRow(index &>> Self.rowBits)
      row[index & (Self.rowSize &- 1)] = newValue
    }
  }

  @inline(never)
  private func makeRow(_ number: Int) -> UnsafeMutablePointer<Int32> {
    let row = UnsafeMutablePointer<Int32>.allocate(capacity: Self.rowSize)
    row.initialize(repeating: -1, count: Self.rowSize)
    rows[number] = row
    return row
  }
}
