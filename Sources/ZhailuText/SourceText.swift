// SPDX-License-Identifier: Apache-2.0

/// A document as it was given: its text, decoded once, and what is known about it.
///
/// The text is never edited. Every record states its place in it, and its text is exactly that
/// slice.
package struct SourceText: Sendable {
  /// The document's id: from the input, or the file's path without its ending.
  package let id: String
  package let published: PublicationDate?
  /// The text in UTF-16 units; surrogates always stand in pairs.
  package let units: [UInt16]
  private let scalars: ScalarIndex

  package init(id: String, units: [UInt16], published: PublicationDate? = nil) {
    self.id = id
    self.published = published
    self.units = units
    self.scalars = ScalarIndex(units)
  }

  package init(id: String, text: String, published: PublicationDate? = nil) {
    self.init(id: id, units: Array(text.utf16), published: published)
  }

  package func span(of extent: Extent) -> Span {
    Span(start: scalars.scalar(ofUnit: extent.start), end: scalars.scalar(ofUnit: extent.end))
  }

  package func extent(of span: Span) -> Extent {
    Extent(scalars.unit(ofScalar: span.start), scalars.unit(ofScalar: span.end))
  }

  /// The number of Unicode scalars.
  package var scalarCount: Int { scalars.scalar(ofUnit: units.count) }

  package subscript(_ extent: Extent) -> String {
    units[extent.range].withUnsafeBufferPointer { String(units: $0) }
  }
}
