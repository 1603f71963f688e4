// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// A checked pack to a rule set: symbols, programs, the order of running, the word trie.
struct RuleCompiler {
  let pack: RulePackReader
  private(set) var symbols = SymbolTable()
  var diagnostics: [Diagnostic] = []
  /// Text of patterns that anchors programs, with its symbol.
  private var anchorTexts: [[UInt16]: Symbol] = [:]
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
    var table = WordTable(compiler: self)
    for rule in pack.rules { _ = table.kinds.kind(of: [symbols.existing(Self.name(of: rule))!]) }
    table.addWords()
    let wordKinds = table.wordKinds()
    let kinds = table.kinds
    let (stopWords, vagueWords) = (used(pack.stages.itemStops), used(pack.stages.itemVague))
    let asked = units.flatMap(SymbolBits.asked) + [stopWords, vagueWords]
    var builder = MachineBuilder(
      kinds: kinds, bits: SymbolBits(asked: asked, presence: table.presence))
    let stops = builder.set(of: stopWords)
    let vague = builder.set(of: vagueWords)
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

  private var listSigns: ListSigns { ListSigns(lexicons(pack.stages.lists)) }

  private func lexicons(_ named: [Stages.Named]) -> [Lexicon] {
    named.flatMap { named in pack.lexicons.filter { $0.name == named.name } }
  }

  private func used(_ named: [(name: String, place: Diagnostic.Place)]) -> Set<Symbol> {
    Set(named.compactMap { self.symbols.existing(Self.name(lexicon: $0.name)) })
  }

  // MARK: Symbols

  private static func name(lexicon: String) -> String { "lexicon \(lexicon)" }
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
        anchorTexts[text] = symbols.symbol("text \(String(decoding: text, as: UTF16.self))")
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
    var names = Set(pack.stages.selections.map(\.name)).union(evidenceLists)
    for slot in pack.rules.flatMap(\.slots) { names.formUnion(slot.kind.selections) }
    return Set(names.compactMap(LexiconSelection.init))
  }

  /// The words that the scan looks for, and what each of them is.
  private struct WordTable {
    private let compiler: RuleCompiler
    private var numbers: [[UInt16]: Int] = [:]
    private(set) var words: [[UInt16]] = []
    private var hits: [[RuleSet.Hit]] = []
    /// The words that the segmenter keeps whole.
    private(set) var segmented: [[UInt16]] = []
    var kinds = EdgeKinds()

    init(compiler: RuleCompiler) {
      self.compiler = compiler
    }

    mutating func addWords() {
      let stages = compiler.pack.stages
      let hiding = compiler.used(stages.hidingNumerals)
      let ending = compiler.used(stages.endingNumerals)
      let tables = compiler.evidenceTables
      let allSelections = compiler.selections
      for (index, lexicon) in compiler.pack.lexicons.enumerated()
      where !tables.contains(lexicon.name) {
        let selections = allSelections.filter { $0.lexicon == lexicon.name }
          .compactMap { selection in
            compiler.symbols.existing(RuleCompiler.name(lexicon: selection.text))
              .map { (selection, $0) }
          }
        let isSegmented = stages.segmentation.contains { $0.name == lexicon.name }
        for entry in lexicon.entries.indices {
          let form = LineEnd.read(lexicon.entries[entry].form)
          let symbols = selections.filter { $0.0.contains(entry, of: lexicon) }.map(\.1)
          let keepsWhole = isSegmented && form.count > 1
          guard !symbols.isEmpty || keepsWhole else { continue }
          if keepsWhole { segmented.append(form) }
          add(
            form,
            RuleSet.Hit(
              kind: symbols.isEmpty ? -1 : Int32(kinds.kind(of: symbols)), entry: Int32(entry),
              lexicon: Int16(index), hidesNumerals: symbols.contains(where: hiding.contains),
              endsNumerals: symbols.contains(where: ending.contains)
                && (Self.goesOnNumeral(form) || Self.isCode(form)),
              isSegmented: keepsWhole))
        }
      }
      for (text, symbol) in compiler.anchorTexts.sorted(by: { $0.value < $1.value }) {
        add(text, kind: kinds.kind(of: [symbol]))
      }
      for separator in compiler.listSigns.separators {
        add(separator, kind: EdgeKinds.separator)
      }
    }

    /// Whether a word begins with a character that a numeral before it would take in: 多 and 百 do.
    private static func goesOnNumeral(_ form: [UInt16]) -> Bool {
      guard form.count > 1, let first = form.first else { return false }
      return remainders.contains(first) || CharacterClass.of(first).contains(.hanNumeral)
    }

    /// Whether a word is a code in Latin letters, USD, which ends where they do.
    private static func isCode(_ form: [UInt16]) -> Bool {
      form.count > 1 && form.allSatisfy { CharacterClass.of($0).contains(.latin) }
    }

    /// What stands behind a number that is not exact.
    private static let remainders = Array("多余来几".utf16)

    /// The kind of each word: all that its hits are, in one.
    mutating func wordKinds() -> [WordKind] {
      hits.map { hits in
        let symbols = Set(hits.filter { $0.kind >= 0 }.flatMap { kinds.symbols[Int($0.kind)] })
        return WordKind(
          kind: symbols.isEmpty ? -1 : Int32(kinds.kind(of: Array(symbols))),
          hidesNumerals: hits.contains(where: \.hidesNumerals),
          endsNumerals: hits.contains(where: \.endsNumerals),
          isSegmented: hits.contains(where: \.isSegmented))
      }
    }

    /// How often each symbol is there, as far as its words say: short ones are many times as frequent.
    var presence: [Symbol: Int] {
      var presence: [Symbol: Int] = [:]
      for (word, hits) in zip(words, hits) {
        for hit in hits where hit.kind >= 0 {
          for symbol in kinds.symbols[Int(hit.kind)] {
            presence[symbol, default: 0] += word.count == 1 ? 400 : word.count == 2 ? 20 : 1
          }
        }
      }
      return presence
    }

    var flatHits: (hits: [RuleSet.Hit], first: [Int32]) {
      var first: [Int32] = [0]
      for list in hits { first.append(first.last! + Int32(list.count)) }
      return (hits.flatMap { $0 }, first)
    }

    private mutating func add(_ text: [UInt16], kind: Int) {
      add(
        text,
        RuleSet.Hit(
          kind: Int32(kind), entry: 0, lexicon: -1, hidesNumerals: false, endsNumerals: false,
          isSegmented: false))
    }

    private mutating func add(_ word: [UInt16], _ hit: RuleSet.Hit) {
      if let number = numbers[word] {
        hits[number].append(hit)
      } else {
        numbers[word] = words.count
        words.append(word)
        hits.append([hit])
      }
    }
  }
}
