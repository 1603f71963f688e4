// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Sentences and words of a folded text.
///
/// Sentences are cut at once; the words of a sentence only when something asks for them, because
/// ICU's dictionary walk is the slowest thing in the pipeline.
package struct Segmentation: Sendable {
  /// In order, without the white space between them.
  package let sentences: [Extent]

  package init(sentences: [Extent]) {
    self.sentences = sentences
  }

  /// The index of the sentence that holds the unit at `offset`.
  package func sentence(at offset: Int) -> Int? {
    let index = sentences.partitioningIndex { $0.start > offset } - 1
    return index >= 0 && offset < sentences[index].end ? index : nil
  }
}
