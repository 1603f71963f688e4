// SPDX-License-Identifier: Apache-2.0

/// A lexicon, or those of its entries that have certain values in a column.
///
///     org-head
///     org-head[class=strong]
///     org-stop[class=verb|function]
///     org-name[word=]
package struct LexiconSelection: Hashable, Sendable {
  /// As it was written.
  package let text: String
  package let lexicon: String
  package let column: String?
  package let values: [String]

  /// `nil` where the brackets are not as shown.
  package init?(_ text: String) {
    self.text = text
    guard let open = text.firstIndex(of: "[") else {
      (lexicon, column, values) = (text, nil, [])
      return
    }
    let inside = text[text.index(after: open)...]
    guard inside.hasSuffix("]"), let equals = inside.firstIndex(of: "=") else { return nil }
    lexicon = String(text[..<open])
    column = String(inside[..<equals])
    values = inside[inside.index(after: equals)...].dropLast()
      .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  package func contains(_ entry: Int, of lexicon: Lexicon) -> Bool {
    guard let column else { return true }
    return values.contains(lexicon.value(column, of: entry) ?? "")
  }
}
