// SPDX-License-Identifier: Apache-2.0

/// Which states were visited at which places: a hash table with open addressing that is emptied by
/// counting up a stamp.
struct VisitSet {
  private struct Cell: BitwiseCopyable {
    var key: UInt64 = 0
    var stamp: UInt32 = 0
  }

  private var cells: UnsafeMutablePointer<Cell>
  private var mask: Int
  private var count = 0
  private var stamp: UInt32 = 1

  init() {
    mask = 255
    cells = .allocate(capacity: mask + 1)
    cells.initialize(repeating: Cell(), count: mask + 1)
  }

  func free() { cells.deallocate() }

  mutating func removeAll() {
    count = 0
    stamp &+= 1
    if stamp == 0 {
      cells.update(repeating: Cell(), count: mask + 1)
      stamp = 1
    }
  }

  /// Adds a state at a place, both in one key; `false` where it was there already.
  @inline(__always)
  mutating func insert(_ key: UInt64) -> Bool {
    var slot = Self.hash(key) & mask
    while cells[slot].stamp == stamp {
      if cells[slot].key == key { return false }
      slot = (slot &+ 1) & mask
    }
    cells[slot] = Cell(key: key, stamp: stamp)
    count &+= 1
    if count > mask / 2 { grow() }
    return true
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }

  @inline(never)
  private mutating func grow() {
    let (old, oldMask) = (cells, mask)
    mask = mask * 2 + 1
    cells = .allocate(capacity: mask + 1)
    cells.initialize(repeating: Cell(), count: mask + 1)
    for index in 0...oldMask where old[index].stamp == stamp {
      var slot = Self.hash(old[index].key) & mask
      while cells[slot].stamp == stamp { slot = (slot &+ 1) & mask }
      cells[slot] = old[index]
    }
    old.deallocate()
  }
}
