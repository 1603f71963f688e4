// SPDX-License-Identifier: Apache-2.0

/// Where records go: one stream, a database, or a folder that mirrors the inputs.
enum Output {
  case file(String)
  case database(String)
  case folder(String)

  /// By these endings a database is known.
  private static let databaseEndings = [".db", ".sqlite", ".sqlite3"]

  static func isDatabase(_ path: String) -> Bool {
    databaseEndings.contains(where: path.lowercased().hasSuffix)
  }

  /// What -o names, and nothing where it is -, which means standard output as in other programs.
  static func path(_ named: String?) -> String? { named == "-" ? nil : named }

  /// Whether a path is called as a page for a browser.
  static func isPage(_ path: String) -> Bool {
    [".html", ".htm"].contains(where: path.lowercased().hasSuffix)
  }

  /// A path that ends in `.jsonl` or `.csv` is a file, one in `.db` or `.sqlite` a database, any other
  /// a folder.
  init(_ path: String) throws {
    guard !path.isEmpty else { throw Failure("-o names no folder and no file: it is empty") }
    guard !path.hasPathEscapes else { throw Failure("-o \(path): this name is not UTF-8") }
    if path.hasSuffix(".jsonl") || path.hasSuffix(".csv") {
      self = .file(path)
    } else if Self.isDatabase(path) {
      self = .database(path)
    } else {
      guard !FileSystem.exists(path) || FileSystem.isDirectory(path) else {
        throw Failure("\(path): is a file; give a folder, or a name that ends in .jsonl")
      }
      guard !Self.looksLikeFile(path) || FileSystem.isDirectory(path) else {
        throw Failure(
          "\(path): a file of records ends in .jsonl, .csv, .db or .sqlite; for a folder of this name write "
            + "\(path)/")
      }
      self = .folder(path.hasSuffix("/") ? String(path.dropLast()) : path)
    }
  }

  /// `x.json` and `x.db3` are hardly meant as folders.
  private static func looksLikeFile(_ path: String) -> Bool {
    guard !path.hasSuffix("/"), let name = path.split(separator: "/").last?.lowercased(),
      let dot = name.lastIndex(of: "."), dot > name.startIndex
    else { return false }
    let ending = name[name.index(after: dot)...]
    return ["db", "sq", "csv", "json", "xls"].contains { ending.hasPrefix($0) }
      || ["txt", "tsv", "xml", "html", "htm", "yaml", "parquet", "gz", "zip"].contains(ending)
  }

  /// The path of a document's records in a folder. Ids are made names that stay inside it.
  static func path(ofDocument id: String) -> String {
    let all = id.split(separator: "/", omittingEmptySubsequences: true)
    let parts = all.enumerated().map { index, part -> String in
      let safe = part.unicodeScalars.map { scalar -> String in
        scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\\" ? "_" : String(scalar)
      }.joined()
      if safe == "." || safe == ".." { return "_" }
      // Hidden files are the program's own, and a folder must not be called as a file of records.
      let name = cut(safe.hasPrefix(".") ? "_\(safe)" : safe)
      return index < all.count - 1 && name.hasSuffix(".jsonl") ? "\(name)_" : name
    }
    return (parts.isEmpty ? "_" : parts.joined(separator: "/")) + ".jsonl"
  }

  /// File systems hold names of 255 bytes; a Chinese character is three.
  private static func cut(_ name: String) -> String {
    var bytes = 0
    return String(
      name.prefix { character in
        bytes += character.utf8.count
        return bytes <= 200
      })
  }
}
