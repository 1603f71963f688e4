// SPDX-License-Identifier: Apache-2.0

/// The order in which rules run.
extension RuleCompiler {
  /// Stage by stage; inside a stage what is built on comes first. A cycle is a fault.
  mutating func order(of units: [RuleSet.Unit]) -> [Int] {
    var order: [Int] = []
    var state = [Int](repeating: 0, count: units.count)
    let makers = Dictionary(grouping: units.indices) { units[$0].symbol }

    func visit(_ index: Int) {
      if state[index] == 2 { return }
      if state[index] == 1 {
        diagnostics.append(
          Diagnostic(
            units[index].rule.place,
            "【\(units[index].rule.id)】 is built on itself; name no pattern inside itself"))
        return
      }
      state[index] = 1
      for symbol in Self.symbols(of: units[index]).sorted() {
        for maker in makers[symbol] ?? [] where maker != index || units[index].rule.kind == .defines
        {
          visit(maker)
        }
      }
      state[index] = 2
      order.append(index)
    }
    let byStage = units.indices.sorted {
      (units[$0].rule.stage, units[$0].rule.id) < (units[$1].rule.stage, units[$1].rule.id)
    }
    for index in byStage { visit(index) }
    return order
  }

  private static func symbols(of unit: RuleSet.Unit) -> Set<Symbol> {
    var symbols: Set<Symbol> = []
    for program in unit.programs + unit.before + unit.after + unit.whole {
      for step in program.steps {
        if case .edge(let needed, _) = step.matcher { symbols.formUnion(needed) }
      }
    }
    return symbols
  }
}
