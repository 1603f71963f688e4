// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    // Read by itself it is still called so, and not asked for completion scripts.
    _superCommandName: "zhailu",
    abstract: "Documents to records.",
    discussion: """
      Reads text, HTML and JSON Lines (by the file's ending), writes one record a line.

      Examples:
        zhailu extract article.txt --published 2020-03-20
        zhailu extract Corpus/articles/dev -o Output/dev
        zhailu extract archive.jsonl.gz -o records.jsonl --jobs 8 --resume
        cat documents.jsonl | zhailu extract --types amount,date > records.jsonl
        zhailu extract articles/ -o records.db                     a SQLite database
        zhailu extract articles/ --format html -o report.html      a page to read
      """)

  @Argument(
    help: "Files or folders; none, or -, is standard input.", completion: .file())
  var inputs: [String] = []

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "A folder for one .jsonl a document, errors.jsonl and run.json; or one file for all: .jsonl, "
        + ".csv, .db or .sqlite, or .html; - is standard output."),
    completion: .file())
  var output: String?

  @Option(
    help: "Types to write, separated by commas; all adds bare numbers and ordinals to the five.")
  var types = usualTypes
  private static let usualTypes = "organization,amount,quantity,date,event"

  @Option(
    help: ArgumentHelp(
      "The publication date of documents that have none of their own, YYYY-MM-DD, which dates are "
        + "resolved by."))
  var published: String?

  @Option(
    help: ArgumentHelp(
      "The encoding of text files, such as GB18030; found out otherwise. JSON Lines are UTF-8, or "
        + "UTF-16 with its mark."))
  var encoding: String?

  @Option(help: "The format of the input: text, jsonl or html; by the file's ending otherwise.")
  var input: String?

  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, csv, sqlite, html }

  @Option(
    help: ArgumentHelp(
      "jsonl, one JSON object a line; csv, a table of the events, for a spreadsheet; sqlite, a "
        + "database, also where -o ends in .db or .sqlite; or html, a page with the articles, "
        + "charts and tables."))
  var format: Format?

  enum Detail: String, CaseIterable, ExpressibleByArgument { case rule, full }

  @Option(
    help: ArgumentHelp(
      "What records tell of how they came about: their rule, or in full the program, the digest of "
        + "the rules, what stood in each slot, and physical quantities in SI units."))
  var provenance = Detail.rule

  @Flag(help: "With csv: begin with the mark by which spreadsheets know UTF-8.")
  var bom = false

  @Flag(
    help: ArgumentHelp(
      "Write the text that offsets count in beside the records of each document; needs -o FOLDER "
        + "or a database."))
  var keepText = false

  @Option(
    parsing: .unconditional,
    help: "How many documents are worked on at a time; all processors where it is not given.")
  var jobs: Int?

  @Flag(
    name: [.customLong("resume"), .customLong("incremental")],
    help: ArgumentHelp(
      "Leave out documents whose records an earlier run has written to the same -o, from the same "
        + "text by the same rules: goes on where a stopped run ended, or in a folder does just what "
        + "changed."))
  var resume = false

  @Flag(
    help: "End the records of each document with an empty line, at once; one document at a time.")
  var framed = false

  @Option(help: "How far it is: a bar on a terminal (auto), a line every ten seconds, or nothing.")
  var progress = Progress.Manner.auto

  @Option(
    parsing: .unconditional, help: "Documents of more bytes are not read but told as errors.")
  var largestDocument = InputReader.usualLimit

  @OptionGroup var rules: RuleOptions

  /// A name that ends in .csv asks for a table as --format csv does, one in .html for a page.
  mutating func validate() throws {
    output = Output.path(output)
    guard format == nil, let output else { return }
    if output.hasSuffix(".csv") { format = .csv }
    if Output.isPage(output), !FileSystem.isDirectory(output) { format = .html }
  }

  @MainActor func run() async throws {
    if format == .csv, types != Self.usualTypes {
      throw ValidationError("--format csv is a table of events; leave out --types")
    }
    let types = format == .csv ? [.event] : try parsedTypes()
    if format == .html { return try writePage(types) }
    let request = try request()
    let reader = try reader()
    let rules = try ruleSet()
    var run = ExtractionRun(
      request, header: RunHeader(rules: rules.digests, types: types), rules: rules.set,
      reader: reader)
    try await run.extract(inputs)
    if run.failureCount > 0 { throw ExitCode(3) }
  }

  /// Who asks for provenance in full wants the lines of the lexicons, which only the files have.
  private func ruleSet() throws -> (set: RuleSet, digests: RuleDigests) {
    guard provenance == .full else { return try rules.compiled() }
    let source = try rules.source()
    return (try RuleSet(source), RuleDigests(source))
  }

  private func writePage(_ types: Set<MentionType>) throws {
    if provenance == .full { throw Self.isNotOfLines }
    if resume || framed || keepText || bom {
      throw ValidationError(
        "a page is made anew and whole; leave out --resume, --framed, --keep-text and --bom")
    }
    if let output, Output.isDatabase(output) { throw Self.isNoDatabase(output) }
    if let output, !Output.isPage(output) {
      throw ValidationError("\(output): a page is one file whose name ends in .html")
    }
    let rules = try rules.compiled()
    try ExtractPage(extractor: try Extractor(rules: rules.set), types: types, rules: rules.digests)
      .write(inputs, reader: try reader(), to: output)
  }

  private func request() throws -> ExtractionRun.Request {
    let output = try output.map(Output.init)
    if resume, output == nil {
      throw ValidationError("--resume needs -o: on standard output nothing is there from before")
    }
    if keepText, !keepsTexts(output) {
      throw ValidationError(
        "--keep-text needs -o FOLDER or a database: the texts are written beside the records")
    }
    try checkDatabase(output)
    if provenance == .full, !writesLines(output) { throw Self.isNotOfLines }
    if bom, format != .csv {
      throw ValidationError("--bom is for --format csv; leave it out")
    }
    if format == .jsonl, self.output?.hasSuffix(".csv") == true {
      throw ValidationError(
        "a name that ends in .csv is a table; leave out --format jsonl, or write .jsonl")
    }
    if framed, (jobs ?? 1) > 1 {
      throw ValidationError("--framed works on one document at a time; leave out --jobs")
    }
    if framed, format == .csv {
      throw ValidationError("--framed is for JSON lines; leave out --format csv")
    }
    if framed, output != nil {
      throw ValidationError("--framed is for standard output; leave out -o")
    }
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs 【\(jobs)】 is no number from 1 to 1024")
    }
    if format == .csv, self.output.map({ !$0.hasSuffix(".csv") }) ?? false {
      throw ValidationError("a table is one file: give -o a name that ends in .csv, or no -o")
    }
    return ExtractionRun.Request(
      output: output, keepsText: keepText, resumes: resume, isFramed: framed,
      jobs: framed ? 1 : jobs ?? Self.processors,
      tableHead: format == .csv ? EventTable.head(withByteOrderMark: bom) : nil,
      hasProvenance: provenance == .full, progress: progress)
  }

  private static let isNotOfLines = ValidationError(
    "--provenance full is for JSON lines; leave out --format, and give no database")

  private func writesLines(_ output: Output?) -> Bool {
    if case .database = output { return false }
    return format ?? .jsonl == .jsonl
  }

  private func keepsTexts(_ output: Output?) -> Bool {
    switch output {
    case .folder, .database: true
    case .file, nil: false
    }
  }

  private func checkDatabase(_ output: Output?) throws {
    if case .database(let path) = output {
      guard format ?? .sqlite == .sqlite else {
        throw Self.isNoDatabase(path)
      }
    } else if format == .sqlite {
      throw ValidationError("a database is one file: give -o a name that ends in .db or .sqlite")
    }
  }

  private static func isNoDatabase(_ path: String) -> ValidationError {
    ValidationError("\(path): a name that ends so is a database; leave out --format")
  }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  private func reader() throws -> InputReader {
    var reader = InputReader(encoding: encoding)
    reader.limit = largestDocument
    if let encoding, !TextDecoder.knows(encoding) {
      throw ValidationError("\(TextDecoder.Failure.unknownEncoding(encoding))")
    }
    if let published {
      guard let date = PublicationDate(published) else {
        throw ValidationError(PublicationDate.fault(of: published))
      }
      reader.published = date
    }
    if let input {
      guard let format = InputReader.Format(rawValue: input) else {
        throw ValidationError("no format is called 【\(input)】; known are text, jsonl, html")
      }
      reader.format = format
    }
    return reader
  }

  private static var knownTypes: String {
    (MentionType.allCases.map(\.rawValue) + ["all"]).joined(separator: ", ")
  }

  private func parsedTypes() throws -> Set<MentionType> {
    var found: Set<MentionType> = []
    for name in types.split(separator: ",").map(String.init) {
      if name == "all" {
        found.formUnion(MentionType.allCases)
      } else if let type = MentionType(rawValue: name) {
        found.insert(type)
      } else {
        throw ValidationError("no type is called 【\(name)】; known are \(Self.knownTypes)")
      }
    }
    guard !found.isEmpty else {
      throw ValidationError("--types 【\(types)】 names no type; known are \(Self.knownTypes)")
    }
    return found
  }
}
