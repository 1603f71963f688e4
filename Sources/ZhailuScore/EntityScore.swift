// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// Whether mentions of one body are known as one, and called by its canonical name.
package struct EntityScore: Sendable, Hashable {
  /// The organizations found at their place, and of these those with the right canonical name.
  package let compared: Int
  package let named: Int
  /// B-cubed over the clusters of mentions of one `entity` in a document.
  ///
  /// For each mention, the share of its cluster that its partner's cluster has too; the mean over
  /// all mentions found is precision, over all of the gold recall. Mentions without a partner
  /// count as nothing, as in the reference scorer of Pradhan et al. (2014).
  package let clusters: Rates

  package var nameAccuracy: Double? { ratio(named, compared) }

  package init(_ comparison: Comparison) {
    var sums = Sums()
    for document in comparison.documents {
      if let alignment = document.mentions[.organization] { sums.add(alignment) }
    }
    compared = sums.compared
    named = sums.named
    clusters = sums.rates
  }

  private struct Sums {
    var compared = 0
    var named = 0
    private var precision = 0.0
    private var recall = 0.0
    private var gold = 0
    private var found = 0

    mutating func add(_ alignment: Alignment) {
      let pairs = alignment.pairs.filter(\.isExact)
      let golds = alignment.pairs.map(\.gold) + alignment.missed
      let founds = alignment.pairs.map(\.found) + alignment.spurious
      let goldSizes = Dictionary(grouping: golds, by: \.cluster).mapValues(\.count)
      let foundSizes = Dictionary(grouping: founds, by: \.cluster).mapValues(\.count)
      let common = Dictionary(grouping: pairs) { [$0.gold.cluster, $0.found.cluster] }
      for pair in pairs {
        let (left, right) = (pair.gold.cluster, pair.found.cluster)
        let shared = Double(common[[left, right]]!.count)
        precision += shared / Double(foundSizes[right]!)
        recall += shared / Double(goldSizes[left]!)
        if pair.gold.value["name"] == pair.found.value["name"] { named += 1 }
      }
      compared += pairs.count
      gold += golds.count
      found += founds.count
    }

    var rates: Rates {
      Rates(
        precision: found == 0 ? nil : precision / Double(found),
        recall: gold == 0 ? nil : recall / Double(gold),
        f1: gold + found == 0 ? nil : harmonicMean)
    }

    private var harmonicMean: Double {
      guard precision > 0, recall > 0 else { return 0 }
      let (left, right) = (precision / Double(found), recall / Double(gold))
      return 2 * left * right / (left + right)
    }
  }
}

extension Record {
  /// What mentions of one body share; without an `entity`, the name.
  fileprivate var cluster: String { value.text("entity") ?? value.text("name") ?? text }
}
