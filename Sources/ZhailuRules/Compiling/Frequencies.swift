// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// About how many of the parts of patterns stand in a million characters of news, for `AnchorChoice`: right
/// to a factor of two or three is enough.
///
/// Means over the entries of the shipped lexicons in 1.9 million characters of news, November 2026: a mark that
/// ends a clause stood there some 9,000 times, another mark, a letter or a Han character 680, a word of two
/// 19, of three 2, and a longer one less than once. Numerals, with the parts of them that are read alone,
/// were 26,000, and what stands between the members of a list 60,000.
struct Frequencies {
  struct Expected {
    let inMillion: Int
    /// Whether a scan finds it; else rules do, later.
    let isScanned: Bool
  }

  private static let mention = Expected(inMillion: 10_000, isScanned: false)
  private static let pattern = Expected(inMillion: 6000, isScanned: false)

  private let lexicons: [String: Lexicon]
  private var known: [Symbol: Expected] = [
    SymbolTable.numeral: Expected(inMillion: 26_000, isScanned: true),
    SymbolTable.separator: Expected(inMillion: 60_000, isScanned: true),
  ]

  init(_ lexicons: [Lexicon]) {
    self.lexicons = Dictionary(uniqueKeysWithValues: lexicons.map { ($0.name, $0) })
    for cell in SlotKind.Cell.allCases {
      known[SymbolTable.cell(cell)] = Expected(inMillion: 500, isScanned: true)
    }
  }

  // MARK: Symbols

  mutating func noteMention(_ symbol: Symbol) { known[symbol] = Self.mention }
  mutating func notePattern(_ symbol: Symbol) { known[symbol] = Self.pattern }

  /// `name` is a lexicon, or a selection of its entries.
  mutating func noteWords(_ symbol: Symbol, of name: String) {
    guard known[symbol] == nil else { return }
    let inMillion = LexiconSelection(name).map(ofWords) ?? 0
    known[symbol] = Expected(inMillion: inMillion, isScanned: true)
  }

  /// What an edge of one of some symbols is; each of them was noted.
  func of(_ symbols: Set<Symbol>) -> Expected {
    let all = symbols.compactMap { known[$0] }
    return Expected(
      inMillion: all.reduce(0) { $0 + $1.inMillion }, isScanned: all.allSatisfy(\.isScanned))
  }

  // MARK: Texts

  /// Text of a pattern. One character of it is a common one, as 年 and 的 are.
  static func ofText(_ text: [UInt16]) -> Expected {
    Expected(inMillion: text.count > 1 ? 100 : 5000, isScanned: true)
  }

  private func ofWords(_ selection: LexiconSelection) -> Int {
    guard let lexicon = lexicons[selection.lexicon] else { return 0 }
    return lexicon.entries.indices.reduce(0) { sum, entry in
      guard selection.contains(entry, of: lexicon) else { return sum }
      return sum + Self.ofWord(LineEnd.read(lexicon.entries[entry].form))
    }
  }

  private static func ofWord(_ form: [UInt16]) -> Int {
    switch form.count {
    case 1: CharacterClass.of(form[0]).meets(.clauseEnd) ? 9000 : 680
    case 2: 19
    case 3: 2
    default: 1
    }
  }
}
