// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Numbers by two characters: a hash table with open addressing that is emptied by what was put in.
struct PairIndex {
  private struct Cell: BitwiseCopyable {
    var pair: UInt32 = 0
    var first: Int32 = -1
  }

  private var cells: UnsafeMutablePointer<Cell>
  private var mask = 255
  private var used = Buffer<Int32>()
  /// A bit for each character that begins a pair.
  private let begins: UnsafeMutablePointer<UInt64>

  init() {
    cells = .allocate(capacity: mask + 1)
    cells.initialize(repeating: Cell(), count: mask + 1)
    begins = .allocate(capacity: 1024)
    begins.initialize(repeating: 0, count: 1024)
  }

  func free() {
    cells.deallocate()
    begins.deallocate()
    used.free()
  }

  mutating func removeAll() {
    for index in 0..<used.count {
      let slot = Int(used[index])
      begins[Int(cells[slot].pair >> 22)] = 0
      cells[slot] = Cell()
    }
    used.removeAll()
  }

  /// Whether a pair that was put in begins with this character.
  @inline(__always)
  func mayBegin(_ unit: UInt16) -> Bool {
    begins[Int(unit >> 6)] & 1 << UInt64(unit & 63) != 0
  }

  /// The number of a pair, or -1.
  @inline(__always)
  func first(_ first: UInt16, _ second: UInt16) -> Int32 {
    cells[find(UInt32(first) << 16 | UInt32(second))].first
  }

  func first(at slot: Int) -> Int32 { cells[slot].first }

  /// The slot of a pair, which is put in where it was not there.
  mutating func slot(_ first: UInt16, _ second: UInt16) -> Int {
    let pair = UInt32(first) << 16 | UInt32(second)
    let slot = find(pair)
    if cells[slot].pair == pair { return slot }
    if used.count >= mask / 2 { return grow(adding: pair) }
    return put(pair, in: slot)
  }

  mutating func set(_ number: Int32, at slot: Int) { cells[slot].first = number }

  @inline(__always)
  private func find(_ pair: UInt32) -> Int {
    var slot = Int((pair &* 0x9E37_79B1) >> 8) & mask
    while cells[slot].pair != pair, cells[slot].pair != 0 { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func put(_ pair: UInt32, in slot: Int) -> Int {
    cells[slot] = Cell(pair: pair, first: -1)
    used.append(Int32(truncatingIfNeeded: slot))
    let first = Int(pair >> 16)
    begins[first >> 6] |= 1 << UInt64(first & 63)
    return slot
  }

  @inline(never)
  private mutating func grow(adding pair: UInt32) -> Int {
    let old = cells
    let slots = used
    mask = mask * 2 + 1
    cells = .allocate(capacity: mask + 1)
    cells.initialize(repeating: Cell(), count: mask + 1)
    used = Buffer<Int32>(capacity: (mask + 1) / 2)
    for index in 0..<slots.count {
      let cell = old[Int(slots[index])]
      cells[put(cell.pair, in: find(cell.pair))].first = cell.first
    }
    old.deallocate()
    slots.free()
    return put(pair, in: find(pair))
  }
}
