// SPDX-License-Identifier: Apache-2.0

/// The kinds of what rules find, and what a match of each may begin and end with.
///
/// Edges of them are added while rules run, so that they are not there yet when one asks what stands
/// beside a word. But a date that begins with a numeral can only come to stand where a numeral does.
struct FoundKinds {
  /// What may be read at one end of something.
  struct Ends {
    /// Kinds of words, numerals and cells, as a bit set.
    var kinds: [UInt64]
    /// A bit for each of the first tests that numerals pass with which it begins.
    private(set) var tests: UInt64 = 0
    private(set) var characters: [UInt16] = []
    /// The same as bits; open where it may be anything.
    var side = Wants.nothing
    /// Kinds of what rules find, with which it begins as well.
    fileprivate var others: [UInt64]

    fileprivate var hasOthers: Bool { others.contains { $0 != 0 } }

    init(kindWords: Int) {
      kinds = [UInt64](repeating: 0, count: kindWords)
      others = kinds
    }

    fileprivate mutating func insert(_ unit: UInt16) {
      if !characters.contains(unit) { characters.append(unit) }
    }

    fileprivate mutating func insert(test: Int32) { tests |= 1 << UInt64(test) }

    fileprivate mutating func formUnion(_ other: Ends) {
      tests |= other.tests
      for word in kinds.indices { kinds[word] |= other.kinds[word] }
      for unit in other.characters { insert(unit) }
      side.formUnion(other.side)
    }
  }

  private let machine: Machine
  /// A bit set.
  private var bits: [UInt64]
  /// By kind.
  private var starts: [Ends]
  private var ends: [Ends]

  init(_ machine: Machine, units: [RuleSet.Unit], kindCount: Int) {
    self.machine = machine
    bits = [UInt64](repeating: 0, count: machine.kindWords)
    for unit in machine.units { bits[Int(unit.kind) >> 6] |= 1 << UInt64(unit.kind & 63) }
    starts = [Ends](repeating: Ends(kindWords: machine.kindWords), count: kindCount)
    ends = starts
    for (index, unit) in machine.units.enumerated() {
      let kind = Int(unit.kind)
      if units[index].evidence != nil {
        // What evidence chooses begins before what its rules read.
        (starts[kind].side.isOpen, ends[kind].side.isOpen) = (true, true)
      } else {
        for number in unit.programs {
          addEnds(ofProgram: Int(number), to: kind, isRight: true)
          addEnds(ofProgram: Int(number), to: kind, isRight: false)
        }
      }
    }
    close(&starts)
    close(&ends)
  }

  /// Whether a kind set holds one of them.
  func meet(_ set: Int32) -> Bool {
    bits.indices.contains { machine.kindSets[Int(set) * machine.kindWords + $0] & bits[$0] != 0 }
  }

  /// Whether a state may read one of them.
  func areRead(by state: Int32) -> Bool {
    machine.moves(of: state).contains { $0.action == .edge && meet($0.argument) }
  }

  /// What each of them in a kind set begins with, in the direction of reading.
  func ends(in set: Int32, isRight: Bool) -> [Ends] {
    guard meet(set) else { return [] }
    return bits.indices.flatMap { word in
      var found: [Ends] = []
      forEachBit(of: machine.kindSets[Int(set) * machine.kindWords + word] & bits[word]) { bit in
        found.append(isRight ? starts[word << 6 | bit] : ends[word << 6 | bit])
      }
      return found
    }
  }

  /// What a state wants, going on in a direction.
  func side(of state: Int32, isRight: Bool) -> Wants {
    var side = machine.states[Int(state)].wants
    for move in machine.moves(of: state) where move.action == .edge && !side.isOpen {
      for end in ends(in: move.argument, isRight: isRight) { side.formUnion(end.side) }
    }
    return side
  }

  // MARK: Finding them

  /// Adds what the mentions of a program begin with, or end with.
  private mutating func addEnds(ofProgram number: Int, to kind: Int, isRight: Bool) {
    var all = isRight ? starts[kind] : ends[kind]
    addEnds(ofProgram: number, isRight: isRight, to: &all)
    if isRight { starts[kind] = all } else { ends[kind] = all }
  }

  private func addEnds(ofProgram number: Int, isRight: Bool, to ends: inout Ends) {
    let (first, count) = machine.states(ofProgram: number)
    let states = isRight ? first..<first + count : first + count..<first + 2 * count
    let mark: Machine.Marks = isRight ? .mentionStart : .mentionEnd
    var isMarked = false
    for move in machine.moves(of: states) where move.marks.has(mark) {
      isMarked = true
      add(move, to: &ends)
    }
    guard !isMarked else { return }
    for state in states {
      // A walk the other way may end here, so that the match begins here.
      let other = isRight ? state + count : state - count
      guard machine.moves(of: other).contains(where: { $0.action == .accept }) else { continue }
      for move in machine.moves(of: state) { add(move, to: &ends) }
    }
  }

  private func add(_ move: Machine.Move, to ends: inout Ends) {
    switch move.action {
    // A mention of nothing is none.
    case .accept: break
    case .literal:
      ends.insert(move.first)
      ends.side.characters |= Machine.State.bit(of: move.first)
    case .edge:
      let first = Int(move.argument) * machine.kindWords
      ends.side.mask |= machine.setMasks[Int(move.argument)]
      // Only numerals pass tests.
      if move.test > 0, move.test < Machine.mostTestBits { return ends.insert(test: move.test) }
      for word in bits.indices {
        ends.kinds[word] |= machine.kindSets[first + word] & ~bits[word]
        ends.others[word] |= machine.kindSets[first + word] & bits[word]
      }
    case .words, .characters, .gap: ends.side.isOpen = true
    }
  }

  /// Adds what others begin with until nothing changes.
  private func close(_ all: inout [Ends]) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for kind in all.indices where !all[kind].side.isOpen && all[kind].hasOthers {
        let before = all[kind]
        var after = before
        for word in before.others.indices {
          forEachBit(of: before.others[word]) { after.formUnion(all[word << 6 | $0]) }
        }
        guard
          after.kinds != before.kinds || after.tests != before.tests || after.side.isOpen
            || after.characters.count != before.characters.count
        else { continue }
        all[kind] = after
        isChanged = true
      }
    }
  }
}
