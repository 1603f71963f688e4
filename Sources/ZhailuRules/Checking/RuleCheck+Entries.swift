// SPDX-License-Identifier: Apache-2.0

/// Entries of lexicons that stand twice, such as another hides, and such as lack a field.
extension RuleCheck {
  mutating func checkEntries() {
    let groups = slotGroups()
    for (index, lexicon) in words.lexicons.enumerated() {
      let selections = groups[lexicon.name] ?? []
      let columns = lexicon.columns.indices.filter { column in
        RecordFields.takes(lexicon.columns[column])
      }
      var earlier: [Int: [Int]] = [:]
      for entry in lexicon.entries.indices {
        let form = words.entryForms[index][entry]
        for other in earlier[form] ?? [] {
          if let warning = warning(entry, other, lexicon, selections, columns) {
            warn(lexicon.entries[entry].place, warning)
            break
          }
        }
        earlier[form, default: []].append(entry)
      }
    }
  }

  /// An entry of an overlay that leaves a field empty which all entries below have: a record would lack it.
  mutating func checkEmptyFields() {
    guard !filesBelow.isEmpty else { return }
    for lexicon in words.lexicons {
      // What all entries below have; an entry is put together for each look at it, so there is one.
      var full = lexicon.columns.indices.filter { RecordFields.takes(lexicon.columns[$0]) }
      var (own, hasBelow) = ([Lexicon.Entry](), false)
      for entry in lexicon.entries {
        if filesBelow.contains(entry.place.file) {
          hasBelow = true
          full.removeAll { entry.values[$0].isEmpty }
        } else {
          own.append(entry)
        }
      }
      guard hasBelow else { continue }
      for entry in own { warnOfEmpty(full, of: entry, in: lexicon) }
    }
  }

  private mutating func warnOfEmpty(
    _ columns: [Int], of entry: Lexicon.Entry, in lexicon: Lexicon
  ) {
    let lacking = columns.filter { entry.values[$0].isEmpty }.map { lexicon.columns[$0] }
    guard !lacking.isEmpty else { return }
    warn(
      entry.place,
      "【\(entry.form)】 has no \(lacking.joined(separator: " and no ")), which all other entries of "
        + "\(lexicon.name) have, and a record may need; give it one")
  }

  /// The selections that slots make of each lexicon: where an entry fills a slot with its fields.
  private func slotGroups() -> [String: [LexiconSelection]] {
    var groups: [String: Set<LexiconSelection>] = [:]
    for slot in rules.flatMap(\.slots) {
      guard case .lexicon(let names) = slot.kind else { continue }
      for selection in names.compactMap(LexiconSelection.init) {
        groups[selection.lexicon, default: []].insert(selection)
      }
    }
    return groups.mapValues { $0.sorted { $0.text < $1.text } }
  }

  /// What is said of an entry with the form of an earlier one; `nil` where both have their use.
  private func warning(
    _ entry: Int, _ other: Int, _ lexicon: Lexicon, _ selections: [LexiconSelection],
    _ columns: [Int]
  ) -> String? {
    let (late, early) = (lexicon.entries[entry], lexicon.entries[other])
    if late.values == early.values {
      return
        "【\(late.form)】 is the same word as \(early.form) in \(line(early, late)), in the other "
        + "script or width; delete one"
    }
    let differing = columns.filter { late.values[$0] != early.values[$0] }
    guard !differing.isEmpty else { return nil }
    let own = selections.filter { $0.contains(entry, of: lexicon) }
    guard !own.isEmpty, own.allSatisfy({ $0.contains(other, of: lexicon) }) else { return nil }
    let names = differing.map { lexicon.columns[$0] }.joined(separator: ", ")
    return
      "【\(late.form)】 stands in \(line(early, late)) too, with another \(names), for the same slots: "
      + "only one of them can count; delete one, or select them apart by a column"
  }

  private func line(_ early: Lexicon.Entry, _ late: Lexicon.Entry) -> String {
    early.place.file == late.place.file
      ? "line \(early.place.line)" : "\(early.place.file):\(early.place.line)"
  }
}
