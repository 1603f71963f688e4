// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
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
  func source() throws -> RuleSource {
    var source = RuleSource.shipped
    for folder in folders {
      guard FileSystem.isDirectory(folder) else {
        throw Failure("\(folder): there is no such folder of rules")
      }
      let read = try RuleFolder.read(folder)
      let isWhole = read.files.contains { $0.path == "stages.yaml" }
      source = isWhole ? read : source.overlaid(by: read)
    }
    return source
  }

  func ruleSet() throws -> RuleSet { try RuleSet(try source()) }
}
