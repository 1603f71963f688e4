// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// For each program the edges that it is to be tried at, in the order in which they were found, and
/// which units have such programs.
struct AnchorLists {
  /// An edge in a list.
  struct Anchor: BitwiseCopyable {
    let edge: Int32
    /// The next of the list, -1 after the last.
    fileprivate(set) var next: Int32
  }

  private struct List: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  /// What is there to be asked: the text and what was found in it.
  struct Ground {
    let edges: UnsafePointer<Lattice.Edge>
    let places: UnsafePointer<Lattice.Place>
    let units: UnsafeBufferPointer<UInt16>
  }

  private let index: AnchorIndex
  private(set) var anchors = Buffer<Anchor>(capacity: 4096)
  private var lists = Buffer<List>()
  /// A bit for each unit, by its place in the order of running.
  private let pending: UnsafeMutablePointer<UInt64>
  private let pendingCount: Int
  /// The programs that can get on to one side of the edge in question.
  private let toRight: UnsafeMutablePointer<UInt64>
  private let toLeft: UnsafeMutablePointer<UInt64>

  init(rules: RuleSet) {
    index = AnchorIndex(rules: rules)
    pendingCount = (rules.order.count + 63) / 64
    pending = .allocate(capacity: pendingCount)
    pending.initialize(repeating: 0, count: pendingCount)
    toRight = .allocate(capacity: index.width)
    toRight.initialize(repeating: 0, count: index.width)
    toLeft = .allocate(capacity: index.width)
    toLeft.initialize(repeating: 0, count: index.width)
  }

  func free() {
    index.free()
    anchors.free()
    lists.free()
    pending.deallocate()
    toRight.deallocate()
    toLeft.deallocate()
  }

  mutating func removeAll() {
    anchors.removeAll()
    lists.fill(List(), count: index.count)
    pending.update(repeating: 0, count: pendingCount)
  }

  // MARK: Adding

  /// Adds an edge to the lists of the programs that begin at it and can get on from it.
  mutating func add(_ edge: Int32, _ ground: Ground) {
    let found = ground.edges[Int(edge)]
    let range = index.ranges[Int(found.kind)]
    guard range.first < range.end else { return }
    let row = index.anchors + Int(found.kind) &* index.width
    if !range.isOpen {
      gather(index.right, at: Int(found.end), isRight: true, range, ground, into: toRight)
      gather(index.left, at: Int(found.start), isRight: false, range, ground, into: toLeft)
    }
    var word = Int(range.first)
    while word < Int(range.end) {
      var bits = row[word]
      if !range.isOpen { bits &= toRight[word] & toLeft[word] }
      while bits != 0 {
        enlist(edge, word << 6 | bits.trailingZeroBitCount)
        bits &= bits &- 1
      }
      word &+= 1
    }
  }

  @inline(__always)
  private mutating func enlist(_ edge: Int32, _ bit: Int) {
    let number = Int32(truncatingIfNeeded: anchors.count)
    anchors.append(Anchor(edge: edge, next: -1))
    let last = lists[bit].last
    if last >= 0 {
      anchors.base[Int(last)].next = number
      lists.base[bit].last = number
    } else {
      lists.base[bit] = List(first: number, last: number)
      let unit = index.places[bit]
      pending[Int(unit >> 6)] |= 1 &<< UInt64(unit & 63)
    }
  }

  /// The programs that can read what stands at a place, in the words of `range`.
  @inline(__always)
  private func gather(
    _ side: AnchorIndex.Side, at place: Int, isRight: Bool, _ range: AnchorIndex.Range,
    _ ground: Ground, into row: UnsafeMutablePointer<UInt64>
  ) {
    var word = Int(range.first)
    while word < Int(range.end) {
      row[word] = side.open[word]
      word &+= 1
    }
    addReaders(side, at: place, isRight, range, ground, to: row)
    let unit = isRight ? place : place &- 1
    // A printer's space is stepped over.
    if unit >= 0, unit < ground.units.count, ground.units[unit] == 0x20 {
      addReaders(side, at: isRight ? place &+ 1 : place &- 1, isRight, range, ground, to: row)
    }
  }

  @inline(__always)
  private func addReaders(
    _ side: AnchorIndex.Side, at place: Int, _ isRight: Bool, _ range: AnchorIndex.Range,
    _ ground: Ground, to row: UnsafeMutablePointer<UInt64>
  ) {
    let here = ground.places[place]
    var next = isRight ? here.firstByStart : here.firstByEnd
    while next >= 0 {
      let edge = ground.edges[Int(next)]
      join(side.kinds + Int(edge.kind) &* index.width, range, to: row)
      next = isRight ? edge.nextByStart : edge.nextByEnd
    }
    let unit = isRight ? place : place &- 1
    guard unit >= 0, unit < ground.units.count else { return }
    let characters = Int(index.characterRows[Int(ground.units[unit])])
    if characters != 0 { join(side.characters + characters &* index.width, range, to: row) }
  }

  @inline(__always)
  private func join(
    _ other: UnsafeMutablePointer<UInt64>, _ range: AnchorIndex.Range,
    to row: UnsafeMutablePointer<UInt64>
  ) {
    var word = Int(range.first)
    while word < Int(range.end) {
      row[word] |= other[word]
      word &+= 1
    }
  }

  // MARK: Asking

  /// The first of the anchors of a program of the machine; -1 where there is none.
  @inline(__always)
  func first(of program: Int32) -> Int32 {
    let bit = index.bits[Int(program)]
    return bit < 0 ? -1 : lists[Int(bit)].first
  }

  @inline(__always)
  subscript(_ number: Int32) -> Anchor { anchors[Int(number)] }

  /// Makes the unit at a place in the order of running pending, whatever is found.
  func setPending(_ place: Int) { pending[place >> 6] |= 1 &<< UInt64(place & 63) }

  /// The first place in the order of running, from `place` on, whose unit is pending; `nil` after
  /// the last.
  @inline(__always)
  func firstPending(from place: Int) -> Int? {
    var word = place >> 6
    guard word < pendingCount else { return nil }
    var bits = pending[word] & (~0 &<< UInt64(place & 63))
    while bits == 0 {
      word &+= 1
      if word == pendingCount { return nil }
      bits = pending[word]
    }
    return word << 6 | bits.trailingZeroBitCount
  }
}
