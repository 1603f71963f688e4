// SPDX-License-Identifier: Apache-2.0

/// A half-open range of Unicode scalars of a document's text as given: what records state.
///
/// `Span(start: 2, end: 5)` of 捐款200万 is 200. These are also the indices of Python's `str`.
package struct Span: Hashable, Sendable, Comparable {
  package let start: Int
  package let end: Int

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }

  package func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// By start, then by end: the order of records.
  package static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A half-open range of UTF-16 units of some text, source or folded: what the program works with.
package struct Extent: Hashable, Sendable, Comparable, BitwiseCopyable {
  package let start: Int
  package let end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package var count: Int { end - start }
  package var range: Range<Int> { start..<end }

  package func overlaps(_ other: Extent) -> Bool { start < other.end && other.start < end }
  package func contains(_ other: Extent) -> Bool { start <= other.start && other.end <= end }

  package static func < (left: Extent, right: Extent) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
