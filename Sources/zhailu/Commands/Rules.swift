// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

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
