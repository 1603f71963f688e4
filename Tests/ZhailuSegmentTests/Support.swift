// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment

@testable import ZhailuText

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
