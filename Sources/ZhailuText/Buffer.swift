// SPDX-License-Identifier: Apache-2.0

/// A growing buffer of plain values that is used again for one text after the other: no text pays
/// for memory that an earlier one made room for.
///
/// It is owned by one worker and freed with `free()`; reading past `count` is a fault of the caller. A copy is
/// a view of the same memory, to be read until its owner appends again: what grows moves.
/// Public, since what is only of the package is not inlined in other modules of it.
public struct Buffer<Element: BitwiseCopyable> {
  @usableFromInline var memory: UnsafeMutablePointer<Element>
  @usableFromInline var used = 0
  @usableFromInline var capacity: Int

  @inlinable public var base: UnsafeMutablePointer<Element> { @inline(__always) get { memory } }
  @inlinable public var count: Int { @inline(__always) get { used } }

  @inlinable
  public init(capacity: Int = 256) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  @inlinable
  public func free() { base.deallocate() }

  @inlinable @inline(__always)
  public subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inlinable @inline(__always)
  public mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    base[count] = element
    used &+= 1
  }

  /// Appends it if it is wanted, without a branch: for what cannot be guessed.
  @inlinable @inline(__always)
  public mutating func append(_ element: Element, if isWanted: Bool) {
    if count == capacity { grow(to: count &+ 1) }
    base[count] = element
    used &+= isWanted ? 1 : 0
  }

  @inlinable
  public mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    if count + elements.count > capacity { grow(to: count + elements.count) }
    if let source = elements.baseAddress {
      (base + count).update(from: source, count: elements.count)
    }
    used += elements.count
  }

  /// Adds what `write` writes behind the end, where there is room for `most` elements; it returns how
  /// many it wrote.
  @inlinable @inline(__always)
  public mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
    if count &+ most > capacity { grow(to: count &+ most) }
    used &+= write(base + count)
  }

  @inlinable @inline(__always)
  public mutating func removeAll() { used = 0 }

  @inlinable @inline(__always)
  public mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    used &-= 1
    return base[count]
  }

  @inlinable
  public mutating func truncate(to count: Int) { used = min(count, used) }

  /// Makes it `count` elements long, all of them `element`.
  @inlinable
  public mutating func fill(_ element: Element, count: Int) {
    if count > capacity {
      used = 0
      grow(to: count)
    }
    base.update(repeating: element, count: count)
    used = count
  }

  /// Makes it `count` elements long, with nothing but zeros in them.
  @inlinable
  public mutating func fillWithZeros(count: Int) {
    if count > capacity {
      used = 0
      grow(to: count)
    }
    UnsafeMutableRawPointer(base).initializeMemory(
      as: UInt8.self, repeating: 0, count: count * MemoryLayout<Element>.stride)
    used = count
  }

  /// Makes it `count` elements long, all new ones `element`; does nothing where it is longer.
  @inlinable @inline(__always)
  public mutating func extend(to count: Int, with element: Element) {
    guard count > used else { return }
    if count > capacity { grow(to: count) }
    (base + used).update(repeating: element, count: count - used)
    used = count
  }

  /// Leaves of elements that are the `same` and stand together just the first.
  @inlinable @inline(__always)
  public mutating func keepFirst(ofSame same: (Element, Element) -> Bool) {
    var kept = 0
    for index in 0..<count where kept == 0 || !same(base[kept - 1], base[index]) {
      base[kept] = base[index]
      kept += 1
    }
    used = kept
  }

  @inlinable
  public var elements: UnsafeMutableBufferPointer<Element> { .init(start: base, count: count) }

  @inlinable @inline(never)
  mutating func grow(to least: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(least, capacity * 2))
    larger.update(from: base, count: count)
    base.deallocate()
    memory = larger
    capacity = max(least, capacity * 2)
  }
}
