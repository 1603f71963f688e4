// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment

/// The texts of one to three characters of a model of evidence, as plain pointers.
final class GramTable {
  let trie: DoubleArrayTrie
  let pairs: PairFilter
  let weights: UnsafePointer<EvidenceModel.Gram>
  /// By code.
  let firsts: UnsafePointer<EvidenceModel.First>
  /// Keeps what the pointers lead to.
  private let model: EvidenceModel

  init(_ model: EvidenceModel) {
    self.model = model
    trie = model.grams
    pairs = model.pairs
    weights = model.weights.base
    firsts = model.firsts.base
  }
}
