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
  /// By the place of a program in the order of running.
  private var lists = Buffer<List>()
  /// A bit for each of them whose list is not empty.
  private var listed = Buffer<UInt64>()
  /// A bit for each unit, by its place in the order of running.
  private let pending: UnsafeMutablePointer<UInt64>
  private let pendingCount: Int
  /// Whether what nobody can read is listed too, for people who ask why something was not found.
  private var keepsAll = false
  /// Where the rows begin of what stands to one side of the edge in question.
  private var toRight = Buffer<Int32>()
  private var toLeft = Buffer<Int32>()

  init(rules: RuleSet, readers: ReaderFinder) {
    index = AnchorIndex(rules: rules, readers: readers)
    needs = Needs(rules: rules, programs: index.programs, found: readers.found)
    pendingCount = (rules.order.count + 63) / 64
    pending = .allocate(capacity: pendingCount)
    pending.initialize(repeating: 0, count: pendingCount)
  }

  func free() {
    index.free()
    needs.free()
    anchors.free()
    lists.free()
    listed.free()
    pending.deallocate()
    toRight.free()
    toLeft.free()
  }

  mutating func removeAll(keepsAll: Bool) {
    self.keepsAll = keepsAll
    anchors.removeAll()
    lists.fill(List(), count: index.count)
    listed.fill(0, count: index.count / 64 + 1)
    pending.update(repeating: 0, count: pendingCount)
  }

  // MARK: Adding

  /// Adds an edge to the lists of the programs that begin at it and can get on from it.
  @inline(__always)
  mutating func add(_ edge: Int32, _ ground: Ground) {
    let found = ground.edges + Int(edge)
    let range = index.ranges + Int(found.pointee.kind)
    if range.pointee.first < range.pointee.end { add(edge, found, range, ground) }
  }

  @inline(never)
  private mutating func add(
    _ edge: Int32, _ found: UnsafePointer<Lattice.Edge>, _ range: UnsafePointer<AnchorIndex.Range>,
    _ ground: Ground
  ) {
    if range.pointee.isOpen || keepsAll { return addAll(edge, found, range, ground) }
    guard range.pointee.ways.mayGetOn(from: found, ground) else { return }
    // By the numbers of words: those in which a program can get on.
    var numbers = Self.gather(
      index.right, index.width, at: found.pointee.end, .right, ground, into: &toRight)
    numbers |= range.pointee.openRight
    numbers &=
      range.pointee.openLeft
      | Self.gather(
        index.left, index.width, at: found.pointee.start, .left, ground, into: &toLeft)
    var next = range.pointee.first
    while next < range.pointee.end, numbers != 0 {
      let word = index.words + Int(next)
      next &+= 1
      guard numbers &>> UInt64(word.pointee.number & 63) & 1 != 0 else { continue }
      var bits = word.pointee.openRight | Self.readers(index.right, toRight, word.pointee.number)
      bits &= word.pointee.programs
      if bits == 0 { continue }
      bits &= word.pointee.openLeft | Self.readers(index.left, toLeft, word.pointee.number)
      enlist(bits, word, edge, found)
    }
  }

  /// Programs that can get on from anything, or, where all are kept, those whose readers cannot too.
  private mutating func addAll(
    _ edge: Int32, _ found: UnsafePointer<Lattice.Edge>, _ range: UnsafePointer<AnchorIndex.Range>,
    _ ground: Ground
  ) {
    if !range.pointee.isOpen {
      _ = Self.gather(
        index.right, index.width, at: found.pointee.end, .right, ground, into: &toRight)
      _ = Self.gather(
        index.left, index.width, at: found.pointee.start, .left, ground, into: &toLeft)
    }
    for number in range.pointee.first..<range.pointee.end {
      let word = index.words + Int(number)
      var bits = word.pointee.programs
      if !range.pointee.isOpen {
        bits &= word.pointee.openRight | Self.readers(index.right, toRight, word.pointee.number)
        bits &= word.pointee.openLeft | Self.readers(index.left, toLeft, word.pointee.number)
        bits |= word.pointee.read
      }
      enlist(bits, word, edge, found)
    }
  }

  @inline(__always)
  private mutating func enlist(
    _ bits: UInt64, _ word: UnsafePointer<AnchorIndex.Word>, _ edge: Int32,
    _ found: UnsafePointer<Lattice.Edge>
  ) {
    let number = Int(word.pointee.number)
    var bits = bits
    if bits & needs.having[number] != 0 { bits = needs.leave(of: bits, word: number, found) }
    forEachBit(of: bits) { enlist(edge, Int(index.ordinals[number << 6 | $0])) }
  }

  @inline(__always)
  private mutating func enlist(_ edge: Int32, _ program: Int) {
    let number = Int32(truncatingIfNeeded: anchors.count)
    anchors.append(Anchor(edge: edge, next: -1))
    let last = lists[program].last
    if last >= 0 {
      anchors.base[Int(last)].next = number
      lists.base[program].last = number
    } else {
      lists.base[program] = List(first: number, last: number)
      listed.base[program >> 6] |= 1 &<< UInt64(program & 63)
      let unit = index.places[program]
      pending[Int(unit >> 6)] |= 1 &<< UInt64(unit & 63)
    }
  }

  /// The rows of all that stands to one side of a place; returns which of their words are not empty.
  private static func gather(
    _ side: AnchorIndex.Side, _ width: Int, at place: Int32, _ direction: Matcher.Direction,
    _ ground: Ground, into rows: inout Buffer<Int32>
  ) -> UInt64 {
    rows.removeAll()
    gatherBeside(side, at: place, direction, ground, into: &rows)
    // A printer's space is stepped over.
    if ground.unit(beside: place, direction) == 0x20 {
      let behind = direction == .right ? place &+ 1 : place &- 1
      gatherBeside(side, at: behind, direction, ground, into: &rows)
    }
    var numbers: UInt64 = 0
    for index in 0..<rows.count { numbers |= side.rows[Int(rows[index]) &+ width] }
    return numbers
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
    fileprivate let listed: UnsafePointer<UInt64>
    fileprivate let firstOrdinals: UnsafePointer<Int32>
    fileprivate let programsInOrder: UnsafePointer<Int32>

    /// The first of the anchors of a program, by its place in the order of running; -1 where there is
    /// none.
    @inline(__always)
    func first(of program: Int) -> Int32 { lists[program].first }

    @inline(__always)
    subscript(_ number: Int32) -> Anchor { anchors[Int(number)] }

    /// Calls `body` with each program that has anchors, of the unit at a place in the order of running:
    /// its place in that order, and its number in the machine.
    @inline(__always)
    func forEachListed(ofUnitAt place: Int, _ body: (Int, Int32) -> Void) {
      var next = Int(firstOrdinals[place])
      let end = Int(firstOrdinals[place &+ 1])
      while next < end {
        let bits = listed[next >> 6] &>> UInt64(next & 63)
        guard bits != 0 else {
          next = (next | 63) &+ 1
          continue
        }
        next &+= bits.trailingZeroBitCount
        guard next < end else { return }
        body(next, programsInOrder[next])
        next &+= 1
      }
    }
  }

  var view: View {
    View(
      anchors: UnsafePointer(anchors.base), lists: UnsafePointer(lists.base),
      listed: UnsafePointer(listed.base), firstOrdinals: UnsafePointer(index.firstOrdinals),
      programsInOrder: UnsafePointer(index.programsInOrder))
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
