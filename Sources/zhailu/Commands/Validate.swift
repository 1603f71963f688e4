// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRecords
import ZhailuReport
import ZhailuRules
import ZhailuScore
import ZhailuText
import ZhailuValues

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract:
      "Compare what the rules find with the gold: precision, recall, F1, and why they differ.",
    discussion: """
      strict: the place is right; value: the place and all fields; overlap: some of the place.

      Examples:
        zhailu validate
        zhailu validate --half test
        zhailu validate --rules my-rules --format junit > validate.xml
        zhailu validate --min-f1 0.95
        zhailu validate --format html -o report.html      gold beside output

      Exit code 1 where a bar of Corpus/bars-dev.tsv or bars-test.tsv, --min-f1 or \
      --min-event-f1 is missed.
      """)

  enum Half: String, CaseIterable, ExpressibleByArgument { case dev, test }
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, brief, json, junit, github, html
  }

  @Option(help: "The folder of the corpus: articles/, gold/, bars-dev.tsv, bars-test.tsv.")
  var corpus = "Corpus"
  @Option(
    help: "dev, to tune on, or test, whose texts nobody tunes on: no examples are shown of it.")
  var half = Half.dev
  @Option(help: "A folder of gold in place of the corpus's.", completion: .directory)
  var gold: String?
  @Option(
    help: ArgumentHelp(
      "text, brief, json, junit, github or html; text where it is not given, and html where -o ends "
        + "so."))
  var format: Format?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "A file for the report in place of standard output.", completion: .file())
  var output: String?
  @Option(help: "The least value F1 of every type, beside the bars of the corpus.")
  var minF1: Double?
  @Option(help: "The least F1 of the arguments of events.")
  var minEventF1: Double?
  @Option(help: "How many examples of each cause to show.")
  var examples: Int?
  @OptionGroup var rules: RuleOptions

  mutating func validate() { output = Output.path(output) }

  func run() throws {
    for (name, least) in [("--min-f1", minF1), ("--min-event-f1", minEventF1)] {
      guard let least, !(0...1).contains(least) else { continue }
      throw ValidationError("\(name) \(least): F1 is a number from 0 to 1, such as 0.6")
    }
    let goldFolder = gold ?? "\(corpus)/gold/\(half.rawValue)"
    guard FileSystem.isDirectory(goldFolder) else {
      throw Failure("\(goldFolder): there is no such folder of gold; --corpus or --gold names one")
    }
    let gold = GoldSet(folder: goldFolder)
    let run = try extractAll(from: "\(corpus)/articles/\(half.rawValue)", of: gold)
    let comparison = Comparison(gold: gold, found: run.records)
    let causes = Causes(
      comparison, text: { run.sources[$0] }, winner: { run.winner(over: $0) })
    let score = Score(comparison)
    let bars = Bars.all(
      FileSystem.exists(barsPath) ? Bars(file: barsPath) : nil, minF1: minF1,
      minEventF1: minEventF1, score: score)
    let report = ScoreReport(score: score, causes: causes, gold: gold, bars: bars)
    try write(report, comparison, run)
    if !report.isFine { throw ExitCode(1) }
  }

  private var barsPath: String { "\(corpus)/bars-\(half.rawValue).tsv" }

  private func write(
    _ report: ScoreReport, _ comparison: Comparison, _ run: ValidationRun
  ) throws {
    let limit = examples ?? (half == .test ? 0 : 3)
    let bytes: [UInt8] =
      switch format ?? (output.map(Output.isPage) == true ? .html : .text) {
      case .text: Array("\(report.text(examples: limit))\n".utf8)
      case .brief: Array("\(report.brief)\n".utf8)
      case .json: Array("\(report.json(examples: limit))\n".utf8)
      case .junit: Array("\(report.junit())\n".utf8)
      case .github: Array("\(report.github(failures: limit))\n".utf8)
      case .html: try page(report, comparison, run)
      }
    if let output { try FileSystem.write(bytes, to: output) } else { try Console.write(bytes) }
  }

  /// Of the half that nobody tunes on the page has counts only.
  private func page(
    _ report: ScoreReport, _ comparison: Comparison, _ run: ValidationRun
  ) throws -> [UInt8] {
    let head = ReportHead(
      title: "Validation, \(half.rawValue)",
      subtitle: "\(gold ?? "\(corpus)/gold/\(half.rawValue)") against what the rules find",
      made: Version.made(by: try rules.compiled().digests))
    let sources = half == .test ? [:] : run.sources
    return ValidateReport(
      head: head, report: report, comparison: comparison, sources: sources
    ).page.bytes
  }

  /// Extracts the articles that the gold knows, each with its metadata.
  private func extractAll(from folder: String, of gold: GoldSet) throws -> ValidationRun {
    var run = ValidationRun(extractor: try Extractor(rules: try rules.compiled().set))
    let known = Set(gold.documents.map(\.id))
    let files = try InputReader.files([folder])
    for contents in InputReader().contents(of: files.filter({ known.contains($0.id) })) {
      for document in try contents.sound() { run.extract(document) }
    }
    note(gold, without: run, files, in: folder)
    noteFaults(of: gold, in: run)
    return run
  }

  /// Gold whose text is not its slice cannot be found, whatever the rules are.
  private func noteFaults(of gold: GoldSet, in run: ValidationRun) {
    let faults = gold.misplacements { run.sources[$0] }
    guard let first = faults.first else { return }
    Console.note(
      "\(first)\(faults.count > 1 ? "; and \(faults.count - 1) more" : ""); this gold counts as missed; "
        + "zhailu corpus check --corpus \(corpus) names all faults")
  }

  /// Gold that nothing is compared with, which lowers the scores, and articles that do not count.
  private func note(
    _ gold: GoldSet, without run: ValidationRun, _ files: [InputReader.File], in folder: String
  ) {
    let known = Set(gold.documents.map(\.id))
    let rest = files.map(\.id).filter { !known.contains($0) }
    for document in gold.documents where run.sources[document.id] == nil {
      let count = document.records.count
      Console.note(
        "\(document.file): no article of \(folder) is called 【\(document.id)】, so that its "
          + "\(RulesCheck.count(count, "mention")) count\(count == 1 ? "s" : "") as missed"
          + (suggestion(for: document.id, among: rest).map { "; did you mean \($0)?" } ?? ""))
    }
    if !rest.isEmpty {
      Console.note("articles of \(folder) without gold are left out: \(LeftOut.some(rest))")
    }
  }
}

/// The records of the documents that are scored, and what is needed to say why they are wrong.
struct ValidationRun {
  let extractor: Extractor
  private(set) var records: [Record] = []
  private(set) var sources: [String: SourceText] = [:]
  private var extractions: [String: [Extraction]] = [:]

  init(extractor: Extractor) {
    self.extractor = extractor
  }

  mutating func extract(_ source: SourceText) {
    let found = extractor.extractions(of: source)
    sources[source.id] = source
    extractions[source.id] = found
    let types: Set<MentionType> = [.organization, .amount, .quantity, .date, .event]
    records += extractor.records(of: source, extractions: found, types: types)
  }

  /// The rule that won where a match of this very mention lost.
  func winner(over gold: Record) -> String? {
    guard let source = sources[gold.document] else { return nil }
    for extraction in extractions[gold.document] ?? [] {
      for candidate in extraction.candidates where candidate.type == gold.type {
        guard case .lost(let owner) = candidate.outcome else { continue }
        let span = source.span(of: extraction.text.sourceExtent(of: candidate.extent))
        if span == gold.span {
          return extractor.rules.units[extraction.candidates[owner].unit].rule.id
        }
      }
    }
    return nil
  }
}
