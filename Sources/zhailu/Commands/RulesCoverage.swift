// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRules
import ZhailuScore
import ZhailuText
import ZhailuValues

struct RulesCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Which rule finds how much on a corpus, and how much of it is right.",
    discussion: """
      Without inputs it reads the articles of the corpus and compares with its gold. With inputs it \
      counts what is found in them.

        records     mentions that the rule made
        place       how many of them stand in the gold at just this place
        value       and with all fields right
        precision   value / records
        recall      value / all mentions of the type in the gold
        lost        the rule matched, and another won the text; see `explain`
        lost right  of these, mentions of the gold
        no value    the rule won, but its fields made no value (2月30日)
        share       of the steps that all rules tried, the same in every run

      Rules that found nothing stand at the end. Rules of events are not counted here; validate has \
      a table of them.

      Examples:
        zhailu rules coverage
        zhailu rules coverage --half test
        zhailu rules coverage articles/ --rules my-rules
        zhailu rules coverage --format tsv > coverage.tsv      for a spreadsheet
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv }

  @Argument(
    help: "Files or folders to count in; none is the corpus with its gold.",
    completion: .file())
  var inputs: [String] = []
  @Option(help: "The folder of the corpus: articles/ and gold/.", completion: .directory)
  var corpus = "Corpus"
  @Option(help: "The half of the corpus, dev or test.")
  var half = Validate.Half.dev
  @Option(help: "text or tsv.")
  var format = Format.text
  @Option(help: "The publication date of text files, YYYY-MM-DD.")
  var published: String?
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let extractor = try Extractor(rules: try rules.compiled().set)
    var coverage = RuleCoverage(units: extractor.rules.coverageUnits)
    let gold = inputs.isEmpty ? try goldSet() : nil
    for source in try sources(gold) {
      let found = extractor.extractions(of: source)
      coverage.add(found, in: source, gold: gold?.document(source.id)?.records)
      for extraction in found {
        extractor.profile(extraction.text) { unit, moves, _ in
          if unit >= 0 { coverage.add(moves: moves, of: unit) }
        }
      }
    }
    let table = coverage.table(hasGold: gold != nil)
    switch format {
    case .text:
      var text = TextTable(header: table[0], words: [0, 1])
      for row in table.dropFirst() { text.add(row) }
      try Console.print(text.lines.joined(separator: "\n"))
    case .tsv: try Console.print(table.map { $0.joined(separator: "\t") }.joined(separator: "\n"))
    }
  }

  private func goldSet() throws -> GoldSet {
    let folder = "\(corpus)/gold/\(half.rawValue)"
    guard FileSystem.isDirectory(folder) else {
      throw Failure(
        "\(folder): there is no such folder of gold; --corpus names one, or name texts to count in")
    }
    return GoldSet(folder: folder)
  }

  private func sources(_ gold: GoldSet?) throws -> [SourceText] {
    let known = gold.map { Set($0.documents.map(\.id)) }
    let reader = InputReader(published: try PublicationDate.argument(published))
    let files = try InputReader.files(
      gold == nil ? inputs : ["\(corpus)/articles/\(half.rawValue)"]
    ).filter { known?.contains($0.id) ?? true }
    return try reader.contents(of: files).flatMap { try $0.sound() }
  }
}

extension PublicationDate {
  /// The date of an option; a message where it is none.
  static func argument(_ text: String?) throws -> PublicationDate? {
    guard let text else { return nil }
    guard let date = PublicationDate(text) else {
      throw ValidationError(PublicationDate.fault(of: text))
    }
    return date
  }
}

extension RuleSet {
  /// The rules as coverage counts them.
  var coverageUnits: [RuleCoverage.Unit] {
    units.map { unit in
      guard case .finds(let type) = unit.rule.kind else {
        return RuleCoverage.Unit(name: unit.rule.id, type: nil)
      }
      return RuleCoverage.Unit(name: unit.rule.id, type: MentionType(rawValue: type))
    }
  }
}
