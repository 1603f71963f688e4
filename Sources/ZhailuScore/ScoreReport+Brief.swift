// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

extension ScoreReport {
  /// One line a type, two for events, and the bars that are missed: for the end of a run.
  package var brief: String {
    var table = TextTable(header: ["type", "gold", "found", "strict F1", "value F1", "overlap F1"])
    for type in score.types {
      let figures = Measure.allCases.map { type.rates[$0]?.f1.shown ?? "–" }
      table.add(["\(type.scope)", "\(type.tally.gold)", "\(type.tally.found)"] + figures)
    }
    let events = score.events
    for (name, counts) in [("event arguments", events.arguments), ("whole events", events.whole)] {
      let (gold, found) = counts.sizes
      table.add([name, "\(gold)", "\(found)", "–", counts.rates.f1.shown, "–"])
    }
    let lines = faults.map(\.description) + table.lines + missedBars.map(\.description)
    return lines.joined(separator: "\n")
  }
}
