// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// A rule pack, read, checked and made ready to match.
package struct RuleSet: Sendable {
  /// A rule or named pattern with its programs.
  package struct Unit: Sendable {
    package let rule: Rule
    package let programs: [Program]
    package let before: [Program]
    package let after: [Program]
    package let whole: [Program]
    /// The symbol of the edges that its matches become.
    package let symbol: Symbol
    /// The index of its table of evidence in `evidence`.
    package var evidence: Int?
    /// The index of the table of evidence that hears of what it finds.
    package var tells: Int?
    /// The set of kinds of which a word must be near: in the paragraph or beside it.
    package var about: Int?
  }

  /// A table of evidence and who uses it.
  package struct Evidence: Sendable {
    package let table: EvidenceTable
    package let model: EvidenceModel
    package let threshold: Int
    /// For each kind of edges a bit for each list of the table that it answers to.
    package let listsOfKinds: [UInt64]
    /// The unit after which the proposals of all its rules are weighed: all that propose or tell.
    package let lastUnit: Int
  }

  /// One thing that a word is: an entry of a lexicon, text of a pattern, or a separator of lists.
  /// Eight bytes, since there are more of them than words.
  package struct Hit: Sendable, BitwiseCopyable {
    package let entry: Int32
    /// Index of the lexicon in `lexicons`; -1 for text of a pattern.
    package let lexicon: Int16
    private let storedKind: UInt16

    /// Number of its kind in `kinds`; -1 where no rule asks for it.
    package var kind: Int { storedKind == .max ? -1 : Int(storedKind) }

    /// Of kinds beyond 65,534, which no rules are known to need, none is kept.
    init(entry: Int, lexicon: Int, kind: Int) {
      self.entry = Int32(entry)
      self.lexicon = Int16(lexicon)
      storedKind = UInt16(exactly: kind) ?? .max
    }
  }

  package let lexicons: [Lexicon]
  package let units: [Unit]
  /// The units in the order in which they are run: all that a unit builds on stands before it.
  package let order: [Int]
  /// Every form of every lexicon, and the text of patterns that anchor on it.
  package let words: DoubleArrayTrie
  /// Which two characters they begin with.
  package let wordPairs: PairFilter
  /// What the word number n is: `hits[firstHits[n]..<firstHits[n + 1]]`.
  package let hits: FlatArray<Hit>
  package let firstHits: FlatArray<Int32>
  package let wordKinds: FlatArray<WordKind>
  /// What edges answer to, for people who ask why something was not found; the machine knows it too.
  package let kinds: EdgeKinds
  package let machine: Machine
  package let tables: ProgramTables
  /// The words that the segmenter keeps whole.
  package let segmentation: DoubleArrayTrie
  /// Kind sets of words that end the noun after a number, and of nouns too vague to be counted.
  package let itemStops: Int
  package let itemVague: Int
  /// The classes of the words that may stand beside a count.
  package let itemWords: WordClasses
  package let itemSigns: ItemSigns
  /// How full names end, and what short ones keep of that.
  package let nameForms: NameForms
  /// What headings of tables say of the numbers below them.
  package let headingSigns: HeadingSigns
  /// What stands between the members of lists, and what tells the lines of a page.
  package let listSigns: ListSigns
  package let layoutSigns: LayoutSigns
  /// The kind of mentions of quantities, which may stand before a noun; -1 where there are none.
  package let quantityKind: Int

  package let evidence: [Evidence]
  package let events: EventRules

  /// Whether it was read from files. One from an image knows no more than extracting needs: its rules
  /// have no examples, patterns and places, its programs but the names of slots, its tables of
  /// evidence no rows, and its kinds no symbols.
  package let isComplete: Bool

  /// The indices in `hits` of what a word is.
  package func hits(ofWord word: Int32) -> Range<Int32> {
    firstHits[Int(word)]..<firstHits[Int(word) + 1]
  }

  /// The index of what the word number `word` is to a slot that reads the kind set `set`: the first
  /// of its hits that is of it.
  package func hit(ofWord word: Int32, in set: Int32) -> Int {
    let meanings = hits(ofWord: word)
    if meanings.count == 1 { return Int(meanings.lowerBound) }
    let meant = meanings.first { index in
      let kind = hits[Int(index)].kind
      return kind >= 0 && set >= 0 && machine.set(set, contains: kind)
    }
    return Int(meant ?? meanings.lowerBound)
  }

  package func rule(_ id: String) -> Rule? { units.first { $0.rule.id == id }?.rule }
}

/// The symbols of a rule set, by name, while it is compiled.
package struct SymbolTable: Sendable {
  private var names: [String] = []
  private var byName: [String: Symbol] = [:]

  package static let numeral = Symbol(0)
  package static let separator = Symbol(1)
  static func cell(_ cell: SlotKind.Cell) -> Symbol {
    switch cell {
    case .money: Symbol(2)
    case .unit: Symbol(3)
    case .date: Symbol(4)
    }
  }

  init() {
    _ = symbol("numeral")
    _ = symbol("separator")
    _ = symbol("cell money")
    _ = symbol("cell unit")
    _ = symbol("cell date")
  }

  mutating func symbol(_ name: String) -> Symbol {
    if let known = byName[name] { return known }
    let symbol = Symbol(names.count)
    names.append(name)
    byName[name] = symbol
    return symbol
  }

  package func existing(_ name: String) -> Symbol? { byName[name] }
  func name(of symbol: Symbol) -> String { names[Int(symbol.index)] }
  package var count: Int { names.count }
}
