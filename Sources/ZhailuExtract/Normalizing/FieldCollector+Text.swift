// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

extension FieldCollector {
  /// What `fields(of: match).text(name)` is, where `number` is the plan's number of that name, which has
  /// no dot: most matches are asked for no more.
  func text(_ number: Int32, of match: Match) -> String? {
    let pattern = plan.pattern(Int(match.program), of: Int(match.unit))
    let fillings = fillings(of: match)
    for setting in pattern.settings where setting.number == number {
      switch setting.source {
      case .constant(let text): return text
      case .whole: return original(match.mention)
      case .slot(let slot):
        let filling = fillings.first { Int($0.slot) == slot }
        if let filling { return original(filling.extent) }
      }
    }
    for filling in fillings where pattern.slots[Int(filling.slot)].column == number {
      if let text = word(number, of: filling) { return text }
    }
    for filling in fillings {
      if let text = text(number, of: filling, pattern.slots[Int(filling.slot)]) { return text }
    }
    return nil
  }

  /// The field of the entry that is all of the mention: 国足 in 国足, not in 国足俱乐部.
  func text(_ number: Int32, ofWhole match: Match) -> String? {
    for filling in fillings(of: match) where filling.extent == match.mention {
      return word(number, of: filling)
    }
    return nil
  }

  /// The field of the entry that fills a slot.
  private func word(_ number: Int32, of filling: Match.Filling) -> String? {
    let hit = hit(of: filling)
    return hit < 0 ? nil : plan.entry(ofHit: Int(hit)).text(in: number)
  }

  private func text(
    _ number: Int32, of filling: Match.Filling, _ slot: FieldPlan.Slot
  ) -> String? {
    guard let edge = edge(of: filling) else {
      return slot.column == number ? original(filling.extent) : nil
    }
    switch edge.source {
    case .numeral: return nil
    case .word:
      let isElsewhere = slot.column == number || !slot.path.groups.isEmpty
      return isElsewhere ? nil : word(number, of: filling)
    case .cell:
      let unit = lattice.cells[Int(edge.payload)].unit
      return unit < 0 || slot.column == number
        ? nil : plan.entry(ofHit: Int(unit)).text(in: number)
    case .match:
      let isElsewhere = slot.isGroup || !slot.path.groups.isEmpty
      return isElsewhere ? nil : text(number, of: matches[Int(edge.payload)])
    }
  }
}
