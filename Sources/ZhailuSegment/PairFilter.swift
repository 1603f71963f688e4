// SPDX-License-Identifier: Apache-2.0

/// Which two characters the words of a trie may begin with, as bits that several pairs share.
///
/// In running text nearly every character begins some word of a large lexicon, and two in three of
/// them no word with the character that follows. To learn that from the trie takes a look at a cell
/// that is seldom near; the bits here lie together.
public final class PairFilter: @unchecked Sendable {
  @usableFromInline let bits: UnsafePointer<UInt64>
  @usableFromInline let shift: UInt32
  /// Its own memory, and what keeps the memory of someone else alive.
  private let own: UnsafeMutablePointer<UInt64>?
  private let owner: AnyObject?

  /// Lets pairs of codes pass, with two to the `logarithm` bits.
  init(_ pairs: [(UInt16, UInt16)], logarithm: UInt32) {
    let count = 1 << (logarithm - 6)
    let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
    for (first, second) in pairs {
      let bit = PairFilter.hash(first, second) &>> (32 - logarithm)
      memory[Int(bit &>> 6)] |= 1 &<< UInt64(bit & 63)
    }
    shift = 32 - logarithm
    (bits, own, owner) = (UnsafePointer(memory), memory, nil)
  }

  /// The bits that `words` gave, which are used where they are as long as `owner` lives; nothing where
  /// they cannot be any.
  package init?(words: UnsafeBufferPointer<UInt64>, owner: AnyObject?) {
    guard let base = words.baseAddress, words.count.nonzeroBitCount == 1, words.count < 1 << 26
    else { return nil }
    shift = 26 - UInt32(words.count.trailingZeroBitCount)
    (bits, own, self.owner) = (base, nil, owner)
  }

  deinit { own?.deallocate() }

  /// All of its bits.
  package var words: UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: bits, count: 1 << (26 - Int(shift)))
  }

  /// Whether a word may begin with these two codes; `true` for some with which none does.
  @inlinable @inline(__always)
  public func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool { mask(first, second) != 0 }

  /// All bits where a word may, else none: which way one goes here is not to be guessed, so that no branch
  /// is made of it.
  @inlinable @inline(__always)
  func mask(_ first: UInt16, _ second: UInt16) -> Int {
    let bit = Self.hash(first, second) &>> shift
    return Int(bitPattern: UInt(bits[Int(bit &>> 6)] &<< UInt64(63 &- bit & 63))) &>> 63
  }

  @inlinable @inline(__always)
  public static func hash(_ first: UInt16, _ second: UInt16) -> UInt32 {
    (UInt32(first) &<< 16 | UInt32(second)) &* 0x9E37_79B1
  }
}

extension DoubleArrayTrie {
  /// The pairs that words of two characters and more begin with. One look at each cell.
  public func pairs() -> PairFilter {
    let owners = ownersOfBases()
    defer { owners.deallocate() }
    var found: [(UInt16, UInt16)] = []
    for index in 0..<cellCount {
      let code = UInt16(truncatingIfNeeded: cells[index])
      guard code != 0, index >= Int(code) else { continue }
      let owner = owners[index &- Int(code)]
      guard owner != 0 else { continue }
      found.append((owner, code))
    }
    let wanted = UInt32(UInt64.bitWidth - (found.count * 8).leadingZeroBitCount)
    return PairFilter(found, logarithm: min(max(wanted, 12), 20))
  }

  /// For each cell the code of the character whose children have it as their base, or 0.
  private func ownersOfBases() -> UnsafeMutablePointer<UInt16> {
    let owners = UnsafeMutablePointer<UInt16>.allocate(capacity: cellCount)
    owners.initialize(repeating: 0, count: cellCount)
    var greatest: UInt16 = 0
    for unit in 0..<0x10000 { greatest = max(greatest, codes[unit]) }
    var code = 1
    while code <= Int(greatest), code &+ 1 < cellCount {
      let cell = cells[1 &+ code]
      let base = Int(truncatingIfNeeded: cell &>> 32)
      if Int(truncatingIfNeeded: cell & 0xFFFF) == code, cell & Self.isInner != 0,
        base < cellCount
      {
        owners[base] = UInt16(truncatingIfNeeded: code)
      }
      code &+= 1
    }
    return owners
  }

  /// What a character that words begin with leads to: the base of those that go on, and the number of the
  /// word that it is alone; -1 for what there is not.
  public func first(_ code: UInt16) -> (base: Int, number: Int) {
    let cell = cells[1 &+ Int(code)]
    guard code != 0, UInt16(truncatingIfNeeded: cell) == code else { return (-1, -1) }
    let value = Int(truncatingIfNeeded: cell &>> 32)
    if cell & Self.isInner == 0 { return (-1, value) }
    let isWord = cell & Self.isWord != 0
    return (value, isWord ? Int(truncatingIfNeeded: cells[value] &>> 32) : -1)
  }

  /// The code of each character, 0 for one that no word holds; indexed by UTF-16 unit.
  public var codeTable: UnsafePointer<UInt16> { codes }
}
