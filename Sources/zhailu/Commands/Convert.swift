// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuConvert

struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Gold and records to and from brat, CoNLL, doccano and Label Studio.",
    discussion: """
      records       a line each, beside the text of each document (x.jsonl, x.txt)
      gold          records without what only output has, as the gold of a corpus is (x.jsonl)
      brat          a folder of x.txt and x.ann; counts in scalars, CRLF as one
      conll         a file: a character, a tab and its BIO tag a line
      doccano       a .jsonl file, a document a line; counts in scalars
      labelstudio   a .json file with a list of tasks; counts in UTF-16 units

      Labels are ORG, MONEY, QUANTITY, DATE, NUMBER, ORDINAL and EVENT. Values go along where the \
      format has room for a note, and come back from it; a mention that somebody added has none. \
      What cannot be converted is named with its place, and the rest is: exit code 3.

      Examples:
        zhailu convert Corpus/gold/dev --texts Corpus/articles/dev --to brat -o brat/
        zhailu convert brat/ --to records -o gold/
        zhailu convert records/ --texts articles --to gold -o mine/gold/dev
        zhailu convert records/ --to labelstudio -o tasks.json
        zhailu convert tasks-done.json --from labelstudio --to records -o gold/
        zhailu convert Output/dev --texts Corpus/articles/dev --to conll --plain > train.conll
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case records, gold, brat, conll, doccano, labelstudio
  }

  @Argument(help: "A file or folder of the format.", completion: .file())
  var input: String
  @Option(
    help: "records, brat, conll, doccano or labelstudio; without it, by what the input is.")
  var from: Format?
  @Option(help: "records, gold, brat, conll, doccano or labelstudio.")
  var to: Format
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help:
      "A folder for records, gold and brat; a file, or none for standard output, for the others.",
    completion: .file())
  var output: String?
  @Option(
    help: "The folder with the texts of records, where they do not stand beside them.",
    completion: .directory)
  var texts: String?
  @Option(help: "What the other tool counts in: scalars, utf16, lines (CRLF is one) or graphemes.")
  var offsets: String?
  @Flag(help: "CoNLL without comments: only characters and tags, without values, events and ids.")
  var plain = false

  mutating func validate() { output = Output.path(output) }

  func run() throws {
    let unit = try offsets.map { name in
      guard let unit = OffsetUnit(rawValue: name) else {
        throw ValidationError(
          "no unit is called 【\(name)】; known are scalars, utf16, lines, graphemes")
      }
      return unit
    }
    let source = ConvertInput(path: input, texts: texts, unit: unit)
    let result = try source.read(try from ?? source.guess())
    let target = ConvertOutput(
      path: output, unit: unit, isPlain: plain, guarded: try source.guarded())
    try target.write(result.documents, as: to)
    for fault in result.faults { Console.note("\(fault)") }
    if !result.faults.isEmpty { throw ExitCode(3) }
  }
}
