// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRecords
import ZhailuScore
import ZhailuText
import ZhailuValues

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Show which rule made each mention, from which slots, what lost to it, and why others "
      + "did not match.",
    discussion: """
      Examples:
        zhailu explain '减免金额超过40亿元'               what was found, and by which rule
        zhailu explain '寄出200万件到武汉' --at 3         what each rule tried at 3
        zhailu explain article.txt --at 120 --published 2020-03-20
        zhailu explain --gold 'shijingshan-2020-03-20 637-645'
        zhailu explain --gold Corpus/gold/dev/shijingshan-2020-03-20.jsonl:12

      The last two say why what was found there is not what the gold has. \
      Of a rule that did not match it says what it read, what it wanted next, and what stood there:

        quantity.limited: read 200万件 ({quantity} 200万, {unit} 件); before it wanted 的, found 寄出
      """)

  @Argument(help: "A text, or a file; none is standard input.", completion: .file())
  var inputs: [String] = []

  @Option(
    parsing: .unconditional,
    help: "Only what covers this place, in Unicode scalars from the start of the text.")
  var at: Int?

  @Option(
    help: ArgumentHelp(
      "A place of the gold, FILE:LINE or 'DOCUMENT START-END': what was found there, and what each "
        + "rule tried.", valueName: "place"))
  var gold: String?

  @Option(help: "The folder of the corpus, for --gold.", completion: .directory)
  var corpus = "Corpus"

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
      return try explain(try GoldPlace(gold, corpus: corpus), extractor)
    }
    let date = try PublicationDate.argument(published)
    let sources = try TextArgument.sources(inputs, published: date)
    for source in sources {
      if sources.count > 1 { try Console.print("== \(source.id)") }
      try explain(source, extractor)
    }
  }

  private func explain(_ source: SourceText, _ extractor: Extractor) throws {
    guard source.scalarCount > 0 else {
      throw ValidationError("there is no text to explain: it is empty")
    }
    if let at, !(0..<source.scalarCount).contains(at) {
      throw ValidationError("--at \(at): the text has \(source.scalarCount) characters, from 0")
    }
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
    let source = place.source
    let extractions = extractor.extractions(of: source)
    let found = extractor.records(
      of: source, extractions: extractions, types: Set(MentionType.allCases)
    ).filter { $0.span.overlaps(place.span) }
    if let record = place.record {
      let like = found.first { $0.type == record.type }?.value.names ?? []
      try Console.print("gold: \(Self.line(record, like: like))")
    } else {
      try Console.print("gold: nothing at \(place.span.start)-\(place.span.end)")
    }
    if found.isEmpty { try Console.print("found: nothing") }
    for other in found {
      try Console.print("found: \(Self.line(other))  by \(other.rule ?? "")")
    }
    try printTries(
      near: place.span, in: source, extractions, extractor, type: place.record?.type)
  }

  /// The record on a line, its fields in the order of those that it is held beside.
  private static func line(_ record: Record, like order: [String] = []) -> String {
    let names = record.value.names
    let known = order.filter(names.contains)
    let value = (known + names.filter { !known.contains($0) }).map { name in
      "\(name) \(record.value[name]?.shown ?? "")"
    }
    return "【\(record.text.oneLine)】 \(record.span.start)-\(record.span.end)  "
      + "\(record.type.rawValue)  " + value.joined(separator: ", ")
  }
}
