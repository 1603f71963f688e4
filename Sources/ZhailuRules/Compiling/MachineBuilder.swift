// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// From the programs of a rule set to the flat form that the matcher walks.
struct MachineBuilder {
  private let kinds: EdgeKinds
  private let bits: SymbolBits
  private var moves: [Machine.Move] = []
  private var states: [Machine.State] = []
  private var programs: [Machine.Program] = []
  private var units: [Machine.Unit] = []
  private var literals: [UInt16] = []
  private var tests: [Program.EdgeTest] = [.any]
  private var kindSets: [UInt64] = []
  private let kindWords: Int
  private var setMasks: [UInt64] = []
  private var setNumbers: [Set<Symbol>: Int32] = [:]
  private var literalPlaces: [[UInt16]: Int32] = [:]
  private var testNumbers: [Program.EdgeTest: Int32] = [.any: 0]

  init(kinds: EdgeKinds, bits: SymbolBits) {
    self.kinds = kinds
    self.bits = bits
    kindWords = (kinds.count + 63) / 64
  }

  /// `ranks`: the place of each unit in the order of names.
  mutating func build(
    _ units: [RuleSet.Unit], kind: (RuleSet.Unit) -> Int, textSymbol: ([UInt16]) -> Symbol?
  ) -> Machine {
    let byName = units.indices.sorted { units[$0].rule.id < units[$1].rule.id }
    var ranks = [UInt16](repeating: 0, count: units.count)
    for (rank, index) in byName.enumerated() { ranks[index] = UInt16(clamping: rank) }
    for (index, unit) in units.enumerated() {
      self.units.append(
        Machine.Unit(
          programs: add(unit.programs, textSymbol), before: add(unit.before, textSymbol),
          after: add(unit.after, textSymbol), whole: add(unit.whole, textSymbol),
          kind: Int32(kind(unit)), isDefinition: unit.rule.kind == .defines,
          type: Self.type(of: unit.rule), stage: UInt8(clamping: unit.rule.stage),
          rank: ranks[index]))
    }
    return Machine(
      moves: FlatArray(moves), states: FlatArray(states), programs: FlatArray(programs),
      units: self.units, literals: FlatArray(literals), tests: tests,
      kindSets: FlatArray(kindSets), kindWords: kindWords,
      kindMasks: FlatArray(kinds.symbols.map { bits.mask(of: $0) }), setMasks: FlatArray(setMasks))
  }

  private static func type(of rule: Rule) -> Int8 {
    guard case .finds(let name) = rule.kind, let type = MentionType(rawValue: name) else {
      return -1
    }
    return Int8(type.index)
  }

  /// The number of a set of symbols that somebody asks a place for.
  mutating func set(of symbols: Set<Symbol>) -> Int32 {
    assert(bits.hold(symbols), "a mask would say that what is asked for is never there")
    return kindSet(of: symbols)
  }

  /// The number of a set of symbols, as a bit set of kinds; no place is asked for it by its mask.
  mutating func kindSet(of symbols: Set<Symbol>) -> Int32 {
    if let known = setNumbers[symbols] { return known }
    let number = Int32(setMasks.count)
    setNumbers[symbols] = number
    var words = [UInt64](repeating: 0, count: kindWords)
    for kind in kinds.kinds(answering: symbols) {
      words[kind >> 6] |= 1 << UInt64(kind & 63)
    }
    kindSets += words
    setMasks.append(bits.mask(of: symbols))
    return number
  }

  // MARK: Programs

  private mutating func add(
    _ programs: [Program], _ textSymbol: ([UInt16]) -> Symbol?
  ) -> Range<Int32> {
    let first = Int32(self.programs.count)
    for program in programs { add(program, textSymbol) }
    return first..<Int32(self.programs.count)
  }

  private mutating func add(_ program: Program, _ textSymbol: ([UInt16]) -> Symbol?) {
    let right = addStates(of: program, isRight: true)
    let left = addStates(of: program, isRight: false)
    guard program.anchor >= 0 else {
      programs.append(
        self.program(
          from: right, right: right + Int32(program.start), left: left + Int32(program.accept)))
      return
    }
    let anchor = program.steps[program.anchor]
    var added = self.program(
      from: right, right: right + Int32(anchor.to), left: left + Int32(anchor.from))
    added.slot = Int32(anchor.slot)
    switch anchor.matcher {
    case .literal(let text):
      if let symbol = textSymbol(text) { added.anchorSet = kindSet(of: [symbol]) }
    case .edge(let symbols, let edgeTest):
      added.anchorSet = kindSet(of: symbols)
      added.test = number(of: edgeTest)
    default: break
    }
    programs.append(added)
  }

