// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// All that finding events needs of the rules: frames, and the words that they are read from.
package struct EventRules: Sendable {
  /// What a word is to a clause: the classes of `event-word`, `event-party` and `event-thing`.
  package enum WordClass: String, Sendable, CaseIterable, BitwiseCopyable {
    case verb
    // Prepositions.
    case by, to, from, via, goal, moved
    // Distribution.
    case each, respectively, joint, total
    // What speaks against an event.
    case plan, not, noun
    // What stands around.
    case adverb, lead, receive
    /// 无偿, 免费: what is provided so is a gift.
    case free
    // Sums: what goods are worth; what one of them costs.
    case worth, rate
    // Nouns: for persons and bodies, for a body named before, for goods, for bodies set up.
    case party, pronoun, lender, thing, body
    /// A word that holds another and is none of them: 捐款人.
    case other
  }

  package struct Word: Sendable {
    package let wordClass: WordClass
    /// Index in `frames` of a verb; -1 otherwise.
    package let frame: Int
    /// The kind of event of a verb.
    package let kind: String
    /// Whether a verb behind it says what kind of event it is: 发放贷款.
    package let isLight: Bool
  }

  package let frames: [EventFrame]
  package let words: [Word]
  package let trie: DoubleArrayTrie
  /// First characters of persons' names: entries of the class `surname`.
  package let surnames: Set<UInt16>

  /// The lexicons that are read besides those of verbs; of a word in two of them the first counts.
  package static let lexicons = ["event-party", "event-thing", "event-word"]

  package var isEmpty: Bool { frames.isEmpty }

  /// By name, so that the order of files and rules makes no difference.
  static func frames(of rules: [Rule]) -> [EventFrame] {
    rules.compactMap(EventFrame.init).sorted { $0.rule < $1.rule }
  }

  package init(rules: [Rule], lexicons: [Lexicon]) {
    let frames = Self.frames(of: rules)
    var words: [[UInt16]: Word] = [:]
    var surnames: Set<UInt16> = []
    for (number, frame) in frames.enumerated() {
      guard let selection = LexiconSelection(frame.verb),
        let lexicon = lexicons.first(where: { $0.name == selection.lexicon })
      else { continue }
      for entry in lexicon.entries.indices where selection.contains(entry, of: lexicon) {
        words[FoldTable.fold(lexicon.entries[entry].form)] = Word(
          wordClass: .verb, frame: number, kind: lexicon.value("kind", of: entry) ?? "",
          isLight: lexicon.value("weight", of: entry) == "light")
      }
    }
    for name in Self.lexicons where !frames.isEmpty {
      guard let lexicon = lexicons.first(where: { $0.name == name }) else { continue }
      for entry in lexicon.entries.indices {
        let form = FoldTable.fold(lexicon.entries[entry].form)
        let name = lexicon.value("class", of: entry) ?? ""
        if name == "surname" { surnames.formUnion(form.prefix(1)) }
        guard words[form] == nil, let wordClass = WordClass(rawValue: name) else { continue }
        words[form] = Word(wordClass: wordClass, frame: -1, kind: "", isLight: false)
      }
    }
    let forms = words.keys.sorted { $0.lexicographicallyPrecedes($1) }
    self.frames = frames
    self.words = forms.compactMap { words[$0] }
    trie = DoubleArrayTrie(forms)
    self.surnames = surnames
  }
}
