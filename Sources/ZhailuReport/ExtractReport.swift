// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuValues

/// The page of an extraction: articles with their mentions, events, distributions, rules.
package struct ExtractReport {
  private let head: ReportHead
  private let documents: [ReportDocument]

  package init(head: ReportHead, documents: [ReportDocument]) {
    self.head = head
    self.documents = documents
  }

  package var page: HTMLPage {
    let records = documents.flatMap(\.records)
    let types = MentionType.allCases.compactMap { type -> (String, String)? in
      let count = records.count { $0.type == type }
      return count == 0 ? nil : (type.rawValue, "\(count)")
    }
    return head.page(
      kind: "extract",
      facts: [("documents", "\(documents.count)"), ("records", "\(records.count)")] + types,
      (
        "documents",
        .array(
          documents.map { document in
            document.json(("mentions", .array(document.records.map { $0.json() })))
          })
      ))
  }
}
