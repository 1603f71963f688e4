// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuText
import ZhailuValues

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Documents to records.",
    discussion: """
      Reads text, HTML and JSON Lines (by the file's ending), writes one record a line.

      Examples:
        zhailu extract article.txt --published 2020-03-20
        zhailu extract Corpus/articles/dev -o Output/dev
        cat documents.jsonl | zhailu extract --types amount,date > records.jsonl
      """)

  @Argument(
    help: "Files or folders; none, or -, is standard input.", completion: .file())
  var inputs: [String] = []

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help:
      "A folder for one .jsonl a document, errors.jsonl and run.json; or a .jsonl file for all.",
    completion: .file())
  var output: String?

  @Option(
    help: "Types to write, separated by commas; all adds bare numbers and ordinals to the five.")
  var types = "organization,amount,quantity,date,event"

  @Option(help: "The publication date of text documents, YYYY-MM-DD, which dates are resolved by.")
  var published: String?

  @Option(help: "The encoding of text files, such as GB18030; found out where it is not given.")
  var encoding: String?

  @Option(help: "The format of the input: text, jsonl or html; by the file's ending otherwise.")
  var input: String?

  enum Format: String, CaseIterable, ExpressibleByArgument { case jsonl, csv }

  @Option(
    help: "jsonl, one JSON object a line; or csv, a table of the events, for a spreadsheet.")
  var format = Format.jsonl

  @Flag(help: "With csv: begin with the mark by which spreadsheets know UTF-8.")
  var bom = false

  @Flag(
    help:
      "Write the text that offsets count in beside the records of each document; needs -o FOLDER.")
  var keepText = false

  @OptionGroup var rules: RuleOptions

  func run() throws {
    let types = format == .csv ? [.event] : try parsedTypes()
    let source = try rules.source()
    let extractor = try Extractor(rules: try .init(source))
    var run = ExtractionRun(extractor: extractor, types: types, output: try output.map(Output.init))
    run.keepsText = keepText
    if format == .csv {
      run.table = EventTable(withByteOrderMark: bom)
      guard output.map({ $0.hasSuffix(".csv") }) ?? true else {
        throw ValidationError("a table is one file: give -o a name that ends in .csv, or no -o")
      }
    }
    try run.extract(inputs, reader: try reader())
    try run.finish(header: RunHeader(rules: source, types: types))
    if run.failureCount > 0 { throw ExitCode(3) }
  }

  private func reader() throws -> InputReader {
    var reader = InputReader(encoding: encoding)
    if let published {
      guard let date = PublicationDate(published) else {
        throw ValidationError("【\(published)】 is no date; write YYYY-MM-DD or YYYY-MM-DDTHH:MM")
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

  private func parsedTypes() throws -> Set<MentionType> {
    var found: Set<MentionType> = []
    for name in types.split(separator: ",").map(String.init) {
      if name == "all" {
        found.formUnion(MentionType.allCases)
      } else if let type = MentionType(rawValue: name) {
        found.insert(type)
      } else {
        let known = MentionType.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("no type is called 【\(name)】; known are \(known), all")
      }
    }
    return found
  }
}
