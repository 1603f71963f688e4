// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment

/// The texts of one to three characters that evidence speaks of, so that a place of the text costs few
/// looks at what is not near: what single characters weigh lies in a row by their codes, which go by
/// frequency, and bits tell of two characters whether any text begins with them.
final class GramTable {
  struct First: BitwiseCopyable {
    /// What the character weighs by itself.
    var gram = EvidenceModel.Gram.none
    var isGram = false
    /// That of longer texts in the trie; -1 where there is none.
    var base: Int32 = -1
  }

  let trie: DoubleArrayTrie
  let pairs: PairFilter
  let weights: UnsafePointer<EvidenceModel.Gram>
  /// By code.
  let firsts: UnsafePointer<First>
  /// Keeps the weights.
  private let model: EvidenceModel

  init(_ model: EvidenceModel) {
    self.model = model
    trie = model.grams
    pairs = trie.pairs()
    weights = model.weights.base
    var firsts: [First] = []
    for unit in 0..<0x10000 {
      let code = Int(trie.codeTable[unit])
      while firsts.count <= code { firsts.append(First()) }
      let (base, number) = trie.first(UInt16(code))
      firsts[code].base = Int32(truncatingIfNeeded: base)
      guard number >= 0 else { continue }
      firsts[code].gram = weights[number]
      firsts[code].isGram = true
    }
    self.firsts = UnsafePointer(UnsafeMutablePointer.copy(firsts))
  }

  deinit { firsts.deallocate() }
}
