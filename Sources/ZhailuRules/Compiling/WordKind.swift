// SPDX-License-Identifier: Apache-2.0

/// What a word is to the scan: all of its hits in one. It is public to be read in place, and four bytes,
/// since there is one for each word of all lexicons.
public struct WordKind: Sendable, BitwiseCopyable {
  /// Three bits, and the kind above them.
  @usableFromInline let bits: Int32

  package init(kind: Int32, hidesNumerals: Bool, endsNumerals: Bool, isSegmented: Bool) {
    bits = kind << 3 | (hidesNumerals ? 1 : 0) | (endsNumerals ? 2 : 0) | (isSegmented ? 4 : 0)
  }

  /// A word that nobody asks for.
  @inlinable public init() { bits = -8 }

  /// Number of the kind in `EdgeKinds` that answers to all that one of its hits answers to; -1 where no
  /// rule asks for any.
  @inlinable public var kind: Int32 { bits >> 3 }
  @inlinable public var hidesNumerals: Bool { bits & 1 != 0 }
  @inlinable public var endsNumerals: Bool { bits & 2 != 0 }
  /// Whether the segmenter keeps it whole.
  @inlinable public var isSegmented: Bool { bits & 4 != 0 }
  /// Whether it means something to numerals or the segmenter.
  @inlinable public var isNoted: Bool { bits & 7 != 0 }
}
