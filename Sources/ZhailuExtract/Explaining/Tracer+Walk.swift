// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// The walk of the tracer: the same steps as the matcher's, every visit kept.
extension Tracer {
  struct Visit {
    let state: Int
    let place: Int
    /// The step that led here, or -1, and where it began to read.
    let step: Int
    let from: Int
    /// The visit before, or -1.
    let origin: Int
    /// How many steps have read something so far.
    let count: Int
  }

  struct Walk {
    var visits: [Visit] = []
    /// The visit that got farthest: one that reached the goal, or read the most steps.
    var best = 0
    var isThrough = false
  }

  func walk(
    _ program: Program, from state: Int, at place: Int, to goal: Int,
    _ direction: Matcher.Direction
  ) -> Walk {
    var walk = Walk()
    var seen: Set<[Int]> = []
    var pending = [Visit(state: state, place: place, step: -1, from: place, origin: -1, count: 0)]
    while let visit = pending.popLast() {
      guard seen.insert([visit.state, visit.place]).inserted else { continue }
      walk.visits.append(visit)
      let index = walk.visits.count - 1
      note(index, visit.state == goal, place, &walk)
      let steps = direction == .right ? program.forward : program.backward
      for number in steps[visit.state].reversed() {
        let step = program.steps[number]
        for read in reads(step, at: visit.place, direction).reversed() {
          pending.append(
            Visit(
              state: direction == .right ? step.to : step.from, place: read.end, step: number,
              from: read.from, origin: index,
              count: visit.count + (read.from == read.end ? 0 : 1)))
        }
      }
    }
    return walk
  }

  private func note(_ index: Int, _ isGoal: Bool, _ start: Int, _ walk: inout Walk) {
    func reach(_ visit: Visit) -> (Int, Int) {
      (isGoal ? 0 : visit.count, abs(visit.place - start))
    }
    if isGoal, !walk.isThrough {
      (walk.best, walk.isThrough) = (index, true)
    } else if isGoal || !walk.isThrough, reach(walk.visits[index]) > reach(walk.visits[walk.best]) {
      walk.best = index
    }
  }

  // MARK: Reading

  /// Where a step may lead from a place: from where it reads, behind a space perhaps, and to where.
  func reads(
    _ step: Program.Step, at place: Int, _ direction: Matcher.Direction
  ) -> [(from: Int, end: Int)] {
    switch step.matcher {
    case .empty, .mentionStart, .mentionEnd: return [(place, place)]
    case .literal(let units):
      return starts(at: place, direction).compactMap { start in
        let begin = direction == .right ? start : start - units.count
        guard begin >= 0, begin + units.count <= text.units.count,
          units.indices.allSatisfy({ text.units[begin + $0] == units[$0] })
        else { return nil }
        return (start, direction == .right ? begin + units.count : begin)
      }
    case .edge(let symbols, let test):
      return starts(at: place, direction).flatMap { start in
        edges(at: start, direction).filter { accepts($0, symbols, test) }.map {
          (start, Int(direction == .right ? $0.end : $0.start))
        }
      }
    case .words(let count, let not): return words(count, not: not, at: place, direction)
    case .characters(let kind, let count):
      return characters(count.upperBound, at: place, direction) {
        CharacterClass.of($0).meets(kind.characters)
      }.dropFirst(count.lowerBound).map { (place, $0) }
    case .gap(let most):
      return characters(most, at: place, direction) {
        !CharacterClass.of($0).meets(.clauseEnd)
      }.map { (place, $0) }
    }
  }

  private func starts(at place: Int, _ direction: Matcher.Direction) -> [Int] {
    let next = direction == .right ? place : place - 1
    guard next >= 0, next < text.units.count, text.units[next] == Mark.space else { return [place] }
    let isBetween = [next - 1, next + 1].contains { side in
      side >= 0 && side < text.units.count
        && CharacterClass.of(text.units[side]).meets(.besideSpace)
    }
    return isBetween ? [place, direction == .right ? place + 1 : place - 1] : [place]
  }

  private func edges(at place: Int, _ direction: Matcher.Direction) -> [Lattice.Edge] {
    var edges: [Lattice.Edge] = []
    let here = text.lattice.places[place]
    var index = direction == .right ? here.firstByStart : here.firstByEnd
    while index >= 0 {
      let edge = text.lattice.edges[Int(index)]
      edges.append(edge)
      index = direction == .right ? edge.nextByStart : edge.nextByEnd
    }
    return edges
  }

  private func accepts(
    _ edge: Lattice.Edge, _ symbols: Set<Symbol>, _ test: Program.EdgeTest
  ) -> Bool {
    guard edge.kind >= 0, rules.kinds.symbols[Int(edge.kind)].contains(where: symbols.contains)
    else { return false }
    if test == .any { return true }
    guard edge.source == .numeral else { return false }
    return test.accepts(NumeralFacts(text.lattice.numerals[Int(edge.payload)]))
  }

  private func words(
    _ count: ClosedRange<Int>, not: Set<Symbol>, at place: Int, _ direction: Matcher.Direction
  ) -> [(from: Int, end: Int)] {
    var ends: [(from: Int, end: Int)] = []
    var next = place
    for number in 1...count.upperBound {
      guard
        let word = direction == .right
          ? text.words.word(startingAt: next) : text.words.word(endingAt: next),
        CharacterClass.of(text.units[word.start]).meets(.wordLike),
        !text.lattice.isNumeral(word),
        !edges(at: word.start, .right).contains(where: {
          Int($0.end) == word.end && accepts($0, not, .any)
        })
      else { break }
      next = direction == .right ? word.end : word.start
      if number >= count.lowerBound { ends.append((place, next)) }
    }
    return ends
  }

  /// The place itself and those after each further character that `isWanted`.
  private func characters(
    _ most: Int, at place: Int, _ direction: Matcher.Direction, _ isWanted: (UInt16) -> Bool
  ) -> [Int] {
    var ends = [place]
    while ends.count <= most, let last = ends.last {
      let unit = direction == .right ? last : last - 1
      guard unit >= 0, unit < text.units.count, isWanted(text.units[unit]) else { break }
      ends.append(direction == .right ? last + 1 : last - 1)
    }
    return ends
  }
}
