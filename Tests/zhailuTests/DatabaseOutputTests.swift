// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import ZhailuDatabase

/// Records as a database: whole, the same each time, and with an answer to the questions of the manual.
@Suite("zhailu extract -o records.db") struct DatabaseOutputTests {
  private static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let articles = project.appending(path: "Corpus/articles/dev").path()

  private static func bytes(_ name: String, in files: TemporaryFolder) throws -> Data {
    try Data(contentsOf: files.file(name))
  }

  private static func open(_ name: String, in files: TemporaryFolder) throws -> Database {
    try Database(path: files.file(name).path())
  }

  /// Whether a file is there within a minute.
  private static func waits(for name: String, in files: TemporaryFolder) -> Bool {
    for _ in 0..<6000 {
      if FileManager.default.fileExists(atPath: files.file(name).path()) { return true }
      Thread.sleep(forTimeInterval: 0.01)
    }
    return false
  }

  @Test("it holds the records that JSON Lines hold")
  func records() throws {
    let files = try TemporaryFolder()
    let lines = try Program("extract", Self.articles, "-o", "a.jsonl", "--types", "all", in: files)
    let run = try Program("extract", Self.articles, "-o", "a.db", "--types", "all", in: files)
    #expect(lines.status == 0 && run.status == 0 && run.output == "" && run.errors == "")
    let database = try Self.open("a.db", in: files)
    let ids = try database.rows(
      """
      SELECT d.name || ':' || m.start || '-' || m."end" || ':' || m.type
      FROM mentions m JOIN documents d ON d.id = m.document ORDER BY m.id
      """
    ).compactMap { $0[0] }
    let events = try database.rows(
      """
      SELECT d.name || ':' || e.start || '-' || e."end" || ':event'
        || CASE WHEN e.ordinal > 1 THEN '~' || e.ordinal ELSE '' END
      FROM events e JOIN documents d ON d.id = e.document ORDER BY e.id
      """
    ).compactMap { $0[0] }
    let written = try String(contentsOf: files.file("a.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { line in
        String(line[(line.range(of: #""id":""#, options: .backwards)!.upperBound)...].dropLast(2))
      }
    #expect(ids == written.filter { !$0.contains(":event") })
    #expect(events == written.filter { $0.contains(":event") })
    #expect(ids.count > 2000 && events.count > 100)
  }

  @Test("the same bytes, however many work and however often it was stopped")
  func sameBytes() throws {
    let files = try TemporaryFolder()
    for (name, jobs) in [("a.db", "1"), ("b.sqlite", "2"), ("c.sqlite3", "8")] {
      let run = try Program("extract", Self.articles, "-o", name, "--jobs", jobs, in: files)
      #expect(run.status == 0)
    }
    let one = try Self.bytes("a.db", in: files)
    #expect(try one == Self.bytes("b.sqlite", in: files))
    #expect(try one == Self.bytes("c.sqlite3", in: files))
    for seconds in [0.3, 1] {
      let stopped = try RunningProgram("extract", Self.articles, "-o", "d.db", in: files)
      #expect(Self.waits(for: "d.db.rows.part", in: files), "the run ended before it was stopped")
      Thread.sleep(forTimeInterval: seconds)
      stopped.stop()
    }
    #expect(try Program("extract", Self.articles, "-o", "d.db", "--resume", in: files).status == 0)
    #expect(try one == Self.bytes("d.db", in: files))
    let left = try FileManager.default.contentsOfDirectory(atPath: files.url.path()).sorted()
    #expect(left == ["a.db", "b.sqlite", "c.sqlite3", "d.db"])
  }

  @Test("texts are in it where they are asked for, and places count in them")
  func texts() throws {
    let files = try TemporaryFolder()
    try files.write("3月18日，😷华河集团捐款5万元。\r\n", to: "in/a.txt")
    let run = try Program("extract", "in", "-o", "a.db", "--keep-text", in: files)
    #expect(run.status == 0)
    let database = try Self.open("a.db", in: files)
    let wrong = try database.rows(
      """
      SELECT m.text FROM mentions m JOIN documents d ON d.id = m.document
      WHERE substr(d.text, m.start + 1, m."end" - m.start) <> m.text
      """)
    #expect(wrong.isEmpty)
    #expect(try database.rows("SELECT count(*) FROM mentions") == [["3"]])
  }

  @Test("failures are rows, and the exit code tells")
  func failures() throws {
    let files = try TemporaryFolder()
    try files.write(
      "{\"id\":\"a\",\"text\":\"捐款5万元\"}\nno json\n{\"id\":\"../b\",\"text\":\"捐款6万元\"}\n",
      to: "in.jsonl")
    let run = try Program("extract", "in.jsonl", "-o", "a.db", in: files)
    #expect(run.status == 3)
    let database = try Self.open("a.db", in: files)
    #expect(
      try database.rows("SELECT document, place, error FROM failures")
        == [["in.jsonl:2", "in.jsonl:2", "this line is no JSON object"]])
    #expect(try database.rows("SELECT name FROM documents ORDER BY id") == [["a"], ["../b"]])
    #expect(try database.rows("SELECT documents, failures FROM runs") == [["2", "1"]])
  }

  @Test("a full disk leaves what was there, and says so")
  func fullDisk() throws {
    let files = try TemporaryFolder()
    try files.write("kept", to: "a.db")
    let full = try Program(["extract", Self.articles, "-o", "a.db"], in: files, blocks: 100)
    #expect(full.status == 2)
    #expect(full.errors.hasPrefix("a.db") && full.errors.contains("cannot be written"))
    #expect(try Self.bytes("a.db", in: files) == Data("kept".utf8))
    #expect(try Program("extract", Self.articles, "-o", "a.db", "--resume", in: files).status == 0)
    #expect(try Self.open("a.db", in: files).rows("PRAGMA integrity_check") == [["ok"]])
  }

  @Test("what makes no sense is said")
  func usage() throws {
    let nameless = try Program("extract", "--format", "sqlite")
    #expect(nameless.status == 2 && nameless.errors.contains("a database is one file"))
    for format in ["csv", "html"] {
      let run = try Program("extract", "--format", format, "-o", "a.db")
      #expect(run.status == 2 && run.errors.contains("a name that ends so is a database"))
    }
  }

  @Test("the questions in the manual have answers in the corpus")
  func manual() throws {
    let files = try TemporaryFolder()
    let run = try Program("extract", Self.articles, "-o", "a.db", in: files)
    #expect(run.status == 0)
    let database = try Self.open("a.db", in: files)
    let manual = try String(
      contentsOf: Self.project.appending(path: "Docs/database.md"), encoding: .utf8)
    let queries = manual.components(separatedBy: "```sql\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(queries.count == 7)
    for query in queries {
      // In the corpus none fails.
      let isOfFailures = query.contains("FROM failures")
      #expect(try database.rows(query).isEmpty == isOfFailures, "\(query)")
    }
  }
}
