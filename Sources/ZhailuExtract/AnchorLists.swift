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

  fileprivate struct List: BitwiseCopyable {
    var first: Int32 = -1
    var last: Int32 = -1
  }

  private let index: AnchorIndex
  var needs: Needs
  private(set) var anchors = Buffer<Anchor>(capacity: 4096)
  private var lists = Buffer<List>()
  /// A bit for each unit, by its place in the order of running.
  private let pending: UnsafeMutablePointer<UInt64>
  private let pendingCount: Int
  /// Where the rows begin of what stands to one side of the edge in question.
  private var toRight = Buffer<Int32>()
  private var toLeft = Buffer<Int32>()

  init(rules: RuleSet) {
    index = AnchorIndex(rules: rules)
    needs = Needs(rules: rules, programs: index.programs)
    pendingCount = (rules.order.count + 63) / 64
    pending = .allocate(capacity: pendingCount)
    pending.initialize(repeating: 0, count: pendingCount)
  }

  func free() {
    index.free()
    needs.free()
    anchors.free()
    lists.free()
    pending.deallocate()
    toRight.free()
    toLeft.free()
  }

  mutating func removeAll() {
    anchors.removeAll()
    lists.fill(List(), count: index.count)
    pending.update(repeating: 0, count: pendingCount)
  }

  // MARK: Adding

  /// Adds an edge to the lists of the programs that begin at it and can get on from it.
  @inline(__always)
  mutating func add(_ edge: Int32, _ ground: Ground) {
    let found = ground.edges + Int(edge)
    let range = index.ranges[Int(found.pointee.kind)]
    if range.first < range.end { add(edge, found, range, ground) }
  }

  @inline(never)
  private mutating func add(
    _ edge: Int32, _ found: UnsafePointer<Lattice.Edge>, _ range: AnchorIndex.Range,
    _ ground: Ground
  ) {
    if !range.isOpen {
      toRight.removeAll()
      toLeft.removeAll()
      Self.gather(index.right, at: found.pointee.end, .right, ground, into: &toRight)
      Self.gather(index.left, at: found.pointee.start, .left, ground, into: &toLeft)
    }
    for number in range.first..<range.end {
      let word = index.words[Int(number)]
      var bits = word.programs
      if !range.isOpen {
        bits &= word.openRight | Self.readers(index.right, toRight, word.number)
        if bits == 0 { continue }
        bits &= word.openLeft | Self.readers(index.left, toLeft, word.number)
      }
      if bits & needs.having[Int(word.number)] != 0 {
        bits = needs.leave(of: bits, word: Int(word.number), found)
      }
      forEachBit(of: bits) { enlist(edge, Int(word.number) << 6 | $0) }
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

  /// The rows of all that stands to one side of a place.
  @inline(__always)
  private static func gather(
    _ side: AnchorIndex.Side, at place: Int32, _ direction: Matcher.Direction, _ ground: Ground,
    into rows: inout Buffer<Int32>
  ) {
    gatherBeside(side, at: place, direction, ground, into: &rows)
    // A printer's space is stepped over.
    if ground.unit(beside: place, direction) == 0x20 {
      let behind = direction == .right ? place &+ 1 : place &- 1
      gatherBeside(side, at: behind, direction, ground, into: &rows)
    }
  }

  @inline(__always)
  private static func gatherBeside(
    _ side: AnchorIndex.Side, at place: Int32, _ direction: Matcher.Direction, _ ground: Ground,
    into rows: inout Buffer<Int32>
  ) {
    var next = ground.first(at: place, direction)
    while next >= 0 {
      let edge = ground.edges + Int(next)
      let row = side.kinds[Int(edge.pointee.kind)]
      if row != 0 { rows.append(row) }
      next = direction == .right ? edge.pointee.nextByStart : edge.pointee.nextByEnd
    }
    guard let unit = ground.unit(beside: place, direction) else { return }
    let row = side.characters[Int(unit)]
    if row != 0 { rows.append(row) }
  }

  /// The programs of one word of the rows that can read what stands there.
  @inline(__always)
  private static func readers(
    _ side: AnchorIndex.Side, _ rows: Buffer<Int32>, _ word: Int32
  ) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<rows.count { bits |= side.rows[Int(rows[index] &+ word)] }
    return bits
  }

  // MARK: Asking

  /// The lists as plain pointers, which hold until something is added.
  struct View: BitwiseCopyable {
    fileprivate let anchors: UnsafePointer<Anchor>
    fileprivate let lists: UnsafePointer<List>
    fileprivate let bits: UnsafePointer<Int32>

    /// The first of the anchors of a program of the machine; -1 where there is none.
    @inline(__always)
    func first(of program: Int32) -> Int32 {
      let bit = bits[Int(program)]
      return bit < 0 ? -1 : lists[Int(bit)].first
    }

    @inline(__always)
    subscript(_ number: Int32) -> Anchor { anchors[Int(number)] }
  }

  var view: View {
    View(
      anchors: UnsafePointer(anchors.base), lists: UnsafePointer(lists.base),
      bits: UnsafePointer(index.bits))
  }

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
