// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

extension FieldCollector {
  /// How a match came about, for a reader.
  func derivation(of match: Match) -> Derivation {
    let unit = plan.rules.units[Int(match.unit)]
    let names = unit.programs[Int(match.program)].slots
    let slots = fillings(of: match).map { filling in
      Derivation.Slot(
        name: names[Int(filling.slot)], extent: filling.extent, source: source(of: filling),
        inner: inner(of: filling))
    }
    return Derivation(rule: unit.rule.id, extent: match.mention, slots: slots)
  }

  private func inner(of filling: Match.Filling) -> [Derivation] {
    guard let edge = edge(of: filling), edge.source == .match else { return [] }
    return [derivation(of: matches[Int(edge.payload)])]
  }

  private func source(of filling: Match.Filling) -> String {
    guard let edge = edge(of: filling) else { return "the text" }
    switch edge.source {
    case .numeral:
      let numeral = lattice.numerals[Int(edge.payload)]
      let high = numeral.high.map { " to \($0)" } ?? ""
      let modifier = numeral.modifier.map { ", \($0.rawValue)" } ?? ""
      return "number \(numeral.low)\(high)\(modifier)"
    case .word: return source(of: plan.rules.hits[Int(hit(of: filling))])
    case .cell:
      let unit = lattice.cells[Int(edge.payload)].unit
      guard unit >= 0 else { return "a date under a heading" }
      return "a number under a heading, \(source(of: plan.rules.hits[Int(unit)]))"
    case .match: return plan.rules.units[Int(matches[Int(edge.payload)].unit)].rule.id
    }
  }

  private func source(of hit: RuleSet.Hit) -> String {
    guard hit.lexicon >= 0 else { return "the text" }
    let lexicon = plan.rules.lexicons[Int(hit.lexicon)]
    let entry = lexicon.entries[Int(hit.entry)]
    let columns = zip(lexicon.columns, entry.values).filter { !$0.1.isEmpty }
      .map { "\($0.0) \($0.1)" }
    let values = columns.isEmpty ? "" : " → \(columns.joined(separator: ", "))"
    return "lexicon \(lexicon.name), line \(entry.place.line)\(values)"
  }
}
