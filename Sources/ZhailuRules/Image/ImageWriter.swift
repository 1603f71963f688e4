// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment

/// Writes the parts of a rule set one after the other; `ImageReader` reads them in the same order.
///
/// All numbers are little-endian and at multiples of eight, so that arrays can be used where they
/// are.
///
///     writer.write(hits)                      let hits: FlatArray<Hit> = try reader.elements()
struct ImageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ number: Int) {
    align()
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes += $0 }
  }

  mutating func write(_ flag: Bool) { write(flag ? 1 : 0) }

  /// How many, and their bytes. Of what a stride is longer than its element nothing is told, so
  /// that equal rules make equal images; a type with gaps between its fields must not be written.
  mutating func write<Element: BitwiseCopyable>(_ elements: some Collection<Element>) {
    write(elements.count)
    let gap = MemoryLayout<Element>.stride - MemoryLayout<Element>.size
    bytes.reserveCapacity(bytes.count + elements.count * MemoryLayout<Element>.stride)
    for element in elements {
      withUnsafeBytes(of: element) { bytes += $0 }
      if gap > 0 { bytes += repeatElement(0, count: gap) }
    }
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// Texts in one piece, and where each begins.
  mutating func write(_ texts: [String]) {
    var starts: [UInt32] = [0]
    var letters: [UInt8] = []
    for text in texts {
      letters += text.utf8
      starts.append(UInt32(clamping: letters.count))
    }
    write(starts)
    write(letters)
  }

  /// Folded words in one piece, and where each begins.
  mutating func write(_ words: [[UInt16]]) {
    var starts: [UInt32] = [0]
    for word in words { starts.append(starts[starts.count - 1] + UInt32(word.count)) }
    write(starts)
    write(Array(words.joined()))
  }

  mutating func write(_ trie: DoubleArrayTrie) { write(trie.image) }

  mutating func write(_ pairs: PairFilter) { write(pairs.words) }

  private mutating func align() {
    bytes += repeatElement(0, count: (8 - bytes.count % 8) % 8)
  }
}
