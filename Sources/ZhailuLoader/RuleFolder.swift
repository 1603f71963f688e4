// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRules

/// Reads a folder of rules: its `.yaml` files and `lexicon/*.tsv`, none from outside, none too long.
///
/// What cannot be read is a fault of the pack, told with all others; a folder that is no folder of
/// rules at all, such as `/`, is refused at once.
package struct RuleFolder {
  private let root: String
  private let realRoot: String
  private var source = RuleSource(files: [])
  private var seen = 0

  private static let mostFiles = 2000
  private static let deepest = 4
  private static let texts = [".csv", ".txt", ".tab"]
  private static let tables = [".xlsx", ".xls", ".ods", ".et"]

  package static func read(_ folder: String) throws(RuleChoice.Refusal) -> RuleSource {
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    var reader = RuleFolder(root: root)
    try reader.walk("", depth: 0)
    if reader.source.isEmpty {
      throw RuleChoice.Refusal(
        folder: folder,
        reason: "this folder has no rules: no file in it ends in .yaml, none in lexicon/ in .tsv")
    }
    return reader.source.sorted()
  }

  private init(root: String) {
    self.root = root
    realRoot = Self.realPath(root) ?? root
  }

  private mutating func walk(_ path: String, depth: Int) throws(RuleChoice.Refusal) {
    let names: [String]
    do {
      names = try Files.names(in: "\(root)/\(path)")
    } catch {
      return report(path, "this folder cannot be listed: \(error)")
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !name.hasPrefix(".") {
      seen += 1
      guard seen <= Self.mostFiles else {
        throw RuleChoice.Refusal(
          folder: root,
          reason: "more than \(Self.mostFiles) files; is this a folder of rules?")
      }
      try read(path.isEmpty ? name : "\(path)/\(name)", depth: depth)
    }
  }

  private mutating func read(_ path: String, depth: Int) throws(RuleChoice.Refusal) {
    var status = stat()
    guard lstat("\(root)/\(path)", &status) == 0 else {
      return report(path, "it cannot be read: \(Files.Failure(errno))")
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink, stat("\(root)/\(path)", &status) != 0 {
      return RuleSource.File.isRules(path) ? report(path, "this link leads nowhere") : ()
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      if isLink { return report(path, "a link to a folder is not followed; copy the folder here") }
      if depth < Self.deepest { try walk(path, depth: depth + 1) }
      return
    }
    guard RuleSource.File.isRules(path) else { return reportEnding(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return report(path, "this is no file but a pipe or device; a rule file is a file")
    }
    if isLink, !isInside(path) {
      return report(path, "this link leads out of the folder; copy the file here")
    }
    readFile(path, size: Int(status.st_size))
  }

  private mutating func readFile(_ path: String, size: Int) {
    let shown = "\(root)/\(path)"
    guard size <= RuleText.limit(path: path) else {
      return source.add(RuleText.tooLong(size, path: path, displayPath: shown))
    }
    do {
      source.add(try Files.read(shown, limit: size), path: path, displayPath: shown)
    } catch {
      report(path, "this file cannot be read: \(error)")
    }
  }

  /// A file that surely was meant to be read.
  private mutating func reportEnding(_ path: String) {
    let name = path.lowercased()
    // The lock of a table that a spreadsheet has open.
    if name.hasPrefix("lexicon/~$") { return }
    if name.hasSuffix(".yml") || name.hasSuffix(".yaml") {
      report(path, "the name of a rule file ends in 【.yaml】; it would not be read")
    } else if name.hasPrefix("lexicon/"), name.hasSuffix(".tsv") {
      let isFolder = path.hasPrefix("lexicon/")
      report(
        path,
        isFolder
          ? "the name of a lexicon ends in 【.tsv】, in small letters; it would not be read"
          : "the folder of lexicons is called 【lexicon】, in small letters; it would not be read")
    } else if name.hasSuffix(".tsv") {
      report(path, "lexicons stand in the folder 【lexicon】; it would not be read")
    } else if name.hasPrefix("lexicon/"), Self.texts.contains(where: name.hasSuffix) {
      report(path, "the name of a lexicon ends in 【.tsv】; it would not be read")
    } else if name.hasPrefix("lexicon/"), Self.tables.contains(where: name.hasSuffix) {
      report(
        path,
        "a lexicon is a text whose name ends in 【.tsv】, with tabs between the fields; save "
          + "the table so; it would not be read")
    }
  }

  private mutating func report(_ path: String, _ message: String) {
    source.add(Diagnostic(Diagnostic.Place(file: "\(root)/\(path)", line: 1), message))
  }

  private func isInside(_ path: String) -> Bool {
    Self.realPath("\(root)/\(path)")?.hasPrefix("\(realRoot)/") ?? false
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
