// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

/// All that `zhailu validate` has to say; each format says it in a file of its own.
package struct ScoreReport: Sendable {
  package let score: Score
  package let causes: Causes
  /// For the places of gold, and its faults.
  package let gold: GoldSet
  package let bars: Bars?
  package let missedBars: [Bars.Missed]

  package init(score: Score, causes: Causes, gold: GoldSet, bars: Bars? = nil) {
    self.score = score
    self.causes = causes
    self.gold = gold
    self.bars = bars
    missedBars = bars?.missed(by: score) ?? []
  }

  /// Lines of gold and bars that could not be used; the score stands without them.
  package var faults: [LineFault] { gold.faults + (bars?.faults ?? []) }

  /// Whether every line was read and every bar reached.
  package var isFine: Bool { faults.isEmpty && missedBars.isEmpty }
}

extension Failure {
  /// The failure on a line, after its context: `gold amount=5000 currency=CNY; nothing found`.
  var values: String {
    let hidden: Set = ["entity", "mentions"]
    func shown(_ record: Record, _ side: String) -> String {
      let isElsewhere = record.span != span || record.type != type
      let place =
        isElsewhere
        ? " \(record.type.rawValue) 【\(record.text.oneLine)】 \(record.span.start)-\(record.span.end)"
        : ""
      return "\(side)\(place) \(record.value.shown(without: hidden))"
    }
    let sides = [
      gold.map { shown($0, "gold") } ?? "not in the gold",
      found.map { shown($0, "found") } ?? "nothing found",
    ]
    return (sides + (rule.map { ["by \($0)"] } ?? [])).joined(separator: "; ")
  }
}
