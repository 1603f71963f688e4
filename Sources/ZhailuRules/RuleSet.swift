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
  }

  /// A word of a lexicon that stands in the text.
  package struct Hit: Sendable {
    package let symbol: Symbol
    /// Index of the lexicon in `lexicons`; -1 for text of a pattern.
    package let lexicon: Int
    package let entry: Int
  }

  package let lexicons: [Lexicon]
  package let symbols: SymbolTable
  package let units: [Unit]
  /// The units in the order in which they are run: all that a unit builds on stands before it.
  package let order: [Int]
  /// Every form of every lexicon, and the text of patterns that anchor on it; a word's number is
  /// its index in `hits`.
  package let words: DoubleArrayTrie
  package let hits: [[Hit]]
  /// The words that the segmenter keeps whole.
  package let segmentation: DoubleArrayTrie
  /// Symbols of lexicons whose words hide the numerals inside them.
  package let hidingNumerals: Set<Symbol>
  /// Symbols of words that end the noun after a number, and of nouns too vague to be counted.
  package let itemStops: Set<Symbol>
  package let itemVague: Set<Symbol>
  /// Whether some unit asks for words, so that a text must be segmented.
  package let usesWords: Bool

  package func rule(_ id: String) -> Rule? { units.first { $0.rule.id == id }?.rule }
}

/// The symbols of a rule set, by name.
package struct SymbolTable: Sendable {
  package private(set) var names: [String] = []
  private var byName: [String: Symbol] = [:]

  package static let numeral = Symbol(0)
  package static let separator = Symbol(1)

  init() {
    _ = symbol("numeral")
    _ = symbol("separator")
  }

  mutating func symbol(_ name: String) -> Symbol {
    if let known = byName[name] { return known }
    let symbol = Symbol(names.count)
    names.append(name)
    byName[name] = symbol
    return symbol
  }

  package func existing(_ name: String) -> Symbol? { byName[name] }
  package var count: Int { names.count }
}
