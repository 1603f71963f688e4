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
    let unit = rules.units[Int(match.unit)]
    let slots = unit.programs[Int(match.program)].slots
    let fillings = fillings(of: match)
    for setting in unit.rule.settings {
      switch setting.source {
      case .constant(let text): fields.append(setting.field, .text(text))
      case .whole: fields.append(setting.field, .text(original(match.mention)))
      case .slot(let name):
        let filling = fillings.first { slots[Int($0.slot)] == name }
        if let filling { fields.append(setting.field, .text(original(filling.extent))) }
      }
    }
    for filling in fillings {
      let name = slots[Int(filling.slot)]
      if let value = ownColumn(of: filling, named: name) { fields.append(name, .text(value)) }
    }
    for filling in fillings { add(filling, named: slots[Int(filling.slot)], to: &fields) }
    return fields
  }

  private func fillings(of match: Match) -> UnsafeMutableBufferPointer<Match.Filling> {
    UnsafeMutableBufferPointer(
      start: run.matcher.fillings.base + Int(match.firstFilling), count: Int(match.fillingCount))
  }

  private func edge(of filling: Match.Filling) -> Lattice.Edge? {
    filling.edge < 0 ? nil : run.text.lattice.edges[Int(filling.edge)]
  }

  /// What the word of an edge means to the slot that it fills.
  private func hit(of edge: Lattice.Edge, in filling: Match.Filling) -> RuleSet.Hit {
    rules.hits[rules.hit(ofWord: edge.payload, in: filling.set)]
  }

  /// The column of a lexicon's entry that is called as the slot.
  private func ownColumn(of filling: Match.Filling, named name: String) -> String? {
    guard let edge = edge(of: filling), edge.source == .word else { return nil }
    let hit = hit(of: edge, in: filling)
    return hit.lexicon < 0
      ? nil : rules.lexicons[Int(hit.lexicon)].value(name, of: Int(hit.entry))
  }

  private func add(_ filling: Match.Filling, named name: String, to fields: inout Fields) {
    guard let edge = edge(of: filling) else {
      fields.append(name, .text(original(filling.extent)))
      return
    }
    let prefix = name.lastIndex(of: ".").map { name[...$0] } ?? ""
    switch edge.source {
    case .numeral:
      fields.append(name, .numeral(run.text.lattice.numerals[Int(edge.payload)]))
    case .word:
      addColumns(
        of: hit(of: edge, in: filling), except: name, prefix: String(prefix), to: &fields)
    case .cell:
      let cell = run.text.lattice.cells[Int(edge.payload)]
      guard cell.unit >= 0 else { return addDate(filling.extent, to: &fields) }
      fields.append(name, .numeral(run.text.lattice.numerals[Int(cell.numeral)]))
      fields.append("times", .text(ExactDecimal.power(ofTen: Int(cell.power)).description))
      addColumns(of: rules.hits[Int(cell.unit)], except: name, prefix: "", to: &fields)
    case .match:
      let inner = self.fields(of: run.matches[Int(edge.payload)])
      if Self.groups.contains(name) {
        fields.append(name, .group(inner))
      } else {
        for (field, value) in inner.entries { fields.append("\(prefix)\(field)", value) }
      }
    }
  }

  /// The month and the day of 1.30.
  private func addDate(_ extent: Extent, to fields: inout Fields) {
    let parts = run.text.units.elements[extent.start..<extent.end].split {
      !(0x30...0x39).contains($0)
    }
    for (name, digits) in zip(["month", "day"], parts) {
      fields.append(name, .text(String(decoding: digits, as: UTF16.self)))
    }
  }

  private func addColumns(
    of hit: RuleSet.Hit, except name: String, prefix: String, to fields: inout Fields
  ) {
    guard hit.lexicon >= 0 else { return }
    let lexicon = rules.lexicons[Int(hit.lexicon)]
    for (column, value) in zip(lexicon.columns, lexicon.entries[Int(hit.entry)].values)
    where !value.isEmpty && column != name {
      fields.append("\(prefix)\(column)", .text(value))
    }
  }

  // MARK: Derivations

  func derivation(of match: Match) -> Derivation {
    let unit = rules.units[Int(match.unit)]
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
    return [derivation(of: run.matches[Int(edge.payload)])]
  }

  private func source(of filling: Match.Filling) -> String {
    guard let edge = edge(of: filling) else { return "the text" }
    switch edge.source {
    case .numeral:
      let numeral = run.text.lattice.numerals[Int(edge.payload)]
      let high = numeral.high.map { " to \($0)" } ?? ""
      let modifier = numeral.modifier.map { ", \($0.rawValue)" } ?? ""
      return "number \(numeral.low)\(high)\(modifier)"
    case .word: return source(of: hit(of: edge, in: filling))
    case .cell:
      let unit = run.text.lattice.cells[Int(edge.payload)].unit
      guard unit >= 0 else { return "a date under a heading" }
      return "a number under a heading, \(source(of: rules.hits[Int(unit)]))"
    case .match: return rules.units[Int(run.matches[Int(edge.payload)].unit)].rule.id
    }
  }

  private func source(of hit: RuleSet.Hit) -> String {
    guard hit.lexicon >= 0 else { return "the text" }
    let lexicon = rules.lexicons[Int(hit.lexicon)]
    let entry = lexicon.entries[Int(hit.entry)]
    let columns = zip(lexicon.columns, entry.values).filter { !$0.1.isEmpty }
      .map { "\($0.0) \($0.1)" }
    let values = columns.isEmpty ? "" : " → \(columns.joined(separator: ", "))"
    return "lexicon \(lexicon.name), line \(entry.place.line)\(values)"
  }
}
