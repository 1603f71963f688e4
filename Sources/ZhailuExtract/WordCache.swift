// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// The words of a text, cut sentence by sentence when a rule first asks for one there.
final class WordCache {
  private let segmenter: Segmenter
  private var text: FoldedText
  private var segmentation = Segmentation(sentences: [])
  private var kept: Buffer<Stretch>
  private var flags = Buffer<UInt8>(capacity: 4096)

  /// The character at the place stands in a sentence, not in the white space between two.
  private static let inside: UInt8 = 1
  /// The words of that sentence are cut.
  private static let known: UInt8 = 2
  /// Words meet at the place, or a sentence begins or ends.
  private static let cut: UInt8 = 4

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

  /// Whether words meet at `place`.
  func isBoundary(_ place: Int) -> Bool {
    _ = hasWords(at: place)
    if place > 0 { _ = hasWords(at: place - 1) }
    return flags[place] & Self.cut != 0
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

  /// Cuts the sentence that holds the character at `place`; `false` where none does.
  @inline(__always)
  private func hasWords(at place: Int) -> Bool {
    let state = flags[place]
    if state & Self.known != 0 { return true }
    guard state & Self.inside != 0 else { return false }
    cutSentence(at: place)
    return true
  }

  @inline(never)
  private func cutSentence(at place: Int) {
    guard let sentence = segmentation.sentence(at: place) else { return }
    let extent = segmentation.sentences[sentence]
    for place in extent.range { flags.base[place] |= Self.known }
    text.units.withUnsafeBufferPointer { units in
      segmenter.cutWords(
        of: units, in: extent, corrections: UnsafeBufferPointer(kept.elements),
        into: flags.base, mark: Self.cut)
    }
    flags.base[extent.start] |= Self.cut
    flags.base[extent.end] |= Self.cut
  }
}
