// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Bits of flags, an element a place of a text, by which a caller knows what is cut so far.
package struct WordMarks: Sendable {
  /// Words meet at the place.
  package let cut: UInt8
  /// The words of the piece that holds the character at the place are cut.
  package let known: UInt8
  /// A piece ends at the place, or the sentence begins there.
  package let edge: UInt8
  /// The place is inside a word of the lexicon.
  package let joined: UInt8

  package init(cut: UInt8, known: UInt8, edge: UInt8, joined: UInt8) {
    self.cut = cut
    self.known = known
    self.edge = edge
    self.joined = joined
  }
}

/// Words, piece by piece: where few words of a sentence are asked for, few are cut.
///
/// What punctuation, digits and Latin letters set apart is cut one by one, just as in the whole
/// sentence; words of the lexicon count in the whole sentence, and may join pieces.
extension Segmenter {
  /// Marks the pieces of `extent` of `text`, which should be a sentence of which nothing is marked yet,
  /// and the words of the lexicon in it: see `cutWords` for `corrections` and `flags`.
  package func cutPieces(
    of text: UnsafeBufferPointer<UInt16>, in extent: Extent,
    corrections: UnsafeBufferPointer<Stretch>, into flags: UnsafeMutablePointer<UInt8>,
    _ marks: WordMarks
  ) {
    guard extent.count > 0, let units = text.baseAddress else { return }
    flags[extent.start] |= marks.cut | marks.edge
    forEachPiece(of: units, in: extent) { start, end, isWord in
      flags[end] |= marks.cut | marks.edge
      if isWord { for place in start..<end { flags[place] |= marks.known } }
    }
    chooseWords(from: corrections, in: extent) { start, end in
      for place in start + 1..<end { flags[place] = flags[place] & ~marks.cut | marks.joined }
      flags[start] |= marks.cut
      flags[end] |= marks.cut
    }
  }

  /// Cuts the words of a piece that `cutPieces` has marked, from one edge to the next.
  package func cutPiece(
    of text: UnsafeBufferPointer<UInt16>, in piece: Extent,
    into flags: UnsafeMutablePointer<UInt8>, _ marks: WordMarks
  ) {
    guard piece.count > 0, let units = text.baseAddress else { return }
    cutPlainWords(of: units, in: piece, into: Cuts(flags: flags, mark: marks.cut))
    for place in piece.range { flags[place] |= marks.known }
    for place in piece.start + 1...piece.end where flags[place] & marks.joined != 0 {
      flags[place] &= ~marks.cut
    }
  }

  private func forEachPiece(
    of text: UnsafePointer<UInt16>, in extent: Extent,
    _ found: (_ start: Int, _ end: Int, _ isWord: Bool) -> Void
  ) {
    guard let rules = pieceRules(for: extent.count) else {
      return found(extent.start, extent.end, false)
    }
    var place = extent.start
    while place < extent.end {
      let piece = rules.piece(of: text, from: place, to: extent.end)
      found(place, piece.end, piece.isWord(from: place))
      place = piece.end
    }
  }
}
