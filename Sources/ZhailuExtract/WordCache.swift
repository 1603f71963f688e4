// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// The words of a text, cut sentence by sentence when a rule first asks for one there.
final class WordCache {
  private let text: FoldedText
  private let segmentation: Segmentation
  private let segmenter: Segmenter
  /// Whether a place is the end of a word; known for the sentences that were cut.
  private var isCut: [Bool]
  private var isKnown: [Bool]

  init(_ text: FoldedText, _ segmentation: Segmentation, _ segmenter: Segmenter) {
    self.text = text
    self.segmentation = segmentation
    self.segmenter = segmenter
    isCut = [Bool](repeating: false, count: text.units.count + 1)
    isKnown = [Bool](repeating: false, count: segmentation.sentences.count)
  }

  /// Whether words meet at `place`.
  func isBoundary(_ place: Int) -> Bool {
    if let sentence = segmentation.sentence(at: place) { cut(sentence) }
    if place > 0, let sentence = segmentation.sentence(at: place - 1) { cut(sentence) }
    return isCut[place]
  }

  func word(startingAt place: Int) -> Extent? {
    guard let sentence = segmentation.sentence(at: place) else { return nil }
    cut(sentence)
    guard isCut[place] else { return nil }
    var end = place + 1
    while !isCut[end] { end += 1 }
    return Extent(place, end)
  }

  func word(endingAt place: Int) -> Extent? {
    guard place > 0, let sentence = segmentation.sentence(at: place - 1) else { return nil }
    cut(sentence)
    guard isCut[place] else { return nil }
    var start = place - 1
    while !isCut[start] { start -= 1 }
    return Extent(start, place)
  }

  private func cut(_ sentence: Int) {
    guard !isKnown[sentence] else { return }
    isKnown[sentence] = true
    let extent = segmentation.sentences[sentence]
    isCut[extent.start] = true
    for end in segmenter.wordEnds(of: text, in: extent) { isCut[end] = true }
    isCut[extent.end] = true
  }
}
