// SPDX-License-Identifier: Apache-2.0

/// A growing buffer of plain values that is used again for one text after the other: no text pays
/// for memory that an earlier one made room for.
///
/// It is owned by one worker and freed with `free()`; reading past `count` is a fault of the caller.
struct Buffer<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  func free() { base.deallocate() }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count &+ 1) }
    base[count] = element
    count &+= 1
  }

  /// Appends it if it is wanted, without a branch: for what cannot be guessed.
  @inline(__always)
  mutating func append(_ element: Element, if isWanted: Bool) {
    if count == capacity { grow(to: count &+ 1) }
    base[count] = element
    count &+= isWanted ? 1 : 0
  }

  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    if count + elements.count > capacity { grow(to: count + elements.count) }
    if let source = elements.baseAddress {
      (base + count).update(from: source, count: elements.count)
    }
    count += elements.count
  }

  /// Adds what `write` writes behind the end, where there is room for `most` elements; it returns how
  /// many it wrote.
  @inline(__always)
  mutating func append(atMost most: Int, _ write: (UnsafeMutablePointer<Element>) -> Int) {
    if count &+ most > capacity { grow(to: count &+ most) }
    count &+= write(base + count)
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func popLast() -> Element? {
    guard count > 0 else { return nil }
    count &-= 1
    return base[count]
  }

  mutating func truncate(to count: Int) { self.count = min(count, self.count) }

  /// Makes it `count` elements long, all of them `element`.
  mutating func fill(_ element: Element, count: Int) {
    if count > capacity {
      self.count = 0
      grow(to: count)
    }
    base.update(repeating: element, count: count)
    self.count = count
  }

  /// Makes it `count` elements long, with nothing but zeros in them.
  mutating func fillWithZeros(count: Int) {
    if count > capacity {
      self.count = 0
      grow(to: count)
    }
    UnsafeMutableRawPointer(base).initializeMemory(
      as: UInt8.self, repeating: 0, count: count * MemoryLayout<Element>.stride)
    self.count = count
  }

  /// Makes it `count` elements long, all new ones `element`; does nothing where it is longer.
  @inline(__always)
  mutating func extend(to count: Int, with element: Element) {
    guard count > self.count else { return }
    if count > capacity { grow(to: count) }
    (base + self.count).update(repeating: element, count: count - self.count)
    self.count = count
  }

  /// Leaves of elements that are the `same` and stand together just the first.
  @inline(__always)
  mutating func keepFirst(ofSame same: (Element, Element) -> Bool) {
    var kept = 0
    for index in 0..<count where kept == 0 || !same(base[kept - 1], base[index]) {
      base[kept] = base[index]
      kept += 1
    }
    count = kept
  }

  var elements: UnsafeMutableBufferPointer<Element> { .init(start: base, count: count) }

  @inline(never)
  private mutating func grow(to least: Int) {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: max(least, capacity * 2))
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
    capacity = max(least, capacity * 2)
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// A copy of an array, which is read without a look at its bounds; `deallocate` it.
  static func copy(_ array: [Pointee]) -> Self {
    let base = allocate(capacity: Swift.max(array.count, 1))
    base.initialize(from: array, count: array.count)
    return base
  }
}
