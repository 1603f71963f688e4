// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuRecords
import ZhailuShipped
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract
@testable import ZhailuRules

/// Nothing that is written has an order that counts, but `stages.yaml`: a rule may stand anywhere in
/// its file, files may be read in any order.
@Suite("The order of files and rules")
struct OrderTests {
  /// The shipped pack with its files in another order, and in each the rules.
  private static func shuffled(_ seed: UInt64) -> RuleSource {
    var numbers = SplitMix64(seed: seed)
    let files = RuleSource.shipped.files.map { file in
      guard file.path.hasSuffix(".yaml"), file.path != "stages.yaml" else { return file }
      return RuleSource.File(
        path: file.path, displayPath: file.displayPath, text: shuffled(file.text, &numbers))
    }
    return RuleSource(files: files.shuffled(using: &numbers))
  }

  /// The rules of a file in another order; the comments before a rule go with it.
  private static func shuffled(_ text: String, _ numbers: inout SplitMix64) -> String {
    var rules: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("- ") { rules.append([]) }
      rules[rules.count - 1].append(line)
    }
    let head = rules.removeFirst()
    return ([head] + rules.shuffled(using: &numbers)).map { $0.joined(separator: "\n") }
      .joined(separator: "\n")
  }

  /// The records of the articles of the corpus, as lines.
  private static func records(_ rules: RuleSet) throws -> [UInt8] {
    let folder = RecordSchemaTests.project.appending(path: "Corpus/articles/dev")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    let extractor = try Extractor(rules: rules)
    var json = JSONWriter()
    for file in files.sorted().filter({ $0.hasSuffix(".txt") }).prefix(6) {
      let bytes = Array(try Data(contentsOf: folder.appending(path: file)))
      let source = SourceText(
        id: file, units: try TextDecoder.decode(bytes).units,
        published: PublicationDate("2020-03-20"))
      for record in extractor.records(of: source, types: Set(MentionType.allCases)) {
        record.write(to: &json)
      }
    }
    return json.bytes
  }

  private static let plain = Result { try records(Road.rules) }

  @Test("does not change a byte of the records", arguments: [1, 2] as [UInt64])
  func bytes(seed: UInt64) throws {
    let source = Self.shuffled(seed)
    let rules = try RuleSet(source)
    #expect(rules.units.map(\.rule.id) != Road.rules.units.map(\.rule.id))
    #expect(Set(rules.units.map(\.rule.id)) == Set(Road.rules.units.map(\.rule.id)))
    let records = try Self.records(rules)
    #expect(records.count > 30_000)
    #expect(try records == Self.plain.get())
  }
}
