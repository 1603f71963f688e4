// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// Values of columns by which rules select entries, and which no rule asks for: slips of the pen.
///
///     {org-name[word=yes]}    an entry whose word is 【ja】 or 【Yes】
///     measure-word[note=noun]    an entry whose note is 【nuon】
///
/// A column may hold facts that no rule has a use for, so that only a mark (yes or nothing) has to
/// be one that is asked for, and of names what is spelt nearly so.
extension RuleCheck {
  mutating func checkColumns() {
    let selections = namedSelections.map(\.text) + evidenceTables.flatMap(\.lists)
    var asked: [String: [String: Set<String>]] = [:]
    for selection in selections.compactMap(LexiconSelection.init) {
      for condition in selection.conditions {
        asked[selection.lexicon, default: [:]][condition.column, default: []]
          .formUnion(condition.values)
      }
    }
    for lexicon in words.lexicons {
      for (column, values) in asked[lexicon.name] ?? [:] {
        check(column, of: lexicon, asked: values)
      }
    }
  }

  private mutating func check(_ column: String, of lexicon: Lexicon, asked: Set<String>) {
    guard let number = lexicon.columns.firstIndex(of: column) else { return }
    let values = lexicon.entries.indices.map { lexicon.entries.value(number, of: $0) }
    let isMark = asked.union(values.contains("yes") ? ["yes"] : []).subtracting([""]) == ["yes"]
    let names = asked.subtracting([""]).sorted()
    for (entry, value) in values.enumerated() where !value.isEmpty {
      if isMark {
        guard value != "yes" else { continue }
        warn(
          lexicon.entries[entry].place,
          "【\(column)】 is yes or nothing in \(lexicon.name), not 【\(value)】")
      } else if !asked.contains(value), Self.mayBeSlip(value),
        let near = suggestion(for: value, among: names)
      {
        warn(
          lexicon.entries[entry].place,
          "no rule asks for entries whose \(column) is 【\(value)】; did you mean \(near)?")
      }
    }
  }

  /// Of Chinese words, and of units in letters, most are near to another; and medical is no slip of media,
  /// for both are kinds of bodies.
  private static func mayBeSlip(_ value: String) -> Bool {
    value.utf8.count >= 4 && value.utf8.allSatisfy { $0 < 0x80 } && BodyKind(rawValue: value) == nil
  }
}
