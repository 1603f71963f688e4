// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Walks a program over the lattice from its anchor, to the right and to the left.
///
/// A walk visits a state at a place once, the greedier way first, and keeps for each visit the way
/// it came. Of all ends that accept, the farthest counts.
struct Matcher {
  let rules: RuleSet
  let units: [UInt16]
  let words: WordCache

  enum Direction { case right, left }

  /// A state at a place, and how it was reached.
  private struct Visit {
    let state: Int
    let place: Int
    let step: Int
    let edge: Int
    let from: Int
    let origin: Int
  }

  /// Tries `program` at an anchor edge. With `all`, every pair of ends is a match.
  func matches(
    of program: Program, at edge: Int, in lattice: Lattice, all: Bool
  ) -> [(extent: Extent, mention: Extent, fillings: [Match.Filling])] {
    let anchor = program.steps[program.anchor]
    let extent = lattice.edges[edge].extent
    guard accepts(lattice.edges[edge], anchor.matcher, lattice),
      mayContinue(program, anchor, extent, lattice)
    else { return [] }
    let right = walk(
      program, from: anchor.to, at: extent.end, to: program.accept, .right, in: lattice)
    guard !right.ends.isEmpty else { return [] }
    let left = walk(
      program, from: anchor.from, at: extent.start, to: program.start, .left, in: lattice)
    guard !left.ends.isEmpty else { return [] }
    let middle = Match.Filling(slot: anchor.slot, extent: extent, edge: edge)
    if !all {
      let best = combine(
        left, left.ends.min { place($0, left) < place($1, left) }!, middle,
        right, right.ends.max { place($0, right) < place($1, right) }!, program)
      return [best]
    }
    return left.ends.flatMap { l in
      right.ends.map { combine(left, l, middle, right, $0, program) }
    }
  }

  /// Whether `program`, which has no anchor, matches right at `place`, going in one direction.
  func matches(
    _ program: Program, at place: Int, _ direction: Direction, in lattice: Lattice
  ) -> Bool {
    let walk =
      direction == .right
      ? walk(program, from: program.start, at: place, to: program.accept, .right, in: lattice)
      : walk(program, from: program.accept, at: place, to: program.start, .left, in: lattice)
    return !walk.ends.isEmpty
  }

  /// Whether `program`, which has no anchor, matches just `extent`.
  func matches(_ program: Program, exactly extent: Extent, in lattice: Lattice) -> Bool {
    let found = walk(
      program, from: program.start, at: extent.start, to: program.accept, .right, in: lattice)
    return found.ends.contains { place($0, found) == extent.end }
  }

  // MARK: Walking

  private struct Walk {
    var visits: [Visit] = []
    /// Indices of the visits that reached the goal.
    var ends: [Int] = []
  }

  private func walk(
    _ program: Program, from state: Int, at place: Int, to goal: Int, _ direction: Direction,
    in lattice: Lattice
  ) -> Walk {
    var walk = Walk()
    var seen = Set<Int>()
    var pending = [Visit(state: state, place: place, step: -1, edge: -1, from: place, origin: -1)]
    while let visit = pending.popLast() {
      let key = visit.place * program.stateCount + visit.state
      guard seen.insert(key).inserted else { continue }
      walk.visits.append(visit)
      let index = walk.visits.count - 1
      if visit.state == goal { walk.ends.append(index) }
      let steps = direction == .right ? program.forward : program.backward
      // The last pushed is the first tried: steps in reverse keep the template's order.
      for step in steps[visit.state].reversed() {
        follow(program.steps[step], step, from: visit, index, direction, lattice, &pending)
      }
    }
    return walk
  }

