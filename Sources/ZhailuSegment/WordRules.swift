// SPDX-License-Identifier: Apache-2.0
import CICU

/// ICU's own rules for words, as a state table over the categories of characters: what ICU does
/// before it asks a dictionary.
///
/// Pieces that hold no dictionary character are words as they are; in the others the dictionary
/// finds the words. Each piece is found from its start alone, so that pieces may be cut one by one.
final class WordRules: @unchecked Sendable {
  /// Of an entry of `next`: a piece may end here.
  static let accepts: UInt16 = 0x8000

  /// By UTF-16 unit: its category, ZICU_DICTIONARY and ZICU_PLAIN_HAN.
  let categories: UnsafeMutablePointer<UInt16>
  /// By state, which is a multiple of a row's length, and category: the next state.
  let next: UnsafeMutablePointer<UInt16>
  /// The state that a piece begins in, and what follows it at the end of the text.
  let start: UInt16
  private let rules: OpaquePointer

  /// Those of the installed ICU; nothing where it keeps them in a way not known here.
  static let installed = WordRules()

  private init?() {
    var shape = zicu_word_rules_shape()
    guard let rules = zicu_word_rules_open(&shape) else { return nil }
    self.rules = rules
    categories = .allocate(capacity: 0x10000)
    zicu_word_rules_units(rules, categories)
    let rowLength = 1 << (Int.bitWidth - (Int(shape.categories) - 1).leadingZeroBitCount)
    let count = Int(shape.states) * rowLength
    next = .allocate(capacity: max(count, 1))
    next.initialize(repeating: 0, count: max(count, 1))
    let isKnown = count < 0x8000 && Self.fill(next, from: rules, shape, rowLength)
    let first = UInt16(truncatingIfNeeded: ZICU_START * rowLength)
    if isKnown, shape.states > 1, shape.begins != 0 {
      start = next[Int(first) + ZICU_BEGIN_CATEGORY] & ~Self.accepts
    } else {
      start = first
    }
    let isSafe = (0..<0x10000).allSatisfy {
      Int32(categories[$0]) & Int32(ZICU_CATEGORY_MASK) < shape.categories
    }
    guard isKnown, isSafe, start != 0 else { return nil }
  }

  deinit {
    categories.deallocate()
    next.deallocate()
    zicu_word_rules_close(rules)
  }

  /// The category of a character outside the Basic Multilingual Plane.
  func category(of scalar: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: zicu_word_rules_category(rules, Int32(bitPattern: scalar)))
  }

  private static func fill(
    _ next: UnsafeMutablePointer<UInt16>, from rules: OpaquePointer,
    _ shape: zicu_word_rules_shape, _ rowLength: Int
  ) -> Bool {
    for state in 0..<shape.states {
      for category in 0..<shape.categories {
        let target = zicu_word_rules_next(rules, state, category)
        guard target < shape.states else { return false }
        let accepts = zicu_word_rules_accepts(rules, target)
        guard accepts >= 0 else { return false }
        next[Int(state) * rowLength + Int(category)] =
          UInt16(Int(target) * rowLength) | (accepts == 1 ? Self.accepts : 0)
      }
    }
    return true
  }
}
