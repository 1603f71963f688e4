// SPDX-License-Identifier: Apache-2.0

/// Lists that the program asks of tables of evidence by their names, and that are not there.
extension RuleCheck {
  /// Only a table that weighs what articles say of names has a use for them.
  mutating func checkEvidence() {
    for table in evidenceTables where table.rows.contains(where: { $0.place == .document }) {
      let lexicon = words.lexicons.first { $0.name == table.name }
      guard let file = lexicon?.entries.first?.place.file else { continue }
      for role in EvidenceRole.allCases where table.lists(role) == 0 {
        warn(
          Diagnostic.Place(file: file, line: 1),
          "no list of this table begins with 【{\(role.rawValue)】; the program takes its words for "
            + "\(role.says): was a lexicon, a column or a class renamed?")
      }
    }
  }
}
