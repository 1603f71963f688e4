// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// A checked pack to a rule set: symbols, programs, the order of running, the word trie.
struct RuleCompiler {
  let pack: RulePackReader
  private(set) var symbols = SymbolTable()
  var diagnostics: [Diagnostic] = []
  /// Text of patterns that anchors programs, with its symbol.
  private(set) var anchorTexts: [[UInt16]: Symbol] = [:]
  private var frequencies: Frequencies

  init(pack: RulePackReader) {
    self.pack = pack
    frequencies = Frequencies(pack.lexicons)
  }

  mutating func compile() -> RuleSet {
    for named in pack.stages.selections { _ = symbols.symbol(Self.name(lexicon: named.name)) }
    for name in evidenceLists.sorted() { _ = symbols.symbol(Self.name(lexicon: name)) }
    for rule in pack.rules { _ = symbol(of: rule) }
    var units = pack.rules.map { unit($0) }
    let order = order(of: units)
    var found = EdgeKinds()
    for rule in pack.rules { _ = found.kind(of: [symbols.existing(Self.name(of: rule))!]) }
    var table = wordTable(kinds: found)
    let wordKinds = table.wordKinds()
    let kinds = table.kinds
    let (stopWords, vagueWords) = (used(pack.stages.itemStops), used(pack.stages.itemVague))
    let asked = units.flatMap(SymbolBits.asked) + [stopWords, vagueWords]
    var builder = MachineBuilder(
      kinds: kinds, bits: SymbolBits(asked: asked, presence: table.presence))
    let stops = builder.set(of: stopWords)
    let vague = builder.set(of: vagueWords)
    for index in units.indices { units[index].about = topic(of: units[index].rule, &builder) }
    let machine = builder.build(
      units, kind: { kinds.kinds(answering: [$0.symbol])[0] },
      textSymbol: { [anchorTexts] in anchorTexts[$0] })
    let evidence = evidence(of: &units, order: order, kinds: kinds)
    let words = DoubleArrayTrie(table.words)
    return RuleSet(
      lexicons: pack.lexicons, units: units, order: order,
      words: words, wordPairs: words.pairs(), hits: FlatArray(table.flatHits.hits),
      firstHits: FlatArray(table.flatHits.first), wordKinds: FlatArray(wordKinds), kinds: kinds,
      machine: machine,
      tables: ProgramTables(machine, units: units, kindCount: kinds.count, order: order),
      segmentation: DoubleArrayTrie(table.segmented),
      itemStops: Int(stops), itemVague: Int(vague),
      itemWords: WordClasses(lexicons(pack.stages.itemWords)),
      itemSigns: ItemSigns(lexicons(pack.stages.itemSigns)),
      nameForms: NameForms(lexicons(pack.stages.shortNames)),
      headingSigns: HeadingSigns(lexicons(pack.stages.headings)),
      listSigns: listSigns,
      layoutSigns: LayoutSigns(ClassForms(lexicons(pack.stages.layout))),
      quantityKind: symbols.existing(Self.name(mention: "quantity"))
        .map { kinds.kinds(answering: [$0])[0] } ?? -1,
      evidence: evidence,
      events: EventRules(rules: pack.rules, lexicons: pack.lexicons), isComplete: true)
  }

  var listSigns: ListSigns { ListSigns(lexicons(pack.stages.lists)) }

  private func lexicons(_ named: [Stages.Named]) -> [Lexicon] {
    named.flatMap { named in pack.lexicons.filter { $0.name == named.name } }
  }

  func used(_ named: [(name: String, place: Diagnostic.Place)]) -> Set<Symbol> {
    Set(named.compactMap { self.symbols.existing(Self.name(lexicon: $0.name)) })
  }

  /// The set of kinds of which a word must be near what the rule finds.
  private func topic(of rule: Rule, _ builder: inout MachineBuilder) -> Int? {
    guard let topic = rule.about else { return nil }
    let asked = topic.lexicons.compactMap { symbols.existing(Self.name(lexicon: $0)) }
    return Int(builder.kindSet(of: Set(asked)))
  }

