// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The programs of all rules in one flat form, which the matcher walks.
///
/// A program is walked from its anchor to the right and to the left; each way is a set of *states*
/// with *moves* to others. Steps that read nothing are folded into the moves after them, so that
/// each move reads something, but for those that accept. All numbers are indices into the arrays
/// here; nothing is looked up by name.
package struct Machine: Sendable {
  /// A move reads something at a place and leads to another state.
  package struct Move: Sendable, BitwiseCopyable {
    package enum Action: UInt8, Sendable, BitwiseCopyable {
      /// The end of the walk.
      case accept
      /// Text: the `high` units of `literals` from `argument`, of which `first` is read first.
      case literal
      /// An edge: `argument` is an index into `kindSets`, `test` into `tests`.
      case edge
      /// `low` to `high` words, none of them an edge of the kind set `argument`, if that is not -1.
      case words
      /// `low` to `high` characters of the class number `argument` of `SlotKind.CharacterSlot`.
      case characters
      /// Up to `high` characters of the clause.
      case gap
    }

    package var action: Action
    /// What is passed before anything is read.
    package var marks: Marks
    /// The index of the slot that it fills in the program's `slots`, or -1.
    package var slot: Int16
    package var target: Int32
    package var argument: Int32
    package var test: Int32
    package var low: Int16
    package var high: Int16
    package var first: UInt16
  }

  /// 【 and 】.
  package struct Marks: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
    @inlinable package static var mentionStart: Marks { Marks(rawValue: 1) }
    @inlinable package static var mentionEnd: Marks { Marks(rawValue: 2) }

    @inlinable @inline(__always)
    package func has(_ mark: Marks) -> Bool { rawValue & mark.rawValue != 0 }
  }

  package struct State: Sendable, BitwiseCopyable {
    /// What may be read here; open where it is words or a gap, or where the walk may end.
    package var wants: Wants
    /// Whether the walk can but end.
    package var onlyAccepts: Bool
    /// The move that ends the walk, where but edges and texts are read besides: if none of them stands
    /// there, nothing needs to be walked. -1 of other states.
    package var ending: Int32
    package var firstMove: Int32
    package var moveCount: Int32

    /// The bit that stands for a character, and for others.
    @inline(__always)
    package static func bit(of unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }
  }

  /// A program: where its walks begin, and at which edges it is tried. What most trials end with is here
  /// and not with the states and moves, which do not lie near: 64 bytes.
  package struct Program: Sendable, BitwiseCopyable {
    /// What the state after the anchor wants.
    package var wantsRight: Wants
    /// Whether it may be at its end behind the anchor, with the mention ending there at the latest.
    package var mayEndRight: Bool
    /// The states after and before the anchor; of a program without an anchor, those of its ends.
    package var right: Int32
    /// What the state before the anchor wants.
    package var wantsLeft: Wants
    /// Whether it may be at its beginning before the anchor, with the mention beginning there at the
    /// earliest.
    package var mayEndLeft: Bool
    package var left: Int32
    /// The first of its states: so many for walks to the right as for walks to the left, in the same
    /// order, up to those of the next program.
    package var firstState: Int32
    package var slot: Int32
    package var test: Int32
    /// The kind set of its anchors; -1 where it has none.
    package var anchorSet: Int32
  }

  /// A rule or named pattern: ranges of `programs`.
  package struct Unit: Sendable {
    package var programs: Range<Int32>
    package var before: Range<Int32>
    package var after: Range<Int32>
    package var whole: Range<Int32>
    /// The kind of the edges that its matches become.
    package var kind: Int32
    package var isDefinition: Bool
    /// The type of its records, as an index of `MentionType.allCases`; -1 where it makes none.
    package var type: Int8
    /// Its place in the order of stages and names: of two candidates that are equal otherwise, the
    /// one of the lesser rank wins.
    package var stage: UInt8
    package var rank: UInt16
  }

  package let moves: FlatArray<Move>
  package let states: FlatArray<State>
  package let programs: FlatArray<Program>
  package let units: [Unit]
  package let literals: FlatArray<UInt16>
  package let tests: [ZhailuRules.Program.EdgeTest]
  /// Bit sets of kinds, `kindWords` words each.
  package let kindSets: FlatArray<UInt64>
  package let kindWords: Int
  /// For each kind its bits in masks.
  package let kindMasks: FlatArray<UInt64>
  /// The union of the masks of each kind set.
  package let setMasks: FlatArray<UInt64>

  /// So many tests have a bit where tables tell what a numeral passed.
  @inlinable package static var mostTestBits: Int32 { 64 }

  /// The moves of a state.
  package func moves(of state: Int32) -> Slice<FlatArray<Move>> {
    let state = states[Int(state)]
    return moves[Int(state.firstMove)..<Int(state.firstMove + state.moveCount)]
  }

  /// The moves of states that follow each other.
  package func moves(of states: Range<Int32>) -> Slice<FlatArray<Move>> {
    guard let first = states.first, let last = states.last else { return moves[0..<0] }
    let end = self.states[Int(last)]
    return moves[Int(self.states[Int(first)].firstMove)..<Int(end.firstMove + end.moveCount)]
  }

  /// The first state of a program and how many there are for walks to the right; as many follow for
  /// walks to the left, in the same order.
  package func states(ofProgram number: Int) -> (first: Int32, count: Int32) {
    let first = programs[number].firstState
    let end =
      number + 1 < programs.count ? programs[number + 1].firstState : Int32(states.count)
    return (first, (end - first) / 2)
  }

  /// The kinds of a kind set, ascending.
  package func kinds(ofSet set: Int32) -> [Int] {
    var kinds: [Int] = []
    for word in 0..<kindWords {
      var bits = kindSets[Int(set) * kindWords + word]
      while bits != 0 {
        kinds.append(word << 6 | bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return kinds
  }

  /// Whether the kind set number `set` holds `kind`.
  package func set(_ set: Int32, contains kind: Int) -> Bool {
    kindSets[Int(set) * kindWords + kind >> 6] >> UInt64(kind & 63) & 1 == 1
  }
}
