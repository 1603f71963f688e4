// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuDiff

struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two outputs, rule packs or revisions, and which edit made it.",
    discussion: """
      OLD and NEW are each records (a .jsonl file, a folder that `extract -o` wrote, or -), a folder \
      of rules, or a git revision, which stands for its folder Rules. Rules extract the articles of \
      --articles. A record is added, removed, changed in value, moved, known as another body, or \
      only found by another rule. Where both rule packs are known, each change names the edits of \
      rules and lexicons that made it: those without which it is gone.

      Examples:
        zhailu diff records-old/ records-new/             two outputs
        zhailu diff main Rules                            what an edit did
        zhailu diff main HEAD --format markdown           two revisions
        zhailu diff Output/dev Rules                      kept records, rules
        zhailu diff Output/dev Rules --accept             … and renew them
        zhailu diff main Rules --format html -o diff.html for a browser
        zhailu diff main Rules --also html=diff.html --also markdown=diff.md
        zhailu diff old.jsonl new.jsonl --old-rules v1 --new-rules Rules

      Exit code 1 where they differ, 3 where lines could not be read.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown, junit, sarif, github, html
  }

  @Argument(help: "Records, a folder of rules, or a revision: what it was.", completion: .file())
  var old: String
  @Argument(help: "Records, a folder of rules, or a revision: what it is.", completion: .file())
  var new: String
  @Option(
    help: ArgumentHelp(
      "text, json, markdown, junit, sarif, github or html; text where it is not given, and html "
        + "where -o ends so."))
  var format: Format?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "A file for the report in place of standard output.", completion: .file())
  var output: String?
  @Option(
    help: "Another report of the same comparison, as FORMAT=FILE; once for each.",
    completion: .file())
  var also: [String] = []
  @Option(
    help: "The articles that rules are tried on, and that records are shown in.",
    completion: .directory)
  var articles = "Corpus/articles/dev"
  @Option(help: "The folder of rules inside of a revision.")
  var rulesFolder = "Rules"
  @Option(help: "The rules that made OLD, where it is records: a folder or a revision.")
  var oldRules: String?
  @Option(help: "The rules that made NEW, where it is records: a folder or a revision.")
  var newRules: String?
  @Flag(
    help: ArgumentHelp(
      "Renew OLD, which is kept records, by what NEW has; then the exit code is 0. Where NEW has no "
        + "records, lines that cannot be read, or a run that has not ended, OLD stays as it is."))
  var accept = false
  @Option(help: "How many changes to show; all are counted. 0 is all.")
  var limit = 1000

  /// `html=diff.html`
  private struct Report {
    let format: Format
    let file: String

    init(_ argument: String) throws {
      let parts = argument.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let format = Format(rawValue: String(parts[0])) else {
        let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError(
          "--also 【\(argument)】 is no FORMAT=FILE, such as html=diff.html; formats are \(known)")
      }
      self.format = format
      file = String(parts[1])
    }
  }

  mutating func validate() { output = Output.path(output) }

  func run() async throws {
    let also = try also.map(Report.init)
    var run = DiffRun(
      old: try DiffSide(old, rulesFolder: rulesFolder),
      new: try DiffSide(new, rulesFolder: rulesFolder), articles: articles)
    run.oldRules = try oldRules.map { try DiffSide.rules($0, rulesFolder: rulesFolder) }
    run.newRules = try newRules.map { try DiffSide.rules($0, rulesFolder: rulesFolder) }
    if accept, run.old.rules != nil {
      throw ValidationError("--accept renews kept records, and OLD is rules: name records first")
    }
    let report = try run.report(limit: limit == 0 ? .max : limit)
    let first = format ?? (output.map(Output.isPage) == true ? .html : .text)
    let bytes = bytes(of: report, run, as: first)
    if let output { try FileSystem.write(bytes, to: output) } else { try Console.write(bytes) }
    for other in also {
      try FileSystem.write(self.bytes(of: report, run, as: other.format), to: other.file)
    }
    for fault in report.faults { Console.note("\(fault)") }
    if accept, report.isDifferent || !report.faults.isEmpty {
      try run.checkIsWhole(report)
      try await run.accept()
    }
    if !report.faults.isEmpty { throw ExitCode(3) }
    if report.isDifferent, !accept { throw ExitCode(1) }
  }

  private func bytes(of report: DiffReport, _ run: DiffRun, as format: Format) -> [UInt8] {
    switch format {
    case .text: Array((report.text(context: run.context) + "\n").utf8)
    case .json: report.json
    case .markdown: Array(report.markdown(context: run.context).utf8)
    case .junit: Array(report.junit.utf8)
    case .sarif: report.sarif(version: Version.program)
    case .github: Array(report.github().utf8)
    case .html: run.page(report)
    }
  }
}
