// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Records to a folder: a file a document, by its id.
struct FolderSink: RecordSink {
  private let folder: String
  private let guarded: InputGuard
  /// Whether the text of each document is written beside its records.
  private let keepsText: Bool
  private let earlier: Journal.Earlier
  private var journal: Journal
  /// The paths that are written already, or kept for other things, by their hash: a run of a million
  /// documents has a million.
  private var taken: Set<UInt64> = [Self.hash("errors.jsonl")]
  /// Of paths that came again, by their hash, the number that the next such document gets.
  private var nextNumbers: [UInt64: Int] = [:]

  static func journal(in folder: String) -> String { "\(folder)/.journal" }

  init(
    folder: String, guarded: InputGuard, keepsText: Bool, key: String, earlier: Journal.Earlier
  ) throws(Failure) {
    self.folder = folder
    self.guarded = guarded
    self.keepsText = keepsText
    self.earlier = earlier
    journal = try Journal(path: Self.journal(in: folder), key: key, kept: earlier.live[...])
  }

  mutating func keeps(_ document: Finished.Document) throws(Failure) -> Bool {
    let path = path(of: document)
    guard let digest = document.digest, let entry = earlier.entry(digest),
      entry.path == Digest(of: path), FileSystem.exists("\(folder)/\(path)"),
      FileSystem.size(of: "\(folder)/\(path)") == entry.size,
      !keepsText || FileSystem.exists("\(folder)/\(Self.textPath(path))")
    else { return false }
    taken.insert(Self.hash(path))
    return true
  }

  mutating func take(_ document: Finished.Document) throws(Failure) {
    let path = path(of: document)
    taken.insert(Self.hash(path))
    let records = document.records ?? []
    let file = "\(folder)/\(path)"
    try guarded.check(file)
    try FileSystem.write(records, to: file, isLasting: false)
    if keepsText {
      let source = document.source
      let text = String(units: source.units)
      let file = "\(folder)/\(Self.textPath(path))"
      try guarded.check(file)
      try FileSystem.write(Array(text.utf8), to: file, isLasting: false)
    }
    guard let digest = document.digest else { return }
    journal.append(
      Journal.Entry(
        document: digest, size: records.count, counts: document.counts, path: Digest(of: path)))
  }

  mutating func flush() throws(Failure) { try journal.flush() }

  mutating func finish() throws(Failure) { try journal.finish(stays: true) }

  /// The path of a document's records; where another document has it already, with a number.
  private mutating func path(of document: Finished.Document) -> String {
    let path = Output.path(ofDocument: document.source.id)
    var free = path
    var number = nextNumbers[Self.hash(path)] ?? 2
    while taken.contains(Self.hash(free)) {
      free = "\(path.dropLast(".jsonl".count))~\(number).jsonl"
      number += 1
    }
    if free != path { nextNumbers[Self.hash(path)] = number - 1 }
    return free
  }

  private static func textPath(_ path: String) -> String {
    "\(path.dropLast(".jsonl".count)).txt"
  }

  private static func hash(_ text: String) -> UInt64 { FNV1a(text.utf8).hash }
}
