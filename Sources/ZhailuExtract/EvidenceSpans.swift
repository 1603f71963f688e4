// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The spans that may be mentions: from each seed to the left, as far as it reaches in its clause.
struct EvidenceSpans {
  private(set) var spans: [EvidenceSpan] = []

  /// No mention is longer.
  static let longest = 40

  /// `seeds` sorted by end, then by start descending, no two of the same place.
  init(seeds: [EvidenceSeed], units: [UInt16]) {
    spans.reserveCapacity(seeds.count * 8)
    var first = 0
    units.withUnsafeBufferPointer { units in
      while first < seeds.count {
        var next = first + 1
        while next < seeds.count, seeds[next].end == seeds[first].end { next += 1 }
        add(seeds[first..<next], units)
        first = next
      }
    }
  }

  /// The spans of the seeds of one end. The anchor of each is the longest seed that fits in it.
  private mutating func add(_ seeds: ArraySlice<EvidenceSeed>, _ units: UnsafeBufferPointer<UInt16>)
  {
    let end = seeds[seeds.startIndex].end
    var current = seeds.startIndex
    var start = seeds[current].start
    var lowest: Int32 = start
    for seed in seeds { lowest = min(lowest, seed.start - seed.reach) }
    lowest = max(lowest, 0, end - Int32(Self.longest))
    var depth = 0
    // Whether a pair of marks that ends in the span begins right at `start`: “幸福工程”组委会.
    var opensPair = false
    while start >= lowest {
      while current + 1 < seeds.endIndex, seeds[current + 1].start >= start { current += 1 }
      let isSeed = seeds[current].start == start
      if depth == 0, isSeed || start >= seeds[current].start - seeds[current].reach,
        opensPair || Self.mayBegin(at: Int(start), units)
      {
        spans.append(
          EvidenceSpan(start: start, end: end, anchor: seeds[current].start, seed: Int32(current)))
      }
      start -= 1
      guard start >= lowest else { return }
      opensPair = false
      // Inside a longer seed any character may stand.
      if let last = seeds.last, last.start <= start { continue }
      let kind = CharacterClass.of(units[Int(start)])
      if kind.contains(.closing) {
        depth += 1
      } else if kind.contains(.opening) {
        guard depth > 0 else { return }
        depth -= 1
        opensPair = depth == 0 && units[Int(start)] != 0x28
      } else if kind.meets(Self.stops) {
        return
      } else if kind.contains(.space), !Self.isBetweenLatin(Int(start), units) {
        return
      }
    }
  }

  private static let stops: CharacterClass = [.clauseEnd, .sentenceEnd, .lineBreak]
  private static let wordCharacters: CharacterClass = [.han, .latin, .digit]

  /// A mention begins with a character of a word: no mark, no bracket.
  private static func mayBegin(at start: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    CharacterClass.of(units[start]).meets(wordCharacters)
  }

  private static func isBetweenLatin(_ place: Int, _ units: UnsafeBufferPointer<UInt16>) -> Bool {
    place > 0 && place + 1 < units.count && CharacterClass.of(units[place - 1]).contains(.latin)
      && CharacterClass.of(units[place + 1]).contains(.latin)
  }
}
