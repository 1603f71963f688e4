// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// Which programs begin at an edge, and which of them cannot get on from it.
///
/// Hundreds of programs begin at a numeral, and nearly all of them want something beside it that is
/// not there. A program is a bit here, so that 64 of them are asked at once: those that begin at an
/// edge of this kind, and can read what stands to its right, and what stands to its left.
///
/// What rules find later is not there yet when words and numerals are asked for; programs that want
/// it beside their anchor can always get on.
struct AnchorIndex {
  /// One way from the anchors: for each kind of edges, and each character, who can read it.
  struct Side {
    /// Rows of `width` words, and one that tells which of these are not empty, by their numbers & 63.
    /// The first row is empty.
    let rows: UnsafeMutablePointer<UInt64>
    /// Where the row of a kind begins, 0 where nobody reads it, and that of a character.
    let kinds: UnsafeMutablePointer<Int32>
    let characters: UnsafeMutablePointer<Int32>
    /// The characters that somebody reads, a bit each: they lie nearer than the rows' numbers.
    let read: UnsafeMutablePointer<UInt64>
    /// By test: the row of those who read a numeral that passes it. The kind's row is of those who ask
    /// nothing of it.
    let tests: UnsafeMutablePointer<Int32>

    /// The row of those who read a character; `nil` where nobody does.
    @inline(__always)
    func row(of unit: UInt16) -> UnsafePointer<UInt64>? {
      guard read[Int(unit >> 6)] &>> UInt64(unit & 63) & 1 != 0 else { return nil }
      return UnsafePointer(rows + Int(characters[Int(unit)]))
    }

    func free() {
      rows.deallocate()
      read.deallocate()
      tests.deallocate()
      kinds.deallocate()
      characters.deallocate()
    }
  }

  /// Up to 64 programs that begin at a kind of edges.
  struct Word: BitwiseCopyable {
    /// The word of a row that they are in.
    let number: Int32
    let programs: UInt64
    /// Those of them that may read anything, or nothing, to the right and to the left.
    let openRight: UInt64
    let openLeft: UInt64
    /// Those that are nothing but their anchor and make what others read: what stands beside them is
    /// what their readers want.
    let read: UInt64
  }

  /// The words of a kind.
  struct Range: BitwiseCopyable {
    var first: Int32 = 0
    var end: Int32 = 0
    /// Whether all of its programs can get on from anything.
    var isOpen = true
    /// By the numbers of the words & 63: those in which some program is open to the right, to the left.
    var openRight: UInt64 = 0
    var openLeft: UInt64 = 0
    /// The numbers of the words, & 63.
    var numbers: UInt64 = 0
    /// What programs read that may read anything to one side, and what others do, as bits.
    var ways = Ways()
  }

  /// What programs may read, as masks of places tell it: the left side of those that are open to the
  /// right, and both of the others.
  struct Ways: BitwiseCopyable {
    var ofOpen = Readers.Side.none
    var right = Readers.Side.none
    var left = Readers.Side.none

    /// Whether some program may get on from an edge.
    @inline(__always)
    func mayGetOn(from edge: UnsafePointer<Lattice.Edge>, _ ground: Ground) -> Bool {
      ground.mayRead(ofOpen, at: edge.pointee.start, .left)
        || ground.mayRead(right, at: edge.pointee.end, .right)
          && ground.mayRead(left, at: edge.pointee.start, .left)
    }
  }

  /// How many programs have anchors: each has a bit, in words of 64.
  let count: Int
  let width: Int
  /// The programs that begin at each kind of edges.
  let words: UnsafeMutablePointer<Word>
  let ranges: UnsafeMutablePointer<Range>
  /// The kinds at which programs begin, a bit each: they lie nearer than the ranges.
  let beginning: UnsafeMutablePointer<UInt64>
  let right: Side
  let left: Side
  /// By test a row of the programs whose anchor must pass it.
  let tested: UnsafeMutablePointer<UInt64>
  /// The machine's number of the program of each bit.
  let programs: [Int]
  /// For each bit the place of its program among all in the order of running.
  let ordinals: UnsafeMutablePointer<Int32>
  /// By that place: the machine's number of the program, and the place of its unit.
  let programsInOrder: UnsafeMutablePointer<Int32>
  let places: UnsafeMutablePointer<Int32>
  /// By the place of a unit: that of its first program; and one more.
  let firstOrdinals: UnsafeMutablePointer<Int32>

