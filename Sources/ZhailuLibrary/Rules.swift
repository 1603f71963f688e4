// SPDX-License-Identifier: Apache-2.0
internal import ZhailuLoader
internal import ZhailuRules

/// Rules and lexicons, read, checked and compiled.
///
/// Those that this library carries are there at once:
///
///     let rules = try Rules()
///
/// A folder of your own is laid over them, as `zhailu extract --rules my-rules` does; one with a
/// `stages.yaml` stands in their place:
///
///     let rules = try Rules(folders: ["my-rules"])
///
/// Rules may be shared by any number of extractors and threads.
public struct Rules: Sendable {
  let set: RuleSet
  /// The SHA-256 of the names and texts of all rule files and lexicons, in hexadecimal digits: the
  /// same rules have the same.
  public let digest: String

  /// The rules that the library carries, with folders laid over them in this order.
  ///
  /// To read a folder takes a second or so; what it compiles to is kept in the user's cache folder,
  /// and taken from there the next time.
  ///
  /// - Throws: ``RulesError`` with the place of each fault; faulty rules are not used at all.
  public init(folders: [String] = []) throws(RulesError) {
    do {
      let compiled = try RuleChoice(folders).compiled()
      (set, digest) = (compiled.set, compiled.digests.pack)
    } catch {
      throw RulesError(error)
    }
  }
}
