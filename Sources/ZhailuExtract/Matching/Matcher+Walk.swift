// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

extension Matcher {
  /// Walks from a state at a place, which can get on from there, as far as its moves lead, and keeps in
  /// `walk` what was visited; with `toFirstEnd` no farther than to the first end.
  mutating func walk(
    from first: Int32, at place: Int32, _ direction: Direction,
    _ walk: UnsafeMutablePointer<Walk>, toFirstEnd: Bool = false
  ) {
    walk.pointee.visits.removeAll()
    walk.pointee.ends.removeAll()
    walk.pointee.visits.append(
      Visit(key: Visit.key(first, place), move: -1, edge: -1, from: place, origin: -1))
    if mustEnd(at: first, place, direction) { return end(from: first, at: place, walk) }
    keys.removeAll()
    pending.removeAll()
    pending.append(0)
    while let index = pending.popLast() {
      let key = walk.pointee.visits[Int(index)].key
      guard isNew(key) else { continue }
      let (number, place) = (Int32(truncatingIfNeeded: key >> 32), Int32(truncatingIfNeeded: key))
      if number < 0 {
        walk.pointee.ends.append(index)
        if toFirstEnd { return }
        continue
      }
      let state = states + Int(number)
      if mustEnd(at: number, place, direction) {
        accept(state.pointee.ending, at: place, after: index, walk)
        if toFirstEnd { return }
        continue
      }
      let step = Step(
        place: place, origin: index, direction: direction,
        mask: ground.mask(at: place, direction),
        behind: ground.placeBehindSpace(place, direction), walk: walk)
      follow(state.pointee, step)
    }
  }

  /// Whether a walk can get no farther than to a state: it ends there, and nothing that it reads stands
  /// there.
  @inline(__always)
  func mustEnd(at number: Int32, _ place: Int32, _ direction: Direction) -> Bool {
    let state = states + Int(number)
    if state.pointee.ending < 0 { return false }
    return state.pointee.onlyAccepts
      || !ground.mayRead(
        state.pointee.wants.mask, state.pointee.wants.characters, at: place, direction)
  }

  /// Tries the moves of a state.
  @inline(__always)
  private mutating func follow(_ state: Machine.State, _ step: Step) {
    let (beside, behind) = (
      ground.unit(beside: step.place, step.direction) ?? 0,
      step.behind < 0 ? 0 : ground.unit(beside: step.behind, step.direction) ?? 0
    )
    // The last pushed is the first tried: moves in reverse keep the template's order.
    var number = state.firstMove &+ state.moveCount
    steps &+= Int(state.moveCount)
    while number > state.firstMove {
      number &-= 1
      let move = moves + Int(number)
      switch move.pointee.action {
      case .accept: reach(step.place, number, -1, from: step.place, step)
      case .literal:
        if move.pointee.first == beside || move.pointee.first == behind {
          followLiteral(move, number, step)
        }
      case .edge:
        if step.behind >= 0 { followEdges(move, number, at: step.behind, step) }
        if sets.set(move.pointee.argument, meets: step.mask) {
          followEdges(move, number, at: step.place, step)
        }
      default: followOther(move.pointee, number, step)
      }
    }
  }

  /// The end behind a state that can but end.
  @inline(__always)
  private mutating func accept(
    _ move: Int32, at place: Int32, after origin: Int32, _ walk: UnsafeMutablePointer<Walk>
  ) {
    steps &+= 1
    let key = Visit.key(-1, place)
    let end = Int32(truncatingIfNeeded: walk.pointee.visits.count)
    walk.pointee.visits.append(
      Visit(key: key, move: move, edge: -1, from: place, origin: origin))
    if isNew(key) { walk.pointee.ends.append(end) }
  }

  /// The walk from a state that can but end.
  @inline(__always)
  private mutating func end(
    from first: Int32, at place: Int32, _ walk: UnsafeMutablePointer<Walk>
  ) {
    steps &+= 1
    walk.pointee.visits.append(
      Visit(
        key: Visit.key(-1, place), move: states[Int(first)].ending, edge: -1, from: place,
        origin: 0))
    walk.pointee.ends.append(1)
  }

  /// Whether a walk has not been at this state and place. Most walks are short, and a look at their
  /// keys is faster than a table.
  @inline(__always)
  private mutating func isNew(_ key: UInt64) -> Bool {
    if keys.count < Self.longestShortWalk {
      for index in 0..<keys.count where keys[index] == key { return false }
      keys.append(key)
      return true
    }
    return isNewOfMany(key)
  }

  @inline(never)
  private mutating func isNewOfMany(_ key: UInt64) -> Bool {
    if keys.count == Self.longestShortWalk {
      seen.removeAll()
      for index in 0..<keys.count { _ = seen.insert(keys[index]) }
      keys.append(0)
    }
    return seen.insert(key)
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
    let walk: UnsafeMutablePointer<Walk>
  }

