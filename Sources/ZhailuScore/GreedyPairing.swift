// SPDX-License-Identifier: Apache-2.0

/// Pairs one to one, the best first: of a sorted list of candidates each is a pair whose two are
/// still free.
struct GreedyPairing {
  /// Places in both lists, in the order of the gold.
  let pairs: [(gold: Int, found: Int)]
  /// Places of those without a partner.
  let missed: [Int]
  let spurious: [Int]

  init(gold: Int, found: Int, best candidates: some Sequence<(gold: Int, found: Int)>) {
    var partners = [Int?](repeating: nil, count: gold)
    var isTaken = [Bool](repeating: false, count: found)
    for candidate in candidates {
      guard partners[candidate.gold] == nil, !isTaken[candidate.found] else { continue }
      partners[candidate.gold] = candidate.found
      isTaken[candidate.found] = true
    }
    pairs = partners.indices.compactMap { index in partners[index].map { (index, $0) } }
    missed = partners.indices.filter { partners[$0] == nil }
    spurious = isTaken.indices.filter { !isTaken[$0] }
  }
}
