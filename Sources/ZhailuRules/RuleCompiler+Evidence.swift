// SPDX-License-Identifier: Apache-2.0

extension RuleCompiler {
  /// The lexicons whose lines are weights, not words.
  var evidenceTables: Set<String> { Set(pack.rules.compactMap { $0.evidence?.table }) }

  /// The selections of lexicons that tables of evidence name in braces.
  var evidenceLists: Set<String> {
    var lists: Set<String> = []
    let tables = evidenceTables
    for lexicon in pack.lexicons where tables.contains(lexicon.name) {
      lists.formUnion(lexicon.entries.compactMap { EvidenceTable.list(of: $0.form)?.name })
    }
    return lists
  }

  /// The tables that rules name, in the order of their names; units are told theirs.
  mutating func evidence(
    of units: inout [RuleSet.Unit], order: [Int], kinds: EdgeKinds
  ) -> [RuleSet.Evidence] {
    var result: [RuleSet.Evidence] = []
    for lexicon in pack.lexicons where evidenceTables.contains(lexicon.name) {
      let users = units.indices.filter { units[$0].rule.evidence?.table == lexicon.name }
      var faults: [Diagnostic] = []
      let table = EvidenceTable(lexicon, rules: users.map { units[$0].rule.id }.sorted()) {
        faults.append($0)
      }
      for name in table.lists { faults += diagnostics(ofList: name, in: lexicon) }
      diagnostics += faults
      for index in users { units[index].evidence = result.count }
      result.append(
        RuleSet.Evidence(
          table: table, model: EvidenceModel(table),
          threshold: users.compactMap { units[$0].rule.evidence?.threshold }.max() ?? 0,
          listsOfKinds: listsOfKinds(table, kinds),
          lastUnit: order.last { users.contains($0) } ?? -1))
    }
    return result
  }

  /// For each kind of edges a bit for each list of the table that it answers to.
  private func listsOfKinds(_ table: EvidenceTable, _ kinds: EdgeKinds) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: kinds.count)
    for (list, name) in table.lists.enumerated().prefix(64) {
      guard let symbol = symbols.existing("lexicon \(name)") else { continue }
      for kind in kinds.kinds(answering: [symbol]) { bits[kind] |= 1 << UInt64(list) }
    }
    return bits
  }

  private func diagnostics(ofList name: String, in table: Lexicon) -> [Diagnostic] {
    let isKnown = LexiconSelection(name).map { selection in
      pack.lexicons.contains { lexicon in
        lexicon.name == selection.lexicon
          && (selection.column.map { lexicon.columns.contains($0) } ?? true)
      }
    }
    guard isKnown != true else { return [] }
    let place = table.entries.first { EvidenceTable.list(of: $0.form)?.name == name }?.place
    return [
      Diagnostic(
        place ?? Diagnostic.Place(file: table.name, line: 1),
        "no lexicon is selected by 【{\(name)}】; write {org-head[class=strong]}")
    ]
  }
}
