// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRules
import ZhailuScore
import ZhailuText

struct RulesProfile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Which rule takes how much of the work of matching.",
    discussion: """
      Without inputs it reads the articles of the corpus.

        moves     how many steps of its patterns were tried, the same in every run
        share     of all moves
        matches   what came of them; named patterns match for other rules
        ms        milliseconds in this run; the first rule that asks cuts words
        time      share of all milliseconds

      What all rules share, the search for the words of the lexicons and the numerals, stands first.

      Examples:
        zhailu rules profile
        zhailu rules profile articles/ --rules my-rules --top 10
      """)

  @Argument(help: "Files or folders; none is the corpus.", completion: .file())
  var inputs: [String] = []
  @Option(help: "The folder of the corpus.", completion: .directory)
  var corpus = "Corpus"
  @Option(help: "How many rules to show, the costliest first.")
  var top = 20
  @OptionGroup var rules: RuleOptions

  private struct Cost {
    var moves = 0
    var matches = 0
    var time = Duration.zero

    var microseconds: Int { Int(time / .microseconds(1)) }
  }

  func run() throws {
    let extractor = try Extractor(rules: try rules.compiled().set)
    // The last is of no rule: the search for words and numerals.
    var costs = [Cost](repeating: Cost(), count: extractor.rules.units.count + 1)
    let folders = inputs.isEmpty ? ["\(corpus)/articles/dev"] : inputs
    for contents in InputReader().contents(of: try InputReader.files(folders)) {
      for source in contents.documents {
        for article in extractor.articles(of: source) {
          let text = FoldedText(article, of: source)
          var last = ContinuousClock.now
          extractor.profile(text) { unit, moves, matches in
            let now = ContinuousClock.now
            let unit = unit < 0 ? costs.count - 1 : unit
            costs[unit].moves += moves
            costs[unit].matches += matches
            costs[unit].time += now - last
            last = now
          }
        }
      }
    }
    try Console.print(table(costs, extractor.rules))
  }

  private func table(_ costs: [Cost], _ rules: RuleSet) -> String {
    let units = rules.units.indices
    let order = units.sorted {
      (costs[$1].moves, rules.units[$0].rule.id) < (costs[$0].moves, rules.units[$1].rule.id)
    }
    let all = max(1, costs.reduce(0) { $0 + $1.moves })
    let time = costs.reduce(0) { $0 + $1.microseconds }
    var table = TextTable(
      header: ["rule", "moves", "share", "matches", "ms", "time"], words: [0])
    func add(_ name: String, _ cost: Cost) {
      let micro = cost.microseconds
      table.add([
        name, "\(cost.moves)", RuleCoverage.percent(cost.moves, of: all), "\(cost.matches)",
        "\(micro / 1000).\(micro / 100 % 10)", RuleCoverage.percent(micro, of: time),
      ])
    }
    if let search = costs.last { add("(words and numerals)", search) }
    for unit in order.prefix(max(0, top)) { add(rules.units[unit].rule.id, costs[unit]) }
    return table.lines.joined(separator: "\n")
  }
}
