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
    /// Rows of `width` words; the first is empty.
    let rows: UnsafeMutablePointer<UInt64>
    /// Where the row of a kind begins, 0 where nobody reads it, and that of a character.
    let kinds: UnsafeMutablePointer<Int32>
    let characters: UnsafeMutablePointer<Int32>

    func free() {
      rows.deallocate()
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
  }

  /// The words of a kind.
  struct Range: BitwiseCopyable {
    var first: Int32 = 0
    var end: Int32 = 0
    /// Whether all of its programs can get on from anything.
    var isOpen = true
  }

  /// How many programs have anchors: each has a bit, in words of 64.
  let count: Int
  let width: Int
  /// The programs that begin at each kind of edges.
  let words: UnsafeMutablePointer<Word>
  let ranges: UnsafeMutablePointer<Range>
  let right: Side
  let left: Side
  /// The bit of each program of the machine, -1 of one without anchors.
  let bits: UnsafeMutablePointer<Int32>
  /// The machine's number of the program of each bit.
  let programs: [Int]
  /// For each bit the place of its unit in the order of running.
  let places: UnsafeMutablePointer<Int32>

  init(rules: RuleSet) {
    let builder = AnchorIndexBuilder(rules: rules)
    count = builder.programs.count
    programs = builder.programs.map(\.number)
    width = builder.width
    words = .copy(builder.words)
    ranges = .copy(builder.ranges)
    right = builder.right.side
    left = builder.left.side
    bits = .copy(builder.bits)
    places = .copy(builder.programs.map(\.place))
  }

  func free() {
    words.deallocate()
    ranges.deallocate()
    right.free()
    left.free()
    bits.deallocate()
    places.deallocate()
  }
}

/// Makes the rows of an `AnchorIndex`.
private struct AnchorIndexBuilder {
  struct Program {
    let number: Int
    let anchorSet: Int32
    /// Of its unit, in the order of running.
    let place: Int32
  }

  struct Side {
    let width: Int
    var rows: [UInt64]
    var kinds: [Int32]
    var characters = [Int32](repeating: 0, count: 0x10000)
    var open: [UInt64]

    init(width: Int, kindCount: Int) {
      self.width = width
      open = [UInt64](repeating: 0, count: width)
      rows = open
      kinds = [Int32](repeating: 0, count: kindCount)
    }

    mutating func add(_ bit: Int, kind: Int) { add(bit, to: \.kinds, kind) }
    mutating func add(_ bit: Int, character: UInt16) { add(bit, to: \.characters, Int(character)) }

    private mutating func add(_ bit: Int, to table: WritableKeyPath<Side, [Int32]>, _ index: Int) {
      if self[keyPath: table][index] == 0 {
        self[keyPath: table][index] = Int32(rows.count)
        rows += [UInt64](repeating: 0, count: width)
      }
      rows[Int(self[keyPath: table][index]) + bit >> 6] |= 1 << UInt64(bit & 63)
    }

    var side: AnchorIndex.Side {
      .init(rows: .copy(rows), kinds: .copy(kinds), characters: .copy(characters))
    }
  }

  private let machine: Machine
  private let kindCount: Int
  /// The kinds of what rules find, as a bit set.
  private var found: [UInt64]
  private var kindsOfSets: [Int32: [Int]] = [:]
  let programs: [Program]
  let width: Int
  private(set) var bits: [Int32]
  private var anchors: [UInt64]
  private(set) var words: [AnchorIndex.Word] = []
  private(set) var ranges: [AnchorIndex.Range] = []
  private(set) var right: Side
  private(set) var left: Side

  init(rules: RuleSet) {
    machine = rules.machine
    kindCount = rules.kinds.count
    found = [UInt64](repeating: 0, count: machine.kindWords)
    for unit in machine.units { found[Int(unit.kind) >> 6] |= 1 << UInt64(unit.kind & 63) }
    programs = Self.programs(of: rules)
    width = max(1, (programs.count + 63) / 64)
    bits = [Int32](repeating: -1, count: machine.programs.count)
    anchors = [UInt64](repeating: 0, count: kindCount * width)
    right = Side(width: width, kindCount: kindCount)
    left = right
    for (bit, program) in programs.enumerated() {
      bits[program.number] = Int32(bit)
      let compiled = machine.programs[program.number]
      for kind in kinds(of: compiled.anchorSet) { Self.set(bit, in: &anchors, row: kind, width) }
      add(machine.states[Int(compiled.right)], bit, to: \.right)
      add(machine.states[Int(compiled.left)], bit, to: \.left)
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
        programs.append(Program(number: Int(number), anchorSet: set, place: Int32(place)))
      }
    }
    return programs.sorted {
      ($0.anchorSet, $0.place, $0.number) < ($1.anchorSet, $1.place, $1.number)
    }
  }

  private mutating func kinds(of set: Int32) -> [Int] {
    if let known = kindsOfSets[set] { return known }
    let kinds = (0..<kindCount).filter { machine.set(set, contains: $0) }
    kindsOfSets[set] = kinds
    return kinds
  }

  private static func set(_ bit: Int, in rows: inout [UInt64], row: Int, _ width: Int) {
    rows[row * width + bit >> 6] |= 1 << UInt64(bit & 63)
  }

  private mutating func add(
    _ state: Machine.State, _ bit: Int, to side: WritableKeyPath<Self, Side>
  ) {
    let moves = (state.firstMove..<state.firstMove + state.moveCount).map {
      machine.moves[Int($0)]
    }
    if state.isOpen || moves.contains(where: { $0.action == .edge && readsFound($0.argument) }) {
      self[keyPath: side].open[bit >> 6] |= 1 << UInt64(bit & 63)
      return
    }
    for move in moves {
      if move.action == .edge {
        for kind in kinds(of: move.argument) { self[keyPath: side].add(bit, kind: kind) }
      } else {
        self[keyPath: side].add(bit, character: move.first)
      }
    }
  }

  private func readsFound(_ set: Int32) -> Bool {
    found.indices.contains { machine.kindSets[Int(set) * machine.kindWords + $0] & found[$0] != 0 }
  }

  private mutating func range(of kind: Int) -> AnchorIndex.Range {
    var range = AnchorIndex.Range(first: Int32(words.count), end: 0)
    for number in 0..<width {
      let programs = anchors[kind * width + number]
      guard programs != 0 else { continue }
      let (openRight, openLeft) = (right.open[number] & programs, left.open[number] & programs)
      if openRight & openLeft != programs { range.isOpen = false }
      words.append(
        AnchorIndex.Word(
          number: Int32(number), programs: programs, openRight: openRight, openLeft: openLeft))
    }
    range.end = Int32(words.count)
    return range
  }
}
