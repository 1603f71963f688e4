// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// `AnchorTables` as plain pointers, which are read without a look at bounds or owners. They hold as long
/// as the rule set does.
struct AnchorIndex: BitwiseCopyable {
  /// One way from the anchors: for each kind of edges, and each character, who can read it.
  struct Side: BitwiseCopyable {
    let rows: UnsafePointer<UInt64>
    let numbers: UnsafePointer<UInt64>
    let kinds: UnsafePointer<Int32>
    let characters: UnsafePointer<Int32>
    let read: UnsafePointer<UInt64>
    let tests: UnsafePointer<Int32>

    fileprivate init(_ side: AnchorTables.Side) {
      rows = side.rows.base
      numbers = side.numbers.base
      kinds = side.kinds.base
      characters = side.characters.base
      read = side.read.base
      tests = side.tests.base
    }

    /// The row of those who read a character; 0 where nobody does.
    @inline(__always)
    func row(of unit: UInt16) -> Int {
      guard read[Int(unit >> 6)] &>> UInt64(unit & 63) & 1 != 0 else { return 0 }
      return Int(characters[Int(unit)])
    }
  }

  let count: Int
  let width: Int
  let words: UnsafePointer<AnchorTables.Word>
  let ranges: UnsafePointer<AnchorTables.Range>
  let ways: UnsafePointer<Wants>
  let beginning: UnsafePointer<UInt64>
  let right: Side
  let left: Side
  let tested: UnsafePointer<UInt64>
  let ordinals: UnsafePointer<Int32>
  let programsInOrder: UnsafePointer<Int32>
  let places: UnsafePointer<Int32>
  let firstOrdinals: UnsafePointer<Int32>

  init(_ tables: AnchorTables) {
    count = tables.count
    width = tables.width
    words = tables.words.base
    ranges = tables.ranges.base
    ways = tables.ways.base
    beginning = tables.beginning.base
    right = Side(tables.right)
    left = Side(tables.left)
    tested = tables.tested.base
    ordinals = tables.ordinals.base
    programsInOrder = tables.programsInOrder.base
    places = tables.places.base
    firstOrdinals = tables.firstOrdinals.base
  }

  /// Whether some program that begins at a kind of edges may get on from an edge of it.
  @inline(__always)
  func mayGetOn(from edge: UnsafePointer<Lattice.Edge>, _ ground: Ground) -> Bool {
    let (ofOpen, right, left) = (0, 1, 2)
    let ways = ways + 3 &* Int(edge.pointee.kind)
    return ground.mayRead(ways[ofOpen], at: edge.pointee.start, .left)
      || ground.mayRead(ways[right], at: edge.pointee.end, .right)
        && ground.mayRead(ways[left], at: edge.pointee.start, .left)
  }
}
