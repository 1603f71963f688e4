// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment

/// Reads what `ImageWriter` wrote. Numbers and arrays are used where they are; texts are made when
/// they are asked for.
///
/// It never reads outside of its bytes: where a count leads there, the image is damaged.
struct ImageReader {
  private let bytes: UnsafeRawBufferPointer
  /// What keeps the bytes alive.
  private let owner: AnyObject?
  private var place = 0

  /// `bytes` begin at a multiple of eight.
  init(_ bytes: UnsafeRawBufferPointer, owner: AnyObject?) {
    self.bytes = bytes
    self.owner = owner
  }

  mutating func number() throws(DamagedImage) -> Int {
    place = (place + 7) & ~7
    guard place + 8 <= bytes.count else { throw DamagedImage() }
    defer { place += 8 }
    return Int(Int64(littleEndian: bytes.load(fromByteOffset: place, as: Int64.self)))
  }

  /// A number that is no place outside of `0..<limit`.
  mutating func number(below limit: Int) throws(DamagedImage) -> Int {
    let number = try number()
    guard number >= 0, number < limit else { throw DamagedImage() }
    return number
  }

  mutating func flag() throws(DamagedImage) -> Bool { try number() != 0 }

  mutating func elements<Element: BitwiseCopyable & Sendable>()
    throws(DamagedImage) -> FlatArray<Element>
  {
    let part = try part(stride: MemoryLayout<Element>.stride)
    return FlatArray(
      base: part.start.assumingMemoryBound(to: Element.self), count: part.count, owner: owner)
  }

  /// A copy, for what is small or is changed.
  mutating func array<Element: BitwiseCopyable & Sendable>() throws(DamagedImage) -> [Element] {
    let elements: FlatArray<Element> = try elements()
    return elements.array
  }

  /// As many of something as the image says, each as `read` reads it.
  mutating func list<Element>(
    _ read: (inout ImageReader) throws(DamagedImage) -> Element
  ) throws(DamagedImage) -> [Element] {
    // Each takes a byte at least.
    let count = try number(below: bytes.count)
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  mutating func text() throws(DamagedImage) -> String {
    let part = try part(stride: 1)
    return String(
      decoding: UnsafeRawBufferPointer(start: part.start, count: part.count), as: UTF8.self)
  }

  mutating func optionalText() throws(DamagedImage) -> String? {
    try flag() ? try text() : nil
  }

  mutating func texts() throws(DamagedImage) -> ImageTexts {
    let starts: FlatArray<UInt32> = try elements()
    let letters: FlatArray<UInt8> = try elements()
    guard starts.count > 0 else { throw DamagedImage() }
    return ImageTexts(starts: starts, letters: letters)
  }

  mutating func words() throws(DamagedImage) -> [[UInt16]] {
    let starts: FlatArray<UInt32> = try elements()
    let units: FlatArray<UInt16> = try elements()
    guard starts.count > 0 else { throw DamagedImage() }
    var words: [[UInt16]] = []
    words.reserveCapacity(starts.count - 1)
    for index in 1..<starts.count {
      let (start, end) = (Int(starts[index - 1]), Int(starts[index]))
      guard start <= end, end <= units.count else { throw DamagedImage() }
      words.append(Array(UnsafeBufferPointer(start: units.base + start, count: end - start)))
    }
    return words
  }

  mutating func trie() throws(DamagedImage) -> DoubleArrayTrie {
    let part = try part(stride: 1)
    let image = UnsafeRawBufferPointer(start: part.start, count: part.count)
    guard let trie = DoubleArrayTrie(checkedImage: image, owner: owner) else {
      throw DamagedImage()
    }
    return trie
  }

  mutating func pairs() throws(DamagedImage) -> PairFilter {
    let words: FlatArray<UInt64> = try elements()
    guard
      let pairs = PairFilter(
        words: UnsafeBufferPointer(start: words.base, count: words.count), owner: owner)
    else { throw DamagedImage() }
    return pairs
  }

  private mutating func part(
    stride: Int
  ) throws(DamagedImage) -> (start: UnsafeRawPointer, count: Int) {
    let count = try number()
    guard count >= 0, count <= (bytes.count - place) / stride, let start = bytes.baseAddress else {
      throw DamagedImage()
    }
    defer { place += count * stride }
    return (start + place, count)
  }
}

/// Texts in an image, each made when it is asked for.
struct ImageTexts: RandomAccessCollection, Sendable {
  /// One more than there are texts.
  fileprivate let starts: FlatArray<UInt32>
  fileprivate let letters: FlatArray<UInt8>

  var startIndex: Int { 0 }
  var endIndex: Int { starts.count - 1 }

  subscript(_ index: Int) -> String {
    let end = Swift.min(Int(starts[index + 1]), letters.count)
    let start = Swift.min(Int(starts[index]), end)
    return String(
      decoding: UnsafeBufferPointer(start: letters.base + start, count: end - start),
      as: UTF8.self)
  }
}

/// An image that says nothing which can be used: cut, changed, or of another program.
package struct DamagedImage: Error {
  package init() {}
}
