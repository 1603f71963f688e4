// SPDX-License-Identifier: Apache-2.0

/// Makes `AnchorTables`.
struct AnchorTableBuilder {
  struct Program {
    let number: Int
    let anchorSet: Int32
    /// Of its unit, in the order of running, and its own among all programs.
    let place: Int32
    let ordinal: Int32
  }

  struct Side {
    let width: Int
    var rows: [UInt64]
    var numbers: [UInt64] = [0]
    var kinds: [Int32]
    var characters = [Int32](repeating: 0, count: 0x10000)
    var tests = [Int32](repeating: 0, count: Int(Machine.mostTestBits))
    var open: [UInt64]

    init(width: Int, kindCount: Int) {
      self.width = width
      open = [UInt64](repeating: 0, count: width)
      rows = [UInt64](repeating: 0, count: width)
      kinds = [Int32](repeating: 0, count: kindCount)
    }

    mutating func add(_ bit: Int, kind: Int) {
      if kinds[kind] == 0 { kinds[kind] = addRow() }
      set(bit, in: Int(kinds[kind]))
    }

    mutating func add(_ bit: Int, character: UInt16) {
      if characters[Int(character)] == 0 { characters[Int(character)] = addRow() }
      set(bit, in: Int(characters[Int(character)]))
    }

    mutating func add(_ bit: Int, test: Int) {
      if tests[test] == 0 { tests[test] = addRow() }
      set(bit, in: Int(tests[test]))
    }

    private mutating func addRow() -> Int32 {
      numbers.append(0)
      rows.append(contentsOf: repeatElement(0, count: width))
      return Int32(numbers.count - 1)
    }

    private mutating func set(_ bit: Int, in row: Int) {
      rows[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
      numbers[row] |= 1 << UInt64(bit >> 6 & 63)
    }

    var table: AnchorTables.Side {
      var read = [UInt64](repeating: 0, count: 1024)
      for unit in characters.indices where characters[unit] != 0 {
        read[unit >> 6] |= 1 << UInt64(unit & 63)
      }
      return .init(
        rows: FlatArray(rows), numbers: FlatArray(numbers), kinds: FlatArray(kinds),
        characters: FlatArray(characters), read: FlatArray(read), tests: FlatArray(tests))
    }
  }

  private let machine: Machine
  private let kindCount: Int
  private let found: FoundKinds
  private let order: [Int]
  private let programs: [Program]
  private let width: Int
  private var anchors: [UInt64]
  /// By bit.
  private var sides: [(right: Wants, left: Wants)]
  /// The programs that stand where their readers can read.
  private var read: [UInt64]
  private var words: [AnchorTables.Word] = []
  private var ranges: [AnchorTables.Range] = []
  private var ways: [Wants] = []
  private var tested: [UInt64]
  /// Who reads what to the right, and to the left.
  private var rows: [Side]

  init(_ machine: Machine, kindCount: Int, order: [Int], readers: ReaderFinder) {
    self.machine = machine
    self.kindCount = kindCount
    self.order = order
    found = readers.found
    programs = Self.programs(of: machine, order)
    width = max(1, (programs.count + 63) / 64)
    read = [UInt64](repeating: 0, count: width)
    sides = .init(
      repeating: (Wants.nothing, Wants.nothing), count: programs.count)
    anchors = [UInt64](repeating: 0, count: kindCount * width)
    rows = [Side](repeating: Side(width: width, kindCount: kindCount), count: 2)
    tested = [UInt64](repeating: 0, count: Int(Machine.mostTestBits) * width)
    for (bit, program) in programs.enumerated() {
      let compiled = machine.programs[program.number]
      if compiled.test > 0, compiled.test < Machine.mostTestBits {
        Self.set(bit, in: &tested, row: Int(compiled.test), width)
      }
      for kind in machine.kinds(ofSet: compiled.anchorSet) {
        Self.set(bit, in: &anchors, row: kind, width)
      }
      let unit = machine.units[order[Int(program.place)]]
      if isAlone(compiled), readers.isPattern(unit.kind) {
        read[bit >> 6] |= 1 << UInt64(bit & 63)
        for state in readers.states[Int(unit.kind)] {
          sides[bit].right.formUnion(add(state.right, bit, isRight: true))
          sides[bit].left.formUnion(add(state.left, bit, isRight: false))
        }
      } else {
        sides[bit] = (
          add(compiled.right, bit, isRight: true), add(compiled.left, bit, isRight: false)
        )
      }
    }
    for kind in 0..<kindCount { ranges.append(range(of: kind)) }
  }

