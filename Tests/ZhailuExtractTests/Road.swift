// SPDX-License-Identifier: Apache-2.0
import Synchronization
import ZhailuRecords
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

/// One record, said shortly: type, text and the fields that are asked for.
struct Found: Equatable, CustomStringConvertible {
  let type: MentionType
  let text: String
  let values: [String]

  var description: String { "\(type.rawValue) 【\(text)】 \(values)" }
}

/// Records of sentences, by the shipped rules.
enum Road {
  static let rules = try! RuleSet.shipped()
  /// One for all sentences: to make one takes longer than to read them.
  private static let extractor = Mutex(try! Extractor(rules: rules))

  static func records(_ text: String, published: String? = "2020-03-20", all: Bool = false)
    -> [Record]
  {
    let source = SourceText(
      id: "d", text: text, published: published.flatMap { PublicationDate($0) })
    let types: Set<MentionType> =
      all ? Set(MentionType.allCases) : [.organization, .amount, .quantity, .date]
    return extractor.withLock { $0.records(of: source, types: types) }
  }

  static func found(_ text: String, _ fields: String..., published: String? = "2020-03-20")
    -> [Found]
  {
    records(text, published: published).map { record in
      Found(
        type: record.type, text: record.text,
        values: fields.compactMap { record.value.text($0) })
    }
  }
}
