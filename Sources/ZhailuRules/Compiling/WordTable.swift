// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The words that the scan looks for, and what each of them is.
struct WordTable {
  private var numbers: [[UInt16]: Int] = [:]
  private(set) var words: [[UInt16]] = []
  private var hits: [[Hit]] = []
  /// The words that the segmenter keeps whole.
  private(set) var segmented: [[UInt16]] = []
  private(set) var kinds: EdgeKinds

  /// What a word is in one lexicon, or as the text of a pattern.
  private struct Hit {
    let meaning: RuleSet.Hit
    /// Whether numerals inside it are none.
    var hidesNumerals = false
    /// Whether it begins as numerals go on, and ends one before it: 多哥法郎.
    var endsNumerals = false
    var isSegmented = false
  }

  /// - Parameter kinds: The kinds of what rules find, which come first.
  init(kinds: EdgeKinds) { self.kinds = kinds }

  /// Adds the words of a lexicon that a rule or the segmenter asks for.
  ///
  /// - Parameters:
  ///   - selections: What is used of it, with the symbols of that.
  ///   - hiding: Symbols of words inside which a numeral is none.
  ///   - ending: Symbols of words that end a numeral which would go on into them.
  mutating func add(
    _ lexicon: Lexicon, number: Int, selections: [(LexiconSelection, Symbol)], isSegmented: Bool,
    hiding: Set<Symbol>, ending: Set<Symbol>
  ) {
    for entry in lexicon.entries.indices {
      let form = LineEnd.read(lexicon.entries[entry].form)
      let symbols = selections.filter { $0.0.contains(entry, of: lexicon) }.map(\.1)
      let keepsWhole = isSegmented && form.count > 1
      guard !symbols.isEmpty || keepsWhole else { continue }
      if keepsWhole { segmented.append(form) }
      add(
        form,
        Hit(
          meaning: RuleSet.Hit(
            entry: entry, lexicon: number, kind: symbols.isEmpty ? -1 : kinds.kind(of: symbols)),
          hidesNumerals: symbols.contains(where: hiding.contains),
          endsNumerals: symbols.contains(where: ending.contains)
            && (Self.goesOnNumeral(form) || Self.isCode(form)),
          isSegmented: keepsWhole))
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
      let symbols = Set(hits.map(\.meaning.kind).filter { $0 >= 0 }.flatMap { kinds.symbols[$0] })
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
      for kind in hits.map(\.meaning.kind) where kind >= 0 {
        for symbol in kinds.symbols[kind] {
          presence[symbol, default: 0] += word.count == 1 ? 400 : word.count == 2 ? 20 : 1
        }
      }
    }
    return presence
  }

  var flatHits: (hits: [RuleSet.Hit], first: [Int32]) {
    var first: [Int32] = [0]
    for list in hits { first.append(first.last! + Int32(list.count)) }
    return (hits.flatMap { $0.map(\.meaning) }, first)
  }

  /// Adds text that patterns hold.
  mutating func add(_ text: [UInt16], of symbol: Symbol) {
    add(text, kind: kinds.kind(of: [symbol]))
  }

  mutating func add(_ text: [UInt16], kind: Int) {
    add(text, Hit(meaning: RuleSet.Hit(entry: 0, lexicon: -1, kind: kind)))
  }

  private mutating func add(_ word: [UInt16], _ hit: Hit) {
    if let number = numbers[word] {
      hits[number].append(hit)
    } else {
      numbers[word] = words.count
      words.append(word)
      hits.append([hit])
    }
  }
}
