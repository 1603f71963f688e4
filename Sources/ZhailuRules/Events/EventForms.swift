// SPDX-License-Identifier: Apache-2.0

/// The words of one class of `event-sign`, which are looked for in a short stretch of folded text.
package final class EventForms: Sendable {
  /// The longest first, so that 货款 counts before 货.
  private let forms: [[UInt16]]
  let starts: UnitSet
  private let ends: UnitSet

  init(_ forms: [[UInt16]]) {
    self.forms = forms.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
    starts = UnitSet(forms.compactMap { $0.first })
    ends = UnitSet(forms.compactMap { $0.last })
  }

  /// How long the word is that `text` begins with; 0 if it begins with none.
  package func length(at text: ArraySlice<UInt16>) -> Int {
    guard let first = text.first, starts.contains(first) else { return 0 }
    return forms.first { text.starts(with: $0) }?.count ?? 0
  }

  /// How long the word is that `text` ends in; 0 if it ends in none.
  package func length(endOf text: ArraySlice<UInt16>) -> Int {
    guard let last = text.last, ends.contains(last) else { return 0 }
    return forms.first { $0.count <= text.count && text.suffix($0.count).elementsEqual($0) }?.count
      ?? 0
  }

  /// Whether a word may end in a character.
  package func mayEnd(in unit: UInt16) -> Bool { ends.contains(unit) }

  package func begin(_ text: ArraySlice<UInt16>) -> Bool { length(at: text) > 0 }

  /// Whether `text` ends in one of the words.
  package func end(_ text: ArraySlice<UInt16>) -> Bool { length(endOf: text) > 0 }

  /// Where the first word in `text` begins.
  package func place(in text: ArraySlice<UInt16>) -> Int? {
    text.indices.first { length(at: text[$0...]) > 0 }
  }

  /// Whether `text` is made of nothing but these words: 全部|货款.
  package func cover(_ text: ArraySlice<UInt16>) -> Bool {
    var rest = text
    while !rest.isEmpty {
      let count = length(at: rest)
      if count == 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
