// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Cuts folded text into sentences and words: by ICU, corrected by a lexicon.
///
/// ICU cuts 石/景山/区/工商/联; with 石景山区 and 工商联 in the lexicon it is 石景山区/工商联. Where words of
/// the lexicon overlap, the longest counts, then the first.
package final class Segmenter {
  private let words: Breaker
  private let sentences: Breaker
  private let lexicon: DoubleArrayTrie

  package init(lexicon: DoubleArrayTrie) throws {
    words = try Breaker(.words)
    sentences = try Breaker(.sentences)
    self.lexicon = lexicon
  }

  /// The sentences of `text`; a line feed always ends one.
  package func segmentation(of text: FoldedText) -> Segmentation {
    var extents: [Extent] = []
    var start = 0
    for end in sentences.boundaries(of: text.units, in: Extent(0, text.units.count)) {
      let sentence = trimmed(Extent(start, end), in: text.units)
      if sentence.count > 0 { extents.append(sentence) }
      start = end
    }
    return Segmentation(sentences: extents)
  }

  /// The words of `extent`, which should be a sentence: their ends, ascending.
  package func wordEnds(of text: FoldedText, in extent: Extent) -> [Int] {
    let cuts = words.boundaries(of: text.units, in: extent)
    let corrections = corrections(of: text.units, in: extent)
    guard !corrections.isEmpty else { return cuts }
    var ends: [Int] = []
    var next = 0
    for word in corrections {
      while next < cuts.count, cuts[next] <= word.start {
        ends.append(cuts[next])
        next += 1
      }
      if (ends.last ?? extent.start) < word.start { ends.append(word.start) }
      ends.append(word.end)
      while next < cuts.count, cuts[next] <= word.end { next += 1 }
    }
    ends.append(contentsOf: cuts[next...])
    return ends
  }

  /// The words of `extent` with what is between them.
  package func tokens(of text: FoldedText, in extent: Extent) -> [Extent] {
    var start = extent.start
    return wordEnds(of: text, in: extent).map { end in
      defer { start = end }
      return Extent(start, end)
    }
  }

  /// Words of the lexicon that do not overlap, in order: of those that would, the longest, then
  /// the first.
  private func corrections(of units: [UInt16], in extent: Extent) -> [Extent] {
    var found: [Extent] = []
    units.withUnsafeBufferPointer { units in
      let sentence = UnsafeBufferPointer(rebasing: units[extent.range])
      for place in sentence.indices {
        lexicon.forEachMatch(in: sentence, at: place) { _, end in
          if end - place > 1 { found.append(Extent(place, end)) }
        }
      }
    }
    found.sort { ($1.count, $0.start) < ($0.count, $1.start) }
    var isTaken = [Bool](repeating: false, count: extent.count)
    let words = found.filter { word in
      // What is taken already is no shorter, so that an overlap shows at one of the ends.
      guard !isTaken[word.start], !isTaken[word.end - 1] else { return false }
      for place in word.range { isTaken[place] = true }
      return true
    }
    return words.sorted().map { Extent(extent.start + $0.start, extent.start + $0.end) }
  }

  private func trimmed(_ extent: Extent, in units: [UInt16]) -> Extent {
    var (start, end) = (extent.start, extent.end)
    func isBlank(_ unit: UInt16) -> Bool {
      !CharacterClass.of(unit).isDisjoint(with: [.space, .lineBreak])
    }
    while start < end, isBlank(units[start]) { start += 1 }
    while end > start, isBlank(units[end - 1]) { end -= 1 }
    return Extent(start, end)
  }
}
