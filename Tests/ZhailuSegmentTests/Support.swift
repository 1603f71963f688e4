// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment

@testable import ZhailuText

/// Random numbers that are the same on every run (Steele, Lea, Flood, "Fast Splittable
/// Pseudorandom Number Generators", 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

extension DoubleArrayTrie {
  init(words: [String]) { self.init(words.map { Array($0.utf16) }) }
}

/// The folded text of a document, all its articles' text being one.
func foldedText(_ text: String) -> FoldedText {
  let source = SourceText(id: "d", text: text)
  let blocks = [
    Article.Block(role: .paragraph, pieces: [Extent(0, source.units.count)], byline: nil)
  ]
  return FoldedText(Article(number: 1, blocks: blocks), of: source)
}
