// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// From a match to the fields of its value, and to the derivation that a reader sees.
///
/// | slot holds | gives |
/// |---|---|
/// | a lexicon's entry | all its columns, by their names |
/// | a numeral | the field of the slot's name |
/// | words, characters | their text, as the field of the slot's name |
/// | a named pattern | its fields; as a group, where the slot is called start, end or has a dot |
///
/// A slot that is called as one of its lexicon's columns fills that field before any other does.
/// A slot `end.month` gives the field `month` of the group `end`.
struct FieldCollector {
  let rules: RuleSet
  let run: MatchRun
  /// A stretch of the folded text as it stands in the source, without line breaks.
  let original: (Extent) -> String

  private static let groups: Set = ["start", "end"]

  func fields(of match: Match) -> Fields {
    var fields = Fields()
    let unit = rules.units[match.unit]
    let slots = unit.programs[match.program].slots
    for setting in unit.rule.settings {
      switch setting.source {
      case .constant(let text): fields.append(setting.field, .text(text))
      case .whole: fields.append(setting.field, .text(original(match.mention)))
      case .slot(let name):
        let filling = match.fillings.first { slots[$0.slot] == name }
        if let filling { fields.append(setting.field, .text(original(filling.extent))) }
      }
    }
    for filling in match.fillings {
      if let value = ownColumn(of: filling, named: slots[filling.slot]) {
        fields.append(slots[filling.slot], .text(value))
      }
    }
    for filling in match.fillings { add(filling, named: slots[filling.slot], to: &fields) }
    return fields
  }

  /// The column of a lexicon's entry that is called as the slot.
  private func ownColumn(of filling: Match.Filling, named name: String) -> String? {
    guard filling.edge >= 0, case .word(let hits, let hit) = run.lattice.edges[filling.edge].payload
    else { return nil }
    let entry = rules.hits[hits][hit]
    return entry.lexicon < 0 ? nil : rules.lexicons[entry.lexicon].value(name, of: entry.entry)
  }

  private func add(_ filling: Match.Filling, named name: String, to fields: inout Fields) {
    guard filling.edge >= 0 else {
      fields.append(name, .text(original(filling.extent)))
      return
    }
    let prefix = name.lastIndex(of: ".").map { name[...$0] } ?? ""
    switch run.lattice.edges[filling.edge].payload {
    case .numeral(let index): fields.append(name, .numeral(run.lattice.numerals[index]))
    case .word(let hits, let hit):
      let hit = rules.hits[hits][hit]
      guard hit.lexicon >= 0 else { return }
      let lexicon = rules.lexicons[hit.lexicon]
      for (column, value) in zip(lexicon.columns, lexicon.entries[hit.entry].values)
      where !value.isEmpty && column != name {
        fields.append("\(prefix)\(column)", .text(value))
      }
    case .match(let index):
      let inner = self.fields(of: run.matches[index])
      if Self.groups.contains(name) {
        fields.append(name, .group(inner))
      } else {
        for (field, value) in inner.entries { fields.append("\(prefix)\(field)", value) }
      }
    case .text: break
    }
  }

  func derivation(of match: Match) -> Derivation {
    let unit = rules.units[match.unit]
    let names = unit.programs[match.program].slots
    let slots = match.fillings.map { filling in
      Derivation.Slot(
        name: names[filling.slot], extent: filling.extent, source: source(of: filling),
        inner: inner(of: filling))
    }
    return Derivation(rule: unit.rule.id, extent: match.mention, slots: slots)
  }

  private func inner(of filling: Match.Filling) -> [Derivation] {
    guard filling.edge >= 0, case .match(let index) = run.lattice.edges[filling.edge].payload else {
      return []
    }
    return [derivation(of: run.matches[index])]
  }

  private func source(of filling: Match.Filling) -> String {
    guard filling.edge >= 0 else { return "the text" }
    switch run.lattice.edges[filling.edge].payload {
    case .numeral(let index):
      let numeral = run.lattice.numerals[index]
      let high = numeral.high.map { " to \($0)" } ?? ""
      let modifier = numeral.modifier.map { ", \($0.rawValue)" } ?? ""
      return "number \(numeral.low)\(high)\(modifier)"
    case .word(let hits, let hit):
      let hit = rules.hits[hits][hit]
      guard hit.lexicon >= 0 else { return "the text" }
      let lexicon = rules.lexicons[hit.lexicon]
      let entry = lexicon.entries[hit.entry]
      let columns = zip(lexicon.columns, entry.values).filter { !$0.1.isEmpty }
        .map { "\($0.0) \($0.1)" }
      let values = columns.isEmpty ? "" : " → \(columns.joined(separator: ", "))"
      return "lexicon \(lexicon.name), line \(entry.place.line)\(values)"
    case .match(let index): return rules.units[run.matches[index].unit].rule.id
    case .text: return "the text"
    }
  }
}
