// SPDX-License-Identifier: Apache-2.0
internal import ZhailuExtract
internal import ZhailuRecords
internal import ZhailuText
internal import ZhailuValues

/// Finds organizations, amounts, quantities, dates and events in Chinese texts.
///
///     let extractor = try Extractor()
///     for record in extractor.records(of: "武汉慈善总会收到捐款200万元。") {
///       print(record.type, record.text, record.start, record.end)
///     }
///
/// The same text, date and rules give the same records, always: no clock, locale or network is asked,
/// and no text stops it. It works on one text at a time; threads have each their own, which may share
/// ``Rules``.
public final class Extractor {
  /// Which records are wanted.
  public struct Options: Hashable, Sendable {
    /// Records of other types are not made.
    public var types: Set<RecordType>

    /// Bare numbers and ordinals are only among the records where they are asked for.
    public init(types: Set<RecordType> = RecordType.usual) { self.types = types }
  }

  /// What it was made with.
  public let options: Options
  private let extractor: ZhailuExtract.Extractor
  private let types: Set<MentionType>

  /// An extractor by the rules that the library carries.
  public convenience init(options: Options = Options()) throws(RulesError) {
    try self.init(rules: try Rules(), options: options)
  }

  /// An extractor by rules that were read.
  public init(rules: Rules, options: Options = Options()) throws(RulesError) {
    do {
      extractor = try ZhailuExtract.Extractor(rules: rules.set)
    } catch {
      throw RulesError(error)
    }
    self.options = options
    types = Set(options.types.map(\.mention))
  }

  /// The records of a text, by start, end and type.
  ///
  /// - Parameters:
  ///   - text: One article, or a page of several.
  ///   - document: Its name, which records, entities and ids begin with.
  ///   - published: The day by which 昨日 and 3月18日 mean a day.
  public func records(
    of text: String, document: String = "text", published: PublicationDate? = nil
  ) -> [Record] {
    extractor.records(of: source(text, document, published), types: types).map(Record.init)
  }

  /// The same records as lines of JSON, byte for byte as `zhailu extract` writes them.
  public func jsonLines(
    of text: String, document: String = "text", published: PublicationDate? = nil
  ) -> String {
    var json = JSONWriter()
    extractor.write(
      recordsOf: source(text, document, published), types: types, to: &json, { _ in })
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func source(
    _ text: String, _ document: String, _ published: PublicationDate?
  ) -> SourceText {
    SourceText(id: document, text: text, published: published?.date)
  }
}
