// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// A piece of a sentence that matters to events; the text between tokens is read only where a party
/// or a thing is described.
struct EventToken: BitwiseCopyable {
  enum Kind: Equatable, BitwiseCopyable {
    case organization, amount, quantity, date
    case word(EventRules.WordClass)
    case comma
    /// ; sets parts of a sentence apart that share less than clauses.
    case semicolon
  }

  let start: Int
  let end: Int
  let kind: Kind
  /// Index of the mention, or of the word in the rules.
  let payload: Int

  var extent: Extent { Extent(start, end) }

  @inline(__always)
  func isWord(_ wordClass: EventRules.WordClass) -> Bool {
    guard case .word(let own) = kind else { return false }
    // As `==`, which the compiler does not inline from another module.
    return unsafeBitCast(own, to: UInt8.self) == unsafeBitCast(wordClass, to: UInt8.self)
  }

  var isPreposition: Bool {
    switch kind {
    case .word(.by), .word(.to), .word(.from), .word(.moved), .word(.via): true
    default: false
    }
  }

  /// A word of no weight before the verb: 已, 分别, 近日.
  var isLight: Bool {
    switch kind {
    case .date, .word(.free), .word(.adverb), .word(.lead), .word(.each), .word(.respectively),
      .word(.joint),
      .word(.total), .word(.plan), .word(.not):
      true
    default: false
    }
  }
}
