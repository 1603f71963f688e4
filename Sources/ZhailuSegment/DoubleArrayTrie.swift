// SPDX-License-Identifier: Apache-2.0

/// A set of words with a number each, all of whose members that begin at a place are found in one
/// walk: a step a character, whatever the number of words.
///
/// A double array (Aoe, "An Efficient Digital Search Algorithm by Using a Double-Array Structure",
/// 1989) with cells of eight bytes: the child by the code c of a node with the base b stands at
/// b + c, if the cell there says c; no two nodes have the same base. Characters get codes by
/// frequency, so that the array stays dense.
///
/// The arrays may lie in memory that is not the trie's own, such as a compiled pack of rules inside
/// the program: `image` gives their bytes, `init(image:owner:)` uses them where they are.
public struct DoubleArrayTrie: @unchecked Sendable {
  /// Low 16 bits: the code of the character, 0 where the cell is free. Then `isWord` and
  /// `isInner`. High 32 bits: of a node with children, their base; of one without, the number of
  /// its word. The number of a word whose node has children is in the cell of their base.
  @usableFromInline typealias Cell = UInt64
  @usableFromInline static var isWord: Cell { 1 << 16 }
  @usableFromInline static var isInner: Cell { 1 << 17 }

  @usableFromInline let cells: UnsafePointer<Cell>
  /// Indexed by UTF-16 unit; 0 for a character that no word holds.
  @usableFromInline let codes: UnsafePointer<UInt16>
  let cellCount: Int
  /// What keeps the arrays alive.
  private let owner: AnyObject?

  /// Arrays in memory of someone else, which `owner` keeps alive.
  init(
    cells: UnsafePointer<UInt64>, count: Int, codes: UnsafePointer<UInt16>, owner: AnyObject?
  ) {
    self.cells = cells
    cellCount = count
    self.codes = codes
    self.owner = owner
  }

  /// The bytes that the arrays take.
  package var byteCount: Int {
    cellCount * MemoryLayout<Cell>.stride + 0x10000 * MemoryLayout<UInt16>.stride
  }

  /// Calls `found` with the number and the end of each word that begins at `start`, shortest first.
  @inlinable @inline(__always)
  public func forEachMatch(
    in text: UnsafeBufferPointer<UInt16>, at start: Int,
    _ found: (_ number: Int, _ end: Int) -> Void
  ) {
    var base = 1
    var next = start
    while next < text.count {
      let code = codes[Int(text[next])]
      let cell = cells[base &+ Int(code)]
      // Code 0 is that of free cells, and the one of numbers too.
      if UInt16(truncatingIfNeeded: cell) != code || code == 0 { return }
      next &+= 1
      let value = Int(truncatingIfNeeded: cell &>> 32)
      if cell & Self.isInner == 0 { return found(value, next) }
      base = value
      if cell & Self.isWord != 0 { found(Int(truncatingIfNeeded: cells[base] &>> 32), next) }
    }
  }

  /// Calls `found` with the number, start and end of each word that begins at one of `places`, in
  /// order of the starts, shortest first: the one pass over a text.
  @inlinable @inline(__always)
  public func forEachMatch(
    in text: UnsafeBufferPointer<UInt16>, from places: Range<Int>,
    _ found: (_ number: Int, _ start: Int, _ end: Int) -> Void
  ) {
    for start in places { forEachMatch(in: text, at: start) { found($0, start, $1) } }
  }

  /// The number of the word that is exactly `text`.
  package func number(of text: [UInt16]) -> Int? {
    var number: Int?
    text.withUnsafeBufferPointer { units in
      forEachMatch(in: units, at: 0) { if $1 == units.count { number = $0 } }
    }
    return number
  }
}
