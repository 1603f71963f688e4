// SPDX-License-Identifier: Apache-2.0

/// A lexicon, or those of its entries that have certain values in its columns.
///
///     org-head
///     org-head[class=strong]
///     org-stop[class=verb|function]
///     org-name[word=]
///     org-name[kind=sport,word=|yes]
package struct LexiconSelection: Hashable, Sendable {
  /// The values of a column of which an entry must have one.
  package struct Condition: Hashable, Sendable {
    package let column: String
    package let values: [String]
  }

  /// As it was written.
  package let text: String
  package let lexicon: String
  /// All of them hold for an entry that is selected.
  package let conditions: [Condition]

  /// `nil` where the brackets are not as shown.
  package init?(_ text: String) {
    self.text = text
    guard let open = text.firstIndex(of: "[") else {
      (lexicon, conditions) = (text, [])
      return
    }
    guard text.hasSuffix("]") else { return nil }
    lexicon = String(text[..<open])
    var conditions: [Condition] = []
    let inside = text[text.index(after: open)...].dropLast()
    for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      conditions.append(
        Condition(
          column: String(part[..<equals]),
          values: part[part.index(after: equals)...]
            .split(separator: "|", omittingEmptySubsequences: false).map(String.init)))
    }
    self.conditions = conditions
  }

  package func contains(_ entry: Int, of lexicon: Lexicon) -> Bool {
    conditions.allSatisfy { $0.values.contains(lexicon.value($0.column, of: entry) ?? "") }
  }
}
