// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuText
import ZhailuValues

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show which rule made each mention, from which slots, what lost to it, and why others "
      + "did not match.",
    discussion: """
      Examples:
        zhailu explain '减免金额超过40亿元'               what was found, and by which rule
        zhailu explain '捐款200万件到武汉' --at 3         what each rule tried at the fourth character
        zhailu explain article.txt --at 120 --published 2020-03-20
        zhailu explain --gold Corpus/gold/dev/page-1.jsonl:12     why a mention of the gold is missed

      Of a rule that did not match it says what it read, what it wanted next, and what stood there:

        amount.plain: read 200万 ({amount} 200万), then wanted {currency} (lexicon currency-after), found 件到武汉
      """)

  @Argument(help: "A text, or a file; none is standard input.", completion: .file())
  var inputs: [String] = []

  @Option(help: "Only what covers this place, in Unicode scalars from the start of the text.")
  var at: Int?

  @Option(help: "A mention of the gold, FILE:LINE: what was found there, and what each rule tried.")
  var gold: String?

  @Flag(help: "Every rule that began near the place, not only the nearest.")
  var all = false

  @Option(help: "The publication date, YYYY-MM-DD.")
  var published: String?
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let extractor = try Extractor(rules: try rules.ruleSet())
    if let gold {
      guard inputs.isEmpty, at == nil else {
        throw ValidationError("--gold names a text and a place by itself; give no other")
      }
      return try explain(try GoldPlace(gold), extractor)
    }
    let date = try PublicationDate.argument(published)
    for source in try TextArgument.sources(inputs, published: date) {
      try explain(source, extractor)
    }
  }

  private func explain(_ source: SourceText, _ extractor: Extractor) throws {
    let extractions = extractor.extractions(of: source)
    let texts = extractions.map {
      Explanation(source: source, extraction: $0, rules: extractor.rules).text(at: at)
    }.filter { !$0.isEmpty }
    for text in texts { try Console.print(text) }
    for extraction in extractions {
      let events = Explanation(source: source, extraction: extraction, rules: extractor.rules)
        .text(of: extractor.events(of: extraction, in: source), at: at)
      if !events.isEmpty { try Console.print(events) }
    }
    if texts.isEmpty {
      try Console.print("No rule matched \(at.map { "at \($0)" } ?? "anything here").")
    }
    if let at {
      guard at >= 0, at < source.scalarCount else {
        throw ValidationError("--at \(at): the text has \(source.scalarCount) characters, from 0")
      }
      try printTries(
        near: Span(start: at, end: at + 1), in: source, extractions, extractor, type: nil)
    } else if texts.isEmpty, source.scalarCount <= Self.shortText {
      let whole = Span(start: 0, end: source.scalarCount)
      try printTries(near: whole, in: source, extractions, extractor, type: nil)
    }
  }

  /// A text in which nothing was found is looked at as a whole up to this length.
  private static let shortText = 60

  private func printTries(
    near span: Span, in source: SourceText, _ extractions: [Extraction], _ extractor: Extractor,
    type: MentionType?
  ) throws {
    guard let found = extractor.tries(near: span, in: source, extractions, type: type) else {
      return
    }
    let explanation = Explanation(
      source: source, extraction: found.extraction, rules: extractor.rules)
    let lines = explanation.text(of: found.tries, most: all ? .max : 8)
    let what = type.map { "a rule for \($0.rawValue)" } ?? "a rule"
    guard !lines.isEmpty else {
      return try Console.print("Nothing else that \(what) could begin at stands here.")
    }
    try Console.print("Tried near here:")
    for line in lines { try Console.print("  \(line)") }
  }

  // MARK: Gold

  private func explain(_ place: GoldPlace, _ extractor: Extractor) throws {
    let (record, source) = (place.record, place.source)
    let extractions = extractor.extractions(of: source)
    let value = record.value.names.map { "\($0) \(record.value.text($0) ?? "…")" }
    try Console.print(
      "gold: 【\(record.text)】 \(record.span.start)-\(record.span.end)  \(record.type.rawValue)  "
        + value.joined(separator: ", "))
    let found = extractor.records(
      of: source, extractions: extractions, types: Set(MentionType.allCases)
    ).filter { $0.span.overlaps(record.span) }
    if found.isEmpty { try Console.print("found: nothing") }
    for other in found {
      let value = other.value.names.map { "\($0) \(other.value.text($0) ?? "…")" }
      try Console.print(
        "found: 【\(other.text)】 \(other.span.start)-\(other.span.end)  \(other.type.rawValue)  "
          + "\(value.joined(separator: ", "))  by \(other.rule ?? "")")
    }
    try printTries(near: record.span, in: source, extractions, extractor, type: record.type)
  }
}

/// A line of a gold file, and the text that it is about.
struct GoldPlace {
  let record: Record
  let source: SourceText

  /// `Corpus/gold/dev/page-1.jsonl:12`; the article stands in `Corpus/articles/dev`.
  init(_ argument: String) throws {
    guard let colon = argument.lastIndex(of: ":"),
      let number = Int(argument[argument.index(after: colon)...]), number > 0
    else {
      throw ValidationError("--gold 【\(argument)】: write FILE:LINE, gold/dev/page-1.jsonl:12")
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
    do {
      record = try Record(jsonLine: Array(lines[number - 1].utf8))
    } catch {
      throw Failure("\(file):\(number): \(error)")
    }
    var articles = Array(folders)
    articles[gold] = "articles"
    source = try Self.source(record.document, in: articles.joined(separator: "/"))
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
