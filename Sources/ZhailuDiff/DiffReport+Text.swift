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
        ?? "changes nothing here"
    }
    // Those that did most first.
    let order = edits.indices.sorted { left, right in
      (-(counts[left] ?? 0), -(likely[left] ?? 0), left)
        < (-(counts[right] ?? 0), -(likely[right] ?? 0), right)
    }
    let lines = order.map { "[\($0 + 1)] \(edits[$0]) — \(effect(of: $0))" }
    let most = 40
    let rest = lines.count - most
    return ["", "Edits of the rules:"] + lines.prefix(most)
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

  /// `[1] [4]`, or `[1 or 4]`.
  private func marks(_ cause: Attribution.Cause?) -> String {
    guard let cause, !cause.edits.isEmpty else { return "" }
    let numbers = cause.edits.map { "\($0 + 1)" }
    if cause.isProven { return numbers.map { " [\($0)]" }.joined() }
    let shown = numbers.prefix(6).joined(separator: " or ")
    return " [\(shown)\(numbers.count > 6 ? " or \(numbers.count - 6) more" : "")]"
  }
}
