// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords

extension DiffReport {
  /// The report as SARIF 2.1.0, for code scanning: each change is a result at the edit that made
  /// it; where no edit is known, at its document.
  package func sarif(version: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(
      .object(
        ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
        ("version", .string("2.1.0")), ("runs", .array([run(version)]))))
    writer.newline()
    return writer.bytes
  }

  private func run(_ version: String) -> JSON {
    let kinds = ChangeKind.allCases.filter { byKind[$0] != nil }
    let driver = JSON.object(
      ("name", .string("zhailu diff")), ("version", .string(version)),
      (
        "rules",
        .array(
          kinds.map {
            .object(
              ("id", .string("record-\($0.rawValue)")),
              ("shortDescription", .object(("text", .string("Record: \($0.title)")))))
          })
      ))
    return .object(
      ("tool", .object(("driver", driver))), ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(entries.map(result))))
  }

  private func result(_ entry: Entry) -> JSON {
    let change = entry.change
    let cause = shown(entry.cause).map { ". Made by \($0)" } ?? ""
    let message =
      "\(entry.document): \(change.subject.type) \(change.description) (\(change.shownRule))\(cause)"
    return .object(
      ("ruleId", .string("record-\(change.kind.rawValue)")), ("level", .string("note")),
      ("message", .object(("text", .string(message.onOneLine)))),
      ("locations", .array([location(entry)])),
      (
        "partialFingerprints",
        .object(
          (
            "record/v1",
            .string(
              "\(change.kind.rawValue) \(entry.document) \(change.subject.span.start)-\(change.subject.span.end) \(change.subject.type)"
            )
          ))
      ))
  }

  private func location(_ entry: Entry) -> JSON {
    guard let index = entry.cause?.edits.first else {
      let span = entry.change.subject.span
      return physical(
        entry.document,
        .object(
          ("charOffset", .int(span.start)), ("charLength", .int(span.end - span.start))))
    }
    let place = edits[index].place
    return physical(place.file, .object(("startLine", .int(place.line))))
  }

  private func physical(_ file: String, _ region: JSON) -> JSON {
    .object(
      (
        "physicalLocation",
        .object(
          ("artifactLocation", .object(("uri", .string(Self.uri(file))))), ("region", region))
      ))
  }

  /// A path as a relative reference (RFC 3986).
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return String(
      path.utf8.flatMap { byte -> [Character] in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
          [Character(UnicodeScalar(byte))]
        default: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      })
  }
}
