// SPDX-License-Identifier: Apache-2.0

/// Finds who reads the matches of named patterns. What rules find is read otherwise too.
struct ReaderFinder {
  /// States beside something that is read.
  struct Beside: Equatable {
    let right: Int32
    let left: Int32
  }

  /// What it wants on both sides.
  struct Reader: Equatable {
    let right: Wants
    let left: Wants
  }

  private let machine: Machine
  let found: FoundKinds
  /// The kinds of patterns, as a bit set: those that nothing but patterns has.
  private var patterns: [UInt64]
  /// By kind, each once, in the order of the programs.
  private(set) var readers: [[Reader]]
  private(set) var states: [[Beside]]

  init(_ machine: Machine, units: [RuleSet.Unit], kindCount: Int) {
    self.machine = machine
    found = FoundKinds(machine, units: units, kindCount: kindCount)
    readers = .init(repeating: [], count: kindCount)
    states = .init(repeating: [], count: kindCount)
    patterns = [UInt64](repeating: 0, count: machine.kindWords)
    for unit in machine.units where unit.isDefinition { set(unit.kind, true) }
    for unit in machine.units where !unit.isDefinition { set(unit.kind, false) }
    for number in machine.programs.indices { find(in: number) }
  }

  /// Whether the kind is one of patterns alone.
  func isPattern(_ kind: Int32) -> Bool {
    patterns[Int(kind) >> 6] >> UInt64(kind & 63) & 1 == 1
  }

  private mutating func set(_ kind: Int32, _ isPattern: Bool) {
    let bit: UInt64 = 1 << UInt64(kind & 63)
    if isPattern { patterns[Int(kind) >> 6] |= bit } else { patterns[Int(kind) >> 6] &= ~bit }
  }

  private mutating func find(in number: Int) {
    let (first, count) = machine.states(ofProgram: number)
    for state in first..<first + count {
      for move in machine.moves(of: state) where move.action == .edge {
        // To the left of what is read here a walk from the same state goes on.
        let beside = Beside(right: move.target, left: state + count)
        for kind in machine.kinds(ofSet: move.argument) where isPattern(Int32(kind)) {
          add(beside, to: kind)
        }
      }
    }
  }

  private mutating func add(_ beside: Beside, to kind: Int) {
    // The same move is met in several states, one after the other.
    guard !states[kind].suffix(Self.mostSame).contains(beside) else { return }
    states[kind].append(beside)
    let reader = Reader(
      right: found.side(of: beside.right, isRight: true),
      left: found.side(of: beside.left, isRight: false))
    if !readers[kind].contains(reader) { readers[kind].append(reader) }
  }

  private static let mostSame = 8
}