  init(rules: RuleSet, readers: ReaderFinder) {
    let builder = AnchorIndexBuilder(rules: rules, readers: readers)
    count = builder.programs.count
    programs = builder.programs.map(\.number)
    width = builder.width
    words = .copy(builder.words)
    ranges = .copy(builder.ranges)
    var beginning = [UInt64](repeating: 0, count: builder.ranges.count / 64 + 1)
    for (kind, range) in builder.ranges.enumerated() where range.first < range.end {
      beginning[kind >> 6] |= 1 << UInt64(kind & 63)
    }
    self.beginning = .copy(beginning)
    tested = .copy(builder.tested)
    right = builder.right.side
    left = builder.left.side
    ordinals = .copy(builder.programs.map(\.ordinal))
    let inOrder = builder.programs.sorted { $0.ordinal < $1.ordinal }
    programsInOrder = .copy(inOrder.map { Int32($0.number) })
    places = .copy(inOrder.map(\.place))
    var firsts = [Int32](repeating: 0, count: rules.order.count + 1)
    for program in inOrder { firsts[Int(program.place) + 1] += 1 }
    for place in rules.order.indices { firsts[place + 1] += firsts[place] }
    firstOrdinals = .copy(firsts)
  }

  func free() {
    words.deallocate()
    ranges.deallocate()
    beginning.deallocate()
    tested.deallocate()
    right.free()
    left.free()
    ordinals.deallocate()
    programsInOrder.deallocate()
    places.deallocate()
    firstOrdinals.deallocate()
  }
}

/// Makes the rows of an `AnchorIndex`.
private struct AnchorIndexBuilder {
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
    var kinds: [Int32]
    var characters = [Int32](repeating: 0, count: 0x10000)
    var tests = [Int32](repeating: 0, count: Int(NumeralTests.mostBits))
    var open: [UInt64]

    init(width: Int, kindCount: Int) {
      self.width = width
      open = [UInt64](repeating: 0, count: width)
      rows = [UInt64](repeating: 0, count: width + 1)
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
      let row = Int32(rows.count)
      for _ in 0...width { rows.append(0) }
      return row
    }

    private mutating func set(_ bit: Int, in row: Int) {
      rows[row + bit >> 6] |= 1 << UInt64(bit & 63)
      rows[row + width] |= 1 << UInt64(bit >> 6 & 63)
    }

