// SPDX-License-Identifier: Apache-2.0

/// What a folder holds that is not read: files of other endings, links to folders, and what the program itself
/// wrote.
///
/// A line of records has an id and a text, as a document has: read again, records would be made of
/// records.
struct LeftOut {
  private var others: [String] = []
  private var records: [String] = []
  private var emptyFolders: [String] = []
  private var links: [String] = []

  /// Links to folders may lead anywhere, back to where they lie too.
  mutating func add(linkedFolders paths: [String], in root: String) {
    links += paths.map { "\(root)/\($0)" }
  }

  /// The paths without the program's own output; what is left out is remembered.
  mutating func sift(_ paths: [String], in root: String) -> [String] {
    // The folder itself may be its own output (-o FOLDER), with the texts among the records.
    let outputs = paths.filter { $0.hasSuffix("/run.json") && Self.isRun("\(root)/\($0)") }
      .map { String($0.dropLast("run.json".count)) }
    let kept = paths.filter { path in
      let isOurs =
        outputs.contains(where: path.hasPrefix)
        || (InputReader.Format(path: path) == .jsonl && Self.holdsRecords("\(root)/\(path)"))
      guard isOurs else { return true }
      if InputReader.isRead(path) { records.append("\(root)/\(path)") }
      return false
    }
    let others = kept.filter { !InputReader.isRead($0) && !Self.isBeside($0) }
    self.others += others.map { "\(root)/\($0)" }
    if !kept.contains(where: InputReader.isRead) { emptyFolders.append(root) }
    return kept
  }

  /// What lies beside texts and records without being one.
  private static func isBeside(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return [Metadata.fileName, "run.json", "errors.jsonl"].contains { $0 == name }
  }

  private static func isRun(_ path: String) -> Bool { begins(path, with: #"{"program":"zhailu "#) }

  /// Records and errors begin with their document.
  private static func holdsRecords(_ path: String) -> Bool { begins(path, with: #"{"doc":""#) }

  private static func begins(_ path: String, with words: String) -> Bool {
    guard !FileSystem.isPipeOrDevice(path) else { return false }
    guard let source = try? ByteSource(path: path) else { return false }
    return (try? source.next())?.starts(with: words.utf8) ?? false
  }

  /// A line for each kind of thing that was left out, with some names.
  func note() {
    if !records.isEmpty {
      Console.note("left out, as zhailu wrote it: \(Self.some(records))")
    }
    if !others.isEmpty {
      Console.note(
        "left out, as only .txt, .html, .htm, .jsonl and .ndjson are read in folders: "
          + "\(Self.some(others))")
    }
    if !links.isEmpty {
      Console.note(
        "left out, as links to folders are not followed: \(Self.some(links)); name them to read them"
      )
    }
    for folder in emptyFolders { Console.note("\(folder): the folder holds nothing to read") }
  }

  /// a, b, c and 12 more
  static func some(_ names: [String]) -> String {
    let shown = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(shown) and \(names.count - 3) more" : shown
  }
}
