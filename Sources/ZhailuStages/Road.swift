// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuShipped
import ZhailuText
import ZhailuValues

/// The whole road of one document with the shipped rules: from bytes to lines of JSON.
public final class Road {
  private let extractor: Extractor
  private let types: Set<MentionType>

  /// `isWhole`: numbers and ordinals are records too.
  public init(isWhole: Bool = false) throws {
    extractor = try Extractor(rules: .compiled())
    types =
      isWhole ? Set(MentionType.allCases) : [.organization, .amount, .quantity, .date]
  }

  /// How many bytes of records a document of these bytes has.
  public func run(_ bytes: [UInt8]) throws -> Int {
    let decoded = try TextDecoder.decode(bytes)
    let source = SourceText(
      id: "document", units: decoded.units, published: PublicationDate("2020-03-20"))
    var json = JSONWriter()
    extractor.write(recordsOf: source, types: types, to: &json) { _ in }
    return json.bytes.count
  }
}
