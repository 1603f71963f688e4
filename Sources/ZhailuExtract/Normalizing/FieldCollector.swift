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
  let plan: FieldPlan
  let matches: Buffer<Match>
  private let allFillings: Buffer<Match.Filling>
  let lattice: Lattice
  private let units: Buffer<UInt16>
  /// A stretch of the folded text as it stands in the source, without line breaks.
  let original: (Extent) -> String

  init(plan: FieldPlan, run: MatchRun, original: @escaping (Extent) -> String) {
    self.plan = plan
    matches = run.matches
    allFillings = run.matcher.fillings
    lattice = run.text.lattice
    units = run.text.units
    self.original = original
  }

  func fields(of match: Match) -> Fields {
    var fields = Fields()
    add(match, to: &fields)
    return fields
  }

  /// Adds what a match holds to `fields`; groups that were there before it are not its own.
  func add(_ match: Match, to fields: inout Fields) {
    let pattern = plan.pattern(Int(match.program), of: Int(match.unit))
    let fillings = fillings(of: match)
    let first = fields.count
    for setting in pattern.settings {
      switch setting.source {
      case .constant(let text): fields.append(setting.path, text: text, behind: first)
      case .whole:
        fields.append(setting.path, text: original(match.mention), behind: first)
      case .slot(let slot):
        let filling = fillings.first { Int($0.slot) == slot }
        if let filling {
          fields.append(setting.path, text: original(filling.extent), behind: first)
        }
      }
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: fillings.count) { hits in
      for (index, filling) in fillings.enumerated() {
        hits[index] = hit(of: filling)
        guard hits[index] >= 0 else { continue }
        let slot = pattern.slots[Int(filling.slot)]
        if let text = plan.entry(ofHit: Int(hits[index])).text(in: slot.column) {
          fields.append(slot.path, text: text, behind: first)
        }
      }
      for (index, filling) in fillings.enumerated() {
        let slot = pattern.slots[Int(filling.slot)]
        if hits[index] >= 0 {
          addValues(
            ofHit: Int(hits[index]), slot, in: slot.path.groups, to: &fields, behind: first)
        } else {
          add(filling, slot, to: &fields, behind: first)
        }
      }
    }
  }

  func fillings(of match: Match) -> UnsafeMutableBufferPointer<Match.Filling> {
    UnsafeMutableBufferPointer(
      start: allFillings.base + Int(match.firstFilling), count: Int(match.fillingCount))
  }

  func edge(of filling: Match.Filling) -> Lattice.Edge? {
    filling.edge < 0 ? nil : lattice.edges[Int(filling.edge)]
  }

  /// What the word that fills a slot means to it, index in the rule set's `hits`; -1 of what is no word.
  func hit(of filling: Match.Filling) -> Int32 {
    guard let edge = edge(of: filling), edge.source == .word else { return -1 }
    return Int32(truncatingIfNeeded: plan.rules.hit(ofWord: edge.payload, in: filling.set))
  }

  /// Adds what fills a slot and is no word.
  private func add(
    _ filling: Match.Filling, _ slot: FieldPlan.Slot, to fields: inout Fields, behind first: Int
  ) {
    guard let edge = edge(of: filling) else {
      fields.append(slot.path, text: original(filling.extent), behind: first)
      return
    }
    switch edge.source {
    case .numeral:
      fields.append(slot.path, .numeral(lattice.numerals[Int(edge.payload)]), behind: first)
    case .word: break
    case .cell:
      let cell = lattice.cells[Int(edge.payload)]
      guard cell.unit >= 0 else { return addDate(filling.extent, to: &fields) }
      fields.append(slot.path, .numeral(lattice.numerals[Int(cell.numeral)]), behind: first)
      fields.append("times", .text(ExactDecimal.power(ofTen: Int(cell.power)).description))
      addValues(ofHit: Int(cell.unit), slot, in: [], to: &fields, behind: first)
    case .match: addMatch(matches[Int(edge.payload)], slot, to: &fields, behind: first)
    }
  }

  /// The fields of a match inside: a group of their own, in the groups of the slot, or among the others.
  private func addMatch(
    _ match: Match, _ slot: FieldPlan.Slot, to fields: inout Fields, behind first: Int
  ) {
    if slot.isGroup {
      fields.append(slot.path, .group(self.fields(of: match)), behind: first)
    } else if slot.path.groups.isEmpty {
      add(match, to: &fields)
    } else {
      fields.append(
        contentsOf: self.fields(of: match), in: slot.path.groups, behind: first)
    }
  }

  /// The month and the day of 1.30.
  private func addDate(_ extent: Extent, to fields: inout Fields) {
    let parts = units.elements[extent.start..<extent.end].split {
      !CharacterClass.of($0).meets(.digit)
    }
    for (name, digits) in zip(["month", "day"], parts) {
      fields.append(name, .text(String(units: digits)))
    }
  }

  /// Adds all columns of an entry but the one that is called as the slot.
  private func addValues(
    ofHit hit: Int, _ slot: FieldPlan.Slot, in groups: [FieldName], to fields: inout Fields,
    behind first: Int
  ) {
    let entry = plan.entry(ofHit: hit)
    if groups.isEmpty, let texts = entry.texts, entry.text(in: slot.column) == nil {
      return fields.append(texts)
    }
    for value in entry.values where value.column != slot.column {
      let path = groups.isEmpty ? value.path : value.path.inside(groups)
      fields.append(path, text: value.text, behind: first)
    }
  }
}
