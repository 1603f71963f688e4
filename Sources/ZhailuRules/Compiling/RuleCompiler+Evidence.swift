// SPDX-License-Identifier: Apache-2.0

extension RuleCompiler {
  /// The lexicons whose lines are weights, not words.
  var evidenceTables: Set<String> { Set(pack.rules.compactMap { $0.evidence?.table }) }

  /// The selections of lexicons that tables of evidence name in braces.
  var evidenceLists: Set<String> { Set(pack.evidenceTables.flatMap(\.lists)) }

  /// The tables that rules name, in the order of the lexicons; units are told theirs.
  func evidence(
    of units: inout [RuleSet.Unit], order: [Int], kinds: EdgeKinds
  ) -> [RuleSet.Evidence] {
    var result: [RuleSet.Evidence] = []
    for table in pack.evidenceTables {
      let users = units.indices.filter { units[$0].rule.evidence?.table == table.name }
      let tellers = units.indices.filter { units[$0].rule.tells?.table == table.name }
      for index in users { units[index].evidence = result.count }
      for index in tellers { units[index].tells = result.count }
      result.append(
        RuleSet.Evidence(
          table: table, model: EvidenceModel(table),
          threshold: users.first.flatMap { units[$0].rule.evidence?.threshold } ?? 0,
          listsOfKinds: listsOfKinds(table, kinds),
          lastUnit: order.last { users.contains($0) || tellers.contains($0) } ?? -1))
    }
    return result
  }

  /// For each kind of edges a bit for each list of the table that it answers to.
  private func listsOfKinds(_ table: EvidenceTable, _ kinds: EdgeKinds) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: kinds.count)
    for (list, name) in table.lists.enumerated().prefix(EvidenceForm.most) {
      guard let symbol = symbols.existing("lexicon \(name)") else { continue }
      for kind in kinds.kinds(answering: [symbol]) { bits[kind] |= 1 << UInt64(list) }
    }
    return bits
  }
}
