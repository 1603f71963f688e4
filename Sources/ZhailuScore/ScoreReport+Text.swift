// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

extension ScoreReport {
  /// The report for people at a terminal; of each cause at most so many examples.
  package func text(examples limit: Int = 3) -> String {
    let sections = [
      faultLines, summaryLines, typeTable, linkLines, eventTable, fieldTable, ruleTable,
      causeLines(examples: limit), barLines,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var faultLines: [String] { faults.map(\.description) }

  private var summaryLines: [String] {
    let unknown = score.unknownDocuments
    let tally = score[.micro]?.tally ?? Tally()
    let summary =
      "\(count(score.documentCount, "document")), \(count(tally.gold, "mention")) in the gold, "
      + "\(tally.found) found"
    guard !unknown.isEmpty else { return [summary] }
    return [summary, "not in the gold, left out: \(unknown.joined(separator: ", "))"]
  }

  private var typeTable: [String] {
    let rates = Measure.allCases.flatMap { ["\($0.rawValue) P", "R", "F1"] }
    var table = TextTable(header: ["type", "gold", "found"] + rates + ["value F1, 95 %"])
    for type in score.types {
      let figures = Measure.allCases.compactMap { type.rates[$0] }.flatMap(\.shown)
      table.add(
        ["\(type.scope)", "\(type.tally.gold)", "\(type.tally.found)"] + figures
          + [type.intervals[.value].map(\.shown) ?? "–"])
    }
    return table.lines
  }

  private var linkLines: [String] {
    var table = TextTable(header: ["links", "gold", "found", "P", "R", "F1"])
    let events = score.events
    for (name, counts) in [("event arguments", events.arguments), ("whole events", events.whole)] {
      let (gold, found) = counts.sizes
      table.add([name, "\(gold)", "\(found)"] + counts.rates.shown)
    }
    table.add(["entities, B-cubed", "", ""] + score.entities.clusters.shown)
    let names = score.entities
    guard names.compared > 0 else { return table.lines }
    return table.lines + [
      "canonical names right: \(names.nameAccuracy.shown) of \(names.compared) organizations at "
        + "their place"
    ]
  }

  private var eventTable: [String] {
    guard !score.events.kinds.isEmpty else { return [] }
    var table = TextTable(
      header: ["event", "gold", "found", "arguments P", "R", "F1", "whole P", "R", "F1"])
    for kind in score.events.kinds {
      let (gold, found) = kind.whole.sizes
      table.add(
        [kind.kind, "\(gold)", "\(found)"] + kind.arguments.rates.shown + kind.whole.rates.shown)
    }
    return table.lines
  }

  private var fieldTable: [String] {
    guard !score.fields.isEmpty else { return [] }
    var table = TextTable(header: ["type", "field", "compared", "right"], words: [0, 1])
    for field in score.fields {
      table.add([field.type.rawValue, field.field, "\(field.compared)", field.accuracy.shown])
    }
    return table.lines
  }

  private var ruleTable: [String] {
    guard !score.rules.isEmpty else { return [] }
    var table = TextTable(
      header: ["rule", "type", "found", "place P", "value P", "of the gold"], words: [0, 1])
    for rule in score.rules {
      table.add([
        rule.rule, rule.type.rawValue, "\(rule.found)", rule.placePrecision.shown,
        rule.valuePrecision.shown, rule.goldShare.shown,
      ])
    }
    return table.lines
  }

  private func causeLines(examples limit: Int) -> [String] {
    guard !causes.groups.isEmpty else { return [] }
    let misses = count(causes.missCount, "miss")
    let total = "\(misses), \(count(causes.falseAlarmCount, "false alarm"))"
    let lines = [total] + causes.groups.flatMap { self.lines(of: $0, examples: limit) }
    return limit == 0
      ? lines
      : lines + [
        "`zhailu explain --gold 'DOCUMENT START-END'` says what each rule tried at such a place."
      ]
  }

  private func lines(of group: Causes.Group, examples limit: Int) -> [String] {
    let head =
      "\(group.type.rawValue), \(group.cause): \(count(group.missCount, "miss")), "
      + count(group.falseAlarmCount, "false alarm")
    let examples = group.failures.prefix(limit).flatMap { failure in
      let span = failure.span
      return [
        "  \(failure.document) \(span.start)-\(span.end)  \(failure.context)",
        "    \(failure.values)",
      ]
    }
    let rest = group.failures.count - limit
    return [head] + examples + (rest > 0 && limit > 0 ? ["  and \(rest) more"] : [])
  }

  private var barLines: [String] { missedBars.map(\.description) }

  private func count(_ number: Int, _ thing: String) -> String {
    if number == 1 { return "1 \(thing)" }
    return thing.hasSuffix("s") ? "\(number) \(thing)es" : "\(number) \(thing)s"
  }
}

extension Rates {
  fileprivate var shown: [String] { [precision.shown, recall.shown, f1.shown] }
}

extension Interval {
  fileprivate var shown: String { "\(low.places(3))–\(high.places(3))" }
}

extension Counts {
  var sizes: (gold: Int, found: Int) {
    (truePositives + falseNegatives, truePositives + falsePositives)
  }
}
