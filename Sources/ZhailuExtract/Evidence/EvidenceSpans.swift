// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// A head or name that a rule's pattern found: a mention may end with it and begin before it.
struct EvidenceSeed: BitwiseCopyable {
  let start: Int32
  let end: Int32
  /// Index of the rule in the table's `rules`; -1 where only the document proposes it.
  let rule: Int32
  /// How many characters before it a mention may begin.
  let reach: Int32
  /// Index of the match that proposes it, among the run's proposals.
  let match: Int32
}

/// A span that may be a mention, and the anchor at its end.
struct EvidenceSpan: BitwiseCopyable {
  let start: Int32
  let end: Int32
  let anchor: Int32
  /// Index of the seed that anchors it.
  let seed: Int32
}

/// Finds the spans that may be mentions: from each seed to the left, as far as it reaches in its
/// clause.
struct EvidenceSpans {
  /// No mention is longer.
  static let longest = 40

  private let seeds: Buffer<EvidenceSeed>
  private let units: UnsafeBufferPointer<UInt16>
  private let classes = CharacterClass.table
  private let stops: CharacterClass
  /// What is looked at closer.
  private let limits: CharacterClass
  private let wordCharacters = Self.wordCharacters

  private init(seeds: Buffer<EvidenceSeed>, units: UnsafeBufferPointer<UInt16>) {
    self.seeds = seeds
    self.units = units
    stops = [.clauseEnd, .sentenceEnd, .lineBreak]
    limits = [stops, .closing, .opening, .space]
  }

  /// Fills `spans` with those of `seeds`, which stand by end, then by start descending, no two of
  /// the same place; so do the spans.
  static func find(
    _ seeds: Buffer<EvidenceSeed>, in units: UnsafeBufferPointer<UInt16>,
    into spans: inout Buffer<EvidenceSpan>
  ) {
    spans.removeAll()
    let finder = EvidenceSpans(seeds: seeds, units: units)
    var first = 0
    while first < seeds.count {
      var next = first + 1
      while next < seeds.count, seeds[next].end == seeds[first].end { next += 1 }
      finder.add(first..<next, to: &spans)
      first = next
    }
  }

  /// The spans of the seeds of one end. The anchor of each is the longest seed that fits in it.
  private func add(_ group: Range<Int>, to spans: inout Buffer<EvidenceSpan>) {
    let end = seeds[group.lowerBound].end
    var current = group.lowerBound
    var start = seeds[current].start
    var lowest: Int32 = start
    for seed in group { lowest = min(lowest, seeds[seed].start - seeds[seed].reach) }
    lowest = max(lowest, 0, end - Int32(Self.longest))
    let lastSeed = seeds[group.upperBound - 1].start
    var depth = 0
    // Whether a pair of marks that ends in the span begins right at `start`: “幸福工程”组委会.
    var opensPair = false
    while start >= lowest {
      while current + 1 < group.upperBound, seeds[current + 1].start >= start { current += 1 }
      let seed = seeds[current]
      if depth == 0, seed.start == start || start >= seed.start - seed.reach,
        opensPair || mayBegin(at: Int(start))
      {
        spans.append(
          EvidenceSpan(
            start: start, end: end, anchor: seed.start, seed: Int32(truncatingIfNeeded: current)))
      }
      start -= 1
      guard start >= lowest else { return }
      opensPair = false
      // Inside a longer seed any character may stand.
      if lastSeed <= start { continue }
      let kind = classes[Int(units[Int(start)])]
      guard kind.meets(limits) else { continue }
      if kind.meets(.closing) {
        depth += 1
      } else if kind.meets(.opening) {
        guard depth > 0 else { return }
        depth -= 1
        opensPair = depth == 0 && units[Int(start)] != Mark.opening
      } else if kind.meets(stops) || !isBetweenLatin(Int(start)) {
        return
      }
    }
  }

  private static let wordCharacters: CharacterClass = [.han, .latin, .digit]

  /// A mention begins with a character of a word: no mark, no bracket.
  static func mayBegin(_ unit: UInt16) -> Bool { CharacterClass.of(unit).meets(wordCharacters) }

  @inline(__always)
  private func mayBegin(at start: Int) -> Bool {
    classes[Int(units[start])].meets(wordCharacters)
  }

  private func isBetweenLatin(_ place: Int) -> Bool {
    place > 0 && place + 1 < units.count && classes[Int(units[place - 1])].meets(.latin)
      && classes[Int(units[place + 1])].meets(.latin)
  }
}
