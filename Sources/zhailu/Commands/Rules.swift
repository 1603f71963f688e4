// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRules
import ZhailuScore

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check, test and list rules; say what they find, and what they cost.",
    discussion: """
      Examples:
        zhailu rules check --rules my-rules           read everything, name every fault
        zhailu rules test amount.implied              run the examples of one rule
        zhailu rules test --rules my-rules --watch    run them again whenever a file is saved
        zhailu rules list                             what there is
        zhailu rules coverage                         which rule finds how much, and how much is right
        zhailu rules profile                          which rule takes how much of the time

      Rules/README.md explains the language on a page.
      """,
    subcommands: [
      RulesCheck.self, RulesTest.self, RulesList.self, RulesCoverage.self,
      RulesProfile.self,
    ])
}

struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read all rules and lexicons strictly; every fault with its place.",
    discussion: """
      Faults are what cannot be meant: a key or name that does not exist, a pattern that is never
      closed, fewer than three examples. With one of them the rules are not used, and the exit code
      is 2. Warnings are what is hardly meant: a rule that can never find anything, two rules of which
      only the name decides, an entry that another hides. With --strict the exit code is then 1.

      Examples:
        zhailu rules check
        zhailu rules check --rules my-rules --strict
        zhailu rules check --rules my-rules --watch
      """)

  @OptionGroup var rules: RuleOptions
  @Flag(help: "Exit code 1 where something is warned of.")
  var strict = false
  @Flag(help: "Check again whenever a file of the --rules folders is saved; Ctrl-C ends.")
  var watch = false

  func run() throws {
    try Watch(folders: watch ? rules.folders : nil).run(check)
  }

  private func check() throws {
    let check = try RuleCheck(try rules.source())
    for warning in check.warnings { try Console.print(warning.description) }
    let units = check.set.units
    let finding = units.count { if case .finds = $0.rule.kind { true } else { false } }
    let words = check.set.lexicons.reduce(0) { $0 + $1.entries.count }
    let warnings = check.warnings.count
    let found = [
      Self.count(finding, "rule"), Self.count(units.count - finding, "pattern"),
      Self.count(check.set.lexicons.count, "lexicon"),
    ].joined(separator: ", ")
    try Console.print(
      "\(found) with \(words) entries: no fault"
        + (warnings > 0 ? ", \(Self.count(warnings, "warning"))." : "."))
    if warnings > 0, strict { throw ExitCode(1) }
  }
}

extension RulesCheck {
  /// `1 rule`, `2 rules`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of the rules; exit 1 where one does not hold.",
    discussion: """
      Examples:
        zhailu rules test                             all rules
        zhailu rules test amount.implied              one
        zhailu rules test amount. --rules my-rules    all whose names begin so
        zhailu rules test --rules my-rules --watch    again whenever a file is saved
      """)

  @Argument(help: "The name of a rule, or its beginning up to a point; all where none is given.")
  var rule: String?
  @OptionGroup var rules: RuleOptions
  @Flag(help: "Run again whenever a file of the --rules folders is saved; Ctrl-C ends.")
  var watch = false

  func run() throws {
    try Watch(folders: watch ? rules.folders : nil).run(test)
  }

  private func test() throws {
    let set = try rules.ruleSet()
    let names = set.units.map(\.rule.id)
    let chosen = names.filter(isChosen)
    if let rule, chosen.isEmpty {
      throw ValidationError("no rule is called 【\(rule)】" + hint(for: rule, among: names))
    }
    let runner = ExampleRunner(extractor: try Extractor(rules: set))
    let results = rule == nil ? runner.run() : chosen.flatMap { runner.run(rule: $0) }
    for result in results { try report(result) }
    let failures = results.count { $0.failure != nil }
    try Console.print("\(results.count - failures) examples hold, \(failures) do not.")
    if failures > 0 { throw ExitCode(1) }
  }

  private func isChosen(_ name: String) -> Bool {
    guard let rule else { return true }
    return name == rule || (rule.hasSuffix(".") && name.hasPrefix(rule))
  }

  private func report(_ result: ExampleRunner.Result) throws {
    let place = "\(result.place.file):\(result.place.line)"
    if let failure = result.failure {
      try Console.print(
        "\(place): \(result.rule): \(result.kind.rawValue) \(result.text): \(failure)")
    } else if result.isPromoted {
      try Console.print(
        "\(place): \(result.rule): found now, make it an example: \(result.text)")
    }
  }
}

struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "The rules, in the order of stages.",
    discussion: """
      Examples:
        zhailu rules list
        zhailu rules list --rules my-rules
      """)
  @OptionGroup var rules: RuleOptions

  func run() throws {
    let set = try rules.ruleSet()
    var table = TextTable(header: ["rule", "finds", "says"], words: [0, 1, 2])
    let units = set.units.sorted { ($0.rule.stage, $0.rule.id) < ($1.rule.stage, $1.rule.id) }
    for unit in units {
      guard case .finds(let type) = unit.rule.kind else { continue }
      table.add([unit.rule.id, type, unit.rule.says])
    }
    try Console.print(table.lines.joined(separator: "\n"))
  }
}
