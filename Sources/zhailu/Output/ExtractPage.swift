// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuReport
import ZhailuRules
import ZhailuText
import ZhailuValues

/// One extraction as a page for a browser.
struct ExtractPage {
  let extractor: Extractor
  let types: Set<MentionType>
  let rules: RuleDigests

  func write(_ inputs: [String], reader: InputReader, to output: String?) throws {
    var documents: [ReportDocument] = []
    var failed = false
    for contents in try Self.contents(inputs, reader, output) {
      for warning in contents.warnings { Console.note(warning) }
      for failure in contents.failures { Console.note("\(failure.place): \(failure.reason)") }
      failed = failed || !contents.failures.isEmpty
      documents += contents.documents.map {
        ReportDocument($0, records: extractor.records(of: $0, types: types))
      }
    }
    let head = ReportHead(
      title: "Records of \(documents.count == 1 ? "1 document" : "\(documents.count) documents")",
      subtitle: inputs.isEmpty ? "standard input" : inputs.joined(separator: ", "),
      made: Version.made(by: rules))
    let bytes = ExtractReport(head: head, documents: documents).page.bytes
    if let output { try FileSystem.write(bytes, to: output) } else { try Console.write(bytes) }
    if failed { throw ExitCode(3) }
  }

  private static func contents(
    _ inputs: [String], _ reader: InputReader, _ output: String?
  ) throws -> [InputReader.Contents] {
    if inputs.isEmpty || inputs == ["-"] {
      return [reader.read(standardInput: try ByteSource.standardInput.rest())]
    }
    let files = try InputReader.files(inputs, isNoted: true)
    if let output { try InputGuard(files).check(output) }
    return Array(reader.contents(of: files))
  }
}
