// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The program: one thin file a command, all in `Commands`.
@main
struct Zhailu: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhailu",
    abstract: "摘录: records of organizations, amounts, quantities and dates from Chinese articles.",
    discussion: """
      Examples:
        zhailu extract article.txt --published 2020-03-20
        zhailu extract articles/ -o records/
        zhailu validate
        zhailu explain '减免金额超过40亿元'
        zhailu rules test

      Exit codes: 0 fine, 1 a bar missed or an example failed, 2 usage or bad rules, 3 some documents
      failed (the rest is written).
      """,
    version: Version.description,
    subcommands: [Extract.self, Explain.self, Segment.self, Rules.self])
}
