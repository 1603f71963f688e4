// SPDX-License-Identifier: Apache-2.0
import CICU
import ZhailuText

/// ICU's own rules for words or sentences, as a state table over the categories of characters: what
/// ICU does before it asks a dictionary.
///
/// Pieces that hold no dictionary character are words as they are; in the others the dictionary
/// finds the words. Each piece is found from its start alone, so that pieces may be cut one by one.
/// No piece of a sentence asks a dictionary.
final class BreakRules: @unchecked Sendable {
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
  static let words = BreakRules(.words)
  static let sentences = BreakRules(.sentences).flatMap { $0.agreesWithICU() ? $0 : nil }

  private init?(_ kind: Breaker.Kind) {
    var shape = zicu_rules_shape()
    guard let rules = zicu_rules_open(kind.rawValue, &shape) else { return nil }
    self.rules = rules
    categories = .allocate(capacity: 0x10000)
    zicu_rules_units(rules, categories)
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
    zicu_rules_close(rules)
  }

  /// The end of the piece of `text` that begins at `start`, if it asks no dictionary:
  /// RuleBasedBreakIterator::handleNext() in ICU's rbbi.cpp.
  @inline(__always)
  func pieceEnd(of text: UnsafePointer<UInt16>, from start: Int, to end: Int) -> Int {
    var state = self.start
    var place = start
    var pieceEnd = start
    while true {
      if place == end {
        state = next[Int(state) + ZICU_END_CATEGORY]
        if state & Self.accepts != 0 { pieceEnd = place }
        break
      }
      var category = categories[Int(text[place])]
      var width = 1
      if text[place] & 0xF800 == 0xD800 { category = self.category(of: text, place, end, &width) }
      place += width
      state = next[Int(state) + Int(category & UInt16(ZICU_CATEGORY_MASK))]
      if state & Self.accepts != 0 { pieceEnd = place }
      state &= ~Self.accepts
      if state == 0 { break }
    }
    return pieceEnd > start ? pieceEnd : start + Self.scalarWidth(text, start, end)
  }

  private func agreesWithICU() -> Bool {
    guard let breaker = try? Breaker(.sentences) else { return false }
    return (WordTables.sample + [WordTables.sample.joined(separator: " ")]).allSatisfy { text in
      let units = Array(text.utf16)
      var ends: [Int] = []
      units.withUnsafeBufferPointer { units in
        guard let units = units.baseAddress else { return }
        while (ends.last ?? 0) < text.utf16.count {
          ends.append(pieceEnd(of: units, from: ends.last ?? 0, to: text.utf16.count))
        }
      }
      return ends == breaker.boundaries(of: units, in: Extent(0, units.count))
    }
  }

  /// The category where a surrogate stands, which may be half of a pair.
  @inline(never)
  func category(
    of text: UnsafePointer<UInt16>, _ place: Int, _ end: Int, _ width: inout Int
  ) -> UInt16 {
    width = Self.scalarWidth(text, place, end)
    if width == 1 { return categories[Int(text[place])] }
    let scalar = UInt32(text[place] & 0x3FF) << 10 + UInt32(text[place + 1] & 0x3FF) + 0x10000
    return UInt16(truncatingIfNeeded: zicu_rules_category(rules, Int32(bitPattern: scalar)))
  }

  static func scalarWidth(_ text: UnsafePointer<UInt16>, _ place: Int, _ end: Int) -> Int {
    let isPair =
      text[place] & 0xFC00 == 0xD800 && place + 1 < end && text[place + 1] & 0xFC00 == 0xDC00
    return isPair ? 2 : 1
  }

  private static func fill(
    _ next: UnsafeMutablePointer<UInt16>, from rules: OpaquePointer,
    _ shape: zicu_rules_shape, _ rowLength: Int
  ) -> Bool {
    for state in 0..<shape.states {
      for category in 0..<shape.categories {
        let target = zicu_rules_next(rules, state, category)
        guard target < shape.states else { return false }
        let accepts = zicu_rules_accepts(rules, target)
        guard accepts >= 0 else { return false }
        next[Int(state) * rowLength + Int(category)] =
          UInt16(Int(target) * rowLength) | (accepts == 1 ? Self.accepts : 0)
      }
    }
    return true
  }
}
