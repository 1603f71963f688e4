// SPDX-License-Identifier: Apache-2.0

/// Tables of evidence: lexicons whose lines are weights, which rules name under `evidence`.
extension RulePackReader {
  /// Reads the tables that rules name, and checks what these rules say of them.
  mutating func readEvidence() {
    for lexicon in lexicons {
      let users = rules.filter { $0.evidence?.table == lexicon.name }
      guard !users.isEmpty else {
        reportTellers(of: lexicon)
        continue
      }
      checkAgreement(of: users)
      guard let first = lexicon.entries.first?.place else { continue }
      let header = Diagnostic.Place(file: first.file, line: 1)
      let missing = ["where", "weight"].filter { !lexicon.columns.contains($0) }
      for column in missing {
        report(
          header,
          "a table of evidence has the columns form, where and weight; 【\(column)】 is missing")
      }
      guard missing.isEmpty, checkLists(of: lexicon, at: header) else { continue }
      var faults: [Diagnostic] = []
      let known = Set(users.map(\.id) + (formerEvidence[lexicon.name] ?? []))
      evidenceTables.append(
        EvidenceTable(lexicon, rules: known.sorted()) { faults.append($0) })
      for fault in faults { report(fault.place, fault.message) }
    }
  }

  /// A rule can only tell a table by which others are weighed.
  private mutating func reportTellers(of lexicon: Lexicon) {
    for case let told? in rules.map(\.tells) where told.table == lexicon.name {
      report(
        told.place,
        "no rule has 【evidence: \(lexicon.name)】, so that there is nobody to tell; 【tells】 names "
          + "the table of weights of other rules")
    }
  }

  /// The mentions of all rules of a table are weighed together.
  private mutating func checkAgreement(of users: [Rule]) {
    let first = users[0]
    for rule in users where rule.evidence?.threshold != first.evidence?.threshold {
      report(
        rule.evidence?.place ?? rule.place,
        "【\(rule.id)】 has another 【threshold】 than \(first.id), with the same table; one is for all"
      )
    }
    if users.count > EvidenceForm.most {
      report(
        users[EvidenceForm.most].place,
        "more than 【\(EvidenceForm.most)】 rules with one table of evidence")
    }
  }

  /// Whether the lists that lines name in braces are selections of lexicons, and not too many.
  private mutating func checkLists(of table: Lexicon, at header: Diagnostic.Place) -> Bool {
    var places: [String: Diagnostic.Place] = [:]
    for entry in table.entries {
      guard let name = EvidenceTable.list(of: entry.form)?.name else { continue }
      if places[name] == nil { places[name] = entry.place }
    }
    guard places.count <= EvidenceForm.most else {
      report(header, "more than 【\(EvidenceForm.most)】 lists in braces in this table")
      return false
    }
    for (name, place) in places.sorted(by: { $0.key < $1.key }) where !isSelection(name) {
      report(place, "no lexicon is selected by 【{\(name)}】; write {org-head[class=strong]}")
    }
    return true
  }

  private func isSelection(_ name: String) -> Bool {
    guard let selection = LexiconSelection(name) else { return false }
    return lexicons.contains { lexicon in
      lexicon.name == selection.lexicon
        && selection.conditions.allSatisfy { lexicon.columns.contains($0.column) }
    }
  }
}
