// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRecords
import ZhailuText

/// Which mention of the gold a found one stands for, one to one, in one document.
///
/// Exact places go first, then the longest overlap; of equal ones the gold mention that begins
/// earlier, then the found one. 【约200万元】 and 【200万元】 are a pair, not an exact one. The order
/// of the input does not matter.
package struct Alignment: Sendable {
  package struct Pair: Sendable, Equatable {
    package let gold: Record
    package let found: Record

    package var isExact: Bool { gold.span == found.span }
  }

  /// In the order of the gold.
  package let pairs: [Pair]
  /// Gold without a partner, and what was found without one.
  package let missed: [Record]
  package let spurious: [Record]

  package init(gold: [Record], found: [Record]) {
    let gold = gold.sorted(by: Record.precedes)
    let found = found.sorted(by: Record.precedes)
    let best = Self.candidates(gold, found).sorted().map { (gold: $0.gold, found: $0.found) }
    let pairing = GreedyPairing(gold: gold.count, found: found.count, best: best)
    pairs = pairing.pairs.map { Pair(gold: gold[$0.gold], found: found[$0.found]) }
    missed = pairing.missed.map { gold[$0] }
    spurious = pairing.spurious.map { found[$0] }
  }

  /// Two mentions that share characters; the better pair is the smaller.
  private struct Candidate: Comparable {
    let isExact: Bool
    let shared: Int
    let gold: Int
    let found: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.isExact != right.isExact { return left.isExact }
      return (-left.shared, left.gold, left.found) < (-right.shared, right.gold, right.found)
    }
  }

  private static func candidates(_ gold: [Record], _ found: [Record]) -> [Candidate] {
    // How far the found mentions up to each reach: those before the first that reaches into a
    // gold mention need no look.
    var furthest = 0
    let reaches = found.map { mention in
      furthest = max(furthest, mention.span.end)
      return furthest
    }
    var candidates: [Candidate] = []
    for (index, mention) in gold.enumerated() {
      var other = reaches.partitioningIndex { $0 > mention.span.start }
      while other < found.count, found[other].span.start < mention.span.end {
        let span = found[other].span
        let shared = mention.span.sharedCount(with: span)
        if shared > 0 {
          candidates.append(
            Candidate(isExact: mention.span == span, shared: shared, gold: index, found: other))
        }
        other += 1
      }
    }
    return candidates
  }
}

extension Span {
  /// How many characters two places have in common.
  func sharedCount(with other: Span) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }
}
