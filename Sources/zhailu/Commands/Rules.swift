// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Check, test and list rules; say what they find, and what they cost.",
    discussion: """
      Examples:
        zhailu rules check --rules my-rules           name every fault
        zhailu rules test amount.implied              run the examples of one rule
        zhailu rules test --rules my-rules --watch    again when a file is saved
        zhailu rules list                             what there is
        zhailu rules coverage                         how much each finds
        zhailu rules profile                          how much time each takes

      Rules/README.md explains the language on a page.
      """,
    subcommands: [
      RulesCheck.self, RulesTest.self, RulesList.self, RulesCoverage.self,
      RulesProfile.self,
    ])
}
