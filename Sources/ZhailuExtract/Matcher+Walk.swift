// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

extension Matcher {
  /// Walks from a state at a place as far as its moves lead, and keeps in `walk` what was visited.
  mutating func walk(
    from first: Int32, at place: Int32, _ direction: Direction, in text: MatchText,
    _ walk: UnsafeMutablePointer<Walk>
  ) {
    walk.pointee.visits.removeAll()
    walk.pointee.ends.removeAll()
    let begin = Visit(state: first, place: place, move: -1, edge: -1, from: place, origin: -1)
    if states[Int(first)].onlyAccepts { return end(at: begin, walk) }
    pending.removeAll()
    pending.append(begin)
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
      let step = Step(
        place: visit.place, origin: index, direction: direction,
        mask: text.lattice.mask(at: visit.place, direction),
        behind: placeBehindSpace(visit.place, direction, text))
      // The last pushed is the first tried: moves in reverse keep the template's order.
      var move = state.firstMove &+ state.moveCount
      while move > state.firstMove {
        move &-= 1
        steps &+= 1
        follow(move, step, text)
      }
    }
  }

  /// The walk from a state that can but end.
  @inline(__always)
  private mutating func end(at begin: Visit, _ walk: UnsafeMutablePointer<Walk>) {
    steps &+= 1
    walk.pointee.visits.append(begin)
    walk.pointee.visits.append(
      Visit(
        state: -1, place: begin.place, move: states[Int(begin.state)].firstMove, edge: -1,
        from: begin.place, origin: 0))
    walk.pointee.ends.append(1)
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

  // MARK: Moves

  /// Where moves are tried from.
  private struct Step: BitwiseCopyable {
    let place: Int32
    /// The visit that they come from.
    let origin: Int32
    let direction: Direction
    /// The bits of the edges that may be read at the place.
    let mask: UInt64
    /// The place behind a space that may be stepped over, or -1.
    let behind: Int32
  }

  @inline(__always)
  private mutating func follow(_ number: Int32, _ step: Step, _ text: MatchText) {
    let move = moves[Int(number)]
    switch move.action {
    case .accept: reach(step.place, number, move.target, from: step.place, step)
    case .literal: followLiteral(move, number, step, text)
    case .edge:
      if step.behind >= 0 { followEdges(move, number, at: step.behind, step, text) }
      if text.lattice.set(Int(move.argument), meets: step.mask) {
        followEdges(move, number, at: step.place, step, text)
      }
    case .words: followWords(move, number, step, text)
    case .characters: followCharacters(move, number, step, text)
    case .gap: followGap(move, number, step, text)
    }
  }

  @inline(__always)
  private mutating func reach(
    _ place: Int32, _ move: Int32, _ target: Int32, from: Int32, _ step: Step, edge: Int32 = -1
  ) {
    pending.append(
      Visit(
        state: target, place: place, move: move, edge: edge, from: from, origin: step.origin))
  }

  private mutating func followEdges(
    _ move: Machine.Move, _ number: Int32, at place: Int32, _ step: Step, _ text: MatchText
  ) {
    let here = text.lattice.places[Int(place)]
    let isRight = step.direction == .right
    var index = isRight ? here.firstByStart : here.firstByEnd
    while index >= 0 {
      let edge = text.lattice.edges[Int(index)]
      if text.lattice.set(Int(move.argument), contains: edge.kind),
        numeralTests.accepts(edge, move.test, text.lattice)
      {
        reach(
          isRight ? edge.end : edge.start, number, move.target, from: place, step, edge: index)
      }
      index = isRight ? edge.nextByStart : edge.nextByEnd
    }
  }

  private mutating func followWords(
    _ move: Machine.Move, _ number: Int32, _ step: Step, _ text: MatchText
  ) {
    let isRight = step.direction == .right
    var next = Int(step.place)
    for count in 1...move.high {
      guard
        let word = isRight
          ? text.words.word(startingAt: next) : text.words.word(endingAt: next),
        classes[Int(text.units[word.start])].meets(.wordLike),
        move.argument < 0 || !text.lattice.hasEdge(word, of: Int(move.argument)),
        !text.lattice.isNumeral(word)
      else { break }
      next = isRight ? word.end : word.start
      if count >= move.low {
        reach(Int32(truncatingIfNeeded: next), number, move.target, from: step.place, step)
      }
    }
  }

  private mutating func followCharacters(
    _ move: Machine.Move, _ number: Int32, _ step: Step, _ text: MatchText
  ) {
    let kind = Self.characterSlots[Int(move.argument)]
    let isRight = step.direction == .right
    var next = Int(step.place)
    for count in 1...move.high {
      let unit = isRight ? next : next - 1
      guard unit >= 0, unit < text.units.count, classes[Int(text.units[unit])].meets(kind) else {
        break
      }
      next += isRight ? 1 : -1
      if count >= move.low {
        reach(Int32(truncatingIfNeeded: next), number, move.target, from: step.place, step)
      }
    }
  }

  private static let characterSlots = SlotKind.CharacterSlot.allCases.map(\.characters)

  private mutating func followGap(
    _ move: Machine.Move, _ number: Int32, _ step: Step, _ text: MatchText
  ) {
    let isRight = step.direction == .right
    let start = Int(step.place)
    var longest = 0
    while longest < Int(move.high) {
      let unit = isRight ? start + longest : start - longest - 1
      guard unit >= 0, unit < text.units.count,
        !classes[Int(text.units[unit])].meets(.clauseEnd)
      else { break }
      longest += 1
    }
    // The last pushed is tried first: the shortest gap.
    while longest >= 0 {
      let place = Int32(truncatingIfNeeded: isRight ? start + longest : start - longest)
      reach(place, number, move.target, from: step.place, step)
      longest -= 1
    }
  }

  /// Reads text at the place, or else behind a space.
  @inline(__always)
  private mutating func followLiteral(
    _ move: Machine.Move, _ number: Int32, _ step: Step, _ text: MatchText
  ) {
    var from = step.place
    if !stands(move, at: from, step.direction, text) {
      from = step.behind
      guard from >= 0, stands(move, at: from, step.direction, text) else { return }
    }
    let length = Int32(move.high)
    reach(
      step.direction == .right ? from + length : from - length, number, move.target, from: from,
      step)
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

  /// Whether a state may get on from `place`: what it reads may stand there, or behind a space that
  /// may be stepped over. A look at a few bits.
  @inline(__always)
  func mayRead(
    _ state: Machine.State, at place: Int32, _ direction: Direction, _ text: MatchText
  ) -> Bool {
    if state.isOpen { return true }
    if text.lattice.mask(at: place, direction) & state.mask != 0 { return true }
    let next = direction == .right ? Int(place) : Int(place) - 1
    guard next >= 0, next < text.units.count else { return false }
    let unit = text.units[next]
    if state.characters & Machine.State.bit(of: unit) != 0 { return true }
    return unit == 0x20 && mayReadBehindSpace(state, at: place, direction, text)
  }

  @inline(never)
  private func mayReadBehindSpace(
    _ state: Machine.State, at place: Int32, _ direction: Direction, _ text: MatchText
  ) -> Bool {
    let behind = placeBehindSpace(place, direction, text)
    guard behind >= 0 else { return false }
    if text.lattice.mask(at: behind, direction) & state.mask != 0 { return true }
    let next = direction == .right ? Int(behind) : Int(behind) - 1
    guard next >= 0, next < text.units.count else { return false }
    return state.characters & Machine.State.bit(of: text.units[next]) != 0
  }
}

extension Lattice {
  /// The bits of the edges that may be read from a place on.
  @inline(__always)
  func mask(at place: Int32, _ direction: Matcher.Direction) -> UInt64 {
    direction == .right ? places.base[Int(place)].startMask : places.base[Int(place)].endMask
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
