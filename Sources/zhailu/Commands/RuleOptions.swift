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
    guard Shipped.image != nil else {
      throw Failure(
        "the rules inside this program are not those that it was built with; build it again")
    }
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
    if folders.isEmpty, let shipped = Shipped.image {
      return (try shipped.rules(), try shipped.digests())
    }
    let source = try source()
    let digests = RuleDigests(source)
    guard let shipped = Shipped.image, source.faults.isEmpty else {
      return (try RuleSet(source), digests)
    }
    if digests == (try shipped.digests()) { return (try shipped.rules(), digests) }
    let cache = RuleCache.ofUser
    let key = digests.key(program: shipped.checksum)
    if let rules = cache?.rules(key: key, digests) { return (rules, digests) }
    let rules = try RuleSet(source)
    cache?.store(RuleImage.bytes(of: rules, digests: digests, source: nil), key: key)
    return (rules, digests)
  }
}
