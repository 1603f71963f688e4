// SPDX-License-Identifier: Apache-2.0

/// What words may begin with, as bits: their only character, or their first two, of which several pairs
/// share a bit.
///
/// At most places of a text none of a few thousand words begins. The bits are few enough to stay near,
/// so that a place costs no look into a trie, which seldom is.
public struct WordStarts: Sendable {
  /// A bit for each character; then a bit for each hash of a pair.
  public let bits: FlatArray<UInt64>

  init(_ words: [[UInt16]]) {
    var bits = [UInt64](repeating: 0, count: 2 * Self.half)
    for word in words where !word.isEmpty {
      let bit =
        word.count == 1
        ? Int(word[0]) : Self.half * 64 + Self.hash(word[0], word[1])
      bits[bit / 64] |= 1 << UInt64(bit % 64)
    }
    self.bits = FlatArray(bits)
  }

  /// Those of an image, if they are all there.
  init(bits: FlatArray<UInt64>) throws(DamagedImage) {
    guard bits.count == 2 * Self.half else { throw DamagedImage() }
    self.bits = bits
  }

  /// Whether a word may begin with these two characters, or be the first of them.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    has(Int(first)) || has(Self.half &* 64 &+ Self.hash(first, second))
  }

  @inlinable @inline(__always)
  func has(_ bit: Int) -> Bool { bits[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 }

  @inlinable static var half: Int { 1024 }

  @inlinable @inline(__always)
  static func hash(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) &<< 16 | UInt32(second)) &* 0x9E37_79B1) &>> 16)
  }
}