  private func follow(
    _ step: Program.Step, _ stepIndex: Int, from visit: Visit, _ origin: Int,
    _ direction: Direction, _ lattice: Lattice, _ pending: inout [Visit]
  ) {
    let target = direction == .right ? step.to : step.from
    func reach(_ place: Int, edge: Int = -1, from start: Int? = nil) {
      pending.append(
        Visit(
          state: target, place: place, step: stepIndex, edge: edge, from: start ?? visit.place,
          origin: origin))
    }
    switch step.matcher {
    case .empty, .mentionStart, .mentionEnd: reach(visit.place)
    case .literal(let text):
      if let end = literal(text, at: visit.place, direction) { reach(end) }
    case .edge(let symbols, _):
      for place in starts(at: visit.place, direction).reversed() {
        forEachEdge(at: place, direction, lattice) { index in
          let edge = lattice.edges[index]
          if symbols.contains(edge.symbol), accepts(edge, step.matcher, lattice) {
            reach(Int(direction == .right ? edge.end : edge.start), edge: index, from: place)
          }
        }
      }
    case .words(let count, let not):
      for place in wordEnds(count, not: not, at: visit.place, direction, lattice) { reach(place) }
    case .characters(let kind, let count):
      for place in characterEnds(kind, count, at: visit.place, direction) { reach(place) }
    case .gap(let longest):
      for place in gapEnds(longest, at: visit.place, direction) { reach(place) }
    }
  }

  /// A place, and the one behind a space that a printer put between a word and a number.
  private func starts(at place: Int, _ direction: Direction) -> [Int] {
    let next = direction == .right ? place : place - 1
    guard units.indices.contains(next), units[next] == 0x20 else { return [place] }
    let sides = [next - 1, next + 1].filter(units.indices.contains)
    let isBetween = sides.contains {
      !CharacterClass.of(units[$0]).isDisjoint(with: [.digit, .latin, .hanNumeral])
    }
    return isBetween ? [place, direction == .right ? place + 1 : place - 1] : [place]
  }

  private func forEachEdge(
    at place: Int, _ direction: Direction, _ lattice: Lattice, _ body: (Int) -> Void
  ) {
    if direction == .right {
      lattice.forEachEdge(startingAt: place, body)
    } else {
      lattice.forEachEdge(endingAt: place, body)
    }
  }

  private func literal(_ text: [UInt16], at place: Int, _ direction: Direction) -> Int? {
    for start in starts(at: place, direction) {
      let begin = direction == .right ? start : start - text.count
      guard begin >= 0, begin + text.count <= units.count else { continue }
      if text.indices.allSatisfy({ units[begin + $0] == text[$0] }) {
        return direction == .right ? begin + text.count : begin
      }
    }
    return nil
  }

  private func gapEnds(_ longest: Int, at place: Int, _ direction: Direction) -> [Int] {
    var ends = [place]
    var next = place
    for _ in 0..<longest {
      let unit = direction == .right ? next : next - 1
      guard units.indices.contains(unit),
        !CharacterClass.of(units[unit]).contains(.clauseEnd)
      else { break }
      next += direction == .right ? 1 : -1
      ends.append(next)
    }
    // The last pushed is tried first: the shortest gap.
    return ends.reversed()
  }

  private func characterEnds(
    _ kind: SlotKind.CharacterSlot, _ count: ClosedRange<Int>, at place: Int,
    _ direction: Direction
  ) -> [Int] {
    var ends: [Int] = []
    var next = place
    for number in 1...count.upperBound {
      let unit = direction == .right ? next : next - 1
      guard units.indices.contains(unit), kind.contains(units[unit]) else { break }
      next += direction == .right ? 1 : -1
      if number >= count.lowerBound { ends.append(next) }
    }
    return ends
  }

  private func wordEnds(
    _ count: ClosedRange<Int>, not: Set<Symbol>, at place: Int, _ direction: Direction,
    _ lattice: Lattice
  ) -> [Int] {
    var ends: [Int] = []
    var next = place
    for number in 1...count.upperBound {
      guard
        let word = direction == .right ? words.word(startingAt: next) : words.word(endingAt: next),
        CharacterClass.of(units[word.start]).isWordLike, !lattice.hasEdge(word, of: not),
        !lattice.isNumeral(word)
      else { break }
      next = direction == .right ? word.end : word.start
      if number >= count.lowerBound { ends.append(next) }
    }
    return ends
  }

  // MARK: Tests of edges

  private func accepts(_ edge: Lattice.Edge, _ matcher: Program.Matcher, _ lattice: Lattice) -> Bool
  {
    guard case .edge(_, let test) = matcher else { return true }
    switch test {
    case .any: return true
    case .wholeNumber(let range):
      guard let numeral = numeral(of: edge, lattice) else { return false }
      if !numeral.style.isDisjoint(with: [.part, .half, .bare]) { return false }
      guard let range else { return true }
      return numeral.value?.integer.map(range.contains) ?? false
    case .largeNumber:
      guard let numeral = numeral(of: edge, lattice) else { return false }
      return numeral.style.contains(.large) && numeral.style.isDisjoint(with: [.part, .bare])
    case .date(let part):
      guard let numeral = numeral(of: edge, lattice) else { return false }
      return part.accepts(numeral)
    }
  }

