// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRules
import ZhailuText

/// Marked texts, and the weights of a table of evidence that are learned from them.
package struct EvidenceTuning {
  /// A sample, where it is from, and how much it counts.
  struct Item {
    let sample: EvidenceSample
    let group: String
    let share: Float
    /// Samples of a document are in one fold.
    let document: UInt64
  }

  private let table: EvidenceTable
  package private(set) var keys = EvidenceSample.Keys()
  private(set) var items: [Item] = []
  package var settings = EvidenceTrainer.Settings()
  /// A weight is learned for evidence that stands in so many samples.
  package var leastCount = 4
  /// A weight that is less, up or down, is none.
  package var leastWeight = 1
  /// How many weights are learned at most; after a first run those that do the most are learned anew.
  package var mostWeights: Int?
  /// A weight of 1 in the table, as a logarithm of odds.
  package static let unit: Float = 0.1

  package init(table: EvidenceTable) {
    self.table = table
  }

  /// Adds the samples of a document. `group` is what scores are printed by.
  package mutating func add(
    group: String, document: String, share: Float,
    samples: (inout EvidenceSample.Keys) -> [EvidenceSample]
  ) {
    let hash = FNV1a(document.utf8).hash
    for sample in samples(&keys) {
      items.append(Item(sample: sample, group: group, share: share, document: hash ^ hash >> 32))
    }
  }

  // MARK: Learning

  /// Weights by key, from all items or from those that are not in a fold.
  package func weights(without fold: Int? = nil, of folds: Int = 1) -> [Int] {
    let training = items.filter { fold == nil || Int($0.document % UInt64(folds)) != fold! }
    let samples = training.filter { $0.share > 0 }.map { ($0.sample, $0.share) }
    let counts = counts(training)
    var isFixed = isFixed(counts)
    var learned = learn(samples, isFixed)
    if let most = mostWeights {
      isFixed = Self.fix(isFixed, allBut: most, by: learned, counts)
      learned = learn(samples, isFixed)
    }
    return learned.map {
      let weight = Int(($0 / Self.unit).rounded())
      return abs(weight) < leastWeight ? 0 : weight
    }
  }

  private func learn(_ samples: [(EvidenceSample, Float)], _ isFixed: [Bool]) -> [Float] {
    var trainer = EvidenceTrainer(
      initial: initialWeights, isFixed: isFixed, isName: keys.keys.map(\.isHashed),
      settings: settings)
    trainer.train(samples.map { (sample: $0.0, share: $0.1) })
    return trainer.weights
  }

  /// Leaves those weights free that do the most: that are large, or count often.
  private static func fix(
    _ isFixed: [Bool], allBut most: Int, by weights: [Float], _ counts: [Int32]
  ) -> [Bool] {
    func use(_ key: Int) -> Float { abs(weights[key]) * Float(counts[key]).squareRoot() }
    let free = isFixed.indices.filter { !isFixed[$0] && weights[$0] != 0 }
      .sorted { (use($0), $1) > (use($1), $0) }
    var result = [Bool](repeating: true, count: isFixed.count)
    for key in free.prefix(most) { result[key] = false }
    return result
  }

  private var pinned: [UInt64: Int] {
    Dictionary(
      table.rows.filter(\.isPinned).map { ($0.key.bits, $0.weight) }, uniquingKeysWith: { $1 })
  }

  private var initialWeights: [Float] {
    let pinned = pinned
    return keys.keys.map { Float(pinned[$0.bits] ?? 0) * Self.unit }
  }

  /// In how many samples each key stands.
  private func counts(_ training: [Item]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: keys.keys.count)
    var last = [Int32](repeating: -1, count: keys.keys.count)
    for (index, item) in training.enumerated() where item.share > 0 {
      for lists in [item.sample.starts, item.sample.ends, item.sample.insides, item.sample.wholes] {
        for key in lists.values where last[Int(key)] != Int32(index) {
          last[Int(key)] = Int32(index)
          counts[Int(key)] += 1
        }
      }
    }
    return counts
  }

  /// Evidence that is pinned, or too rare to learn from.
  private func isFixed(_ counts: [Int32]) -> [Bool] {
    let pinned = pinned
    return keys.keys.indices.map {
      Int(counts[$0]) < leastCount || pinned[keys.keys[$0].bits] != nil
    }
  }

  // MARK: Scores

  /// Counts of one group.
  package struct Tally: Sendable {
    package var gold = 0
    package var found = 0
    package var right = 0
    package var overlapping = 0
    /// Marked spans that some proposal covers.
    package var reachable = 0

    package var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    package var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    package var f1: Double { gold + found == 0 ? 0 : 2 * Double(right) / Double(gold + found) }
    package var overlap: Double {
      gold + found == 0 ? 0 : 2 * Double(overlapping) / Double(gold + found)
    }
    package var reach: Double { gold == 0 ? 0 : Double(reachable) / Double(gold) }
  }

  /// Lines that say what was missed or found in excess, with the text around it.
  package private(set) var errors: [String] = []

  /// By group, what each fold's texts give with the weights of the other folds.
  package mutating func crossValidate(folds: Int, threshold: Int) -> [(group: String, tally: Tally)]
  {
    var tallies: [String: Tally] = [:]
    for fold in 0..<folds {
      let weights = weights(without: fold, of: folds)
      score(weights, threshold: threshold, into: &tallies) {
        Int($0.document % UInt64(folds)) == fold
      }
    }
    return tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// By group, what all texts give with given weights.
  package mutating func score(_ weights: [Int], threshold: Int) -> [(group: String, tally: Tally)] {
    var tallies: [String: Tally] = [:]
    score(weights, threshold: threshold, into: &tallies) { _ in true }
    return tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private mutating func score(
    _ weights: [Int], threshold: Int, into tallies: inout [String: Tally],
    where isScored: (Item) -> Bool
  ) {
    let weights = weights.map(Float.init)
    for item in items where isScored(item) {
      let scores = EvidenceTrainer.scores(of: item.sample, weights)
      let found = EvidenceTrainer.choose(item.sample, scores, threshold: Float(threshold))
      var tally = tallies[item.group] ?? Tally()
      tally.gold += item.sample.gold.count
      tally.found += found.count
      tally.right += found.intersection(item.sample.gold).count
      tally.overlapping += Self.overlapping(item.sample.gold, found)
      tally.reachable += item.sample.spans.count { $0.isGold }
      tallies[item.group] = tally
      note(item, found: found, scores: scores)
    }
  }

  private mutating func note(_ item: Item, found: Set<Extent>, scores: [Float]) {
    let gold = item.sample.gold
    for extent in gold.symmetricDifference(found).sorted() {
      let index = item.sample.spans.firstIndex {
        $0.start == extent.start && $0.end == extent.end
      }
      let weight = index.map { String(Int(scores[$0])) } ?? "none"
      func text(_ start: Int, _ end: Int) -> String {
        let range = max(0, start)..<min(item.sample.length, end)
        return String(units: item.sample.units[range])
          .replacing("\n", with: "/")
      }
      let (start, end) = (extent.start, extent.end)
      errors.append(
        "\(item.group)\t\(gold.contains(extent) ? "missed" : "excess")\t\(weight)\t"
          + "\(text(start - 12, start))【\(text(start, end))】\(text(end, end + 10))")
    }
  }

  /// How many of both sides can be paired with one that they overlap.
  private static func overlapping(_ gold: Set<Extent>, _ found: Set<Extent>) -> Int {
    var free = found.sorted()
    var count = 0
    for span in gold.sorted() {
      if let index = free.firstIndex(where: { $0.start < span.end && span.start < $0.end }) {
        free.remove(at: index)
        count += 1
      }
    }
    return count
  }

  /// The weights of the table as it is.
  package var tableWeights: [Int] {
    let known = Dictionary(table.rows.map { ($0.key.bits, $0.weight) }, uniquingKeysWith: { $1 })
    return keys.keys.map { known[$0.bits] ?? 0 }
  }

  // MARK: Writing

  /// The rows of the table with new weights: pinned ones as they were, words of lexicons even if
  /// they weigh nothing, so that they are learned again.
  package func rows(_ weights: [Int]) -> [(form: String, place: String, weight: Int, pin: Bool)] {
    var rows = table.rows.filter(\.isPinned).map {
      (form: $0.form, place: $0.place.rawValue, weight: $0.weight, pin: true)
    }
    let pinned = pinned
    for index in weights.indices where pinned[keys.keys[index].bits] == nil {
      let (form, place) = keys.forms[index]
      if weights[index] != 0 {
        rows.append((form, place.rawValue, weights[index], false))
      }
    }
    let names = Set(rows.compactMap { Self.list($0.form) })
    for list in table.lists where !names.contains(list) {
      rows.append(("{\(list)}", EvidenceKey.Place.inside.rawValue, 0, false))
    }
    let order = EvidenceKey.Place.allCases.map(\.rawValue)
    return rows.sorted {
      (order.firstIndex(of: $0.place)!, $0.form.hasPrefix("{") ? 0 : 1, $0.form)
        < (order.firstIndex(of: $1.place)!, $1.form.hasPrefix("{") ? 0 : 1, $1.form)
    }
  }

  private static func list(_ form: String) -> String? {
    guard form.hasPrefix("{"), let end = form.firstIndex(of: "}") else { return nil }
    return String(form[form.index(after: form.startIndex)..<end])
  }
}
