// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Walks programs over a lattice from an anchor, to the right and to the left.
///
/// A walk visits a state at a place once, the greedier way first, and keeps for each visit the way
/// it came. Of all ends that accept, the farthest counts. Nothing is allocated in a walk: its lists
/// are used again.
struct Matcher {
  /// A state at a place, and how it was reached.
  struct Visit: BitwiseCopyable {
    /// The state, -1 at the end of a walk, and the place in one number.
    let key: UInt64
    /// The move that led here, -1 at the beginning, and the edge that it read.
    let move: Int32
    let edge: Int32
    /// Where the move began to read: behind a space that was stepped over.
    let from: Int32
    /// The visit before.
    let origin: Int32

    @inline(__always)
    static func key(_ state: Int32, _ place: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: state)) << 32 | UInt64(UInt32(bitPattern: place))
    }

    var state: Int32 { Int32(truncatingIfNeeded: key >> 32) }
    var place: Int32 { Int32(truncatingIfNeeded: key) }
  }

  /// A way of walking, with all visits that were begun and those of them that end it.
  struct Walk {
    var visits = Buffer<Visit>()
    var ends = Buffer<Int32>()

    static func make() -> UnsafeMutablePointer<Walk> {
      let walk = UnsafeMutablePointer<Walk>.allocate(capacity: 1)
      walk.initialize(to: Walk())
      return walk
    }
  }

  enum Direction { case right, left }

  // The machine as plain pointers, which hold as long as the rule set does.
  let moves: UnsafePointer<Machine.Move>
  let states: UnsafePointer<Machine.State>
  private let programs: UnsafePointer<Machine.Program>
  let literals: UnsafePointer<UInt16>
  let classes = CharacterClass.table
  private let right = Walk.make()
  private let left = Walk.make()
  /// The visits to come, by their numbers, and the keys of those that have been.
  var pending = Buffer<Int32>()
  var seen = VisitSet()
  var keys = Buffer<UInt64>()
  private var chain = Buffer<Int32>()
  var numeralTests: NumeralTests
  let sets: KindSets
  let words: WordCache
  let quantityKind: Int32
  /// The text; `look` renews it where something was added to the lattice.
  private(set) var ground: Ground
  /// The fillings of all matches of the text.
  private(set) var fillings = Buffer<Match.Filling>(capacity: 1024)
  /// How many moves were tried, for `rules profile`.
  var steps = 0

  init(rules: RuleSet, text: MatchText) {
    let machine = rules.machine
    sets = text.lattice.sets
    words = text.words
    ground = text.ground
    quantityKind = Int32(rules.quantityKind)
    numeralTests = NumeralTests(machine.tests)
    moves = machine.moves.base
    states = machine.states.base
    programs = machine.programs.base
    literals = machine.literals.base
  }

  func free() {
    for walk in [right, left] {
      walk.pointee.visits.free()
      walk.pointee.ends.free()
      walk.deallocate()
    }
    pending.free()
    keys.free()
    seen.free()
    chain.free()
    numeralTests.free()
    fillings.free()
  }

  /// Begins a text.
  mutating func reset(_ text: MatchText) {
    fillings.removeAll()
    numeralTests.reset(text.lattice.numerals)
    ground = text.ground
  }

  /// Looks at the text anew, to which something was added.
  @inline(__always)
  mutating func look(_ text: Ground) { ground = text }

  /// Tries a program at its anchors, of which `first` is the first, and appends what it finds. With
  /// `all`, every pair of ends is a match.
  @inline(__always)
  mutating func match(
    _ program: Int32, number: Int32, of unit: Int32, all: Bool, _ anchors: AnchorLists.View,
    _ first: Int32, into found: inout Buffer<Match>
  ) {
    var next = first
    let compiled = programs[Int(program)]
    while next >= 0 {
      let anchor = anchors[next]
      next = anchor.next
      let edge = ground.edges[Int(anchor.edge)]
      // A look at the bits beside the anchor before anything is walked.
      guard ground.mayRead(compiled.wantsRight, at: edge.end, .right),
        ground.mayRead(compiled.wantsLeft, at: edge.start, .left),
        numeralTests.accepts(edge, compiled.test)
      else { continue }
      if compiled.mayEndRight, compiled.mayEndLeft, mustEnd(at: compiled.right, edge.end, .right),
        mustEnd(at: compiled.left, edge.start, .left)
      {
        found.append(alone(compiled, anchor.edge, edge, unit, number))
      } else {
        match(compiled, number, unit, at: anchor.edge, edge, all: all, into: &found)
      }
    }
  }

  /// The match of a program of which nothing but its anchor is read.
  @inline(__always)
  private mutating func alone(
    _ program: Machine.Program, _ number: Int32, _ anchor: Lattice.Edge, _ unit: Int32,
    _ programNumber: Int32
  ) -> Match {
    let first = fillings.count
    if program.slot >= 0 {
      fillings.append(
        Match.Filling(
          slot: Int16(truncatingIfNeeded: program.slot), start: anchor.start, end: anchor.end,
          edge: number,
          set: program.anchorSet))
    }
    return Match(
      unit: unit, program: programNumber, start: anchor.start, end: anchor.end,
      mentionStart: anchor.start, mentionEnd: anchor.end, anchor: anchor.count,
      firstFilling: Int32(truncatingIfNeeded: first),
      fillingCount: Int32(truncatingIfNeeded: fillings.count - first))
  }

  @inline(never)
  private mutating func match(
    _ compiled: Machine.Program, _ number: Int32, _ unit: Int32, at edge: Int32,
    _ anchor: Lattice.Edge, all: Bool, into found: inout Buffer<Match>
  ) {
    // To the left more walks come to nothing.
    walk(from: compiled.left, at: anchor.start, .left, left)
    guard left.pointee.ends.count > 0 else { return }
    walk(from: compiled.right, at: anchor.end, .right, right)
    guard right.pointee.ends.count > 0 else { return }
    if all {
      for l in 0..<left.pointee.ends.count {
        for r in 0..<right.pointee.ends.count {
          found.append(
            combine(
              left.pointee.ends[l], right.pointee.ends[r], compiled, edge, anchor, unit, number))
        }
      }
    } else {
      let l = farthest(left) { $0 < $1 }
      let r = farthest(right) { $0 > $1 }
      found.append(combine(l, r, compiled, edge, anchor, unit, number))
    }
  }

  /// Whether one of some programs without an anchor, which together want `wants` first, matches at
  /// `place`, going in one direction; with `end`, up to just there.
  @inline(__always)
  mutating func matches(
    _ candidates: Range<Int32>, _ wants: Wants, at place: Int32, _ direction: Direction,
    exactlyTo end: Int32? = nil
  ) -> Bool {
    guard !candidates.isEmpty else { return false }
    let beside = ground.beside(place, direction)
    guard beside.mayBe(wants) else { return false }
    for program in candidates {
      let compiled = programs + Int(program)
      let first = direction == .right ? compiled.pointee.right : compiled.pointee.left
      guard beside.mayBe(states[Int(first)].wants) else { continue }
      walk(from: first, at: place, direction, right, toFirstEnd: end == nil)
      let ends = right.pointee.ends
      guard let end else {
        if ends.count > 0 { return true }
        continue
      }
      let visits = right.pointee.visits
      if ends.elements.contains(where: { visits[Int($0)].place == end }) { return true }
    }
    return false
  }

  @inline(__always)
  private func farthest(_ walk: UnsafeMutablePointer<Walk>, _ isFarther: (Int32, Int32) -> Bool)
    -> Int32
  {
    let (visits, ends) = (walk.pointee.visits, walk.pointee.ends)
    var best = ends[0]
    for index in 1..<max(ends.count, 1) {
      let end = ends[index]
      if isFarther(visits[Int(end)].place, visits[Int(best)].place) { best = end }
    }
    return best
  }

  // MARK: Results

  private mutating func combine(
    _ leftEnd: Int32, _ rightEnd: Int32, _ program: Machine.Program, _ anchorEdge: Int32,
    _ anchor: Lattice.Edge, _ unit: Int32, _ number: Int32
  ) -> Match {
    let first = fillings.count
    let start = left.pointee.visits[Int(leftEnd)].place
    let end = right.pointee.visits[Int(rightEnd)].place
    var mention = (start: start, end: end)
    // To the left the walk's last visit comes first in the text.
    var next = leftEnd
    while next >= 0 {
      let visit = left.pointee.visits[Int(next)]
      take(visit, in: left, .left, &mention)
      next = visit.origin
    }
    if program.slot >= 0 {
      fillings.append(
        Match.Filling(
          slot: Int16(truncatingIfNeeded: program.slot), start: anchor.start, end: anchor.end,
          edge: anchorEdge,
          set: program.anchorSet))
    }
    chain.removeAll()
    next = rightEnd
    while next >= 0 {
      chain.append(next)
      next = right.pointee.visits[Int(next)].origin
    }
    while let index = chain.popLast() {
      take(right.pointee.visits[Int(index)], in: right, .right, &mention)
    }
    return Match(
      unit: unit, program: number, start: start, end: end, mentionStart: mention.start,
      mentionEnd: mention.end, anchor: anchor.count, firstFilling: Int32(first),
      fillingCount: Int32(fillings.count - first))
  }

  private mutating func take(
    _ visit: Visit, in walk: UnsafeMutablePointer<Walk>, _ direction: Direction,
    _ mention: inout (start: Int32, end: Int32)
  ) {
    guard visit.move >= 0 else { return }
    let move = moves[Int(visit.move)]
    let before = walk.pointee.visits[Int(visit.origin)].place
    // A space that was stepped over stays outside of the mention.
    if move.marks.has(.mentionStart) {
      mention.start = direction == .right ? visit.from : before
    }
    if move.marks.has(.mentionEnd) {
      mention.end = direction == .right ? before : visit.from
    }
    guard move.slot >= 0 else { return }
    fillings.append(
      Match.Filling(
        slot: move.slot, start: min(visit.from, visit.place), end: max(visit.from, visit.place),
        edge: visit.edge, set: visit.edge < 0 ? -1 : move.argument))
  }
}
