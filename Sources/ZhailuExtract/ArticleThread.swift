// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// What an article has told where a part of it ends, for the next to go on with. Few articles are so long
/// that they have more than one (see `Article.parts`).
///
/// A class, since what dates go by is a kilobyte: to hand that on by value would take a short text longer
/// than to read it.
final class ArticleThread {
  /// A table that goes on behind its headings.
  var table: ColumnReader.Table
  @exclusivity(unchecked) var dates: DateResolver
  /// How many paragraphs and sentences stand before.
  var place: DatePlace
  /// Where the part before ends in the source.
  private var end: Int
  let isTraditional: () -> Bool
  /// Found out where the first sum asks for it.
  var home: HomeCurrency?

  init(_ article: Article, of source: SourceText) {
    (table, place, end) = (.init(), DatePlace(block: 0, sentence: 0, isFirst: true), 0)
    let isTraditional = { HomeCurrency.isTraditional(article, in: source) }
    self.isTraditional = isTraditional
    dates = DateResolver(published: source.published, isTraditional: isTraditional)
  }

  /// The thread as `other` has it now.
  init(_ other: ArticleThread) {
    table = other.table
    dates = other.dates
    place = other.place
    end = other.end
    isTraditional = other.isTraditional
    home = other.home
  }

  /// Goes on to a part, which may begin inside a paragraph.
  func turn(to part: Article) {
    guard let first = part.blocks.first, let last = part.blocks.last else { return }
    if end > 0, first.extent.start > end { place = place.afterParagraph }
    end = last.extent.end
  }
}
