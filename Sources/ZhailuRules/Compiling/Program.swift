// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A template made ready to match: a network of states and steps, walked from its anchor outwards.
///
/// The anchor is a step that every match must take, the one at which the program is tried least often
/// (`AnchorChoice`): it is tried only where the anchor's word or numeral was found. To the right of it steps are walked
/// forwards, to the left backwards. A walk visits a state at a place once, so that its time is
/// bounded by the pattern's size and the width of the window, whatever the text.
package struct Program: Sendable {
  /// One way from a state to the next.
  package struct Step: Sendable {
    package let from: Int
    package let to: Int
    package let matcher: Matcher
    /// The index of the slot in `slots`, or -1.
    package let slot: Int
  }

  package enum Matcher: Sendable {
    /// Nothing is read.
    case empty
    case mentionStart
    case mentionEnd
    case literal([UInt16])
    /// An edge of one of these symbols.
    case edge(Set<Symbol>, EdgeTest)
    case words(ClosedRange<Int>, not: Set<Symbol>)
    case characters(SlotKind.CharacterSlot, ClosedRange<Int>)
    /// Up to so many characters of the same clause.
    case gap(Int)
  }

  /// What a numeral must be beyond its symbol.
  package enum EdgeTest: Hashable, Sendable {
    case any
    case wholeNumber(ClosedRange<Int>?)
    case largeNumber
    case digitNumber
    case bareNumber
    case date(SlotKind.DatePart)
  }

  package let slots: [String]
  package let steps: [Step]
  package let stateCount: Int
  /// Steps out of each state and into each state, as indices of `steps`, in the template's order.
  package let forward: [[Int]]
  package let backward: [[Int]]
  package let start: Int
  package let accept: Int
  /// The index of the anchor in `steps`.
  package let anchor: Int
}

/// A kind of edge in the lattice: a lexicon's entries, numerals, mentions of a type, or matches of a
/// named pattern. Small numbers from 0, given by the rule set.
package struct Symbol: Hashable, Sendable, Comparable {
  package let index: Int16
  package init(_ index: Int) { self.index = Int16(index) }

  package static func < (left: Symbol, right: Symbol) -> Bool { left.index < right.index }
}