  private func numeral(of edge: Lattice.Edge, _ lattice: Lattice) -> Numeral? {
    if case .numeral(let index) = edge.payload { return lattice.numerals[index] }
    return nil
  }

  /// A look at the bits beside the anchor before anything is walked.
  private func mayContinue(
    _ program: Program, _ anchor: Program.Step, _ extent: Extent, _ lattice: Lattice
  ) -> Bool {
    func may(_ steps: [Int], _ bits: UInt64, isEnd: Bool) -> Bool {
      isEnd
        || steps.contains { step in
          guard case .edge(let symbols, _) = program.steps[step].matcher else { return true }
          return symbols.contains { bits & $0.bit != 0 }
        }
    }
    let rightSpace = extent.end < units.count && units[extent.end] == 0x20
    let leftSpace = extent.start > 0 && units[extent.start - 1] == 0x20
    return
      (rightSpace
      || may(
        program.forward[anchor.to], lattice.startBits[extent.end],
        isEnd: anchor.to == program.accept))
      && (leftSpace
        || may(
          program.backward[anchor.from], lattice.endBits[extent.start],
          isEnd: anchor.from == program.start))
  }

  // MARK: Results

  private func place(_ end: Int, _ walk: Walk) -> Int { walk.visits[end].place }

  private func combine(
    _ left: Walk, _ leftEnd: Int, _ middle: Match.Filling, _ right: Walk, _ rightEnd: Int,
    _ program: Program
  ) -> (extent: Extent, mention: Extent, fillings: [Match.Filling]) {
    var fillings: [Match.Filling] = []
    var mentionStart: Int?
    var mentionEnd: Int?
    func take(_ visit: Visit) {
      guard visit.step >= 0 else { return }
      let step = program.steps[visit.step]
      switch step.matcher {
      case .mentionStart: mentionStart = visit.place
      case .mentionEnd: mentionEnd = visit.place
      default: break
      }
      if step.slot >= 0 {
        let extent = Extent(min(visit.from, visit.place), max(visit.from, visit.place))
        fillings.append(Match.Filling(slot: step.slot, extent: extent, edge: visit.edge))
      }
    }
    // To the left the walk's last visit comes first in the text.
    var next = leftEnd
    while next >= 0 {
      take(left.visits[next])
      next = left.visits[next].origin
    }
    if middle.slot >= 0 { fillings.append(middle) }
    var chain: [Visit] = []
    next = rightEnd
    while next >= 0 {
      chain.append(right.visits[next])
      next = right.visits[next].origin
    }
    for visit in chain.reversed() { take(visit) }
    let extent = Extent(place(leftEnd, left), place(rightEnd, right))
    let mention = Extent(mentionStart ?? extent.start, mentionEnd ?? extent.end)
    return (extent, mention, fillings)
  }
}

extension SlotKind.CharacterSlot {
  func contains(_ unit: UInt16) -> Bool {
    let kind = CharacterClass.of(unit)
    switch self {
    case .han: return kind.contains(.han)
    case .latin: return kind.contains(.latin)
    case .digit: return kind.contains(.digit)
    case .name: return !kind.isDisjoint(with: [.han, .latin, .digit])
    }
  }
}

extension CharacterClass {
  var isWordLike: Bool { !isDisjoint(with: [.han, .latin, .digit]) }
}

extension SlotKind.DatePart {
  /// 2020 and 20 are years, 二〇二〇 too; 五六 is no day.
  func accepts(_ numeral: Numeral) -> Bool {
    guard let value = numeral.value?.integer, numeral.modifier == nil, range.contains(value),
      numeral.style.isDisjoint(with: [.large, .bare, .point, .half])
    else { return false }
    switch self {
    case .year:
      return numeral.digits == 4 || (numeral.digits == 2 && numeral.style.contains(.arabic))
        || numeral.style.contains(.positional)
    default: return numeral.digits <= 2 || !numeral.style.contains(.arabic)
    }
  }
}
