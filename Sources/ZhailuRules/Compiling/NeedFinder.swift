// SPDX-License-Identifier: Apache-2.0

/// Finds what programs need.
struct NeedFinder {
  private let machine: Machine
  private let found: FoundKinds
  private(set) var needs: [NeedTables.Need] = []
  private var numbers: [NeedTables.Need: Int32] = [:]

  /// So many needs have a bit; when all are given away, programs make do with those that have one.
  private static let mostNeeds = 64

  init(_ machine: Machine, found: FoundKinds) {
    self.machine = machine
    self.found = found
  }

  /// What every walk from a state must read, of several the one with a test; and within what reach.
  /// Where a walk begins with what must stand beside the anchor, the index of anchors has asked.
  mutating func reach(from state: Int32, isRight: Bool) -> NeedTables.Reach {
    guard machine.states[Int(state)].wants.goesOn,
      !machine.moves(of: state).contains(where: { $0.action == .accept })
    else { return NeedTables.Reach() }
    var best: (reach: NeedTables.Reach, need: NeedTables.Need)?
    for (need, states) in candidates(from: state, isRight: isRight) where hasNumber(need) {
      if let best, best.need.test != 0 || need.test == 0 { continue }
      guard !mayEnd(from: state, without: need, isRight: isRight),
        let reach = distance(from: state, to: states)
      else { continue }
      best = (reach, need)
    }
    guard var best, let number = number(of: best.need) else { return NeedTables.Reach() }
    best.reach.need = number
    return best.reach
  }

  /// Whether it has a bit, or may get one.
  private func hasNumber(_ need: NeedTables.Need) -> Bool {
    needs.count < Self.mostNeeds || numbers[need] != nil
  }

  private mutating func number(of need: NeedTables.Need) -> Int32? {
    if let known = numbers[need] { return known }
    guard needs.count < Self.mostNeeds else { return nil }
    numbers[need] = Int32(needs.count)
    needs.append(need)
    return numbers[need]
  }

  private func need(of move: Machine.Move, isRight: Bool) -> NeedTables.Need? {
    guard move.action == .edge, !found.meet(move.argument) else { return nil }
    let target = machine.states[Int(move.target)].wants
    let isOpen = target.goesOn || found.areRead(by: move.target)
    return NeedTables.Need(
      set: move.argument, test: move.test, mask: isOpen ? 0 : target.mask,
      characters: isOpen ? 0 : target.characters, isOpen: isOpen, isRight: isRight)
  }

  /// All edges that walks may read, and the states that read them, in the order of the states.
  private func candidates(
    from state: Int32, isRight: Bool
  ) -> [(need: NeedTables.Need, states: Set<Int32>)] {
    var found: [(need: NeedTables.Need, states: Set<Int32>)] = []
    for state in reachable(from: state).sorted() {
      for move in machine.moves(of: state) {
        guard let need = need(of: move, isRight: isRight) else { continue }
        if let index = found.firstIndex(where: { $0.need == need }) {
          found[index].states.insert(state)
        } else {
          found.append((need, [state]))
        }
      }
    }
    return found
  }

  private func reachable(from first: Int32) -> Set<Int32> {
    var (reached, pending): (Set<Int32>, [Int32]) = ([first], [first])
    while let state = pending.popLast() {
      for move in machine.moves(of: state) where move.target >= 0 {
        if reached.insert(move.target).inserted { pending.append(move.target) }
      }
    }
    return reached
  }

  private func mayEnd(from first: Int32, without avoided: NeedTables.Need, isRight: Bool) -> Bool {
    var (reached, pending): (Set<Int32>, [Int32]) = ([first], [first])
    while let state = pending.popLast() {
      for move in machine.moves(of: state) {
        if move.action == .accept { return true }
        if need(of: move, isRight: isRight) == avoided { continue }
        if reached.insert(move.target).inserted { pending.append(move.target) }
      }
    }
    return false
  }

  /// The longest way from a state to one of `goals`; `nil` where it has no bound.
  private func distance(from first: Int32, to goals: Set<Int32>) -> NeedTables.Reach? {
    var known: [Int32: NeedTables.Reach?] = [:]
    var isBounded = true
    func visit(_ state: Int32) -> NeedTables.Reach? {
      if let known = known[state] { return known }
      var best: NeedTables.Reach? = goals.contains(state) ? NeedTables.Reach(characters: 1) : nil
      for move in machine.moves(of: state) where move.target >= 0 {
        guard let rest = visit(move.target) else { continue }
        guard let own = length(of: move) else {
          isBounded = false
          continue
        }
        best = NeedTables.Reach(
          characters: max(best?.characters ?? 0, rest.characters + own.characters),
          edges: max(best?.edges ?? 0, rest.edges + own.edges))
      }
      known[state] = best
      return best
    }
    let reach = visit(first)
    return isBounded ? reach : nil
  }

  /// How much a move reads at most, with a space before it; `nil` where that has no bound.
  private func length(of move: Machine.Move) -> NeedTables.Reach? {
    switch move.action {
    case .accept: NeedTables.Reach()
    case .literal, .characters, .gap: NeedTables.Reach(characters: Int32(move.high) + 1)
    case .edge: found.meet(move.argument) ? nil : NeedTables.Reach(characters: 1, edges: 1)
    case .words: nil
    }
  }
}