  /// A program without an anchor whose walks begin at these states.
  private func program(from first: Int32, right: Int32, left: Int32) -> Machine.Program {
    let (after, before) = (states[Int(right)], states[Int(left)])
    let mayEndRight =
      after.ending >= 0 && !moves[Int(after.ending)].marks.contains(.mentionStart)
    let mayEndLeft =
      before.ending >= 0 && !moves[Int(before.ending)].marks.contains(.mentionEnd)
    return Machine.Program(
      wantsRight: after.wants, mayEndRight: mayEndRight, right: right, wantsLeft: before.wants,
      mayEndLeft: mayEndLeft, left: left, firstState: first, slot: -1, test: 0, anchorSet: -1)
  }

  /// Adds the states of one way; returns the number of the first.
  private mutating func addStates(of program: Program, isRight: Bool) -> Int32 {
    let base = Int32(states.count)
    for state in 0..<program.stateCount {
      var closure = Closure(program: program, isRight: isRight)
      closure.visit(state, [])
      let first = Int32(moves.count)
      var wants = Wants.nothing
      for (step, marks) in closure.moves {
        let move = move(step.map { program.steps[$0] }, marks, base, isRight)
        switch move.action {
        case .edge: wants.mask |= setMasks[Int(move.argument)]
        case .literal where move.high > 0: wants.characters |= Machine.State.bit(of: move.first)
        case .characters:
          let slot = SlotKind.CharacterSlot.allCases[Int(move.argument)]
          wants.classes.formUnion(slot.characters)
        default: wants.isOpen = true
        }
        moves.append(move)
      }
      states.append(
        Machine.State(
          wants: wants, onlyAccepts: closure.moves.count == 1 && closure.moves[0].step == nil,
          ending: ending(of: first), firstMove: first, moveCount: Int32(moves.count) - first))
    }
    return base
  }

  /// The ending of a state whose moves are the last, from `first` on.
  private func ending(of first: Int32) -> Int32 {
    var ending: Int32 = -1
    for number in Int(first)..<moves.count {
      switch moves[number].action {
      case .accept: ending = Int32(number)
      case .edge, .literal: break
      case .words, .characters, .gap: return -1
      }
    }
    return ending
  }

  /// The steps that read something and can be reached from a state without reading, in order.
  private struct Closure {
    let program: Program
    let isRight: Bool
    private var seen: Set<Int> = []
    /// `nil` stands for the end of the walk.
    private(set) var moves: [(step: Int?, marks: Machine.Marks)] = []

    init(program: Program, isRight: Bool) {
      self.program = program
      self.isRight = isRight
    }

    mutating func visit(_ state: Int, _ marks: Machine.Marks) {
      guard seen.insert(state).inserted else { return }
      if state == (isRight ? program.accept : program.start) { moves.append((nil, marks)) }
      for step in (isRight ? program.forward : program.backward)[state] {
        let next = isRight ? program.steps[step].to : program.steps[step].from
        switch program.steps[step].matcher {
        case .empty: visit(next, marks)
        case .literal(let text) where text.isEmpty: visit(next, marks)
        case .mentionStart: visit(next, marks.union(.mentionStart))
        case .mentionEnd: visit(next, marks.union(.mentionEnd))
        default: moves.append((step, marks))
        }
      }
    }
  }

  private mutating func move(
    _ step: Program.Step?, _ marks: Machine.Marks, _ base: Int32, _ isRight: Bool
  ) -> Machine.Move {
    var move = Machine.Move(
      action: .accept, marks: marks, slot: -1, target: -1, argument: -1, test: 0, low: 0, high: 0,
      first: 0)
    guard let step else { return move }
    move.slot = Int16(step.slot)
    move.target = base + Int32(isRight ? step.to : step.from)
    switch step.matcher {
    case .empty, .mentionStart, .mentionEnd: break
    case .literal(let text):
      move.action = .literal
      move.argument = place(of: text)
      move.high = Int16(clamping: text.count)
      move.first = (isRight ? text.first : text.last) ?? 0
    case .edge(let symbols, let test):
      move.action = .edge
      move.argument = set(of: symbols)
      move.test = number(of: test)
    case .words(let count, let not):
      move.action = .words
      move.argument = not.isEmpty ? -1 : set(of: not)
      (move.low, move.high) = (Int16(count.lowerBound), Int16(count.upperBound))
    case .characters(let kind, let count):
      move.action = .characters
      move.argument = Int32(SlotKind.CharacterSlot.allCases.firstIndex(of: kind)!)
      (move.low, move.high) = (Int16(count.lowerBound), Int16(count.upperBound))
    case .gap(let longest):
      move.action = .gap
      move.high = Int16(longest)
    }
    return move
  }

  private mutating func place(of text: [UInt16]) -> Int32 {
    if let known = literalPlaces[text] { return known }
    let place = Int32(literals.count)
    literalPlaces[text] = place
    literals += text
    return place
  }

  private mutating func number(of test: Program.EdgeTest) -> Int32 {
    if let known = testNumbers[test] { return known }
    testNumbers[test] = Int32(tests.count)
    tests.append(test)
    return Int32(tests.count - 1)
  }
}
