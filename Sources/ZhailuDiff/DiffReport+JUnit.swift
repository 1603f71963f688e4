// SPDX-License-Identifier: Apache-2.0
import ZhailuText

extension DiffReport {
  /// The report as JUnit XML: a test case for each document that changed, failed, and one that
  /// passes for all that did not.
  package var junit: String {
    let equal = documentCount - changedDocuments
    let cases = kept.map(testCase)
    let omitted =
      omittedCount > 0
      ? [Self.failed("more", "\(Self.counted(omittedCount, "change")) more than are listed")] : []
    let faults = self.faults.map { Self.failed("\($0.file):\($0.line)", $0.reason) }
    let failed = cases + omitted + faults
    let passed =
      "    <testcase classname=\"zhailu diff\" name=\"\(Self.counted(equal, "document")) unchanged\"/>"
    let counts = "tests=\"\(failed.count + 1)\" failures=\"\(failed.count)\""
    return
      ([
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<testsuites>",
        "  <testsuite name=\"zhailu diff\" \(counts)>", passed,
      ] + failed
      + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private func testCase(_ document: Document) -> String {
    let lines = document.changes.enumerated().map { index, change in
      let cause = index < document.causes.count ? shown(document.causes[index]) : nil
      return "\(change.kind.title): \(change.subject.type) \(change.description) "
        + "(\(change.shownRule))\(cause.map { "; \($0)" } ?? "")"
    }
    return Self.failed(
      document.id, Self.counted(document.changes.count, "change"),
      body: lines.joined(separator: "\n"))
  }

  private static func failed(_ name: String, _ message: String, body: String = "") -> String {
    "    <testcase classname=\"zhailu diff\" name=\"\(name.xmlEscaped)\"><failure "
      + "message=\"\(message.xmlEscaped)\">\(body.xmlEscaped)</failure></testcase>"
  }
}
