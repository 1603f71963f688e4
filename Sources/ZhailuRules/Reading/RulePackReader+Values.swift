// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// Values that records would take from columns and from `set`: each field is one of the type, each
/// value one that the type knows.
extension RulePackReader {
  mutating func checkValues() {
    let types = takers()
    for (rule, types) in zip(rules, types) where rule.kind != .finds("event") {
      for setting in rule.settings where TemplateParser.isSlotName(setting.field) {
        check(setting, of: rule, types.sorted())
      }
    }
    checkColumns(types)
    checkWordClasses()
    checkEventWords()
  }

  /// The types of records that take the fields of each rule: its own, and of a pattern or a helper
  /// those of all that are built on it.
  private func takers() -> [Set<String>] {
    let records = Set(MentionType.allCases.map(\.rawValue))
    var types: [Set<String>] = rules.map { rule in
      if case .finds(let type) = rule.kind, records.contains(type) { [type] } else { [] }
    }
    var makers: [String: [Int]] = [:]
    for index in rules.indices where types[index].isEmpty {
      makers[rules[index].product, default: []].append(index)
    }
    var waiting = rules.indices.filter { !types[$0].isEmpty }
    while let index = waiting.popLast() {
      for maker in rules[index].needs.flatMap({ makers[$0] ?? [] })
      where !types[index].isSubset(of: types[maker]) {
        types[maker].formUnion(types[index])
        waiting.append(maker)
      }
    }
    return types
  }

  /// The field that a name with a dot is in the end: `month` of `start.month`.
  private static func field(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  // MARK: set

  private mutating func check(_ setting: Rule.Setting, of rule: Rule, _ types: [String]) {
    guard !types.isEmpty else { return }
    let field = Self.field(setting.field)
    let known = types.compactMap { RecordFields.taken[$0] }.reduce(Set<String>()) { $0.union($1) }
    if case .finds(let type) = rule.kind, stages.helpers.contains(type) {
      // What a helper says is for other rules, not for records.
    } else if !known.contains(field) {
      return report(
        setting.place,
        "no field of \(types.joined(separator: " or ")) is called 【\(field)】"
          + hint(for: field, among: known.sorted()))
    }
    guard case .constant(let value) = setting.source, !value.isEmpty else { return }
    let faults = types.compactMap { Vocabulary.of(field, $0)?.fault(value) }
    if let fault = faults.first { report(setting.valuePlace ?? setting.place, fault) }
  }

  // MARK: Columns

  /// A column of a lexicon that fills a field.
  private struct Column: Hashable {
    let lexicon: Int
    let number: Int
    let type: String
  }

  /// Whether a type takes a column: of dates the unit that something is counted in, but not the 件 that
  /// stands beside a date.
  private static func counts(_ column: String, of lexicon: Lexicon, _ type: String) -> Bool {
    guard type == "date", field(column) == "unit" else { return true }
    return lexicon.columns.contains(column.dropLast("unit".count) + "offset")
  }

  private mutating func checkColumns(_ types: [Set<String>]) {
    let numbers = Dictionary(zip(lexicons.map(\.name), lexicons.indices)) { first, _ in first }
    var selections: [Column: [LexiconSelection]] = [:]
    for (rule, types) in zip(rules, types) {
      for selection in rule.slots.flatMap(\.kind.lexicons).compactMap(LexiconSelection.init) {
        guard let lexicon = numbers[selection.lexicon] else { continue }
        for (number, column) in lexicons[lexicon].columns.enumerated() {
          for type in types
          where Vocabulary.of(Self.field(column), type) != nil
            && Self.counts(column, of: lexicons[lexicon], type)
          {
            let key = Column(lexicon: lexicon, number: number, type: type)
            selections[key, default: []].append(selection)
          }
        }
      }
    }
    let columns = selections.keys.sorted {
      ($0.lexicon, $0.number, $0.type) < ($1.lexicon, $1.number, $1.type)
    }
    var told: Set<Diagnostic.Place> = []
    for column in columns {
      let lexicon = lexicons[column.lexicon]
      let field = Self.field(lexicon.columns[column.number])
      guard let vocabulary = Vocabulary.of(field, column.type) else { continue }
      let uses = selections[column] ?? []
      check(lexicon, column.number, vocabulary, &told) { entry in
        uses.contains { $0.contains(entry, of: lexicon) }
      }
    }
  }

  mutating func check(
    _ lexicon: Lexicon, _ column: Int, _ vocabulary: Vocabulary,
    _ told: inout Set<Diagnostic.Place>, where isMeant: (Int) -> Bool = { _ in true }
  ) {
    var count = 0
    for entry in lexicon.entries.indices {
      let value = lexicon.entries.value(column, of: entry)
      guard !value.isEmpty, !vocabulary.words.contains(value), isMeant(entry) else { continue }
      let place = place(ofField: column + 1, of: lexicon.entries[entry].place)
      guard told.insert(place).inserted, let fault = vocabulary.fault(value) else { continue }
      report(place, fault)
      count += 1
      if count > Self.mostFaults { return }
    }
  }

  // MARK: Places

  /// Where a field of an entry begins in its line; the form is field 0.
  mutating func place(ofField number: Int, of entry: Diagnostic.Place) -> Diagnostic.Place {
    let lines = lines(ofLexicon: entry.file)
    guard lines.indices.contains(entry.line - 1) else { return entry }
    let fields = (try? LexiconLine.fields(lines[entry.line - 1])) ?? []
    return fields.indices.contains(number) ? entry.shifted(by: fields[number].offset) : entry
  }
}
