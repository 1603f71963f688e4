// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRules
import ZhailuScore

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check, test and list rules.",
    discussion: """
      Examples:
        zhailu rules check --rules my-rules
        zhailu rules test amount.implied
        zhailu rules list
      """,
    subcommands: [Check.self, Test.self, List.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read all rules and lexicons strictly; every fault with its place.")
    @OptionGroup var rules: RuleOptions

    func run() throws {
      let set = try rules.ruleSet()
      let finding = set.units.count { if case .finds = $0.rule.kind { true } else { false } }
      let words = set.lexicons.reduce(0) { $0 + $1.entries.count }
      try Console.print(
        "\(finding) rules, \(set.units.count - finding) patterns, \(set.lexicons.count) lexicons "
          + "with \(words) entries: no fault.")
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples of the rules; exit 1 where one does not hold.")

    @Argument(help: "The name of a rule; all where none is given.")
    var rule: String?
    @OptionGroup var rules: RuleOptions

    func run() throws {
      let set = try rules.ruleSet()
      if let rule, set.rule(rule) == nil {
        throw ValidationError(
          "no rule is called 【\(rule)】" + hint(for: rule, among: set.units.map(\.rule.id)))
      }
      let results = ExampleRunner(extractor: try Extractor(rules: set)).run(rule: rule)
      for result in results {
        let place = "\(result.place.file):\(result.place.line)"
        if let failure = result.failure {
          try Console.print(
            "\(place): \(result.rule): \(result.kind.rawValue) \(result.text): \(failure)")
        } else if result.isPromoted {
          try Console.print(
            "\(place): \(result.rule): found now, make it an example: \(result.text)")
        }
      }
      let failures = results.count { $0.failure != nil }
      try Console.print("\(results.count - failures) examples hold, \(failures) do not.")
      if failures > 0 { throw ExitCode(1) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "The rules, in the order of stages.")
    @OptionGroup var rules: RuleOptions

    func run() throws {
      let set = try rules.ruleSet()
      var table = TextTable(header: ["rule", "finds", "says"], words: [0, 1, 2])
      for unit in set.units.sorted(by: { ($0.rule.stage, $0.rule.id) < ($1.rule.stage, $1.rule.id) }
      ) {
        guard case .finds(let type) = unit.rule.kind else { continue }
        table.add([unit.rule.id, type, unit.rule.says])
      }
      try Console.print(table.lines.joined(separator: "\n"))
    }
  }
}
