// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// A checked pack to a rule set: symbols, programs, the order of running, the word trie.
struct RuleCompiler {
  private let pack: RulePackReader
  private var symbols = SymbolTable()
  private(set) var diagnostics: [Diagnostic] = []
  /// Text of patterns that anchors programs, with its symbol.
  private var anchorTexts: [[UInt16]: Symbol] = [:]

  init(pack: RulePackReader) {
    self.pack = pack
  }

  mutating func compile() -> RuleSet {
    for lexicon in pack.lexicons { _ = symbols.symbol(Self.name(lexicon: lexicon.name)) }
    for named in pack.stages.selections { _ = symbols.symbol(Self.name(lexicon: named.name)) }
    for rule in pack.rules { _ = symbol(of: rule) }
    let units = pack.rules.map { unit($0) }
    let order = order(of: units)
    let (words, hits) = wordTrie()
    let segmented = pack.lexicons.filter { lexicon in
      pack.stages.segmentation.contains { $0.name == lexicon.name }
    }
    func used(_ named: [(name: String, place: Diagnostic.Place)]) -> Set<Symbol> {
      Set(named.compactMap { self.symbols.existing(Self.name(lexicon: $0.name)) })
    }
    return RuleSet(
      lexicons: pack.lexicons, symbols: self.symbols, units: units, order: order, words: words,
      hits: hits,
      segmentation: DoubleArrayTrie(
        segmented.flatMap { $0.entries.map { FoldTable.fold($0.form) } }.filter { $0.count > 1 }),
      hidingNumerals: used(pack.stages.hidingNumerals),
      itemStops: used(pack.stages.itemStops), itemVague: used(pack.stages.itemVague),
      usesWords: pack.rules.contains { $0.slots.contains { Self.isWords($0.kind) } })
  }

  private static func isWords(_ kind: SlotKind) -> Bool {
    if case .words = kind { return true }
    return false
  }

  // MARK: Symbols

  private static func name(lexicon: String) -> String { "lexicon \(lexicon)" }
  private static func name(mention: String) -> String { "mention \(mention)" }
  private static func name(pattern: String) -> String { "pattern \(pattern)" }

  private mutating func symbol(of rule: Rule) -> Symbol {
    switch rule.kind {
    case .finds(let type): symbols.symbol(Self.name(mention: type))
    case .defines: symbols.symbol(Self.name(pattern: rule.id))
    }
  }

  private func matcher(_ kind: SlotKind, _ symbols: inout SymbolTable) -> Program.Matcher {
    switch kind {
    case .lexicon(let names):
      .edge(Set(names.map { symbols.symbol(Self.name(lexicon: $0)) }), .any)
    case .number(let range): .edge([SymbolTable.numeral], .wholeNumber(range))
    case .largeNumber: .edge([SymbolTable.numeral], .largeNumber)
    case .date(let part): .edge([SymbolTable.numeral], .date(part))
    case .mention(let type): .edge([symbols.symbol(Self.name(mention: type))], .any)
    case .pattern(let name): .edge([symbols.symbol(Self.name(pattern: name))], .any)
    case .words(let count, let not):
      .words(count, not: Set(not.map { symbols.symbol(Self.name(lexicon: $0)) }))
    case .characters(let kind, let count): .characters(kind, count)
    }
  }

  // MARK: Programs

  private mutating func unit(_ rule: Rule) -> RuleSet.Unit {
    func exclusions(_ side: Rule.Exclusion.Side) -> [Program] {
      rule.exclusions.filter { $0.side == side }.compactMap {
        program($0.pattern, of: rule, anchored: false)
      }
    }
    return RuleSet.Unit(
      rule: rule, programs: rule.patterns.compactMap { program($0, of: rule, anchored: true) },
      before: exclusions(.before), after: exclusions(.after), whole: exclusions(.whole),
      symbol: symbol(of: rule))
  }

