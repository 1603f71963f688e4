// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension DiffReport {
  /// The report as annotations, which GitHub Actions shows beside the lines: one for each edit,
  /// with a few of the listed changes that it made, then those that no edit is known for.
  package func github(examples: Int = 5) -> String {
    var lines: [String] = []
    let entries = entries
    for (index, edit) in edits.enumerated() {
      let count = (countsByEdit[index] ?? 0) + (likelyCountsByEdit[index] ?? 0)
      guard count > 0 else { continue }
      let made = entries.filter { $0.cause?.edits.contains(index) == true }
      let shown = made.prefix(examples).map { Self.line($0) }
      let rest = count - shown.count
      let message =
        (["\(edit.title): \(Self.counted(count, "change"))"] + shown
        + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "\n")
      lines.append(Self.notice(message, file: edit.place.file, line: edit.place.line))
    }
    let unknown = entries.filter { $0.cause == nil }.prefix(examples * 2)
    lines += unknown.map { Self.notice(Self.line($0)) }
    let rest = changeCount - explainedCount - unknown.count
    if rest > 0 { lines.append(Self.notice("and \(Self.counted(rest, "more change"))")) }
    lines += faults.map { Self.notice($0.reason, file: $0.file, line: $0.line, level: .error) }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ entry: Entry) -> String {
    "\(entry.document): \(entry.change.kind.title), \(entry.change.subject.type) "
      + "\(entry.change.description) (\(entry.change.shownRule))"
  }

  private static func notice(
    _ message: String, file: String? = nil, line: Int? = nil,
    level: GitHubAnnotation.Level = .warning
  ) -> String {
    GitHubAnnotation(level, file: file, line: line, message: message).command
  }
}
