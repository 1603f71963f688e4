// SPDX-License-Identifier: Apache-2.0

/// Finds room for the children of a node in a double array: the first base at which the cells of
/// all its codes are free, and which is no other node's base.
///
/// Cells are bits, so that 64 bases are tried at once. Where the search begins depends on the
/// number of children, and moves on as the array fills: a search from the start, for every node,
/// costs seconds for a dictionary of 300,000 words. Nodes of few children fill what others left.
final class CellPlacer {
  /// One bit a cell or a base; set where it is free.
  private var free: UnsafeMutablePointer<UInt64>
  private var freeBases: UnsafeMutablePointer<UInt64>
  private var wordCount: Int
  /// The word of `free` that the search begins at, by the number of children.
  private var heads = [Int](repeating: 0, count: 17)
  /// One past the last cell that was given away.
  private(set) var cellCount = 1

  init(expecting cells: Int) {
    wordCount = cells / 64 + 1
    free = Self.words(wordCount, from: nil, 0)
    freeBases = Self.words(wordCount, from: nil, 0)
    free[0] = ~1
  }

  deinit {
    free.deallocate()
    freeBases.deallocate()
  }

  /// The base for `codes`, the least of which must be the first; no code is 0 unless the cell of
  /// the base itself is wanted. The cells are taken.
  func place(_ codes: UnsafeBufferPointer<UInt16>) -> Int {
    let least = Int(codes[0])
    var greatest = least
    for code in codes { greatest = max(greatest, Int(code)) }
    let size = codes.count <= 8 ? codes.count : min(16, 6 + (64 - codes.count.leadingZeroBitCount))
    let first = max(heads[size], least >> 6)
    var word = first
    while true {
      let lastWord = word + (greatest - least) >> 6 + 2
      if lastWord >= wordCount { grow(to: lastWord + 1) }
      let offers = offers(codes, in: word)
      if offers != 0 {
        if first == heads[size] { heads[size] = word }
        let base = word << 6 + offers.trailingZeroBitCount - least
        take(codes, base)
        cellCount = max(cellCount, base + greatest + 1)
        return base
      }
      word += 1
    }
  }

  /// The cells of a word of the array at which the least of `codes` may stand.
  @inline(__always)
  private func offers(_ codes: UnsafeBufferPointer<UInt16>, in word: Int) -> UInt64 {
    let least = Int(codes[0])
    var offers = free[word]
    // A base is 1 or more.
    let unusable = least + 1 - word << 6
    if unusable > 0 { offers &= unusable < 64 ? ~0 << UInt64(unusable) : 0 }
    if offers == 0 { return 0 }
    let bases = word << 6 - least
    offers &= bases >= 0 ? Self.bits(of: freeBases, from: bases) : freeBases[0] << UInt64(-bases)
    var index = 1
    while index < codes.count, offers != 0 {
      offers &= Self.bits(of: free, from: bases + Int(codes[index]))
      index += 1
    }
    return offers
  }

  /// 64 bits from any bit on.
  @inline(__always)
  private static func bits(of words: UnsafeMutablePointer<UInt64>, from bit: Int) -> UInt64 {
    let word = bit >> 6
    let shift = UInt64(truncatingIfNeeded: bit & 63)
    return words[word] &>> shift | words[word + 1] << (64 - shift)
  }

  private func take(_ codes: UnsafeBufferPointer<UInt16>, _ base: Int) {
    freeBases[base >> 6] &= ~(1 &<< UInt64(base & 63))
    for code in codes {
      let cell = base + Int(code)
      free[cell >> 6] &= ~(1 &<< UInt64(cell & 63))
    }
  }

  private func grow(to count: Int) {
    let newCount = max(count, wordCount + wordCount / 2)
    let (oldFree, oldBases) = (free, freeBases)
    free = Self.words(newCount, from: oldFree, wordCount)
    freeBases = Self.words(newCount, from: oldBases, wordCount)
    oldFree.deallocate()
    oldBases.deallocate()
    wordCount = newCount
  }

  /// Words of ones that begin with those of `old`.
  private static func words(
    _ count: Int, from old: UnsafeMutablePointer<UInt64>?, _ oldCount: Int
  ) -> UnsafeMutablePointer<UInt64> {
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: count + 1)
    words.initialize(repeating: ~0, count: count + 1)
    if let old { words.update(from: old, count: oldCount) }
    return words
  }
}