  private mutating func program(
    _ pattern: Rule.Pattern, of rule: Rule, anchored: Bool
  ) -> Program? {
    var table = symbols
    let matchers = Dictionary(
      uniqueKeysWithValues: rule.slots.map { ($0.name, matcher($0.kind, &table)) })
    symbols = table
    var builder = ProgramBuilder(separators: SymbolTable.separator) { matchers[$0] }
    let sizes = lexiconSizes
    do {
      let program = try builder.build(
        pattern.template, rarity: { Self.rarity($0, sizes: sizes) }, anchored: anchored)
      if anchored, case .literal(let text) = program.steps[program.anchor].matcher {
        anchorTexts[text] = symbols.symbol("text \(String(decoding: text, as: UTF16.self))")
      }
      return program
    } catch {
      diagnostics.append(Diagnostic(pattern.place, error.message))
      return nil
    }
  }

  private var lexiconSizes: [Symbol: Int] {
    var sizes: [Symbol: Int] = [:]
    for lexicon in pack.lexicons {
      // Selections of it count as much.
      if let symbol = symbols.existing(Self.name(lexicon: lexicon.name)) {
        sizes[symbol] = lexicon.entries.count
      }
    }
    return sizes
  }

  /// About how many of it stand in ten thousand characters; `nil` where it cannot be an anchor.
  private static func rarity(_ matcher: Program.Matcher, sizes: [Symbol: Int]) -> Int? {
    switch matcher {
    case .literal(let text): return text.count > 1 ? 10 : 40
    case .edge(let symbols, _):
      if symbols.contains(SymbolTable.numeral) { return 300 }
      return symbols.reduce(0) { sum, symbol in
        // A lexicon's size tells roughly how often its words stand somewhere.
        sum + (sizes[symbol].map { 20 + $0 / 4 } ?? 150)
      }
    case .empty, .mentionStart, .mentionEnd, .words, .characters, .gap: return nil
    }
  }

  // MARK: Order

  /// Stage by stage; inside a stage what is built on comes first. A cycle is a fault.
  private mutating func order(of units: [RuleSet.Unit]) -> [Int] {
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

  // MARK: Words

  /// What the rules use of the lexicons: whole ones, and their entries by a column.
  private var selections: Set<LexiconSelection> {
    var names: Set<String> = Set(pack.lexicons.map(\.name) + pack.stages.selections.map(\.name))
    for slot in pack.rules.flatMap(\.slots) {
      switch slot.kind {
      case .lexicon(let used), .words(_, not: let used): names.formUnion(used)
      default: break
      }
    }
    return Set(names.compactMap(LexiconSelection.init))
  }

  private func wordTrie() -> (DoubleArrayTrie, [[RuleSet.Hit]]) {
    var numbers: [[UInt16]: Int] = [:]
    var words: [[UInt16]] = []
    var hits: [[RuleSet.Hit]] = []
    func add(_ word: [UInt16], _ hit: RuleSet.Hit) {
      if let number = numbers[word] {
        hits[number].append(hit)
      } else {
        numbers[word] = words.count
        words.append(word)
        hits.append([hit])
      }
    }
    for (index, lexicon) in pack.lexicons.enumerated() {
      let selections = self.selections.filter { $0.lexicon == lexicon.name }
      for entry in lexicon.entries.indices {
        let form = FoldTable.fold(lexicon.entries[entry].form)
        for selection in selections where selection.contains(entry, of: lexicon) {
          guard let symbol = symbols.existing(Self.name(lexicon: selection.text)) else { continue }
          add(form, RuleSet.Hit(symbol: symbol, lexicon: index, entry: entry))
        }
      }
    }
    for (text, symbol) in anchorTexts.sorted(by: { $0.value < $1.value }) {
      add(text, RuleSet.Hit(symbol: symbol, lexicon: -1, entry: 0))
    }
    for separator in ["、", ",", "和", "及", "与", "以及"] {
      add(
        Array(separator.utf16), RuleSet.Hit(symbol: SymbolTable.separator, lexicon: -1, entry: 0))
    }
    return (DoubleArrayTrie(words), hits)
  }
}