  // MARK: Symbols

  static func name(lexicon: String) -> String { "lexicon \(lexicon)" }
  private static func name(mention: String) -> String { "mention \(mention)" }
  private static func name(pattern: String) -> String { "pattern \(pattern)" }

  private static func name(of rule: Rule) -> String {
    switch rule.kind {
    case .finds(let type): name(mention: type)
    case .defines: name(pattern: rule.id)
    }
  }

  private mutating func symbol(of rule: Rule) -> Symbol { symbols.symbol(Self.name(of: rule)) }

  private mutating func matcher(_ kind: SlotKind) -> Program.Matcher {
    switch kind {
    case .lexicon(let names): .edge(Set(names.map { symbol(lexicon: $0) }), .any)
    case .number(let range): .edge([SymbolTable.numeral], .wholeNumber(range))
    case .largeNumber: .edge([SymbolTable.numeral], .largeNumber)
    case .digitNumber: .edge([SymbolTable.numeral], .digitNumber)
    case .bareNumber: .edge([SymbolTable.numeral], .bareNumber)
    case .cell(let cell): .edge([SymbolTable.cell(cell)], .any)
    case .date(let part): .edge([SymbolTable.numeral], .date(part))
    case .mention(let type): .edge([symbol(mention: type)], .any)
    case .pattern(let name): .edge([symbol(pattern: name)], .any)
    case .words(let count, let not):
      .words(count, not: Set(not.map { symbols.symbol(Self.name(lexicon: $0)) }))
    case .characters(let kind, let count): .characters(kind, count)
    }
  }

  private mutating func symbol(lexicon name: String) -> Symbol {
    let symbol = symbols.symbol(Self.name(lexicon: name))
    frequencies.noteWords(symbol, of: name)
    return symbol
  }

  private mutating func symbol(mention type: String) -> Symbol {
    let symbol = symbols.symbol(Self.name(mention: type))
    frequencies.noteMention(symbol)
    return symbol
  }

  private mutating func symbol(pattern name: String) -> Symbol {
    let symbol = symbols.symbol(Self.name(pattern: name))
    frequencies.notePattern(symbol)
    return symbol
  }

  // MARK: Programs

  private mutating func unit(_ rule: Rule) -> RuleSet.Unit {
    var matchers: [String: Program.Matcher] = [:]
    for slot in rule.slots { matchers[slot.name] = matcher(slot.kind) }
    for lexicon in rule.about?.lexicons ?? [] { _ = symbols.symbol(Self.name(lexicon: lexicon)) }
    func exclusions(_ side: Rule.Exclusion.Side) -> [Program] {
      rule.exclusions.filter { $0.side == side }.compactMap {
        program($0.pattern, matchers, anchored: false)
      }
    }
    return RuleSet.Unit(
      rule: rule, programs: rule.patterns.compactMap { program($0, matchers, anchored: true) },
      before: exclusions(.before), after: exclusions(.after), whole: exclusions(.whole),
      symbol: symbol(of: rule))
  }

  private mutating func program(
    _ pattern: Rule.Pattern, _ matchers: [String: Program.Matcher], anchored: Bool
  ) -> Program? {
    var builder = ProgramBuilder(separators: SymbolTable.separator) { matchers[$0] }
    do {
      let program = try builder.build(
        pattern.template, expected: expected, anchored: anchored)
      if anchored, case .literal(let text) = program.steps[program.anchor].matcher {
        anchorTexts[text] = symbols.symbol("text \(String(units: text))")
      }
      return program
    } catch {
      diagnostics.append(Diagnostic(pattern.place, error.message))
      return nil
    }
  }

  /// How often it is to be expected in texts; `nil` where it cannot be an anchor.
  private func expected(_ matcher: Program.Matcher) -> Frequencies.Expected? {
    switch matcher {
    case .literal(let text): Frequencies.ofText(text)
    case .edge(let symbols, _): frequencies.of(symbols)
    case .empty, .mentionStart, .mentionEnd, .words, .characters, .gap: nil
    }
  }
}
