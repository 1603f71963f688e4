// SPDX-License-Identifier: Apache-2.0

/// Finds room for the children of a node in a double array: the first base at which the cells of
/// all its codes are free, and which is no other node's base.
///
/// Cells are bits, so that 64 bases are tried at once. Where the search begins depends on the
/// number of children, and moves on as the array fills: a search from the start, for every node,
/// costs seconds for a dictionary of 300,000 words. Nodes of few children fill what others left.
struct CellPlacer {
  /// One bit a cell or a base; set where it is free.
  private var free: [UInt64] = []
  private var freeBases: [UInt64] = []
  /// The word of `free` that the search begins at, by the number of children.
  private var heads = [Int](repeating: 0, count: 17)
  /// One past the last cell that was given away.
  private(set) var cellCount = 1

  init(expecting cells: Int) {
    let count = cells / 64 + 1
    free = [UInt64](repeating: ~0, count: count)
    freeBases = free
    free[0] = ~1
  }

  /// The base for `codes`, the least of which must be the first; no code is 0 unless the cell of
  /// the base itself is wanted. The cells are taken.
  mutating func place(_ codes: UnsafeBufferPointer<UInt16>) -> Int {
    let least = Int(codes[0])
    let size = codes.count <= 8 ? codes.count : min(16, 6 + (64 - codes.count.leadingZeroBitCount))
    let first = max(heads[size], least / 64)
    var word = first
    while true {
      let offers = offers(codes, in: word)
      if offers != 0 {
        if first == heads[size] { heads[size] = word }
        let base = word * 64 + offers.trailingZeroBitCount - least
        take(codes, base)
        return base
      }
      word += 1
    }
  }

  /// The cells of a word of the array at which the least of `codes` may stand.
  private mutating func offers(_ codes: UnsafeBufferPointer<UInt16>, in word: Int) -> UInt64 {
    let least = Int(codes[0])
    if word + 1 >= free.count { grow(to: word + 2) }
    var offers = free[word]
    // A base is 1 or more.
    let unusable = least + 1 - word * 64
    if unusable > 0 { offers &= unusable < 64 ? ~0 << UInt64(unusable) : 0 }
    if offers == 0 { return 0 }
    offers &= Self.bits(of: freeBases, from: word * 64 - least)
    for code in codes.dropFirst() where offers != 0 {
      let from = word * 64 + Int(code) - least
      if from / 64 + 1 >= free.count { grow(to: from / 64 + 2) }
      offers &= Self.bits(of: free, from: from)
    }
    return offers
  }

  /// 64 bits from any bit on; those before the array are not set.
  @inline(__always)
  private static func bits(of words: [UInt64], from bit: Int) -> UInt64 {
    let word = bit >> 6
    let shift = UInt64(truncatingIfNeeded: bit & 63)
    let low = word >= 0 ? words[word] : 0
    return shift == 0 ? low : low >> shift | (word >= -1 ? words[word + 1] << (64 - shift) : 0)
  }

  private mutating func take(_ codes: UnsafeBufferPointer<UInt16>, _ base: Int) {
    freeBases[base >> 6] &= ~(1 << UInt64(base & 63))
    for code in codes {
      let cell = base + Int(code)
      free[cell >> 6] &= ~(1 << UInt64(cell & 63))
      cellCount = max(cellCount, cell + 1)
    }
  }

  private mutating func grow(to count: Int) {
    let more = repeatElement(UInt64.max, count: max(free.count / 2, count - free.count))
    free.append(contentsOf: more)
    freeBases.append(contentsOf: more)
  }
}
