// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Finds the words of a lexicon in a sentence, which the segmenter then keeps whole: 石景山区 and
/// 工商联 in 石景山区工商联.
///
/// The buffers are used again for the next sentence.
final class KeptWords {
  private let lexicon: DoubleArrayTrie
  /// The sentence in the codes of the trie, and a 0.
  private var codes: UnsafeMutablePointer<UInt16>
  private var capacity = 1024
  private var filter = PairFilter.passingAll()
  /// Units that are walked before the filter is made, which takes about as long as it saves there.
  private var unitsWithoutFilter = 100_000
  /// Those last found, in order of their starts.
  @exclusivity(unchecked) private(set) var words: [Stretch] = []

  init(_ lexicon: DoubleArrayTrie) {
    self.lexicon = lexicon
    codes = .allocate(capacity: capacity)
  }

  deinit { codes.deallocate() }

  func find(in text: UnsafeBufferPointer<UInt16>, _ extent: Extent) {
    words.removeAll(keepingCapacity: true)
    prepareFilter(for: extent.count)
    if extent.count >= capacity { grow(to: extent.count + 1) }
    let (codes, table) = (self.codes, lexicon.codeTable)
    for place in 0..<extent.count { codes[place] = table[Int(text[extent.start + place])] }
    codes[extent.count] = 0
    lexicon.forEachMatch(inCodes: codes, count: extent.count, filter: filter) { _, start, end in
      if end - start > 1 { words.append(Stretch(extent.start + start, extent.start + end)) }
    }
  }

  private func prepareFilter(for count: Int) {
    guard unitsWithoutFilter >= 0 else { return }
    unitsWithoutFilter -= count
    if unitsWithoutFilter < 0 { filter = lexicon.pairs() }
  }

  private func grow(to count: Int) {
    capacity = 2 * count
    codes.deallocate()
    codes = .allocate(capacity: capacity)
  }
}
