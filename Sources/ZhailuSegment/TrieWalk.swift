// SPDX-License-Identifier: Apache-2.0

/// A walk of a trie from one place of a text, as far as it is begun.
///
/// A large trie does not lie near: to bring one of its cells takes as long as dozens of steps, and where
/// a branch depends on it, all wait. So many walks are made at a time, and the cells of a step are asked
/// for in all of them before the first is looked at; memory brings them at the same time.
public struct TrieWalk: BitwiseCopyable {
  @usableFromInline let start: Int32
  /// The base of the first character's node; 0 where no word goes on.
  @usableFromInline let base: Int32
  /// Where the trie has the number of the word that the first character is; 0 where it is none.
  @usableFromInline let single: Int32
  /// That number, and that of the word that the first two are.
  @usableFromInline var number: Int32 = 0
  @usableFromInline var second: Int32 = 0
  /// Whether these are a word.
  @usableFromInline var isPair = false
  /// What the trie has for the second character, and then for the third.
  @usableFromInline var cell: UInt64 = 0

  @inlinable @inline(__always)
  public init(start: Int, base: Int32, single: Int32 = 0) {
    self.start = Int32(truncatingIfNeeded: start)
    (self.base, self.single) = (base, single)
  }

  /// So many are made at a time.
  @inlinable public static var most: Int { 256 }
}

extension DoubleArrayTrie {
  /// Finds the number, start and end of each word in order of the starts, shortest first: the one pass
  /// over a text. Its characters are codes already: `text` holds `count` of them and two 0. `walks` has room
  /// for `TrieWalk.most`. What `take` is given is a word only where it says so.
  @inlinable @inline(__always)
  public func forEachMatch(
    inCodes text: UnsafePointer<UInt16>, count: Int, filter: PairFilter,
    _ walks: UnsafeMutablePointer<TrieWalk>,
    _ take: (_ number: Int32, _ start: Int32, _ end: Int32, _ isWord: Bool) -> Void
  ) {
    var start = 0
    while start < count {
      let end = min(start &+ TrieWalk.most, count)
      var begun = 0
      while start < end {
        let walk = walk(from: start, inCodes: text, filter)
        walks[begun] = walk
        begun &+= walk.base | walk.single != 0 ? 1 : 0
        start &+= 1
      }
      goOn(walks, count: begun, inCodes: text, take)
    }
  }

  @inlinable @inline(__always)
  func walk(
    from start: Int, inCodes text: UnsafePointer<UInt16>, _ filter: PairFilter
  ) -> TrieWalk {
    let code = text[start]
    let cell = cells[1 &+ Int(code)]
    // Code 0 is that of free cells, and the one of numbers too.
    guard UInt16(truncatingIfNeeded: cell) == code, code != 0 else {
      return TrieWalk(start: start, base: 0)
    }
    guard cell & Self.isInner != 0 else {
      return TrieWalk(start: start, base: 0, single: 1 &+ Int32(code))
    }
    let value = Int(truncatingIfNeeded: cell &>> 32)
    return TrieWalk(
      start: start,
      base: Int32(truncatingIfNeeded: value & filter.mask(code, text[start &+ 1])),
      single: Int32(truncatingIfNeeded: value & Self.mask(cell, Self.isWord)))
  }

  /// Goes on with walks that are begun, in their order.
  @inlinable @inline(__always)
  public func goOn(
    _ walks: UnsafeMutablePointer<TrieWalk>, count: Int, inCodes text: UnsafePointer<UInt16>,
    _ take: (_ number: Int32, _ start: Int32, _ end: Int32, _ isWord: Bool) -> Void
  ) {
    for index in 0..<count { readSecond(walks + index, text) }
    for index in 0..<count { readThird(walks + index, text) }
    for index in 0..<count {
      let walk = walks[index]
      take(walk.number, walk.start, walk.start &+ 1, walk.single != 0)
      take(walk.second, walk.start, walk.start &+ 2, walk.isPair)
      finish(walk, inCodes: text, take)
    }
  }

  @inlinable @inline(__always)
  func readSecond(_ walk: UnsafeMutablePointer<TrieWalk>, _ text: UnsafePointer<UInt16>) {
    let base = Int(walk.pointee.base)
    // The cell 0 is no character's.
    let code = Int(text[Int(walk.pointee.start) &+ 1]) & ((0 &- base) &>> 63)
    walk.pointee.cell = cells[base &+ code]
    walk.pointee.number = Int32(truncatingIfNeeded: cells[Int(walk.pointee.single)] &>> 32)
  }

  @inlinable @inline(__always)
  func readThird(_ walk: UnsafeMutablePointer<TrieWalk>, _ text: UnsafePointer<UInt16>) {
    let (cell, place) = (walk.pointee.cell, Int(walk.pointee.start) &+ 1)
    let there = Self.mask(cell, isOf: text[place])
    let inner = there & Self.mask(cell, Self.isInner)
    let value = Int(truncatingIfNeeded: cell &>> 32)
    let word = there & (Self.mask(cell, Self.isWord) | ~inner)
    let stored = Int(truncatingIfNeeded: cells[value & inner & word] &>> 32)
    walk.pointee.second = Int32(truncatingIfNeeded: stored & inner | value & ~inner)
    walk.pointee.isPair = word != 0
    walk.pointee.cell = cells[(value &+ Int(text[place &+ 1])) & inner]
  }

  /// All bits where a cell has that `mark`, which is one bit, else none. Which it is cannot be guessed, so
  /// that no branch is made of it: by its sign, since the compiler takes a comparison for one.
  @inlinable @inline(__always)
  static func mask(_ cell: Cell, _ mark: Cell) -> Int {
    Int(bitPattern: UInt(cell &<< UInt64(mark.leadingZeroBitCount))) &>> 63
  }

  /// All bits where a cell is that of the code, which is not 0, else none.
  @inlinable @inline(__always)
  static func mask(_ cell: Cell, isOf code: UInt16) -> Int {
    let difference = Int(UInt16(truncatingIfNeeded: cell) ^ code)
    return ((difference &- 1) & (0 &- Int(code))) &>> 63
  }

  /// The words of three characters and more.
  @inlinable @inline(__always)
  func finish(
    _ walk: TrieWalk, inCodes text: UnsafePointer<UInt16>,
    _ take: (_ number: Int32, _ start: Int32, _ end: Int32, _ isWord: Bool) -> Void
  ) {
    var cell = walk.cell
    var next = walk.start &+ 2
    while case let code = UInt16(truncatingIfNeeded: cell), code != 0, code == text[Int(next)] {
      next &+= 1
      let value = Int(truncatingIfNeeded: cell &>> 32)
      guard cell & Self.isInner != 0 else {
        return take(Int32(truncatingIfNeeded: value), walk.start, next, true)
      }
      if cell & Self.isWord != 0 {
        take(Int32(truncatingIfNeeded: cells[value] &>> 32), walk.start, next, true)
      }
      cell = cells[value &+ Int(text[Int(next)])]
    }
  }
}
