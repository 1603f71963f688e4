// SPDX-License-Identifier: Apache-2.0

/// Plain values in a row, in memory of their own or where they lie in a compiled image of rules.
///
/// Indices are not checked in release builds, as in the buffers of the road. Public, since what is only
/// of the package is not inlined in other modules of it.
public struct FlatArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection,
  @unchecked Sendable
{
  public let base: UnsafePointer<Element>
  public let count: Int
  /// What keeps the memory alive; nothing needs to for what is inside the program.
  private let owner: AnyObject?

  /// In memory of someone else, which `owner` keeps alive.
  init(base: UnsafePointer<Element>, count: Int, owner: AnyObject?) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  package init(_ elements: [Element]) {
    let own = Own(elements)
    self.init(base: own.base, count: elements.count, owner: own)
  }

  private final class Own {
    let base: UnsafeMutablePointer<Element>

    init(_ elements: [Element]) {
      base = .allocate(capacity: Swift.max(elements.count, 1))
      base.initialize(from: elements, count: elements.count)
    }

    deinit { base.deallocate() }
  }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }

  @inlinable @inline(__always)
  public subscript(_ index: Int) -> Element {
    assert(index >= 0 && index < count)
    return base[index]
  }

  @inlinable @inline(__always)
  public func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// A copy in an array.
  package var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
