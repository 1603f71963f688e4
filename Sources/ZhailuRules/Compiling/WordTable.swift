// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The words that the scan looks for, and what each of them is.
struct WordTable {
  private var numbers: [[UInt16]: Int] = [:]
  private(set) var words: [[UInt16]] = []
  private var hits: [[RuleSet.Hit]] = []
  /// The words that the segmenter keeps whole.
  private(set) var segmented: [[UInt16]] = []
  private(set) var kinds: EdgeKinds

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
        RuleSet.Hit(
          kind: symbols.isEmpty ? -1 : Int32(kinds.kind(of: symbols)), entry: Int32(entry),
          lexicon: Int16(number), hidesNumerals: symbols.contains(where: hiding.contains),
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

  /// Adds text that patterns hold.
  mutating func add(_ text: [UInt16], of symbol: Symbol) {
    add(text, kind: kinds.kind(of: [symbol]))
  }

  mutating func add(_ text: [UInt16], kind: Int) {
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
