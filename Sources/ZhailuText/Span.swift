// SPDX-License-Identifier: Apache-2.0

/// A half-open range of Unicode scalars of a document's text as given: what records state.
///
/// `Span(start: 2, end: 5)` of 捐款200万 is 200. These are also the indices of Python's `str`. (Public, as
/// `Extent` is, since what is only of the package is not inlined in other modules of it.)
public struct Span: Hashable, Sendable, Comparable {
  public let start: Int
  public let end: Int

  @inlinable
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }

  @inlinable
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// By start, then by end: the order of records.
  @inlinable
  public static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// A half-open range of UTF-16 units of some text, source or folded: what the program works with.
public struct Extent: Hashable, Sendable, Comparable, BitwiseCopyable {
  public let start: Int
  public let end: Int

  @inlinable
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public var count: Int { end - start }
  @inlinable public var range: Range<Int> { start..<end }

  @inlinable
  public func overlaps(_ other: Extent) -> Bool { start < other.end && other.start < end }
  @inlinable
  public func contains(_ other: Extent) -> Bool { start <= other.start && other.end <= end }

  @inlinable
  public static func < (left: Extent, right: Extent) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
