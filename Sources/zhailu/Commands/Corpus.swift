// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuScore
import ZhailuText
import ZhailuValues

struct Corpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Check and count the corpus and its gold.",
    discussion: """
      Examples:
        zhailu corpus check
        zhailu corpus count
      """,
    subcommands: [Check.self, Count.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Find gold whose text is not its slice, overlaps, unknown kinds, bad values.")
    @Option(help: "The folder of the corpus.") var corpus = "Corpus"

    func run() throws {
      var faults: [LineFault] = []
      var documents = 0
      for part in try CorpusHalf.all(of: corpus) {
        documents += part.gold.documents.count
        faults += GoldCheck.faults(of: part.gold) { part.sources[$0] }
      }
      for fault in faults { try Console.print("\(fault)") }
      try Console.print(
        "\(RulesCheck.count(documents, "document")) of gold, \(RulesCheck.count(faults.count, "fault"))."
      )
      if !faults.isEmpty { throw ExitCode(1) }
    }
  }

  struct Count: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "count",
      abstract: "Count mentions by style and by trait, as a table in Markdown.")
    @Option(help: "The folder of the corpus.") var corpus = "Corpus"

    func run() throws {
      try Console.print(CorpusCounts(halves: try CorpusHalf.all(of: corpus)).markdown)
    }
  }
}

/// One half of the corpus: its gold, its articles, and what metadata.tsv says of each.
struct CorpusHalf {
  let half: Validate.Half
  let gold: GoldSet
  private(set) var sources: [String: SourceText] = [:]
  private(set) var styles: [String: String] = [:]
  private(set) var traits: [String: [String]] = [:]

  /// The halves that are there: a corpus may have one of them only.
  static func all(of corpus: String) throws -> [CorpusHalf] {
    let halves = Validate.Half.allCases.filter { half in
      ["articles", "gold"].contains { FileSystem.exists("\(corpus)/\($0)/\(half.rawValue)") }
    }
    guard !halves.isEmpty else {
      throw Failure(
        "\(corpus): has no articles/dev and no articles/test; --corpus names the folder of a corpus"
      )
    }
    return try halves.map { try CorpusHalf(corpus: corpus, half: $0) }
  }

  private init(corpus: String, half: Validate.Half) throws {
    self.half = half
    gold = GoldSet(folder: "\(corpus)/gold/\(half.rawValue)")
    let folder = "\(corpus)/articles/\(half.rawValue)"
    let metadata = try Metadata(folder: folder)
    for file in try InputReader.files([folder]) {
      for document in try InputReader().read(file).sound() { sources[document.id] = document }
      let row = metadata.row(of: file.relativePath)
      styles[file.id] = row["style"] ?? "–"
      traits[file.id] = (row["traits"] ?? "").split(separator: ",").map {
        $0.trimmingSpaces
      }
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

/// Mentions of the gold by style and trait.
struct CorpusCounts {
  let halves: [CorpusHalf]

  private static let types: [MentionType] = [.organization, .amount, .quantity, .date, .event]

  var markdown: String {
    let all = halves.flatMap { half in half.gold.documents.map { (half: half, document: $0) } }
    func row(_ name: String, _ part: [(half: CorpusHalf, document: GoldSet.Document)]) -> String {
      let counts = Self.types.map { type in
        "\(part.reduce(0) { $0 + $1.document.records.count { $0.type == type } })"
      }
      return "| \(([name, "\(part.count)"] + counts).joined(separator: " | ")) |"
    }
    let header = "| | articles | \(Self.types.map(\.rawValue).joined(separator: " | ")) |"
    let rule = "|---|" + String(repeating: "---:|", count: Self.types.count + 1)
    var lines = [header, rule, row("**all**", all)]
    for half in halves {
      lines.append(row("**\(half.half.rawValue)**", all.filter { $0.half.half == half.half }))
    }
    for style in Set(halves.flatMap(\.styles.values)).sorted() {
      lines.append(row("style \(style)", all.filter { $0.half.styles[$0.document.id] == style }))
    }
    for trait in Set(halves.flatMap(\.traits.values).flatMap { $0 }).sorted() {
      let part = all.filter { $0.half.traits[$0.document.id]?.contains(trait) ?? false }
      lines.append(row("trait \(trait)", part))
    }
    return lines.joined(separator: "\n")
  }
}
