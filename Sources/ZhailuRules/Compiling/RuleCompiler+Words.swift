// SPDX-License-Identifier: Apache-2.0

/// What the scan looks for.
extension RuleCompiler {
  /// What the rules use of the lexicons: whole ones, and their entries by a column.
  private var selections: Set<LexiconSelection> {
    var names = Set(pack.stages.selections.map(\.name)).union(evidenceLists)
    for rule in pack.rules {
      for slot in rule.slots { names.formUnion(slot.kind.selections) }
      names.formUnion(rule.about?.lexicons ?? [])
    }
    return Set(names.compactMap(LexiconSelection.init))
  }

  /// The words of all lexicons but those of weights, the texts that anchor programs, and what parts lists.
  /// `kinds` has the kinds of what rules find.
  func wordTable(kinds: EdgeKinds) -> WordTable {
    var table = WordTable(kinds: kinds)
    let (hiding, ending) = (used(pack.stages.hidingNumerals), used(pack.stages.endingNumerals))
    let (weights, all) = (evidenceTables, selections)
    for (number, lexicon) in pack.lexicons.enumerated() where !weights.contains(lexicon.name) {
      table.add(
        lexicon, number: number, selections: used(all, of: lexicon),
        isSegmented: pack.stages.segmentation.contains { $0.name == lexicon.name }, hiding: hiding,
        ending: ending)
    }
    for (text, symbol) in anchorTexts.sorted(by: { $0.value < $1.value }) {
      table.add(text, of: symbol)
    }
    for separator in listSigns.separators { table.add(separator, kind: EdgeKinds.separator) }
    return table
  }

  private func used(
    _ selections: Set<LexiconSelection>, of lexicon: Lexicon
  ) -> [(LexiconSelection, Symbol)] {
    selections.filter { $0.lexicon == lexicon.name }.compactMap { selection in
      symbols.existing(Self.name(lexicon: selection.text)).map { (selection, $0) }
    }
  }
}
