// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Cuts folded text into sentences and words: as ICU does, corrected by a lexicon.
///
/// ICU cuts 石/景山/区/工商/联; with 石景山区 and 工商联 in the lexicon it is 石景山区/工商联. Where words of
/// the lexicon overlap, the longest counts, then the first.
///
/// A segmenter belongs to one worker. Its first words are cut by `StoredBreaker`, or by ICU itself where
/// its version is not known; a worker with much to cut goes over to `TrieBreaker`, which gives the same
/// words and takes a while to set up.
package final class Segmenter {
  private let words: Breaker
  private let sentences: Breaker
  private let tables: () -> WordTables?
  private let startsWithICU: Bool
  private lazy var storedBreaker = startsWithICU ? nil : StoredBreaker.installed(words)
  private var trieBreaker: TrieBreaker?
  /// Units that are cut before the tables are asked for. To cut these takes about as long as the
  /// tables take to make, so that no run is twice as long as with the better choice.
  private var unitsBeforeTables: Int
  /// The same for sentences, whose tables are made in less than a millisecond.
  private var sentenceUnitsForICU: Int
  /// Units that ICU cuts sentence by sentence before pieces are asked for: their rules are made in the
  /// time in which ICU cuts so many. `StoredBreaker` has them anyhow.
  private var unitsBeforePieces: Int
  /// For lists of words: the words that are kept whole, and where words end.
  let lexicon: DoubleArrayTrie
  var flags: [UInt8] = []
  private var longestFirst = LongestFirst()

  /// `unitsBeforeTables` of 0 asks for the tables at once, of `Int.max` never.
  package convenience init(
    lexicon: DoubleArrayTrie, startsWithICU: Bool = !Breaker.isProven,
    unitsBeforeTables: Int = 200_000, unitsBeforePieces: Int? = nil
  ) throws {
    try self.init(
      lexicon: lexicon, startsWithICU: startsWithICU, unitsBeforeTables: unitsBeforeTables,
      unitsBeforePieces: unitsBeforePieces
    ) { WordTables.installed }
  }

  init(
    lexicon: DoubleArrayTrie, startsWithICU: Bool, unitsBeforeTables: Int,
    unitsBeforePieces: Int? = nil, tables: @escaping () -> WordTables?
  ) throws {
    words = try Breaker(.words)
    sentences = try Breaker(.sentences)
    self.lexicon = lexicon
    self.startsWithICU = startsWithICU
    self.unitsBeforeTables = unitsBeforeTables
    sentenceUnitsForICU = unitsBeforeTables == .max ? .max : min(unitsBeforeTables, 12_000)
    self.unitsBeforePieces = unitsBeforePieces ?? (startsWithICU ? 8_000 : 0)
    self.tables = tables
  }

  // MARK: Sentences

  /// The sentences of `text`; a line feed always ends one.
  package func segmentation(of text: FoldedText) -> Segmentation {
    var extents: [Extent] = []
    text.units.withUnsafeBufferPointer { units in
      guard let first = units.baseAddress else { return }
      // Of the length that sentences mostly have.
      extents.reserveCapacity(units.count / 32 + 4)
      var start = 0
      forEachSentenceEnd(of: first, count: units.count) { end in
        let sentence = Self.trimmed(start, end, in: first)
        if sentence.count > 0 { extents.append(sentence) }
        start = end
      }
    }
    return Segmentation(sentences: extents)
  }

  private func forEachSentenceEnd(
    of text: UnsafePointer<UInt16>, count: Int, _ found: (Int) -> Void
  ) {
    sentenceUnitsForICU -= count
    if sentenceUnitsForICU < 0 {
      sentenceUnitsForICU = 0
      if let rules = BreakRules.sentences {
        var place = 0
        while place < count {
          place = rules.pieceEnd(of: text, from: place, to: count)
          found(place)
        }
        return
      }
    }
    sentences.forEachBoundary(of: text, to: count, found)
  }

  private static func trimmed(
    _ start: Int, _ end: Int, in units: UnsafePointer<UInt16>
  ) -> Extent {
    var (start, end) = (start, end)
    while start < end, CharacterClass.of(units[start]).meets(.blank) { start += 1 }
    while end > start, CharacterClass.of(units[end - 1]).meets(.blank) { end -= 1 }
    return Extent(start, end)
  }

  // MARK: Words, for the road

  /// Cuts `extent` of `text`, which should be a sentence. Of `flags`, which has an element a place
  /// of `text` (one more than it has units), the bits `mark` are set where a word ends after the
  /// extent's start, up to its end, and cleared in between; nothing else is touched, and nothing is
  /// allocated once the buffers have grown.
  ///
  /// `corrections` are the words of the lexicon in the whole text, in order of their starts; those
  /// that do not lie in the extent do not count.
  package func cutWords(
    of text: UnsafeBufferPointer<UInt16>, in extent: Extent,
    corrections: UnsafeBufferPointer<Stretch>, into flags: UnsafeMutablePointer<UInt8>,
    mark: UInt8 = 1
  ) {
    guard extent.count > 0, let units = text.baseAddress else { return }
    for place in extent.range { flags[place + 1] &= ~mark }
    cutPlainWords(of: units, in: extent, into: Cuts(flags: flags, mark: mark))
    chooseWords(from: corrections, in: extent) { start, end in
      for place in start + 1..<end { flags[place] &= ~mark }
      if start > extent.start { flags[start] |= mark }
      flags[end] |= mark
    }
  }

  /// The words of the lexicon that count in `extent`; no two of them overlap.
  func chooseWords(
    from corrections: UnsafeBufferPointer<Stretch>, in extent: Extent,
    _ chosen: (_ start: Int, _ end: Int) -> Void
  ) {
    let words = Self.words(corrections, in: extent)
    if !words.isEmpty { longestFirst.choose(from: words, in: extent, chosen) }
  }

  /// The rules that pieces are found by; nothing as long as `count` more units are cut at once.
  func pieceRules(for count: Int) -> BreakRules? {
    guard unitsBeforePieces <= 0 else {
      unitsBeforePieces -= count
      return nil
    }
    return BreakRules.pieces
  }

  /// Those of `words` that begin in `extent`.
  private static func words(
    _ words: UnsafeBufferPointer<Stretch>, in extent: Extent
  ) -> UnsafeBufferPointer<Stretch> {
    func first(from place: Int) -> Int {
      var (low, high) = (0, words.count)
      while low < high {
        let middle = (low + high) / 2
        if words[middle].start < place { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return UnsafeBufferPointer(rebasing: words[first(from: extent.start)..<first(from: extent.end)])
  }

  func cutPlainWords(
    of units: UnsafePointer<UInt16>, in extent: Extent, into cuts: Cuts
  ) {
    if unitsBeforeTables <= 0 {
      unitsBeforeTables = .max
      trieBreaker = tables().map { TrieBreaker($0, words) }
    }
    if let trieBreaker {
      return trieBreaker.cut(units, from: extent.start, to: extent.end, into: cuts)
    }
    if let storedBreaker {
      storedBreaker.cut(units, from: extent.start, to: extent.end, into: cuts)
    } else {
      words.cut(units, from: extent.start, to: extent.end, into: cuts)
    }
    if unitsBeforeTables != .max { unitsBeforeTables -= extent.count }
  }
}
