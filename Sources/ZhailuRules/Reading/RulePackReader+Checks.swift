// SPDX-License-Identifier: Apache-2.0

/// What the files of a pack say of each other: every name is declared, every slot used.
extension RulePackReader {
  /// What the names of a pack are.
  private struct Names {
    let lexicons: [String: Lexicon]
    let lexiconNames: [String]
    let patterns: Set<String>
    let types: [String]
  }

  mutating func check() {
    let names = Names(
      lexicons: Dictionary(lexicons.map { ($0.name, $0) }) { first, _ in first },
      lexiconNames: lexicons.map(\.name),
      patterns: Set(rules.filter { $0.kind == .defines }.map(\.id)),
      types: RecordFields.types + stages.helpers.filter { !RecordFields.types.contains($0) })
    for named in stages.wholeLexicons
    where names.lexicons[named.name] == nil && !brokenLexicons.contains(named.name) {
      report(named.place, "lexicon", named.name, names.lexiconNames)
    }
    for named in stages.selections { check(selection: named.name, at: named.place, names) }
    for rule in rules {
      check(rule, names)
      if let evidence = rule.evidence { check(table: evidence.table, at: evidence.place, names) }
      if let told = rule.tells { check(table: told.table, at: told.place, names) }
      if let topic = rule.about {
        for lexicon in topic.lexicons {
          check(selection: lexicon, at: topic.place(of: lexicon), names)
        }
      }
      checkSlots(of: rule)
      checkExamples(of: rule)
    }
    readEvidence()
    checkValues()
    checkNewLexicons()
    checkCycles()
    checkSize()
  }

  private mutating func report(
    _ place: Diagnostic.Place, _ what: String, _ name: String, _ known: [String]
  ) {
    report(place, "no \(what) is called 【\(name)】" + hint(for: name, among: known))
  }

  // MARK: Names

  private mutating func check(_ rule: Rule, _ names: Names) {
    if case .finds(let type) = rule.kind, !type.isEmpty, !names.types.contains(type) {
      if type == "event" {
        checkEvent(rule, names)
      } else {
        report(rule.place, "type of mention", type, names.types)
      }
    }
    for slot in rule.slots {
      for selection in slot.kind.selections {
        check(selection: selection, at: slot.place(of: selection), names)
      }
      switch slot.kind {
      case .mention(let type) where !names.types.contains(type):
        report(slot.place(of: type), "type of mention", type, names.types)
      case .pattern(let name) where !names.patterns.contains(name):
        reportPattern(name, slot.place(of: name), names)
      case .lexicon, .number, .largeNumber, .digitNumber, .bareNumber, .cell, .date, .mention,
        .pattern, .words, .characters:
        break
      }
    }
  }

  private mutating func check(table: String, at place: Diagnostic.Place, _ names: Names) {
    if !names.lexiconNames.contains(table), !brokenLexicons.contains(table) {
      report(place, "lexicon", table, names.lexiconNames)
    }
  }

  /// A rule for events has a verb of a lexicon, not a pattern.
  private mutating func checkEvent(_ rule: Rule, _ names: Names) {
    guard let frame = EventFrame(rule) else {
      if rule.patterns.isEmpty { return }
      return report(
        rule.place, "a rule for an 【event】 has a verb and roles, not a pattern: see event.yaml")
    }
    if !frame.verb.isEmpty { check(selection: frame.verb, at: EventFrame.placeOfVerb(rule), names) }
  }

  private mutating func reportPattern(_ name: String, _ place: Diagnostic.Place, _ names: Names) {
    if let off = switchedOff[name] {
      report(place, "the pattern 【\(name)】 is switched off in \(off.file):\(off.line)")
    } else if rules.contains(where: { $0.id == name }) {
      report(
        place, "【\(name)】 is a rule, not a named pattern; write 【mention TYPE】, or 【define】 it")
    } else {
      report(place, "pattern", name, names.patterns.sorted())
    }
  }

  private mutating func check(
    selection text: String, at place: Diagnostic.Place, _ names: Names
  ) {
    guard let selection = LexiconSelection(text) else {
      return report(place, "【\(text)】 selects nothing; write org-head[class=strong]")
    }
    guard !brokenLexicons.contains(selection.lexicon) else { return }
    guard let lexicon = names.lexicons[selection.lexicon] else {
      return report(place, "lexicon", selection.lexicon, names.lexiconNames)
    }
    for column in selection.conditions.map(\.column) where !lexicon.columns.contains(column) {
      report(place, "column of \(lexicon.name)", column, lexicon.columns)
    }
  }

  /// The lexicons that something names.
  var usedLexicons: Set<String> {
    let slots = rules.flatMap { $0.slots.flatMap(\.kind.selections) }
    let verbs = rules.compactMap { EventFrame($0)?.verb }
    let named = (stages.selections + stages.wholeLexicons).map(\.name)
    let topics = rules.flatMap { $0.about?.lexicons ?? [] }
    let selections = slots + topics + verbs + named + evidenceTables.flatMap(\.lists)
    return Set(selections.compactMap { LexiconSelection($0)?.lexicon })
      .union(rules.compactMap { $0.evidence?.table ?? $0.tells?.table })
      .union(EventRules.lexicons)
  }

  /// A lexicon that a folder adds, that nothing uses, and that is called almost as another is.
  private mutating func checkNewLexicons() {
    guard !newLexicons.isEmpty else { return }
    let used = usedLexicons
    for (name, file) in newLexicons where !used.contains(name) {
      guard let close = suggestion(for: name, among: used.sorted()) else { continue }
      report(
        Diagnostic.Place(file: file, line: 1),
        "no rule uses a lexicon 【\(name)】, and no folder below has one; did you mean \(close)?")
    }
  }

