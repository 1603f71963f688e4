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
    let kinds: UnsafeMutablePointer<UInt64>
    let characters: UnsafeMutablePointer<UInt64>
    /// The programs that may read anything, or nothing.
    let open: UnsafeMutablePointer<UInt64>

    func free() {
      kinds.deallocate()
      characters.deallocate()
      open.deallocate()
    }
  }

  /// The words of a row in which a kind has programs at all.
  struct Range: BitwiseCopyable {
    var first: Int32 = 0
    var end: Int32 = 0
    /// Whether all of them can get on from anything.
    var isOpen = true
  }

  /// How many programs have anchors: each has a bit, in words of 64.
  let count: Int
  let width: Int
  /// The programs that begin at a kind of edges, by bit, a row a kind.
  let anchors: UnsafeMutablePointer<UInt64>
  let ranges: UnsafeMutablePointer<Range>
  let right: Side
  let left: Side
  /// The rows of characters that some program can read; 0 is that of all others.
  let characterRows: UnsafeMutablePointer<UInt16>
  /// The bit of each program of the machine, -1 of one without anchors.
  let bits: UnsafeMutablePointer<Int32>
  /// For each bit the place of its unit in the order of running.
  let places: UnsafeMutablePointer<Int32>

  init(rules: RuleSet) {
    let builder = AnchorIndexBuilder(rules: rules)
    count = builder.programs.count
    width = builder.width
    anchors = .copy(builder.anchors)
    ranges = .copy(builder.ranges)
    right = builder.right.side
    left = builder.left.side
    characterRows = .allocate(capacity: 0x10000)
    characterRows.initialize(repeating: 0, count: 0x10000)
    for (unit, row) in builder.characterRows { characterRows[Int(unit)] = row }
    bits = .copy(builder.bits)
    places = .copy(builder.programs.map(\.place))
  }

  func free() {
    anchors.deallocate()
    ranges.deallocate()
    right.free()
    left.free()
    characterRows.deallocate()
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
    var kinds: [UInt64]
    var characters: [UInt64]
    var open: [UInt64]

    var side: AnchorIndex.Side {
      .init(kinds: .copy(kinds), characters: .copy(characters), open: .copy(open))
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
  private(set) var anchors: [UInt64]
  private(set) var ranges: [AnchorIndex.Range] = []
  private(set) var characterRows: [UInt16: UInt16] = [:]
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
    let row = [UInt64](repeating: 0, count: width)
    right = Side(kinds: anchors, characters: row, open: row)
    left = right
    for (bit, program) in programs.enumerated() {
      bits[program.number] = Int32(bit)
      let compiled = machine.programs[program.number]
      for kind in kinds(of: compiled.anchorSet) { Self.set(bit, in: &anchors, row: kind, width) }
      add(machine.states[Int(compiled.right)], bit, to: \.right)
      add(machine.states[Int(compiled.left)], bit, to: \.left)
    }
    ranges = (0..<kindCount).map(range)
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
      return Self.set(bit, in: &self[keyPath: side].open, row: 0, width)
    }
    for move in moves {
      if move.action == .edge {
        for kind in kinds(of: move.argument) {
          Self.set(bit, in: &self[keyPath: side].kinds, row: kind, width)
        }
      } else {
        Self.set(bit, in: &self[keyPath: side].characters, row: row(of: move.first), width)
      }
    }
  }

  private func readsFound(_ set: Int32) -> Bool {
    found.indices.contains { machine.kindSets[Int(set) * machine.kindWords + $0] & found[$0] != 0 }
  }

  private mutating func row(of character: UInt16) -> Int {
    if let known = characterRows[character] { return Int(known) }
    let row = characterRows.count + 1
    characterRows[character] = UInt16(row)
    let empty = [UInt64](repeating: 0, count: width)
    right.characters += empty
    left.characters += empty
    return row
  }

  private func range(of kind: Int) -> AnchorIndex.Range {
    let words = (0..<width).filter { anchors[kind * width + $0] != 0 }
    guard let first = words.first, let last = words.last else { return .init() }
    return .init(
      first: Int32(first), end: Int32(last + 1),
      isOpen: words.allSatisfy {
        anchors[kind * width + $0] & ~(right.open[$0] & left.open[$0]) == 0
      })
  }
}
