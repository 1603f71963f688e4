// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Where a figure lies with 95 % confidence.
package struct Interval: Hashable, Sendable {
  package let low: Double
  package let high: Double
}

/// How far a figure depends on the documents that happen to be in the gold.
///
/// Draws as many documents as there are, with repetition, a thousand times, and takes the middle
/// 95 % of the figures. Documents and not mentions are drawn, for the mentions of one article are
/// alike. The seed is fixed: the same gold and output give the same interval.
package struct Bootstrap: Sendable {
  package let rounds: Int
  package let seed: UInt64

  package init(rounds: Int = 1000, seed: UInt64 = 20_200_318) {
    self.rounds = rounds
    self.seed = seed
  }

  /// `figure` gets the indices of the drawn documents. Rounds without a figure are left out;
  /// `nil` where there was never one.
  package func interval(documents: Int, figure: ([Int]) -> Double?) -> Interval? {
    guard documents > 0 else { return nil }
    var generator = SplitMix64(seed: seed)
    var figures: [Double] = []
    for _ in 0..<rounds {
      let sample = (0..<documents).map { _ in generator.next(below: documents) }
      if let figure = figure(sample) { figures.append(figure) }
    }
    guard !figures.isEmpty else { return nil }
    figures.sort()
    // Whole numbers, so that no rounding decides which figure is taken: 2.5 % off either end.
    let cut = figures.count * 25 / 1000
    return Interval(low: figures[cut], high: figures[figures.count - 1 - cut])
  }
}
