// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// All that finding events needs of the rules: frames, and the words that they are read from.
package final class EventRules: Sendable {
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
    // Nouns: for persons and bodies, for who acts and never receives (法国), for a body named
    // before, for goods, for shares of a firm, for bodies set up, for money (经费).
    case party, place, pronoun, lender, thing, stake, body, money
    /// A word that holds another and is none of them: 捐款人.
    case other
  }

  /// Whom a word means that stands for a body named before.
  package enum Meaning: String, Sendable, CaseIterable, BitwiseCopyable {
    case none
    /// Whose article it is: 本公司, 我校.
    case own
    /// The one named last: 该公司, 其.
    case that
    /// Of two the first, the second, or all of them: 前者, 后者, 双方.
    case first, second, all
    /// No pronoun, but a noun for those who spend public money: 市财政.
    case state
    /// No pronoun either, but what a player is: 前锋 in 签下前锋巴坎布, where the name is what was bought.
    case player
    /// No pronoun either, but a part in a case or a contract: 被告, which is the body that it stands before.
    case role
  }

  /// What else a verb is.
  package enum Weight: String, Sendable, CaseIterable, BitwiseCopyable {
    case plain
    /// A verb behind it says what kind of event it is: 发放贷款.
    case light
    /// What another verb gives too: 归还贷款220万元.
    case noun
    /// A verb only between somebody and a number: 乡政府出两万元.
    case bare
    /// What may be said of anything: an event only of a sum or of goods that are known, 下发口罩.
    case vague
    /// Passes goods on, which is no gift of its own: 转交.
    case passing
    /// Hands over what says of itself what it is: 送去慰问金 supports.
    case hand
  }

  package struct Word: Sendable {
    package let wordClass: WordClass
    /// Whom a pronoun means.
    package let meaning: Meaning
    /// Index in `frames` of a verb, and of a noun for money that is received as if it were one, and of
    /// 给 beside a sum; -1 otherwise.
    package let frame: Int
    /// The kind of event of a verb, and of what else brings in events of one kind alone: 累计, 工资.
    package let kind: EventKind?
    /// The kind of body of a pronoun and of a noun for bodies.
    package let body: BodyKind?
    package let weight: Weight
    package var isLight: Bool { weight == .light }
  }

  package let frames: [EventFrame]
  package let words: EventWords
  package let trie: DoubleArrayTrie
  package let starts: WordStarts
  /// First characters of persons' names: entries of the class `surname`.
  package let surnames: UnitSet
  package let signs: EventSigns
  /// The headings of tables whose rows tell acts.
  package let columns: ColumnRoles

  /// The lexicons that are read besides those of verbs; of a word in two of them the first counts.
  package static let lexicons = [
    "event-party", "event-thing", "event-word", "event-other", EventSign.lexicon,
  ]

  package var isEmpty: Bool { frames.isEmpty }

  /// The rule of such tables.
  package var tableFrame: EventFrame? { frames.first { $0.traits.contains(.table) } }

  package func frame(ofRule name: String) -> EventFrame? { frames.first { $0.rule == name } }

  /// By name, so that the order of files and rules makes no difference.
  static func frames(of rules: some Sequence<Rule>) -> [EventFrame] {
    rules.compactMap(EventFrame.init).sorted { $0.rule < $1.rule }
  }

  init(
    frames: [EventFrame], words: EventWords, trie: DoubleArrayTrie, starts: WordStarts,
    surnames: UnitSet, signs: EventSigns, columns: ColumnRoles
  ) {
    self.frames = frames
    self.words = words
    self.trie = trie
    self.starts = starts
    self.surnames = surnames
    self.signs = signs
    self.columns = columns
  }

  package convenience init(rules: [Rule], lexicons: [Lexicon]) {
    let frames = Self.frames(of: rules)
    var words: [[UInt16]: Word] = [:]
    var surnames: Set<UInt16> = []
    var tables: [Lexicon] = []
    for (number, frame) in frames.enumerated() {
      guard let selection = LexiconSelection(frame.verb),
        let lexicon = lexicons.first(where: { $0.name == selection.lexicon })
      else { continue }
      if frame.traits.contains(.table) {
        tables.append(lexicon)
        continue
      }
      for entry in lexicon.entries.indices where selection.contains(entry, of: lexicon) {
        words[FoldTable.fold(lexicon.entries[entry].form)] = Word(
          wordClass: .verb, meaning: .none, frame: number,
          kind: lexicon.value("kind", of: entry).flatMap(EventKind.init), body: nil,
          weight: lexicon.value("weight", of: entry).flatMap(Weight.init) ?? .plain)
      }
    }
    let giving =
      frames.firstIndex { $0.traits.contains(.passesOn) && $0.needs == .given } ?? -1
    for lexicon in Self.lexicons.compactMap({ name in lexicons.first { $0.name == name } })
    where !frames.isEmpty {
      for entry in lexicon.entries.indices {
        let form = FoldTable.fold(lexicon.entries[entry].form)
        let name = lexicon.value("class", of: entry) ?? ""
        if name == "surname" { surnames.formUnion(form.prefix(1)) }
        guard words[form] == nil, let wordClass = WordClass(rawValue: name) else { continue }
        let meaning = lexicon.value("means", of: entry).flatMap(Meaning.init) ?? .none
        let kind = lexicon.value("kind", of: entry) ?? ""
        let mayGive = wordClass == .money || wordClass == .thing || wordClass == .to
        let event = EventKind(rawValue: kind)
        words[form] = Word(
          wordClass: wordClass, meaning: meaning, frame: mayGive && event != nil ? giving : -1,
          kind: event, body: BodyKind(rawValue: kind), weight: .plain)
      }
    }
    let forms = words.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let signs = lexicons.filter { $0.name == EventSign.lexicon && !frames.isEmpty }
    self.init(
      frames: frames, words: EventWords(forms.compactMap { words[$0] }),
      trie: DoubleArrayTrie(forms), starts: WordStarts(forms), surnames: UnitSet(surnames),
      signs: EventSigns(signs), columns: ColumnRoles(tables))
  }
}
