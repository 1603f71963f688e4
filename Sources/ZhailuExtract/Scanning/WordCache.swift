// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// The words of a text, cut when a rule first asks for one there: just the piece of the sentence that
/// nothing but Han runs through.
final class WordCache {
  private let segmenter: Segmenter
  private var text: FoldedText
  private var segmentation = Segmentation(sentences: [])
  private var kept: Buffer<Stretch>
  private var flags = Buffer<UInt8>(capacity: 4096)

  /// The character at the place stands in a sentence, not in the white space between two.
  private static let inside: UInt8 = 1
  /// The pieces of that sentence are marked.
  private static let walked: UInt8 = 8
  /// The words of that piece are cut.
  private static let known: UInt8 = 2
  /// Words meet at the place, or a sentence begins or ends.
  private static let cut: UInt8 = 4
  private static let marks = WordMarks(cut: cut, known: known, edge: 16, joined: 32)

  init(_ segmenter: Segmenter, kept: Buffer<Stretch>) {
    self.segmenter = segmenter
    self.kept = kept
    text = FoldedText(Article(number: 1, blocks: []), of: SourceText(id: "", units: []))
  }

  deinit { flags.free() }

  /// `kept` are the words of lexicons that the segmenter keeps whole, in order of their starts.
  func reset(_ text: FoldedText, kept: Buffer<Stretch>) {
    self.text = text
    self.kept = kept
    segmentation = segmenter.segmentation(of: text)
    flags.fill(0, count: text.units.count + 1)
    for sentence in segmentation.sentences {
      (flags.base + sentence.start).update(repeating: Self.inside, count: sentence.count)
    }
  }

  @inline(__always)
  func word(startingAt place: Int) -> Extent? {
    guard hasWords(at: place), flags[place] & Self.cut != 0 else { return nil }
    var end = place &+ 1
    while flags[end] & Self.cut == 0 { end &+= 1 }
    return Extent(place, end)
  }

  @inline(__always)
  func word(endingAt place: Int) -> Extent? {
    guard place > 0, hasWords(at: place &- 1), flags[place] & Self.cut != 0 else { return nil }
    var start = place &- 1
    while flags[start] & Self.cut == 0 { start &-= 1 }
    return Extent(start, place)
  }

  /// Cuts the piece that holds the character at `place`; `false` where no sentence does.
  @inline(__always)
  private func hasWords(at place: Int) -> Bool {
    let state = flags[place]
    if state & Self.known != 0 { return true }
    guard state & Self.inside != 0 else { return false }
    cutPiece(at: place)
    return true
  }

  @inline(never)
  private func cutPiece(at place: Int) {
    if flags[place] & Self.walked == 0 { cutPieces(at: place) }
    guard flags[place] & Self.known == 0 else { return }
    var (start, end) = (place, place + 1)
    while flags[start] & Self.marks.edge == 0 { start -= 1 }
    while flags[end] & Self.marks.edge == 0 { end += 1 }
    text.units.withUnsafeBufferPointer {
      segmenter.cutPiece(of: $0, in: Extent(start, end), into: flags.base, Self.marks)
    }
  }

  /// Marks the pieces of the sentence that holds the character at `place`.
  private func cutPieces(at place: Int) {
    guard let sentence = segmentation.sentence(at: place) else { return }
    let extent = segmentation.sentences[sentence]
    for place in extent.range { flags.base[place] |= Self.walked }
    text.units.withUnsafeBufferPointer { units in
      segmenter.cutPieces(
        of: units, in: extent, corrections: UnsafeBufferPointer(kept.elements),
        into: flags.base, Self.marks)
    }
  }
}
