// SPDX-License-Identifier: Apache-2.0
import ZhailuDiff
import ZhailuExtract
import ZhailuLoader
import ZhailuRules
import ZhailuValues

/// One side of a diff: records that are there, or rules that make some.
enum DiffSide {
  case output(String)
  case rules(RuleSource, name: String)

  /// What a word of the command line names: a file or folder of records, a folder of rules, or a
  /// revision.
  init(_ name: String, rulesFolder: String) throws {
    if name == "-" || (FileSystem.exists(name) && !FileSystem.isDirectory(name)) {
      if let kind = Self.otherOutputs.first(where: { name.lowercased().hasSuffix($0.ending) })?.kind
      {
        throw Failure("\(name): is \(kind); diff compares records, which end in .jsonl")
      }
      self = .output(name)
    } else if FileSystem.isDirectory(name) {
      self =
        Self.isRules(name) ? .rules(try Self.rules(folder: name), name: name) : .output(name)
    } else if Git.isRevision(name) {
      self = .rules(try Self.rules(revision: name, folder: rulesFolder), name: name)
    } else {
      throw Failure(
        "\(name): there is no such file or folder, and git knows no such revision")
    }
  }

  /// What else the program writes.
  private static let otherOutputs = [
    (ending: ".csv", kind: "a table"), (".html", "a page"), (".db", "a database"),
    (".sqlite", "a database"), (".sqlite3", "a database"),
  ]

  var name: String {
    switch self {
    case .output(let path): path
    case .rules(_, let name): name
    }
  }

  var rules: RuleSource? {
    if case .rules(let source, _) = self { return source }
    return nil
  }

  /// Rules that are named in an option: a folder or a revision.
  static func rules(_ name: String, rulesFolder: String) throws -> RuleSource {
    if FileSystem.isDirectory(name) { return try rules(folder: name) }
    guard Git.isRevision(name) else {
      throw Failure("\(name): there is no such folder of rules, and git knows no such revision")
    }
    return try rules(revision: name, folder: rulesFolder)
  }

  private static func isRules(_ folder: String) -> Bool {
    guard let files = try? FileSystem.files(below: folder) else { return false }
    return files.contains(where: RuleSource.File.isRules)
  }

  private static func rules(folder: String) throws -> RuleSource {
    do {
      return whole(try RuleFolder.read(folder))
    } catch {
      throw Failure(error.description)
    }
  }

  private static func rules(revision: String, folder: String) throws -> RuleSource {
    whole(try Git.rules(at: revision, folder: folder))
  }

  /// Without stages of its own a folder lies over the shipped rules.
  private static func whole(_ source: RuleSource) -> RuleSource {
    source.files.contains { $0.path == "stages.yaml" } ? source : .shipped.overlaid(by: source)
  }
}
