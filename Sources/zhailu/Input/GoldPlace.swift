// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuRecords
import ZhailuScore
import ZhailuText
import ZhailuValues

/// A place that gold is about, and the text around it: a line of a gold file, or a place as
/// `validate` names it.
///
///     Corpus/gold/dev/page-1.jsonl:12
///     page-1 120-126
///     page-1:120-126:amount
struct GoldPlace {
  /// What the gold has there; `nil` where what was found is not in it.
  let record: Record?
  let span: Span
  let source: SourceText

  init(_ argument: String, corpus: String) throws {
    if let place = Self.place(argument) {
      try self.init(place, folder: "\(corpus)/gold/dev", articles: "\(corpus)/articles/dev")
    } else {
      try self.init(line: argument)
    }
  }

  // MARK: A line of a file

  /// `Corpus/gold/dev/page-1.jsonl:12`; the article stands in `Corpus/articles/dev`.
  private init(line argument: String) throws {
    guard let colon = argument.lastIndex(of: ":"),
      let number = Int(argument[argument.index(after: colon)...]), number > 0
    else {
      throw ValidationError(
        "--gold 【\(argument)】: write FILE:LINE, gold/dev/page-1.jsonl:12, or 'DOCUMENT START-END'")
    }
    let file = String(argument[..<colon])
    let folders = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard let gold = folders.lastIndex(of: "gold") else {
      throw Failure("\(file): stands in no folder 【gold】 beside 【articles】")
    }
    guard !folders[gold...].contains("test") else {
      throw Failure("\(file): of the test half only scores are shown; nobody tunes on it")
    }
    let lines = try FileSystem.readText(file).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard number <= lines.count, !lines[number - 1].isEmpty else {
      throw Failure("\(file): has no line \(number) with a mention")
    }
    let record: Record
    do {
      record = try Record(jsonLine: Array(lines[number - 1].utf8))
    } catch {
      throw Failure("\(file):\(number): \(error)")
    }
    var articles = Array(folders)
    articles[gold] = "articles"
    self.record = record
    span = record.span
    source = try Self.source(record.document, in: articles.joined(separator: "/"))
  }

  // MARK: A place of a document

  private typealias Place = (document: String, span: Span, type: String?)

  /// `page-1 120-126`, `page-1:120-126`, `page-1:120-126:amount`.
  private static func place(_ text: String) -> Place? {
    var parts = text.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
    let isTyped = parts.last.map { MentionType(rawValue: $0) != nil } ?? false
    let type = isTyped ? parts.removeLast() : nil
    guard parts.count >= 2, let ends = parts.popLast()?.split(separator: "-"), ends.count == 2,
      let start = Int(ends[0]), let end = Int(ends[1]), start <= end
    else { return nil }
    return (parts.joined(separator: ":"), Span(start: start, end: end), type)
  }

  private init(_ place: Place, folder: String, articles: String) throws {
    let source = try Self.source(place.document, in: articles)
    guard place.span.end <= source.scalarCount else {
      throw Failure(
        "\(place.document): ends at \(source.scalarCount), before \(place.span.end)")
    }
    let records = GoldSet(folder: folder).document(place.document)?.records ?? []
    self.source = source
    span = place.span
    record = records.first {
      $0.span == place.span && (place.type == nil || $0.type.rawValue == place.type)
    }
  }

  private static func source(_ id: String, in folder: String) throws -> SourceText {
    for file in try InputReader.files([folder]) where file.id == id {
      let contents = InputReader().read(file)
      if let document = contents.documents.first { return document }
      if let failure = contents.failures.first {
        throw Failure("\(failure.place): \(failure.reason)")
      }
    }
    throw Failure("\(folder): no article in it is called 【\(id)】")
  }
}
