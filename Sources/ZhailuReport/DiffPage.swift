// SPDX-License-Identifier: Apache-2.0
import ZhailuDiff
import ZhailuRecords
import ZhailuText

/// The page of a diff: changes with their edits, in tables and in their articles.
package struct DiffPage {
  private let head: ReportHead
  private let report: DiffReport
  private let sources: [String: SourceText]

  package init(head: ReportHead, report: DiffReport, sources: [String: SourceText]) {
    self.head = head
    self.report = report
    self.sources = sources
  }

  package var page: HTMLPage {
    let json = report.jsonValue
    return head.page(
      kind: "diff",
      facts: [
        ("changes", "\(report.changeCount)"),
        ("documents with changes", "\(report.changedDocuments)"),
        ("documents", "\(report.documentCount)"),
        ("records", "\(report.records.old) → \(report.records.new)"),
        ("edits of the rules", "\(report.edits.count)"),
      ],
      ("notes", json["notes"] ?? .array([])), ("omitted", .int(report.omittedCount)),
      (
        "kinds",
        .object(ChangeKind.allCases.map { JSON.Member($0.rawValue, .string($0.title)) })
      ),
      ("counts", json["kinds"] ?? .object([])), ("byRule", json["rules"] ?? .object([])),
      ("edits", json["edits"] ?? .array([])),
      ("documents", .array(report.kept.map(self.json))))
  }

  private func json(_ document: DiffReport.Document) -> JSON {
    let source = sources[document.id].flatMap { Self.fits(document, $0) ? $0 : nil }
    let state =
      document.isAdded
      ? "only in the new output"
      : document.isRemoved
        ? "only in the old output" : nil
    return .object(
      ("id", .string(document.id)),
      ("text", source.map { .string($0[Extent(0, $0.units.count)]) } ?? .null),
      ("published", source?.published.map { .string(String($0.description.prefix(10))) } ?? .null),
      ("note", state.map(JSON.string) ?? .null),
      (
        "changes",
        .array(
          document.changes.indices.map { index in
            json(
              document.changes[index],
              index < document.causes.count ? document.causes[index] : nil)
          })
      ))
  }

  /// Whether the text still says what the records say of it; otherwise marks would stand anywhere.
  private static func fits(_ document: DiffReport.Document, _ source: SourceText) -> Bool {
    document.changes.allSatisfy { change in
      let record = change.subject
      guard record.span.start >= 0, record.span.start <= record.span.end,
        record.span.end <= source.scalarCount
      else { return false }
      return source[source.extent(of: record.span)] == record.text
    }
  }

  private func json(_ change: RecordChange, _ cause: Attribution.Cause?) -> JSON {
    .object(
      ("kind", .string(change.kind.rawValue)), ("old", change.old?.json ?? .null),
      ("new", change.new?.json ?? .null),
      (
        "fields",
        .array(
          change.fields.map {
            .object(
              ("field", .string($0.name)), ("old", $0.old ?? .null), ("new", $0.new ?? .null))
          })
      ), ("edits", .array((cause?.edits ?? []).map { .int($0 + 1) })),
      ("proven", .bool(cause?.isProven ?? true)))
  }
}
