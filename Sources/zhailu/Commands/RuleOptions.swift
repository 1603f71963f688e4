// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuLoader
import ZhailuRules

/// `--rules`: the shipped rules, with folders of the user's laid over them.
struct RuleOptions: ParsableArguments {
  @Option(
    name: .customLong("rules"),
    help: ArgumentHelp(
      "A folder of rules and lexicons to lay over the shipped ones; repeatable. With a stages.yaml "
        + "of its own it stands in their place.", valueName: "folder"),
    completion: .directory)
  var folders: [String] = []

  /// The rule pack: shipped, overlaid in the order of the options.
  func source() throws -> RuleSource { try saying { try RuleChoice(folders).source() } }

  /// The rules read from their files, for who asks for examples, patterns and places.
  func ruleSet() throws -> RuleSet { try RuleSet(try source()) }

  /// As much of the rules as extracting needs, and what they were compiled from. They live as long as the
  /// program, which ends with its command: to take ten thousand small things apart takes as long as to read
  /// them.
  func compiled() throws -> (set: RuleSet, digests: RuleDigests) {
    let kept = Kept(try saying { try RuleChoice(folders).compiled() })
    _ = Unmanaged.passRetained(kept)
    return kept.rules
  }

  private final class Kept {
    let rules: (set: RuleSet, digests: RuleDigests)
    init(_ rules: (set: RuleSet, digests: RuleDigests)) { self.rules = rules }
  }

  private func saying<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let refusal as RuleChoice.Refusal {
      throw Failure(refusal.description)
    }
  }
}
