// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

extension DiffReport {
  /// The report for programs; Docs/diff-and-reports.md explains its keys.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.value(jsonValue)
    writer.newline()
    return writer.bytes
  }

  package var jsonValue: JSON {
    .object(
      ("old", .string(oldName)), ("new", .string(newName)), ("different", .bool(isDifferent)),
      ("records", json(records)), ("documents", json(documents)),
      ("changed_documents", .int(changedDocuments)), ("changes_count", .int(changeCount)),
      ("omitted", .int(omittedCount)), ("kinds", kinds), ("rules", rules),
      ("edits", .array(edits.indices.map(json(ofEdit:)))),
      ("changes", .array(entries.map(json))), ("notes", .array(notes.map(JSON.string))),
      ("faults", .array(faults.map { .string($0.description) })))
  }

  private func json(_ count: Count) -> JSON {
    .object(("old", .int(count.old)), ("new", .int(count.new)))
  }

  private var kinds: JSON {
    .object(
      ChangeKind.allCases.compactMap { kind in
        byKind[kind].map { types in
          JSON.Member(
            kind.rawValue,
            .object(types.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .int($0.value)) }))
        }
      })
  }

  private var rules: JSON {
    .object(byRule.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .int($0.value)) })
  }

  private func json(ofEdit index: Int) -> JSON {
    let edit = edits[index]
    return .object(
      ("edit", .int(index + 1)), ("file", .string(edit.place.file)),
      ("line", .int(edit.place.line)), ("action", .string(edit.action.rawValue)),
      ("subject", .string(edit.subject)), ("detail", .string(edit.detail)),
      ("changes", .int(countsByEdit[index] ?? 0)),
      ("likely_changes", .int(likelyCountsByEdit[index] ?? 0)))
  }

  private func json(_ entry: Entry) -> JSON {
    let change = entry.change
    var members: [(String, JSON)] = [
      ("doc", .string(entry.document)), ("kind", .string(change.kind.rawValue)),
      ("old", change.old?.json ?? .null), ("new", change.new?.json ?? .null),
      (
        "fields",
        .array(
          change.fields.map {
            .object(
              ("field", .string($0.name)), ("old", $0.old ?? .null), ("new", $0.new ?? .null))
          })
      ),
    ]
    if let cause = entry.cause {
      members.append(("edits", .array(cause.edits.map { .int($0 + 1) })))
      members.append(("proven", .bool(cause.isProven)))
    }
    return .object(members.map { JSON.Member($0.0, $0.1) })
  }
}

extension DiffRecord {
  /// As in an output, without what stands beside it.
  package var json: JSON {
    .object(
      ("type", .string(type)), ("text", .string(text)), ("start", .int(span.start)),
      ("end", .int(span.end)), ("value", .object(value)),
      ("rule", rule.map(JSON.string) ?? .null))
  }
}
