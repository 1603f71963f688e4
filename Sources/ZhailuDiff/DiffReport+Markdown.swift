// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension DiffReport {
  /// The report as a comment on a pull request: short at first, everything folded below.
  package func markdown(context: (DiffRecord) -> String? = { _ in nil }) -> String {
    var parts = [
      "### Records: \(headline)",
      "\(Self.code(oldName)) → \(Self.code(newName)), "
        + "\(records.old) → \(records.new) records",
    ]
    parts += notes.map(Self.escaped)
    if isDifferent { parts += [kindTable] }
    if !edits.isEmpty { parts += [editTable] }
    parts += kept.map { section($0, context) }
    if omittedCount > 0 { parts.append("…and \(Self.counted(omittedCount, "more change")).") }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var kindTable: String {
    let header = ["| | all | \(types.map(Self.escaped).joined(separator: " | ")) |"]
    let line = ["|---|--:|\(String(repeating: "--:|", count: types.count))"]
    let rows = ChangeKind.allCases.filter { byKind[$0] != nil }.map { kind in
      let cells = types.map { byKind[kind]?[$0].map(String.init) ?? "" }
      return "| \(kind.title) | \(count(of: kind)) | \(cells.joined(separator: " | ")) |"
    }
    return (header + line + rows).joined(separator: "\n")
  }

  private var editTable: String {
    let counts = countsByEdit
    let rows = edits.indices.prefix(100).map { index in
      let edit = edits[index]
      return "| \(index + 1) | \(Self.code("\(edit.place.file):\(edit.place.line)")) | "
        + "\(Self.escaped(edit.title)) | \(counts[index] ?? 0) |"
    }
    let rest = edits.count - rows.count
    return
      (["| edit | where | what | changes |", "|--:|---|---|--:|"] + rows
      + (rest > 0 ? ["| | | and \(Self.counted(rest, "more edit")) | |"] : []))
      .joined(separator: "\n")
  }

  private func section(_ document: Document, _ context: (DiffRecord) -> String?) -> String {
    let title =
      "\(document.id.onOneLine.htmlEscaped): \(Self.counted(document.changes.count, "change"))"
    let rows = document.changes.enumerated().map { index, change -> String in
      let cause = index < document.causes.count ? document.causes[index] : nil
      let numbers = (cause?.edits ?? []).prefix(6).map { "\($0 + 1)" }
      let text = context(change.subject).map { "<br>\(Self.escaped($0))" } ?? ""
      return "| \(change.kind.title) | \(Self.escaped(change.subject.type)) | "
        + "\(Self.escaped(change.description))\(text) | \(Self.code(change.shownRule)) | "
        + "\(numbers.joined(separator: cause?.isProven == false ? " or " : ", ")) |"
    }
    let table = ["| change | type | record | rule | edit |", "|---|---|---|---|---|"] + rows
    return "<details><summary>\(title)</summary>\n\n\(table.joined(separator: "\n"))\n\n</details>"
  }

  /// Text as text: no markup of Markdown or HTML, no cell end, no mention of a person.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.onOneLine.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "|": escaped += "&#124;"
      case "@": escaped += "&#64;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "!", "~", "$":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      case ":": escaped += "&#58;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  static func code(_ text: String) -> String {
    "<code>\(text.onOneLine.htmlEscaped.replacing("|", with: "&#124;"))</code>"
  }
}
