// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A stretch of UTF-16 units, half-open, in half the space of an `Extent`: for long lists.
package struct Stretch: BitwiseCopyable, Hashable, Sendable {
  package let start: Int32
  package let end: Int32

  @inlinable
  package init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  var count: Int { Int(end) - Int(start) }
}

/// Chooses words that do not overlap: of those that would, the longest, then the first.
///
/// Of 石景, 石景山区, 区工商 and 工商联 in 石景山区工商联 it chooses 石景山区 and 工商联. The time is linear in
/// the words and in the text, and nothing is allocated once the buffers have grown.
struct LongestFirst {
  /// By length: the number of a word of it, and by number the next one of that length; from 1.
  private var firsts: [Int32] = []
  private var nexts: [Int32] = []
  private var isTaken: [Bool] = []

  /// Calls `chosen` with the start and end of each word chosen from `words`, which are in order of
  /// their starts; those of one unit and those that reach out of `extent` do not count.
  ///
  /// Words that hang together by overlaps are a group, and groups do not touch each other's choice.
  /// In most groups one word covers all the others.
  mutating func choose(
    from words: UnsafeBufferPointer<Stretch>, in extent: Extent, _ chosen: (Int, Int) -> Void
  ) {
    var first = 0
    var longest = Stretch(extent.start, extent.start)
    var (start, end) = (longest.start, longest.end)
    for index in words.indices {
      let word = words[index]
      guard word.count > 1, word.start >= extent.start, word.end <= extent.end else { continue }
      if word.start >= end {
        choose(from: words[first..<index], Stretch(Int(start), Int(end)), longest, chosen)
        (first, longest, start, end) = (index, word, word.start, word.end)
      } else {
        if word.count > longest.count { longest = word }
        end = max(end, word.end)
      }
    }
    choose(from: words[first...], Stretch(Int(start), Int(end)), longest, chosen)
  }

  /// Chooses in a group, whose longest word, or first of the longest, is known.
  @inline(__always)
  private mutating func choose(
    from words: Slice<UnsafeBufferPointer<Stretch>>, _ group: Stretch, _ longest: Stretch,
    _ chosen: (Int, Int) -> Void
  ) {
    if longest != group {
      chooseByLength(
        from: UnsafeBufferPointer(rebasing: words), in: Extent(Int(group.start), Int(group.end)),
        chosen)
    } else if group.count > 0 {
      chosen(Int(group.start), Int(group.end))
    }
  }

  private mutating func chooseByLength(
    from words: UnsafeBufferPointer<Stretch>, in extent: Extent, _ chosen: (Int, Int) -> Void
  ) {
    let longest = prepare(words, extent)
    var length = longest
    while length > 1 {
      var number = Int(firsts[length])
      firsts[length] = 0
      while number > 0 {
        let word = words[number - 1]
        let (start, last) = (Int(word.start) - extent.start, Int(word.end) - 1 - extent.start)
        // What is taken already is no shorter, so that an overlap shows at one of the ends.
        if !isTaken[start], !isTaken[last] {
          for place in start...last { isTaken[place] = true }
          chosen(Int(word.start), Int(word.end))
        }
        number = Int(nexts[number])
      }
      length -= 1
    }
  }

  /// Sorts the words by length, keeping their order; the greatest length.
  private mutating func prepare(_ words: UnsafeBufferPointer<Stretch>, _ extent: Extent) -> Int {
    if nexts.count <= words.count { nexts = [Int32](repeating: 0, count: 2 * words.count + 64) }
    if isTaken.count < extent.count {
      isTaken = [Bool](repeating: false, count: 2 * extent.count)
    } else {
      for place in 0..<extent.count { isTaken[place] = false }
    }
    var longest = 0
    var number = words.count
    while number > 0 {
      let word = words[number - 1]
      if word.count > 1, word.start >= extent.start, word.end <= extent.end {
        longest = max(longest, word.count)
        if firsts.count <= longest { firsts += [Int32](repeating: 0, count: longest + 16) }
        nexts[number] = firsts[word.count]
        firsts[word.count] = Int32(truncatingIfNeeded: number)
      }
      number -= 1
    }
    return longest
  }
}
