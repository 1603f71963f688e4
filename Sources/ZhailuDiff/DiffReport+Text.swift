// SPDX-License-Identifier: Apache-2.0

extension DiffReport {
  /// The report for a terminal. `context` gives the text around a record, where it is known.
  package func text(context: (DiffRecord) -> String? = { _ in nil }) -> String {
    var lines = ["\(oldName) → \(newName): \(headline)"]
    lines.append("records: \(records.old) → \(records.new)")
    lines += notes
    lines += table + editLines
    for document in kept { lines += self.lines(of: document, context) }
    if omittedCount > 0 {
      lines += ["", "and \(Self.counted(omittedCount, "more change")); --limit 0 shows all"]
    }
    return lines.joined(separator: "\n")
  }

  private var table: [String] {
    guard isDifferent else { return [] }
    return [""]
      + ChangeKind.allCases.filter { byKind[$0] != nil }.map { kind in
        let types = (byKind[kind] ?? [:]).sorted { $0.key < $1.key }
        let list = types.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(kind.sign) \(kind.title)  \(count(of: kind)): \(list)"
      }
  }

  private var editLines: [String] {
    guard !edits.isEmpty else { return [] }
    let (counts, likely) = (countsByEdit, likelyCountsByEdit)
    func effect(of index: Int) -> String {
      if let count = counts[index] { return Self.counted(count, "change") }
      return likely[index].map { "perhaps \(Self.counted($0, "change"))" }
        ?? (untriedCount > 0 ? "changes nothing of what was tried" : "changes nothing here")
    }
    // Those that did most first.
    let order = edits.indices.sorted { left, right in
      (-(counts[left] ?? 0), -(likely[left] ?? 0), left)
        < (-(counts[right] ?? 0), -(likely[right] ?? 0), right)
    }
    // As many as there are changes at most, and those that the listed changes name.
    let named = Set(
      entries.compactMap(\.cause).flatMap {
        $0.isProven ? $0.edits[...] : $0.edits.prefix(Self.mostMarks)
      })
    let most = min(40, limit)
    let shown = order.enumerated().filter { $0.offset < most || named.contains($0.element) }
    let lines = shown.map { "[\($0.element + 1)] \(edits[$0.element]) — \(effect(of: $0.element))" }
    let rest = edits.count - lines.count
    return ["", "Edits of the rules:"] + lines
      + (rest > 0 ? ["and \(Self.counted(rest, "more edit"))"] : [])
  }

  private func lines(
    of document: Document, _ context: (DiffRecord) -> String?
  ) -> [String] {
    let state = document.isAdded ? "  (new)" : document.isRemoved ? "  (gone)" : ""
    var lines = ["", document.id.onOneLine + state]
    for (index, change) in document.changes.enumerated() {
      let cause = index < document.causes.count ? document.causes[index] : nil
      lines.append(
        "  \(change.kind.sign) \(change.subject.type) \(change.description)  "
          + "(\(change.shownRule))\(marks(cause))")
      if let text = context(change.subject) { lines.append("      \(text)") }
    }
    return lines
  }

  /// Of the edits that may have made a change so many are named.
  private static let mostMarks = 6

  /// `[1] [4]`, or `[1 or 4]`.
  private func marks(_ cause: Attribution.Cause?) -> String {
    guard let cause, !cause.edits.isEmpty else { return "" }
    let numbers = cause.edits.map { "\($0 + 1)" }
    if cause.isProven { return numbers.map { " [\($0)]" }.joined() }
    let shown = numbers.prefix(Self.mostMarks).joined(separator: " or ")
    let rest = numbers.count - Self.mostMarks
    return " [\(shown)\(rest > 0 ? " or \(rest) more" : "")]"
  }
}
