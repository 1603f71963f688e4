// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// The `metadata.tsv` of a file's own folder and of those above it, up to the one that was given: a row
/// there names the file with its folder, `sub/b.txt`. The nearest counts.
struct FolderMetadata {
  /// From the folder that was given inwards; each is read once as long as its files come.
  private var open: [(folder: String, rows: Metadata)] = []
  /// Whether rows of files that are not there are named.
  let isNoted: Bool

  init(isNoted: Bool = false) { self.isNoted = isNoted }

  mutating func published(of file: InputReader.File) throws(Failure) -> PublicationDate? {
    try enter(Self.folders(of: file))
    for (folder, rows) in open.reversed() {
      if let date = try rows.published(of: Self.name(of: file, from: folder)) { return date }
    }
    return nil
  }

  /// A header that cannot be read would be a fault of every file of its folder.
  static func checkHeaders(of files: [InputReader.File]) throws(Failure) {
    var seen: Set<String> = []
    for file in files where seen.insert(file.folder).inserted {
      for folder in folders(of: file) { try Metadata.checkHeader(in: folder) }
    }
  }

  private static func name(of file: InputReader.File, from folder: String) -> String {
    let path =
      file.path.hasPrefix("\(folder)/") ? file.path.dropFirst(folder.count + 1) : file.path[...]
    return String(path).showingPaths
  }

  /// in, in/a, in/a/b for in/a/b/c.txt of the folder in.
  private static func folders(of file: InputReader.File) -> [String] {
    var folders = [file.folder]
    for _ in file.relativePath.split(separator: "/").dropFirst() {
      let inner = folders[folders.count - 1]
      guard let slash = inner.lastIndex(of: "/") else { break }
      folders.append(String(inner[..<slash]))
    }
    return folders.reversed()
  }

  private mutating func enter(_ folders: [String]) throws(Failure) {
    let same = zip(open, folders).prefix { $0.0.folder == $0.1 }.count
    open.removeSubrange(same...)
    for folder in folders.dropFirst(same) {
      let rows = try Metadata(folder: folder)
      if isNoted { rows.noteOnMissingFiles(in: folder) }
      open.append((folder, rows))
    }
  }
}