  // MARK: Slots

  private mutating func checkSlots(of rule: Rule) {
    let failed = broken.slots[rule.id] ?? []
    let declared = rule.slots.map(\.name) + failed.sorted()
    let patterns = rule.patterns + rule.exclusions.map(\.pattern)
    let used = Set(patterns.flatMap(\.template.slots))
    for pattern in patterns {
      for name in Set(pattern.template.slots).sorted() where !declared.contains(name) {
        reportSlot(name, pattern.place, declared)
      }
    }
    let isWhole = !broken.patterns.contains(rule.id) && !rule.patterns.isEmpty
    for slot in rule.slots where isWhole && !used.contains(slot.name) {
      report(slot.place, "the slot 【\(slot.name)】 stands in no pattern of 【\(rule.id)】")
    }
    for setting in rule.settings {
      if case .slot(let name) = setting.source, !declared.contains(name) {
        reportSlot(name, setting.place, declared)
      }
    }
    for pattern in rule.patterns { checkAnchor(of: pattern, rule) }
  }

  private mutating func reportSlot(
    _ name: String, _ place: Diagnostic.Place, _ declared: [String]
  ) {
    report(
      place,
      "the slot 【{\(name)}】 is not declared under 【where】" + hint(for: name, among: declared))
  }

  private mutating func checkAnchor(of pattern: Rule.Pattern, _ rule: Rule) {
    let hasAnchor = pattern.template.hasAnchor { rule.slot($0)?.kind.canAnchor ?? true }
    guard !hasAnchor else { return }
    report(
      pattern.place,
      "nothing in \(quoted(pattern.text)) is sure to be there: it needs a lexicon, a number, a mention, a "
        + "pattern or some text that is not optional")
  }

  // MARK: Examples

  private mutating func checkExamples(of rule: Rule) {
    guard case .finds(let type) = rule.kind, !stages.helpers.contains(type) else { return }
    let (found, not) = (rule.examples.count, rule.counterexamples.count)
    if found < 3, !broken.examples.contains(rule.id) {
      report(
        rule.place,
        "【\(rule.id)】 has \(found) example\(found == 1 ? "" : "s"); a rule has at least 3 that must "
          + "be found")
    }
    if not < 3, !broken.counterexamples.contains(rule.id) {
      report(
        rule.place,
        "【\(rule.id)】 has \(not) counterexample\(not == 1 ? "" : "s"); a rule has at least 3 that "
          + "must not be found")
    }
    checkContradictions(of: rule)
    guard let fields = RecordFields.ofValues[type] else { return }
    var told: Set<String> = []
    for example in rule.examples {
      for (field, _) in example.value
      where !fields.contains(field) && told.insert(field).inserted {
        report(
          example.place,
          "the value of this \(type) has no field 【\(field)】"
            + hint(for: field, among: fields.sorted()))
      }
    }
  }

  /// A text cannot be an example and a counterexample.
  private mutating func checkContradictions(of rule: Rule) {
    let texts = Dictionary(
      rule.examples.map { (Self.plain($0.text), $0.place.line) }, uniquingKeysWith: min)
    for example in rule.counterexamples {
      guard let line = texts[Self.plain(example.text)] else { continue }
      report(example.place, "\(quoted(example.text)) is an example too, in line \(line)")
    }
  }

  private static func plain(_ text: String) -> String {
    text.filter { $0 != "【" && $0 != "】" }
  }

  // MARK: The whole

  /// A rule that is built on itself, by way of patterns and mentions of others.
  private mutating func checkCycles() {
    var makers: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() { makers[rule.product, default: []].append(index) }
    // 0 not seen, 1 on the way, 2 done.
    var state = [Int](repeating: 0, count: rules.count)
    for root in rules.indices where state[root] == 0 {
      state[root] = 1
      var way: [(rule: Int, next: [Int])] = [(root, needs(of: root, makers))]
      while let last = way.indices.last {
        guard let next = way[last].next.popLast() else {
          state[way.removeLast().rule] = 2
          continue
        }
        if state[next] == 1 { reportCycle(way.map(\.rule), to: next) }
        guard state[next] == 0 else { continue }
        state[next] = 1
        way.append((next, needs(of: next, makers)))
      }
    }
  }

  /// The rules that make what a rule is built on; a rule may use mentions of its own type that
  /// others find.
  private func needs(of index: Int, _ makers: [String: [Int]]) -> [Int] {
    rules[index].needs.flatMap { makers[$0] ?? [] }
      .filter { $0 != index || rules[index].kind == .defines }
  }

  private mutating func reportCycle(_ way: [Int], to index: Int) {
    let cycle = way[(way.firstIndex(of: index) ?? 0)...] + [index]
    let names = cycle.map { rules[$0].id }
    report(
      rules[index].place,
      "【\(rules[index].id)】 is built on itself: \(names.joined(separator: " ← ")); name no pattern "
        + "inside itself")
  }
}

extension Rule {
  /// What its matches are to others: `mention place`, `pattern date-day`.
  var product: String {
    switch kind {
    case .finds(let type): "mention \(type)"
    case .defines: "pattern \(id)"
    }
  }

  /// The products that its slots ask for.
  var needs: [String] {
    var seen: Set<String> = []
    return slots.compactMap(\.kind.product).filter { seen.insert($0).inserted }
  }
}
