// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuRules
import ZhailuScore

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
