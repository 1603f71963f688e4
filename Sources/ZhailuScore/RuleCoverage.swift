// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRecords
import ZhailuText
import ZhailuValues

/// What each rule finds on a corpus: how much, how much of it is right, and how much it lost.
package struct RuleCoverage: Sendable {
  /// The counts of one rule.
  package struct Count: Sendable, Hashable {
    package var records = 0
    package var placed = 0
    package var right = 0
    package var lost = 0
    package var lostRight = 0
    package var failed = 0
    /// How many moves of its patterns were tried.
    package var moves = 0
  }

  /// A rule as coverage needs it: its name and the type that it finds.
  package struct Unit: Sendable {
    let name: String
    /// `nil` for a named pattern, and for a rule of a helper type.
    let type: MentionType?

    package init(name: String, type: MentionType?) {
      self.name = name
      self.type = type
    }
  }

  /// As candidates number them.
  private let units: [Unit]
  package private(set) var counts: [String: Count] = [:]
  /// The gold, by type.
  private var goldCounts: [MentionType: Int] = [:]

  package init(units: [Unit]) {
    self.units = units
  }

  /// Counts a document; without gold only what is found.
  package mutating func add(_ found: [Extraction], in source: SourceText, gold: [Record]?) {
    let byPlace = Dictionary(grouping: gold ?? []) { Place(type: $0.type, span: $0.span) }
    for record in gold ?? [] { goldCounts[record.type, default: 0] += 1 }
    for extraction in found {
      for mention in extraction.mentions {
        let place = self.place(mention.type, mention.extent, extraction, source)
        counts[mention.rule, default: Count()].records += 1
        guard let gold = byPlace[place]?.first else { continue }
        counts[mention.rule, default: Count()].placed += 1
        if isRight(mention, gold, source, place.span) {
          counts[mention.rule, default: Count()].right += 1
        }
      }
      addLosers(of: extraction, source, gold: Set(byPlace.keys))
    }
  }

  /// Counts the moves that a rule tried.
  package mutating func add(moves: Int, of unit: Int) {
    counts[units[unit].name, default: Count()].moves += moves
  }

  private struct Place: Hashable {
    let type: MentionType
    let span: Span
  }

  private func place(
    _ type: MentionType, _ extent: Extent, _ extraction: Extraction, _ source: SourceText
  ) -> Place {
    Place(type: type, span: source.span(of: extraction.text.sourceExtent(of: extent)))
  }

  private func isRight(
    _ mention: Mention, _ gold: Record, _ source: SourceText, _ span: Span
  ) -> Bool {
    let found = Record(
      document: source.id, article: "", type: mention.type, text: gold.text, span: span,
      value: Record.Fields(mention.value), rule: mention.rule)
    return FieldComparison.differences(gold: gold, found: found).isEmpty
  }

  private mutating func addLosers(
    of extraction: Extraction, _ source: SourceText, gold: Set<Place>
  ) {
    for candidate in extraction.candidates {
      let id = units[candidate.unit].name
      switch candidate.outcome {
      case .won: break
      case .failed: counts[id, default: Count()].failed += 1
      case .lost:
        counts[id, default: Count()].lost += 1
        if gold.contains(place(candidate.type, candidate.extent, extraction, source)) {
          counts[id, default: Count()].lostRight += 1
        }
      }
    }
  }

  // MARK: Rows

  /// A header and a row for each rule: by type and name, those without records at the end.
  package func table(hasGold: Bool) -> [[String]] {
    let header =
      hasGold
      ? [
        "rule", "finds", "records", "place", "value", "precision", "recall", "lost", "lost right",
        "no value", "share",
      ] : ["rule", "finds", "records", "lost", "no value", "share"]
    let moves = counts.values.reduce(0) { $0 + $1.moves }
    // Events have no patterns to count; `validate` says how many are right.
    let rules = units.filter { $0.type != nil && $0.type != .event }.sorted {
      ($0.type?.index ?? 0, $0.name) < ($1.type?.index ?? 0, $1.name)
    }
    let active = rules.filter { (counts[$0.name]?.records ?? 0) > 0 }
    let idle = rules.filter { (counts[$0.name]?.records ?? 0) == 0 }
    return [header] + (active + idle).map { row(of: $0, hasGold: hasGold, moves) }
  }

  private func row(of rule: Unit, hasGold: Bool, _ moves: Int) -> [String] {
    let count = counts[rule.name] ?? Count()
    let share = Self.percent(count.moves, of: moves)
    let type = rule.type?.rawValue ?? ""
    guard hasGold else {
      return [rule.name, type, "\(count.records)", "\(count.lost)", "\(count.failed)", share]
    }
    let gold = rule.type.flatMap { goldCounts[$0] }
    return [
      rule.name, type, "\(count.records)", "\(count.placed)", "\(count.right)",
      gold == nil ? "-" : Self.percent(count.right, of: count.records),
      Self.percent(count.right, of: gold),
      "\(count.lost)", "\(count.lostRight)", "\(count.failed)", share,
    ]
  }

  /// In percent to one place, rounded half up, in whole numbers; `-` of nothing.
  package static func percent(_ part: Int, of whole: Int?) -> String {
    guard let whole, whole > 0 else { return "-" }
    let tenths = (part * 2000 + whole) / (2 * whole)
    return "\(tenths / 10).\(tenths % 10)%"
  }
}