    var side: AnchorIndex.Side {
      var read = [UInt64](repeating: 0, count: 1024)
      for unit in characters.indices where characters[unit] != 0 {
        read[unit >> 6] |= 1 << UInt64(unit & 63)
      }
      return .init(
        rows: .copy(rows), kinds: .copy(kinds), characters: .copy(characters), read: .copy(read),
        tests: .copy(tests))
    }
  }

  private let machine: Machine
  private let kindCount: Int
  private let found: FoundKinds
  private var kindsOfSets: [[Int]?]
  let programs: [Program]
  let width: Int
  private var anchors: [UInt64]
  /// By bit.
  private var sides: [(right: Readers.Side, left: Readers.Side)]
  /// The programs that stand where their readers can read.
  private var read: [UInt64]
  private(set) var words: [AnchorIndex.Word] = []
  private(set) var ranges: [AnchorIndex.Range] = []
  private(set) var tested: [UInt64]
  /// To the right, and to the left.
  private var ways: [Side]
  var right: Side { ways[0] }
  var left: Side { ways[1] }

  init(rules: RuleSet, readers: ReaderFinder) {
    machine = rules.machine
    kindCount = rules.kinds.count
    found = readers.found
    kindsOfSets = [[Int]?](repeating: nil, count: machine.setMasks.count)
    programs = Self.programs(of: rules)
    width = max(1, (programs.count + 63) / 64)
    read = [UInt64](repeating: 0, count: width)
    sides = .init(
      repeating: (Readers.Side.none, Readers.Side.none), count: programs.count)
    anchors = [UInt64](repeating: 0, count: kindCount * width)
    ways = [Side](repeating: Side(width: width, kindCount: kindCount), count: 2)
    tested = [UInt64](repeating: 0, count: Int(NumeralTests.mostBits) * width)
    for (bit, program) in programs.enumerated() {
      let compiled = machine.programs[program.number]
      if compiled.test > 0, compiled.test < NumeralTests.mostBits {
        Self.set(bit, in: &tested, row: Int(compiled.test), width)
      }
      for kind in kinds(of: compiled.anchorSet) { Self.set(bit, in: &anchors, row: kind, width) }
      let unit = machine.units[rules.order[Int(program.place)]]
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

  /// Those of one anchor side by side, so that a kind has its programs in few words.
  private static func programs(of rules: RuleSet) -> [Program] {
    var programs: [Program] = []
    for (place, unit) in rules.order.enumerated() {
      for number in rules.machine.units[unit].programs {
        let set = rules.machine.programs[Int(number)].anchorSet
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

  private mutating func kinds(of set: Int32) -> [Int] {
    if let known = kindsOfSets[Int(set)] { return known }
    let kinds = machine.kinds(ofSet: set)
    kindsOfSets[Int(set)] = kinds
    return kinds
  }

  private static func set(_ bit: Int, in rows: inout [UInt64], row: Int, _ width: Int) {
    rows[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether a program reads nothing but its anchor.
  private func isAlone(_ program: Machine.Program) -> Bool {
    machine.states[Int(program.right)].onlyAccepts && machine.states[Int(program.left)].onlyAccepts
  }

  /// Adds what a state reads; returns it as bits.
  private mutating func add(_ state: Int32, _ bit: Int, isRight: Bool) -> Readers.Side {
    let side = found.side(of: state, isRight: isRight)
    addRows(of: state, side, bit, isRight, way: isRight ? 0 : 1)
    return side
  }

  private mutating func addRows(
    of state: Int32, _ wanted: Readers.Side, _ bit: Int, _ isRight: Bool, way: Int
  ) {
    // Classes of characters have no rows.
    if wanted.isOpen || wanted.classes != 0 {
      ways[way].open[bit >> 6] |= 1 << UInt64(bit & 63)
      return
    }
    for move in machine.moves(of: state) {
      guard move.action == .edge else {
        ways[way].add(bit, character: move.first)
        continue
      }
      // Only numerals pass tests.
      if move.test > 0, move.test < NumeralTests.mostBits {
        ways[way].add(bit, test: Int(move.test))
        continue
      }
      for kind in kinds(of: move.argument) { ways[way].add(bit, kind: kind) }
      for ends in found.ends(in: move.argument, isRight: isRight) {
        for word in ends.kinds.indices {
          forEachBit(of: ends.kinds[word]) { ways[way].add(bit, kind: word << 6 | $0) }
        }
        forEachBit(of: ends.tests) { ways[way].add(bit, test: $0) }
        for unit in ends.characters { ways[way].add(bit, character: unit) }
      }
    }
  }

  private mutating func range(of kind: Int) -> AnchorIndex.Range {
    var range = AnchorIndex.Range(first: Int32(words.count), end: 0)
    for number in 0..<width {
      let programs = anchors[kind * width + number]
      guard programs != 0 else { continue }
      range.numbers |= 1 << UInt64(number & 63)
      let openRight = ways[0].open[number] & programs
      let openLeft = ways[1].open[number] & programs
      if openRight & openLeft != programs { range.isOpen = false }
      if openRight != 0 { range.openRight |= 1 << UInt64(number & 63) }
      if openLeft != 0 { range.openLeft |= 1 << UInt64(number & 63) }
      forEachBit(of: programs) { bit in
        let side = sides[number << 6 | bit]
        if side.right.isOpen {
          range.ways.ofOpen.formUnion(side.left)
        } else {
          range.ways.right.formUnion(side.right)
          range.ways.left.formUnion(side.left)
        }
      }
      words.append(
        AnchorIndex.Word(
          number: Int32(number), programs: programs, openRight: openRight, openLeft: openLeft,
          read: read[number] & programs))
    }
    range.end = Int32(words.count)
    return range
  }
}