  @inline(never)
  private mutating func followOther(_ move: Machine.Move, _ number: Int32, _ step: Step) {
    switch move.action {
    case .words: followWords(move, number, step)
    case .characters: followCharacters(move, number, step)
    case .gap: followGap(move, number, step)
    case .accept, .literal, .edge: break
    }
  }

  @inline(__always)
  private mutating func reach(
    _ place: Int32, _ move: Int32, _ target: Int32, from: Int32, _ step: Step, edge: Int32 = -1
  ) {
    guard target < 0 || ground.mayRead(states[Int(target)].wants, at: place, step.direction) else {
      return
    }
    pending.append(Int32(truncatingIfNeeded: step.walk.pointee.visits.count))
    step.walk.pointee.visits.append(
      Visit(
        key: Visit.key(target, place), move: move, edge: edge, from: from, origin: step.origin))
  }

  private mutating func followEdges(
    _ move: UnsafePointer<Machine.Move>, _ number: Int32, at place: Int32, _ step: Step
  ) {
    let isRight = step.direction == .right
    var index = ground.first(at: place, step.direction)
    while index >= 0 {
      let edge = ground.edges + Int(index)
      if sets.set(move.pointee.argument, contains: edge.pointee.kind),
        numeralTests.accepts(edge.pointee, move.pointee.test)
      {
        reach(
          isRight ? edge.pointee.end : edge.pointee.start, number, move.pointee.target, from: place,
          step,
          edge: index)
      }
      index = isRight ? edge.pointee.nextByStart : edge.pointee.nextByEnd
    }
  }

  private mutating func followWords(
    _ move: Machine.Move, _ number: Int32, _ step: Step
  ) {
    let isRight = step.direction == .right
    var next = Int(step.place)
    for count in 1...move.high {
      guard
        let word = isRight
          ? words.word(startingAt: next) : words.word(endingAt: next),
        classes[Int(ground.units[word.start])].meets(.wordLike),
        move.argument < 0 || !hasEdge(word, of: move.argument), !isNumeral(word)
      else { break }
      next = isRight ? word.end : word.start
      if count >= move.low {
        reach(Int32(truncatingIfNeeded: next), number, move.target, from: step.place, step)
      }
    }
  }

  private mutating func followCharacters(
    _ move: Machine.Move, _ number: Int32, _ step: Step
  ) {
    let kind = Self.characterSlots[Int(move.argument)]
    let isRight = step.direction == .right
    var next = Int(step.place)
    for count in 1...move.high {
      let unit = isRight ? next : next - 1
      guard unit >= 0, unit < Int(ground.count), classes[Int(ground.units[unit])].meets(kind) else {
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
    _ move: Machine.Move, _ number: Int32, _ step: Step
  ) {
    let isRight = step.direction == .right
    let start = Int(step.place)
    var longest = 0
    while longest < Int(move.high) {
      let unit = isRight ? start + longest : start - longest - 1
      guard unit >= 0, unit < Int(ground.count),
        !classes[Int(ground.units[unit])].meets(.clauseEnd)
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
  @inline(never)
  private mutating func followLiteral(
    _ move: UnsafePointer<Machine.Move>, _ number: Int32, _ step: Step
  ) {
    var from = step.place
    if !stands(move.pointee, at: from, step.direction) {
      from = step.behind
      guard from >= 0, stands(move.pointee, at: from, step.direction) else { return }
    }
    let length = Int32(move.pointee.high)
    reach(
      step.direction == .right ? from + length : from - length, number, move.pointee.target,
      from: from,
      step)
  }

  /// Whether a move's text stands at a place.
  @inline(__always)
  private func stands(
    _ move: Machine.Move, at place: Int32, _ direction: Direction
  ) -> Bool {
    let count = Int(move.high)
    let begin = direction == .right ? Int(place) : Int(place) - count
    guard begin >= 0, begin + count <= Int(ground.count) else { return false }
    let literal = literals + Int(move.argument)
    var index = 0
    while index < count {
      if ground.units[begin + index] != literal[index] { return false }
      index &+= 1
    }
    return true
  }

  // MARK: Words

  /// Whether an edge of the kind set `set` covers exactly `word`.
  private func hasEdge(_ word: Extent, of set: Int32) -> Bool {
    ground.anyEdge(from: word.start) {
      Int($0.end) == word.end && sets.set(set, contains: $0.kind)
    }
  }

  private func isNumeral(_ word: Extent) -> Bool {
    ground.anyEdge(from: word.start) { $0.isNumeral(coveringTo: word.end, quantity: quantityKind) }
  }
}
