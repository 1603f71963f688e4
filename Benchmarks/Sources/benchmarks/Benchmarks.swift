// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import ZhailuStages

@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time the stages of the road, and texts that are made to be slow.",
    subcommands: [StageBenchmarks.self, Adversarial.self],
    defaultSubcommand: StageBenchmarks.self)
}

/// Times the stages of the road against ICU's word break of the same text in the same run.
struct StageBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Time each stage against ICU's word break of the same text.",
    discussion: """
      Every round times each stage once; a ratio is taken within a round, and the median of the
      rounds is shown, since machines that do other work too are uneven. Times are those of the
      processor.

        swift run -c release benchmarks
        swift run -c release benchmarks --text articles.jsonl --rounds 9
        swift run -c release benchmarks --thresholds thresholds.tsv
      """)

  @Option(help: "JSON Lines with a key text; otherwise the articles of Corpus/ are used.")
  var text: String?

  @Option(help: "The project's folder.")
  var project = ".."

  @Option(help: "How many million bytes of text, by repeating what is there.")
  var megabytes = 20

  @Option(help: "How many rounds.")
  var rounds = 5

  @Option(help: "How many names a lexicon of a user's own adds to the shipped ones.")
  var names = 50_000

  @Option(help: "A table of the least ratio of each stage; below one the exit code is 1.")
  var thresholds: String?

  @Option(help: "Write the records of the texts into this file instead, to compare programs.")
  var records: String?

  @Option(help: "Run only this stage, over and over, for a profiler.")
  var only: String?

  func run() throws {
    let texts = try BenchmarkText.read(
      text.map { .lines($0) } ?? .corpus(project + "/Corpus/articles"), megabytes: megabytes)
    let stages = try Stages(
      texts: texts, published: "2020-03-20", overlay: UserLexicon.text(count: names))
    if let records {
      try Data(stages.records()).write(to: URL(fileURLWithPath: records))
      return
    }
    if let only {
      for _ in 0..<rounds { _ = try StageList.stage(only, of: stages)() }
      return
    }
    let table = try RatioTable(stages: stages, rounds: rounds)
    print(table.text(megabytes: Double(stages.byteCount) / 1e6, names: names))
    if let thresholds, try !Thresholds(file: thresholds).check(table) { throw ExitCode(1) }
  }
}
