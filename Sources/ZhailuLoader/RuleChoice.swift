// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuShipped

/// Which rules are asked for: those inside the program, and folders that are laid over them in their
/// order. A folder with a `stages.yaml` of its own stands in the place of all before it.
package struct RuleChoice: Sendable {
  /// A folder, or a program, that has no rules to read; what is wrong in rules are `FaultyRules`.
  package struct Refusal: Error, CustomStringConvertible {
    package let folder: String?
    package let reason: String
    package var description: String { folder.map { "\($0): \(reason)" } ?? reason }
  }

  package let folders: [String]

  package init(_ folders: [String] = []) { self.folders = folders }

  /// The files of the rules.
  package func source() throws(Refusal) -> RuleSource {
    guard Shipped.image != nil else {
      throw Refusal(
        folder: nil,
        reason: "the rules inside this program are not those that it was built with; build it again"
      )
    }
    var source: RuleSource?
    for folder in folders {
      guard Files.isDirectory(folder) else {
        throw Refusal(folder: folder, reason: "there is no such folder of rules")
      }
      let read = try RuleFolder.read(folder)
      let isWhole = read.files.contains { $0.path == "stages.yaml" }
      source = isWhole ? read : (source ?? .shipped).overlaid(by: read)
    }
    return source ?? .shipped
  }

  /// As much of the rules as extracting needs, compiled when the program was built, or when a folder
  /// was first used; and what they were compiled from.
  package func compiled() throws -> (set: RuleSet, digests: RuleDigests) {
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
