// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Words as lists, for a reader; the road asks for places in flags.
extension Segmenter {
  /// The words of `extent`, which should be a sentence: their ends, ascending.
  package func wordEnds(of text: FoldedText, in extent: Extent) -> [Int] {
    text.units.withUnsafeBufferPointer { units in
      keptWords(in: units, extent).withUnsafeBufferPointer {
        wordEnds(of: units, in: extent, corrections: $0)
      }
    }
  }

  /// The words of the lexicon in a sentence, in order of their starts: 石景山区 and 工商联 in
  /// 石景山区工商联.
  private func keptWords(in text: UnsafeBufferPointer<UInt16>, _ extent: Extent) -> [Stretch] {
    var words: [Stretch] = []
    let sentence = UnsafeBufferPointer(rebasing: text[..<extent.end])
    lexicon.forEachMatch(in: sentence, from: extent.range) { _, start, end in
      if end - start > 1 { words.append(Stretch(start, end)) }
    }
    return words
  }

  /// The same, corrected by words of a lexicon that were found before, in order of their starts.
  package func wordEnds(
    of text: FoldedText, in extent: Extent, corrections: [Stretch]
  ) -> [Int] {
    text.units.withUnsafeBufferPointer { units in
      corrections.withUnsafeBufferPointer {
        wordEnds(of: units, in: extent, corrections: $0)
      }
    }
  }

  private func wordEnds(
    of text: UnsafeBufferPointer<UInt16>, in extent: Extent,
    corrections: UnsafeBufferPointer<Stretch>
  ) -> [Int] {
    guard extent.count > 0 else { return [] }
    if flags.count <= text.count { flags = [UInt8](repeating: 0, count: text.count + 1024) }
    var ends: [Int] = []
    // Words are of two characters, mostly.
    ends.reserveCapacity(extent.count / 2 + 8)
    flags.withUnsafeMutableBufferPointer { flags in
      guard let flags = flags.baseAddress else { return }
      cutWords(of: text, in: extent, corrections: corrections, into: flags)
      for place in extent.start + 1...extent.end where flags[place] != 0 { ends.append(place) }
    }
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
}
