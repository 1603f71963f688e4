// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import ZhailuRules
import ZhailuShipped

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
    var source: RuleSource?
    for folder in folders {
      guard FileSystem.isDirectory(folder) else {
        throw Failure("\(folder): there is no such folder of rules")
      }
      let read = try RuleFolder.read(folder)
      let isWhole = read.files.contains { $0.path == "stages.yaml" }
      source = isWhole ? read : (source ?? .shipped).overlaid(by: read)
    }
    return source ?? .shipped
  }

  /// The rules read from their files, for who asks for examples, patterns and places.
  func ruleSet() throws -> RuleSet { try RuleSet(try source()) }

  /// As much of the rules as extracting needs, compiled when the program was built, or when a folder
  /// was first used; and what they were compiled from.
  func compiled() throws -> (set: RuleSet, digests: RuleDigests) {
    guard let shipped = Shipped.image, let shippedDigests = try? shipped.digests() else {
      let source = try source()
      return (try RuleSet(source), RuleDigests(source))
    }
    if folders.isEmpty { return (try shipped.rules(), shippedDigests) }
    let source = try source()
    let digests = RuleDigests(source)
    if source.faults.isEmpty, digests == shippedDigests { return (try shipped.rules(), digests) }
    let cache = RuleCache.ofUser
    let key = digests.key(program: shipped.checksum)
    if source.faults.isEmpty, let rules = cache?.rules(key: key, digests) {
      return (rules, digests)
    }
    let rules = try RuleSet(source)
    cache?.store(RuleImage.bytes(of: rules, digests: digests, source: nil), key: key)
    return (rules, digests)
  }
}
