// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuExtract
import ZhailuRules

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
      throw ValidationError("no rule is called 【\(rule)】" + Self.advice(on: rule, among: names))
    }
    let runner = ExampleRunner(extractor: try Extractor(rules: set))
    let results = rule == nil ? runner.run() : chosen.flatMap { runner.run(rule: $0) }
    for result in results { try report(result) }
    let failures = results.count { $0.failure != nil }
    try Console.print("\(results.count - failures) examples hold, \(failures) do not.")
    if failures > 0 { throw ExitCode(1) }
  }

  private static func advice(on rule: String, among names: [String]) -> String {
    guard names.contains(where: { $0.hasPrefix(rule + ".") }) else {
      return hint(for: rule, among: names)
    }
    return "; 【\(rule).】, with the point, means all whose names begin so"
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
