// SPDX-License-Identifier: Apache-2.0

/// The classes of words that the program reads by itself: beside counts, in names and headings, and
/// beside verbs of events.
extension RulePackReader {
  // MARK: Items, short names and headings

  mutating func checkWordClasses() {
    var told: Set<Diagnostic.Place> = []
    for (named, vocabulary) in [
      (stages.itemWords, Vocabulary.itemWord), (stages.itemSigns, Vocabulary.itemSign),
      (stages.shortNames, Vocabulary.nameForm), (stages.headings, Vocabulary.headingSign),
      (stages.lists, Vocabulary.listSign), (stages.layout, Vocabulary.layoutSign),
    ] {
      for lexicon in lexicons(named) {
        guard let column = lexicon.columns.firstIndex(of: "class") else { continue }
        check(lexicon, column, vocabulary, &told)
      }
    }
    for entry in lexicons(stages.itemSigns).flatMap(\.entries)
    where entry.form.utf16.count > ItemSigns.longest {
      report(entry.place, "a sign beside a count is one character or two, not 【\(entry.form)】")
    }
    for lexicon in lexicons(stages.shortNames) {
      for entry in lexicon.entries.indices { checkHead(entry, of: lexicon) }
    }
  }

  private func lexicons(_ named: [Stages.Named]) -> [Lexicon] {
    let names = named.map(\.name)
    return lexicons.filter { names.contains($0.name) }
  }

  /// Of a head word short names keep one character.
  private mutating func checkHead(_ entry: Int, of lexicon: Lexicon) {
    let name = lexicon.value("class", of: entry).flatMap(NameForms.Class.init)
    let kept = (lexicon.value("keeps", of: entry) ?? "").unicodeScalars.count
    guard name == .head && kept == 0 || name == .seat && kept != 1 else { return }
    let own = lexicon.entries[entry]
    let what =
      name == .head ? "what short names keep of it" : "the one character that short names keep"
    report(own.place, "【\(own.form)】 needs \(what), in 【keeps】")
  }

  // MARK: Events

  mutating func checkEventWords() {
    let frames = rules.compactMap(EventFrame.init)
    let verbs = Self.words(of: frames.filter { !$0.traits.contains(.table) })
    guard !frames.isEmpty else { return }
    var told: Set<Diagnostic.Place> = []
    checkHeadings(Self.words(of: frames.filter { $0.traits.contains(.table) }), &told)
    for lexicon in lexicons {
      let isOfVerbs = verbs.contains { $0.lexicon == lexicon.name }
      guard isOfVerbs || EventRules.lexicons.contains(lexicon.name) else { continue }
      for (number, column) in lexicon.columns.enumerated() {
        let vocabulary =
          !isOfVerbs
          ? Vocabulary.ofEvents(column, lexicon: lexicon.name)
          : column == "kind" ? .eventKind : column == "weight" ? .verbWeight : nil
        if let vocabulary { check(lexicon, number, vocabulary, &told) }
      }
      guard isOfVerbs else { continue }
      let own = verbs.filter { $0.lexicon == lexicon.name }
      checkKinds(of: lexicon, own)
      checkFrames(of: lexicon, own)
    }
  }

  private static func words(of frames: [EventFrame]) -> [LexiconSelection] {
    frames.compactMap { LexiconSelection($0.verb) }
  }

  /// The headings of tables whose rows tell acts.
  private mutating func checkHeadings(
    _ words: [LexiconSelection], _ told: inout Set<Diagnostic.Place>
  ) {
    for lexicon in lexicons where words.contains(where: { $0.lexicon == lexicon.name }) {
      for (number, column) in lexicon.columns.enumerated() {
        if let vocabulary = Vocabulary.ofHeadings(column) {
          check(lexicon, number, vocabulary, &told)
        }
      }
    }
  }

  /// A verb without a kind tells no event.
  private mutating func checkKinds(of lexicon: Lexicon, _ verbs: [LexiconSelection]) {
    let without = lexicon.entries.indices.lazy.filter { entry in
      (lexicon.value("kind", of: entry) ?? "").isEmpty
        && verbs.contains { $0.contains(entry, of: lexicon) }
    }
    for entry in without.prefix(Self.mostFaults) {
      let own = lexicon.entries[entry]
      report(own.place, "the verb 【\(own.form)】 needs a kind of event, in 【kind】")
    }
  }

  /// Every verb is one that a rule reads, or that a rule read which a folder switched off.
  private mutating func checkFrames(of lexicon: Lexicon, _ verbs: [LexiconSelection]) {
    let all = verbs + formerVerbs.filter { $0.lexicon == lexicon.name }
    guard let name = verbs.first?.conditions.first?.column,
      all.allSatisfy({ $0.conditions.map(\.column) == [name] }),
      let column = lexicon.columns.firstIndex(of: name),
      lexicon.entries.indices.contains(where: { entry in
        verbs.contains { $0.contains(entry, of: lexicon) }
      })
    else { return }
    let known = Set(all.flatMap(\.conditions).flatMap(\.values))
    var count = 0
    for entry in lexicon.entries.indices {
      let value = lexicon.entries.value(column, of: entry)
      guard !known.contains(value), count <= Self.mostFaults else { continue }
      count += 1
      let own = lexicon.entries[entry]
      if value.isEmpty {
        report(own.place, "no rule reads the verb 【\(own.form)】: it has no \(name)")
      } else {
        report(
          place(ofField: column + 1, of: own.place),
          "no rule reads verbs of the \(name) 【\(value)】" + hint(for: value, among: known.sorted()))
      }
    }
  }
}
