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
  private struct Visit: BitwiseCopyable {
    let state: Int32
    let place: Int32
    /// The move that led here, -1 at the beginning, and the edge that it read.
    let move: Int32
    let edge: Int32
    /// Where the move began to read: behind a space that was stepped over.
    let from: Int32
    /// The visit before.
    let origin: Int32
  }

  /// A way of walking, with its visits and those of them that end it.
  private struct Walk {
    var visits = Buffer<Visit>()
    var ends = Buffer<Int32>()

    static func make() -> UnsafeMutablePointer<Walk> {
      let walk = UnsafeMutablePointer<Walk>.allocate(capacity: 1)
      walk.initialize(to: Walk())
      return walk
    }
  }

  enum Direction { case right, left }

  private static let characterSlots = SlotKind.CharacterSlot.allCases.map(\.characters)

  private let tests: [Program.EdgeTest]
  private let moves: UnsafeMutablePointer<Machine.Move>
  private let states: UnsafeMutablePointer<Machine.State>
  private let programs: UnsafeMutablePointer<Machine.Program>
  private let literals: UnsafeMutablePointer<UInt16>
  private let classes = CharacterClass.table
  private let right = Walk.make()
  private let left = Walk.make()
  private var pending = Buffer<Visit>()
  private var seen = VisitSet()
  private var chain = Buffer<Int32>()
  /// The fillings of all matches of the text.
  private(set) var fillings = Buffer<Match.Filling>(capacity: 1024)
  /// How many moves were tried, for `rules profile`.
  private(set) var steps = 0

  init(rules: RuleSet) {
    let machine = rules.machine
    tests = machine.tests
    moves = .copy(machine.moves)
    states = .copy(machine.states)
    programs = .copy(machine.programs)
    literals = .copy(machine.literals)
  }

  func free() {
    moves.deallocate()
    states.deallocate()
    programs.deallocate()
    literals.deallocate()
    for walk in [right, left] {
      walk.pointee.visits.free()
      walk.pointee.ends.free()
      walk.deallocate()
    }
    pending.free()
    seen.free()
    chain.free()
    fillings.free()
  }

  mutating func reset() { fillings.removeAll() }

  /// Tries a program at its anchors and appends what it finds. With `all`, every pair of ends is a
  /// match.
  @inline(__always)
  mutating func match(
    _ program: Int32, number: Int32, of unit: Int32, all: Bool, in text: MatchText,
    into found: inout Buffer<Match>
  ) {
    let compiled = programs[Int(program)]
    let (right, left) = (states[Int(compiled.right)], states[Int(compiled.left)])
    let isAlone = right.onlyAccepts && left.onlyAccepts
    var next = text.lattice.firstAnchor(of: compiled.anchors)
    while next >= 0 {
      let anchor = text.lattice.anchors[Int(next)]
      next = anchor.next
      let edge = text.lattice.edges[Int(anchor.edge)]
      // A look at the bits beside the anchor before anything is walked.
      guard mayRead(right, at: edge.end, .right, text), mayRead(left, at: edge.start, .left, text),
        accepts(edge, compiled.test, text.lattice)
      else { continue }
      if isAlone {
        found.append(alone(compiled, anchor.edge, edge, unit, number))
      } else {
        match(compiled, number, unit, at: anchor.edge, edge, all: all, in: text, into: &found)
      }
    }
  }

  /// The match of a program that is all anchor.
  @inline(__always)
  private mutating func alone(
    _ program: Machine.Program, _ number: Int32, _ anchor: Lattice.Edge, _ unit: Int32,
    _ programNumber: Int32
  ) -> Match {
    let first = fillings.count
    if program.slot >= 0 {
      fillings.append(
        Match.Filling(
          slot: program.slot, start: anchor.start, end: anchor.end, edge: number,
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
    _ anchor: Lattice.Edge, all: Bool, in text: MatchText, into found: inout Buffer<Match>
  ) {
    walk(from: compiled.right, at: anchor.end, .right, in: text, right)
    guard right.pointee.ends.count > 0 else { return }
    walk(from: compiled.left, at: anchor.start, .left, in: text, left)
    guard left.pointee.ends.count > 0 else { return }
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

  /// Whether a program without an anchor matches at `place`, going in one direction; with `end`, up
  /// to just there.
  mutating func matches(
    _ program: Int32, at place: Int32, _ direction: Direction, exactlyTo end: Int32? = nil,
    in text: MatchText
  ) -> Bool {
    let compiled = programs[Int(program)]
    walk(
      from: direction == .right ? compiled.right : compiled.left, at: place, direction, in: text,
      right)
    guard let end else { return right.pointee.ends.count > 0 }
    return right.pointee.ends.elements.contains { right.pointee.visits[Int($0)].place == end }
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

  // MARK: Walking

  private mutating func walk(
    from state: Int32, at place: Int32, _ direction: Direction, in text: MatchText,
    _ walk: UnsafeMutablePointer<Walk>
  ) {
    walk.pointee.visits.removeAll()
    walk.pointee.ends.removeAll()
    pending.removeAll()
    pending.append(
      Visit(state: state, place: place, move: -1, edge: -1, from: place, origin: -1))
    while let visit = pending.popLast() {
      let index = Int32(truncatingIfNeeded: walk.pointee.visits.count)
      guard isNew(visit, walk.pointee.visits) else { continue }
      walk.pointee.visits.append(visit)
      if visit.state < 0 {
        walk.pointee.ends.append(index)
        continue
      }
      let state = states[Int(visit.state)]
      guard mayRead(state, at: visit.place, direction, text) else { continue }
      // The last pushed is the first tried: moves in reverse keep the template's order.
      var move = state.firstMove &+ state.moveCount
      while move > state.firstMove {
        move &-= 1
        steps &+= 1
        follow(move, from: visit, index, direction, text)
      }
    }
  }

  /// Whether a walk has not been at this state and place. Most walks are short, and a look at their
  /// visits is faster than a table.
  @inline(__always)
  private mutating func isNew(_ visit: Visit, _ visits: Buffer<Visit>) -> Bool {
    if visits.count < Self.longestShortWalk {
      for index in 0..<visits.count {
        let other = visits[index]
        if other.state == visit.state, other.place == visit.place { return false }
      }
      return true
    }
    if visits.count == Self.longestShortWalk {
      seen.removeAll()
      for index in 0..<visits.count { _ = seen.insert(visits[index].state, visits[index].place) }
    }
    return seen.insert(visit.state, visit.place)
  }

  private static let longestShortWalk = 8

  private mutating func follow(
    _ number: Int32, from visit: Visit, _ origin: Int32, _ direction: Direction,
    _ text: MatchText
  ) {
    let move = moves[Int(number)]
    switch move.action {
    case .accept: reach(visit.place, number, move.target, visit.place, origin)
    case .literal: followLiteral(move, number, visit, origin, direction, text)
    case .edge: followEdges(move, number, visit, origin, direction, text)
    case .words: followWords(move, number, visit, origin, direction, text)
    case .characters: followCharacters(move, number, visit, origin, direction, text)
    case .gap: followGap(move, number, visit, origin, direction, text)
    }
  }

  @inline(__always)
  private mutating func reach(
    _ place: Int32, _ move: Int32, _ target: Int32, _ from: Int32, _ origin: Int32,
    edge: Int32 = -1
  ) {
    pending.append(
      Visit(state: target, place: place, move: move, edge: edge, from: from, origin: origin))
  }

  @inline(__always)
  private mutating func followEdges(
    _ move: Machine.Move, _ number: Int32, _ visit: Visit, _ origin: Int32,
    _ direction: Direction, _ text: MatchText
  ) {
    let behind = placeBehindSpace(visit.place, direction, text)
    if behind >= 0 { followEdges(move, number, at: behind, origin, direction, text) }
    followEdges(move, number, at: visit.place, origin, direction, text)
  }

  @inline(__always)
  private mutating func followEdges(
    _ move: Machine.Move, _ number: Int32, at place: Int32, _ origin: Int32,
    _ direction: Direction, _ text: MatchText
  ) {
    let here = text.lattice.places[Int(place)]
    var index = direction == .right ? here.firstByStart : here.firstByEnd
    while index >= 0 {
      let edge = text.lattice.edges[Int(index)]
      if text.lattice.set(Int(move.argument), contains: edge.kind),
        accepts(edge, move.test, text.lattice)
      {
        reach(
          direction == .right ? edge.end : edge.start, number, move.target, place, origin,
          edge: index)
      }
      index = direction == .right ? edge.nextByStart : edge.nextByEnd
    }
  }

  private mutating func followWords(
    _ move: Machine.Move, _ number: Int32, _ visit: Visit, _ origin: Int32,
    _ direction: Direction, _ text: MatchText
  ) {
    var next = Int(visit.place)
    for count in 1...move.high {
      guard
        let word = direction == .right
          ? text.words.word(startingAt: next) : text.words.word(endingAt: next),
        classes[Int(text.units[word.start])].meets(.wordLike),
        move.argument < 0 || !text.lattice.hasEdge(word, of: Int(move.argument)),
        !text.lattice.isNumeral(word)
      else { break }
      next = direction == .right ? word.end : word.start
      if count >= move.low {
        reach(Int32(truncatingIfNeeded: next), number, move.target, visit.place, origin)
      }
    }
  }

  private mutating func followCharacters(
    _ move: Machine.Move, _ number: Int32, _ visit: Visit, _ origin: Int32,
    _ direction: Direction, _ text: MatchText
  ) {
    let kind = Self.characterSlots[Int(move.argument)]
    var next = Int(visit.place)
    for count in 1...move.high {
      let unit = direction == .right ? next : next - 1
      guard unit >= 0, unit < text.units.count, classes[Int(text.units[unit])].meets(kind) else {
        break
      }
      next += direction == .right ? 1 : -1
      if count >= move.low {
        reach(Int32(truncatingIfNeeded: next), number, move.target, visit.place, origin)
      }
    }
  }

  private mutating func followGap(
    _ move: Machine.Move, _ number: Int32, _ visit: Visit, _ origin: Int32,
    _ direction: Direction, _ text: MatchText
  ) {
    var longest = 0
    while longest < Int(move.high) {
      let unit = direction == .right ? Int(visit.place) + longest : Int(visit.place) - longest - 1
      guard unit >= 0, unit < text.units.count,
        !classes[Int(text.units[unit])].meets(.clauseEnd)
      else { break }
      longest += 1
    }
    // The last pushed is tried first: the shortest gap.
    while longest >= 0 {
      let place = direction == .right ? Int(visit.place) + longest : Int(visit.place) - longest
      reach(Int32(truncatingIfNeeded: place), number, move.target, visit.place, origin)
      longest -= 1
    }
  }

  /// Reads text at the place, or else behind a space.
  @inline(__always)
  private mutating func followLiteral(
    _ move: Machine.Move, _ number: Int32, _ visit: Visit, _ origin: Int32,
    _ direction: Direction, _ text: MatchText
  ) {
    var from = visit.place
    if !stands(move, at: from, direction, text) {
      from = placeBehindSpace(from, direction, text)
      guard from >= 0, stands(move, at: from, direction, text) else { return }
    }
    let length = Int32(move.high)
    reach(direction == .right ? from + length : from - length, number, move.target, from, origin)
  }

  /// Whether a move's text stands at a place.
  @inline(__always)
  private func stands(
    _ move: Machine.Move, at place: Int32, _ direction: Direction, _ text: MatchText
  ) -> Bool {
    let count = Int(move.high)
    let begin = direction == .right ? Int(place) : Int(place) - count
    guard begin >= 0, begin + count <= text.units.count else { return false }
    let literal = literals + Int(move.argument)
    var index = 0
    while index < count {
      if text.units[begin + index] != literal[index] { return false }
      index &+= 1
    }
    return true
  }

  // MARK: Spaces and masks

  /// The place behind a space that a printer put between a word and a number; -1 where none is.
  @inline(__always)
  private func placeBehindSpace(
    _ place: Int32, _ direction: Direction, _ text: MatchText
  ) -> Int32 {
    let next = direction == .right ? Int(place) : Int(place) - 1
    guard next >= 0, next < text.units.count, text.units[next] == 0x20 else { return -1 }
    let isBetween =
      next > 0 && isNumberLike(text.units[next - 1])
      || next + 1 < text.units.count && isNumberLike(text.units[next + 1])
    return isBetween ? place + (direction == .right ? 1 : -1) : -1
  }

  private func isNumberLike(_ unit: UInt16) -> Bool {
    classes[Int(unit)].meets(.besideSpace)
  }

  /// Whether a state may get on from `place`: what it reads may stand there, or a space that may be
  /// stepped over. A look at a few bits.
  @inline(__always)
  private func mayRead(
    _ state: Machine.State, at place: Int32, _ direction: Direction, _ text: MatchText
  ) -> Bool {
    if state.isOpen { return true }
    let here = text.lattice.places[Int(place)]
    if (direction == .right ? here.startMask : here.endMask) & state.mask != 0 { return true }
    let next = direction == .right ? Int(place) : Int(place) - 1
    guard next >= 0, next < text.units.count else { return false }
    let unit = text.units[next]
    return state.characters & Machine.State.bit(of: unit) != 0 || unit == 0x20
  }

  // MARK: Tests of edges

  @inline(__always)
  private func accepts(_ edge: Lattice.Edge, _ test: Int32, _ lattice: Lattice) -> Bool {
    test == 0 || passes(edge, tests[Int(test)], lattice)
  }

  private func passes(
    _ edge: Lattice.Edge, _ test: Program.EdgeTest, _ lattice: Lattice
  ) -> Bool {
    guard test != .any else { return true }
    guard edge.source == .numeral else { return false }
    return test.accepts(lattice.numerals[Int(edge.payload)])
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
          slot: program.slot, start: anchor.start, end: anchor.end, edge: anchorEdge,
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
    if move.marks.contains(.mentionStart) {
      mention.start = direction == .right ? visit.from : before
    }
    if move.marks.contains(.mentionEnd) {
      mention.end = direction == .right ? before : visit.from
    }
    guard move.slot >= 0 else { return }
    fillings.append(
      Match.Filling(
        slot: move.slot, start: min(visit.from, visit.place), end: max(visit.from, visit.place),
        edge: visit.edge, set: visit.edge < 0 ? -1 : move.argument))
  }
}

extension SlotKind.CharacterSlot {
  var characters: CharacterClass {
    switch self {
    case .han: .han
    case .latin: .latin
    case .digit: .digit
    case .name: .wordLike
    }
  }
}
