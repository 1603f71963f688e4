// SPDX-License-Identifier: Apache-2.0

/// One article of a document: its headline, byline and paragraphs, as places in the source.
///
/// A newspaper page is a document of several articles; most documents are one.
package struct Article: Sendable {
  package enum Role: String, Sendable {
    case headline
    case subheadline
    case paragraph
  }

  /// A headline or a paragraph: one running text, in more than one piece where a page column
  /// cut it in mid-sentence.
  package struct Block: Sendable {
    package let role: Role
    package let pieces: [Extent]
    /// The reporter's line inside the block: 本报讯(通讯员张雪晴), or a name at its end.
    package let byline: Extent?

    package var extent: Extent { Extent(pieces.first!.start, pieces.last!.end) }
  }

  /// From 1, in the order of the document.
  package let number: Int
  package let blocks: [Block]

  package init(number: Int, blocks: [Block]) {
    self.number = number
    self.blocks = blocks
  }

  package var headline: Block? { blocks.first { $0.role == .headline } }

  /// The article's id: `page#2` for the second of the document `page`.
  package func id(in source: SourceText) -> String { "\(source.id)#\(number)" }
}
