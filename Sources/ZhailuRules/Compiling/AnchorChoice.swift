// SPDX-License-Identifier: Apache-2.0

/// Chooses the anchor of a program: of the steps that every match must take the one at which it is tried
/// least often. It is tried where the step stands and, as far as a scan can tell, what it may read to both
/// sides of it stands there too: a comma is everywhere, but seldom between two numbers.
struct AnchorChoice {
  let steps: [Program.Step]
  /// Steps out of each state and into each state.
  let forward: [[Int]]
  let backward: [[Int]]
  let accept: Int
  /// How often what a step reads is to be expected; `nil` where it cannot be an anchor.
  let expected: [Frequencies.Expected?]

  /// The index of the best step; -1 where none is sure to be there.
  var best: Int {
    let rated = steps.indices.compactMap { index in
      tries(at: index).map { (tries: $0, own: expected[index]?.inMillion ?? 0, index: index) }
    }
    return rated.min { ($0.tries, $0.own, $0.index) < ($1.tries, $1.own, $1.index) }?.index ?? -1
  }

  /// How often it would be tried at a step, in 10^18 characters.
  private func tries(at index: Int) -> Int? {
    guard let own = expected[index], isMandatory(index) else { return nil }
    let right = places(beside: steps[index].to, forward, end: accept) { $0.to }
    let left = places(beside: steps[index].from, backward, end: 0) { $0.from }
    return min(own.inMillion, Self.all) * left * right
  }

  private static let all = 1_000_000

  /// At how many of a million places something stands that can be read from a state on: at all where
  /// nothing need be read, or what a scan does not find.
  private func places(
    beside state: Int, _ out: [[Int]], end: Int, next: (Program.Step) -> Int
  ) -> Int {
    var reached: Set<Int> = []
    var pending = [state]
    var inMillion = 0
    while let state = pending.popLast() {
      if state == end { return Self.all }
      guard reached.insert(state).inserted else { continue }
      for step in out[state] {
        switch steps[step].matcher {
        case .empty, .mentionStart, .mentionEnd: pending.append(next(steps[step]))
        case .literal, .edge:
          guard let expected = expected[step], expected.isScanned else { return Self.all }
          inMillion += expected.inMillion
        case .words, .characters, .gap: return Self.all
        }
      }
    }
    return min(inMillion, Self.all)
  }

  /// Whether the accepting state cannot be reached without this step.
  private func isMandatory(_ index: Int) -> Bool {
    var reached: Set<Int> = []
    var pending = [0]
    while let state = pending.popLast() {
      if state == accept { return false }
      guard reached.insert(state).inserted else { continue }
      for next in forward[state] where next != index { pending.append(steps[next].to) }
    }
    return true
  }
}
