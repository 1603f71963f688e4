// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuRules

struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read all rules and lexicons strictly; every fault with its place.",
    discussion: """
      Faults are what cannot be meant: a key or name that does not exist, a pattern that is never \
      closed, fewer than three examples. With one of them the rules are not used, and the exit code \
      is 2. Warnings are what is hardly meant: a rule that can never find anything, two rules of which \
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
