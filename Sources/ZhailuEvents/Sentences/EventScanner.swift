// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Reads an article into sentences of tokens: mentions, words of the event lexicons, commas.
///
/// One pass, a step of a trie at most places; what stands in parentheses is left out, but for the
/// mentions that hold the parentheses themselves.
struct EventScanner {
  /// The tokens of a sentence; `block` counts line feeds.
  typealias Reader = (
    _ tokens: [EventToken], _ extent: Extent, _ block: Int, _ sort: Sort
  ) -> Void

  enum Sort {
    /// It has a verb.
    case verb
    /// It has none, but may go on with what was told.
    case verbless
    /// It has sums or counts, which tell something only in a list.
    case numbers
  }

  let article: EventArticle

  init(_ article: EventArticle) { self.article = article }

  func forEachSentence(_ read: Reader) {
    article.units.withUnsafeBufferPointer { text in
      article.mentions.withUnsafeBufferPointer { mentions in
        var scan = EventScan(rules: article.rules, text: text, mentions: mentions)
        scan.run(read)
      }
    }
  }
}