  var tables: AnchorTables {
    var beginning = [UInt64](repeating: 0, count: ranges.count / 64 + 1)
    for (kind, range) in ranges.enumerated() where range.first < range.end {
      beginning[kind >> 6] |= 1 << UInt64(kind & 63)
    }
    let inOrder = programs.sorted { $0.ordinal < $1.ordinal }
    var firsts = [Int32](repeating: 0, count: order.count + 1)
    for program in inOrder { firsts[Int(program.place) + 1] += 1 }
    for place in order.indices { firsts[place + 1] += firsts[place] }
    return AnchorTables(
      count: programs.count, width: width, words: FlatArray(words), ranges: FlatArray(ranges),
      ways: FlatArray(ways), beginning: FlatArray(beginning), right: rows[0].table,
      left: rows[1].table, tested: FlatArray(tested),
      programs: FlatArray(programs.map { Int32($0.number) }),
      ordinals: FlatArray(programs.map(\.ordinal)),
      programsInOrder: FlatArray(inOrder.map { Int32($0.number) }),
      places: FlatArray(inOrder.map(\.place)), firstOrdinals: FlatArray(firsts))
  }

  /// Those of one anchor side by side, so that a kind has its programs in few words.
  private static func programs(of machine: Machine, _ order: [Int]) -> [Program] {
    var programs: [Program] = []
    for (place, unit) in order.enumerated() {
      for number in machine.units[unit].programs {
        let set = machine.programs[Int(number)].anchorSet
        guard set >= 0 else { continue }
        programs.append(
          Program(
            number: Int(number), anchorSet: set, place: Int32(place),
            ordinal: Int32(programs.count)))
      }
    }
    return programs.sorted {
      ($0.anchorSet, $0.place, $0.number) < ($1.anchorSet, $1.place, $1.number)
    }
  }

  private static func set(_ bit: Int, in rows: inout [UInt64], row: Int, _ width: Int) {
    rows[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether a program reads nothing but its anchor.
  private func isAlone(_ program: Machine.Program) -> Bool {
    machine.states[Int(program.right)].onlyAccepts && machine.states[Int(program.left)].onlyAccepts
  }

  /// Adds what a state reads; returns it as bits.
  private mutating func add(_ state: Int32, _ bit: Int, isRight: Bool) -> Wants {
    let side = found.side(of: state, isRight: isRight)
    addRows(of: state, side, bit, isRight, way: isRight ? 0 : 1)
    return side
  }

  private mutating func addRows(
    of state: Int32, _ wanted: Wants, _ bit: Int, _ isRight: Bool, way: Int
  ) {
    // Classes of characters have no rows.
    if wanted.goesOn {
      rows[way].open[bit >> 6] |= 1 << UInt64(bit & 63)
      return
    }
    for move in machine.moves(of: state) {
      guard move.action == .edge else {
        rows[way].add(bit, character: move.first)
        continue
      }
      // Only numerals pass tests.
      if move.test > 0, move.test < Machine.mostTestBits {
        rows[way].add(bit, test: Int(move.test))
        continue
      }
      for kind in machine.kinds(ofSet: move.argument) { rows[way].add(bit, kind: kind) }
      for ends in found.ends(in: move.argument, isRight: isRight) {
        for word in ends.kinds.indices {
          forEachBit(of: ends.kinds[word]) { rows[way].add(bit, kind: word << 6 | $0) }
        }
        forEachBit(of: ends.tests) { rows[way].add(bit, test: $0) }
        for unit in ends.characters { rows[way].add(bit, character: unit) }
      }
    }
  }

  private mutating func range(of kind: Int) -> AnchorTables.Range {
    var range = AnchorTables.Range(first: Int32(words.count))
    var (ofOpen, right, left) = (Wants.nothing, Wants.nothing, Wants.nothing)
    for number in 0..<width {
      let programs = anchors[kind * width + number]
      guard programs != 0 else { continue }
      range.numbers |= 1 << UInt64(number & 63)
      let openRight = rows[0].open[number] & programs
      let openLeft = rows[1].open[number] & programs
      if openRight & openLeft != programs { range.isOpen = false }
      if openRight != 0 { range.openRight |= 1 << UInt64(number & 63) }
      if openLeft != 0 { range.openLeft |= 1 << UInt64(number & 63) }
      forEachBit(of: programs) { bit in
        let side = sides[number << 6 | bit]
        if side.right.isOpen {
          ofOpen.formUnion(side.left)
        } else {
          right.formUnion(side.right)
          left.formUnion(side.left)
        }
      }
      words.append(
        AnchorTables.Word(
          programs: programs, openRight: openRight, openLeft: openLeft,
          read: read[number] & programs, number: Int32(number)))
    }
    ways += [ofOpen, right, left]
    range.end = Int32(words.count)
    return range
  }
}
