// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Who reads what named patterns find, and what must then stand beside it: only behind 分之 does a rule
/// ask for the pattern of the upper part of a fraction, which any numeral is.
///
/// A match that nobody can read is left out. Only words, numerals and cells are looked at, which are
/// all found before the first rule runs; of what rules find it is what a match begins with.
struct Readers {
  /// What a reader wants on one side.
  struct Side: BitwiseCopyable, Equatable {
    var mask: UInt64 = 0
    var characters: UInt64 = 0
    /// Bits of `CharacterClass`.
    var classes: UInt16 = 0
    /// Whether it is content with anything.
    var isOpen = true

    static let none = Side(isOpen: false)

    mutating func formUnion(_ other: Side) {
      mask |= other.mask
      characters |= other.characters
      classes |= other.classes
      isOpen = isOpen || other.isOpen
    }
  }

  struct Reader: BitwiseCopyable, Equatable {
    let right: Side
    let left: Side
  }

  private struct Range: BitwiseCopyable {
    var first: Int32 = 0
    /// -1 where all matches are wanted.
    var end: Int32 = -1
  }

  private let readers: UnsafeMutablePointer<Reader>
  /// By kind.
  private let ranges: UnsafeMutablePointer<Range>

  init(_ finder: ReaderFinder, kindCount: Int) {
    var readers: [Reader] = []
    var ranges = [Range](repeating: Range(), count: kindCount)
    for (kind, found) in finder.readers.enumerated() where finder.isPattern(Int32(kind)) {
      guard !found.contains(where: { $0.right.isOpen && $0.left.isOpen }) else { continue }
      ranges[kind].first = Int32(readers.count)
      readers += found
      ranges[kind].end = Int32(readers.count)
    }
    self.readers = .copy(readers)
    self.ranges = .copy(ranges)
  }

  func free() {
    readers.deallocate()
    ranges.deallocate()
  }

  /// Whether somebody may read an edge of this kind.
  @inline(__always)
  func want(_ kind: Int32, _ start: Int32, _ end: Int32, _ ground: Ground) -> Bool {
    let range = ranges[Int(kind)]
    return range.end < 0 || areAny(in: range, start, end, ground)
  }

  private func areAny(in range: Range, _ start: Int32, _ end: Int32, _ ground: Ground) -> Bool {
    for number in range.first..<range.end {
      let reader = readers + Int(number)
      if ground.mayRead(reader.pointee.right, at: end, .right),
        ground.mayRead(reader.pointee.left, at: start, .left)
      {
        return true
      }
    }
    return false
  }
}

extension Readers.Side {
  /// What a state reads of what is there.
  init(_ state: Machine.State) {
    self.init(
      mask: state.mask, characters: state.characters, classes: state.classes.rawValue,
      isOpen: state.isOpen && state.classes.isEmpty)
  }
}

extension Ground {
  @inline(__always)
  func mayRead(
    _ side: Readers.Side, at place: Int32, _ direction: Matcher.Direction
  ) -> Bool {
    if side.isOpen || mayRead(side.mask, side.characters, at: place, direction) { return true }
    guard side.classes != 0, let unit = unit(beside: place, direction) else { return false }
    return CharacterClass.of(unit).rawValue & side.classes != 0
  }
}

/// Finds who reads the matches of named patterns. What rules find is read otherwise too.
struct ReaderFinder {
  /// States beside something that is read.
  struct Beside: Equatable {
    let right: Int32
    let left: Int32
  }

  private let machine: Machine
  let found: FoundKinds
  /// The kinds of patterns, as a bit set: those that nothing but patterns has.
  private var patterns: [UInt64]
  private var kindsOfSets: [[Int]?]
  /// By kind, each once, in the order of the programs.
  private(set) var readers: [[Readers.Reader]]
  private(set) var states: [[Beside]]

  init(_ rules: RuleSet) {
    machine = rules.machine
    found = FoundKinds(rules)
    kindsOfSets = [[Int]?](repeating: nil, count: machine.setMasks.count)
    readers = .init(repeating: [], count: rules.kinds.count)
    states = .init(repeating: [], count: rules.kinds.count)
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
        for kind in kinds(of: move.argument) { add(beside, to: kind) }
      }
    }
  }

  private mutating func kinds(of set: Int32) -> [Int] {
    if let known = kindsOfSets[Int(set)] { return known }
    let first = Int(set) * machine.kindWords
    var kinds: [Int] = []
    for word in patterns.indices {
      let bits = machine.kindSets[first + word] & patterns[word]
      forEachBit(of: bits) { kinds.append(word << 6 | $0) }
    }
    kindsOfSets[Int(set)] = kinds
    return kinds
  }

  private mutating func add(_ beside: Beside, to kind: Int) {
    // The same move is met in several states, one after the other.
    guard !states[kind].suffix(Self.mostSame).contains(beside) else { return }
    states[kind].append(beside)
    let reader = Readers.Reader(
      right: found.side(of: beside.right, isRight: true),
      left: found.side(of: beside.left, isRight: false))
    if !readers[kind].contains(reader) { readers[kind].append(reader) }
  }

  private static let mostSame = 8
}
