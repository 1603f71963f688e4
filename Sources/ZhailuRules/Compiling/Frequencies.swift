// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// About how many of the parts of patterns stand in a million characters of news, for `AnchorChoice`: right
/// to a factor of two or three is enough.
///
/// Means over the entries of the shipped lexicons in 1.9 million characters of news, November 2026: a mark that
/// ends a clause stood there some 9,000 times, another mark, a letter or a Han character 680, a word of two
/// 19, of three 2, and a longer one less than once. Numerals, with the parts of them that are read alone,
/// were 26,000.
struct Frequencies {
  struct Expected {
    let inMillion: Int
    /// Whether a scan finds it; else rules do, later.
    let isScanned: Bool
  }

  private static let numeral = 26_000
  private static let cell = 500
  private static let mention = 10_000
  private static let pattern = 6000

  private let lexicons: [String: Lexicon]
  /// What was asked for already.
  private var known: [String: Expected] = [:]

  init(_ lexicons: [Lexicon]) {
    self.lexicons = Dictionary(uniqueKeysWithValues: lexicons.map { ($0.name, $0) })
  }

  /// Text of a pattern. One character of it is a common one, as 年 and 的 are.
  static func ofText(_ text: [UInt16]) -> Expected {
    Expected(inMillion: text.count > 1 ? 100 : 5000, isScanned: true)
  }

  /// A word of a lexicon.
  private static func ofWord(_ form: [UInt16]) -> Int {
    switch form.count {
    case 1: CharacterClass.of(form[0]).meets(.clauseEnd) ? 9000 : 680
    case 2: 19
    case 3: 2
    default: 1
    }
  }

  /// What has this name in the symbol table: `numeral`, `lexicon clause-end`, `pattern money-cue`.
  mutating func of(_ name: String) -> Expected {
    if let known = known[name] { return known }
    let expected = find(name)
    known[name] = expected
    return expected
  }

  private func find(_ name: String) -> Expected {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    let inMillion =
      switch words[0] {
      case "lexicon": LexiconSelection(words[1]).map(ofWords) ?? 0
      case "cell": Self.cell
      case "mention": Self.mention
      case "pattern": Self.pattern
      default: Self.numeral
      }
    return Expected(
      inMillion: inMillion, isScanned: !["mention", "pattern"].contains(words[0]))
  }

  private func ofWords(_ selection: LexiconSelection) -> Int {
    guard let lexicon = lexicons[selection.lexicon] else { return 0 }
    return lexicon.entries.indices.reduce(0) { sum, entry in
      guard selection.contains(entry, of: lexicon) else { return sum }
      return sum + Self.ofWord(LineEnd.read(lexicon.entries[entry].form))
    }
  }
}
