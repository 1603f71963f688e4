// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuDatabase

/// Records to a SQLite database, which has its name when it is whole.
///
/// While the run goes on, rows gather in `FILE.rows.part` as records would in a file, with a journal,
/// so that a stopped run can be resumed. The database is made of them at the end, in one piece and by
/// one writer: what it holds, to the last byte, does not depend on how often the run was stopped.
struct DatabaseSink: RecordSink {
  private let path: String
  private let header: RunHeader
  private var rows: FileSink
  private var failures: [DocumentFailure] = []

  /// Where the journal of the rows is.
  static func journal(of path: String) -> String { FileSink.journal(of: rows(of: path)) }

  private static func rows(of path: String) -> String { "\(path).rows" }

  init(
    path: String, guarded: InputGuard, key: String, header: RunHeader, earlier: Journal.Earlier
  ) throws(Failure) {
    self.path = path
    self.header = header
    try guarded.check(path)
    guard !FileSystem.isDirectory(path) else { throw Failure("\(path): is a folder") }
    rows = try FileSink(
      path: Self.rows(of: path), guarded: guarded, key: key, head: [], earlier: earlier,
      shown: path)
  }

  mutating func keeps(_ document: Finished.Document) throws(Failure) -> Bool {
    try rows.keeps(document)
  }

  mutating func take(_ document: Finished.Document) throws(Failure) { try rows.take(document) }

  mutating func take(_ failure: DocumentFailure) { failures.append(failure) }

  mutating func flush() throws(Failure) { try rows.flush() }

  mutating func finish() throws(Failure) {
    let source = try rows.seal()
    let draft = "\(path).part"
    unlink(draft)
    do {
      try build(draft, of: source)
      try FileSystem.publish(draft, as: path)
    } catch {
      unlink(draft)
      throw error
    }
    try rows.discard()
  }

  private func build(_ draft: String, of source: String) throws(Failure) {
    // SQLite sorts in files; they belong where there is room for the database.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    setenv("SQLITE_TMPDIR", folder.isEmpty ? "/" : folder, 0)
    var file = try RowFile(path: source)
    do {
      var builder = try DatabaseBuilder(path: draft)
      while let document = try file.next() { try builder.add(document) }
      for failure in failures {
        try builder.addFailure(
          document: failure.document, place: failure.place, error: failure.reason)
      }
      try builder.finish(header.databaseRun)
    } catch let failure as DatabaseFailure {
      throw Failure("\(path): cannot be written: \(failure)")
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(path): \(error)")
    }
  }
}

extension RunHeader {
  fileprivate var databaseRun: DatabaseBuilder.Run {
    DatabaseBuilder.Run(
      program: "zhailu \(Version.program)", contract: Version.contract, rules: rules.pack,
      types: types.map(\.rawValue).sorted().joined(separator: ","),
      lexicons: rules.files.filter { $0.path.hasPrefix("lexicon/") }.map { ($0.path, $0.digest) })
  }
}
