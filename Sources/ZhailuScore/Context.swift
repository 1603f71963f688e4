// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// A mention as it stands in its text, for a reader: 向区红十字会捐赠了【170件】全新军大衣,2000.
package struct Context: Hashable, Sendable, CustomStringConvertible {
  package let before: String
  package let mention: String
  package let after: String

  /// How many characters stand either side.
  static let width = 8

  /// Without the document's text, or with a text that ends before the mention: the mention alone.
  package init(of record: Record, in source: SourceText?) {
    mention = record.text
    guard let source, record.span.start >= 0, record.span.end <= source.scalarCount,
      record.span.start <= record.span.end
    else {
      (before, after) = ("", "")
      return
    }
    let start = max(0, record.span.start - Self.width)
    let end = min(source.scalarCount, record.span.end + Self.width)
    before = source[source.extent(of: Span(start: start, end: record.span.start))]
    after = source[source.extent(of: Span(start: record.span.end, end: end))]
  }

  /// On one line. Of a long event the ends are enough to know it.
  package var description: String {
    let scalars = mention.unicodeScalars
    let shown =
      scalars.count <= 60 ? mention : "\(String(scalars.prefix(28)))…\(String(scalars.suffix(28)))"
    return "\(before)【\(shown)】\(after)".oneLine
  }
}
