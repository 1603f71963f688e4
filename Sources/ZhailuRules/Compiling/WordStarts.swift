// SPDX-License-Identifier: Apache-2.0

/// What words may begin with, as bits: their first two characters, of which several pairs share a bit; and
/// the words of one character with their numbers.
///
/// At most places of a text no word of two characters begins. The bits are few enough to stay near, so
/// that such a place costs no look into a trie, which seldom is.
public struct WordStarts: Sendable {
  /// A bit for each character that is a word; then a bit for each hash of a pair.
  @usableFromInline let bits: FlatArray<UInt64>
  /// The numbers of the words of one character, in the order of the characters.
  @usableFromInline let numbers: FlatArray<Int32>
  /// For each element of the first half of `bits` how many bits those before it have.
  @usableFromInline let before: FlatArray<Int32>

  /// Words by their numbers.
  init(_ words: [[UInt16]]) {
    var bits = [UInt64](repeating: 0, count: 2 * Self.half)
    var singles: [(unit: UInt16, number: Int32)] = []
    for (number, word) in words.enumerated() where !word.isEmpty {
      if word.count == 1 { singles.append((word[0], Int32(number))) }
      let bit =
        word.count == 1
        ? Int(word[0]) : Self.half * 64 + Self.hash(word[0], word[1])
      bits[bit / 64] |= 1 << UInt64(bit % 64)
    }
    var before: [Int32] = [0]
    for word in bits.prefix(Self.half) { before.append(before.last! + Int32(word.nonzeroBitCount)) }
    self.bits = FlatArray(bits)
    numbers = FlatArray(singles.sorted { $0.unit < $1.unit }.map(\.number))
    self.before = FlatArray(before)
  }

  func write(to writer: inout ImageWriter) {
    writer.write(bits)
    writer.write(numbers)
    writer.write(before)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    (bits, numbers, before) = (
      try reader.elements(), try reader.elements(), try reader.elements()
    )
    guard bits.count == 2 * Self.half, before.count == Self.half + 1,
      before[Self.half] == numbers.count
    else { throw DamagedImage() }
  }

  /// Whether a word of two characters or more may begin with these; `true` for some with which none does.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    has(Self.half &* 64 &+ Self.hash(first, second))
  }

  /// The number of the word that a character is by itself; -1 where it is none.
  @inlinable @inline(__always)
  public func number(of unit: UInt16) -> Int {
    guard has(Int(unit)) else { return -1 }
    let word = Int(unit &>> 6)
    let lower = bits[word] & (1 &<< UInt64(unit & 63) &- 1)
    return Int(numbers[Int(before[word]) &+ lower.nonzeroBitCount])
  }

  @inlinable @inline(__always)
  func has(_ bit: Int) -> Bool { bits[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 }

  @inlinable static var half: Int { 1024 }

  @inlinable @inline(__always)
  static func hash(_ first: UInt16, _ second: UInt16) -> Int {
    Int(((UInt32(first) &<< 16 | UInt32(second)) &* 0x9E37_79B1) &>> 16)
  }
}
