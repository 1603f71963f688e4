// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Many documents: side by side, packed, stopped and resumed, changed, damaged.
@Suite("zhailu extract, many documents")
struct BatchTests {
  /// Documents as JSON Lines, each with sums and dates of its own.
  private static func lines(_ count: Int) -> String {
    (1...count).map { number in
      "{\"id\":\"d\(number)\",\"published\":\"2024-05-0\(number % 9 + 1)\",\"text\":\"昨日,华河集团向第"
        + "\(number)小学捐赠\(number)万元和图书\(number * 3)册。\"}"
    }.joined(separator: "\n") + "\n"
  }

  private static func gzipped(_ name: String, in files: TemporaryFolder) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-kf", files.file(name).path()]
    try process.run()
    process.waitUntilExit()
  }

  private static func bytes(_ name: String, in files: TemporaryFolder) throws -> Data {
    try Data(contentsOf: files.file(name))
  }

  @Test("however many work, the bytes are the same")
  func jobs() throws {
    let files = try TemporaryFolder()
    try files.write(Self.lines(900), to: "a.jsonl")
    try Self.gzipped("a.jsonl", in: files)
    for (jobs, input) in [("1", "a.jsonl"), ("2", "a.jsonl"), ("8", "a.jsonl.gz")] {
      let run = try Program("extract", input, "-o", "\(jobs).jsonl", "--jobs", jobs, in: files)
      #expect(run.status == 0 && run.errors == "")
    }
    let one = try Self.bytes("1.jsonl", in: files)
    #expect(one.count > 400_000)
    #expect(try one == Self.bytes("2.jsonl", in: files))
    #expect(try one == Self.bytes("8.jsonl", in: files))
    let left = try FileManager.default.contentsOfDirectory(atPath: files.url.path())
    #expect(!left.contains { $0.hasSuffix(".part") || $0.contains("journal") })
  }

  @Test("a file that another run is writing is left to it", arguments: ["out.jsonl", "out.db"])
  func twoRuns(output: String) throws {
    let files = try TemporaryFolder()
    try files.write(Self.lines(2), to: "a.jsonl")
    let part = output.hasSuffix(".db") ? "\(output).rows.part" : "\(output).part"
    try files.write("", to: part)
    let other = open(files.file(part).path(), O_RDWR)
    #expect(flock(other, LOCK_EX) == 0)
    let run = try Program("extract", "a.jsonl", "-o", output, in: files)
    #expect(run.status == 2)
    #expect(
      run.errors == "\(output): another run is writing it; wait for that, or name another file\n")
    #expect(FileManager.default.fileExists(atPath: files.file(part).path()))
    close(other)
    #expect(try Program("extract", "a.jsonl", "-o", output, in: files).status == 0)
  }

  @Test("a file: a run that was killed goes on where it stopped", arguments: [1.5, 3])
  func killedFile(seconds: Double) throws {
    let files = try TemporaryFolder()
    try files.write(Self.lines(900), to: "a.jsonl")
    _ = try Program("extract", "a.jsonl", "-o", "whole.jsonl", in: files)
    let stopped = try RunningProgram("extract", "a.jsonl", "-o", "out.jsonl", in: files)
    Thread.sleep(forTimeInterval: seconds)
    stopped.stop()
    let run = try Program("extract", "a.jsonl", "-o", "out.jsonl", "--resume", in: files)
    #expect(run.status == 0)
    #expect(try Self.bytes("out.jsonl", in: files) == Self.bytes("whole.jsonl", in: files))
  }

  @Test("a folder: what is there and unchanged is left as it is")
  func incremental() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元", to: "in/a.txt")
    try files.write("捐款6万元", to: "in/b.txt")
    func extract(_ more: String...) throws {
      let run = try Program(["extract", "in", "-o", "out", "--resume"] + more, in: files)
      #expect(run.status == 0)
    }
    func text(_ name: String) throws -> String {
      String(decoding: try Self.bytes("out/\(name).jsonl", in: files), as: UTF8.self)
    }
    try extract()
    // What nobody would write: it shows who was left alone.
    let kept = String(repeating: "x", count: try text("a").utf8.count)
    try files.write(kept, to: "out/a.jsonl")
    try files.write("捐款7万元", to: "in/b.txt")
    try extract()
    #expect(try text("a") == kept)
    #expect(try text("b").contains("70000"))
    let report = String(decoding: try Self.bytes("out/run.json", in: files), as: UTF8.self)
    #expect(report.contains("\"documents\":2") && report.contains("\"amount\":2"))
    // And back: what it once was is no longer what is there.
    try files.write("捐款6万元", to: "in/b.txt")
    try extract()
    #expect(try text("b").contains("60000"))
    try files.write("捐款7万元", to: "in/b.txt")
    try extract()
    #expect(try text("b").contains("70000"))
    // Other types are other records; a file of another size is not what was written.
    try extract("--types", "amount")
    #expect(try text("a").contains("50000"))
    try files.write("", to: "out/b.jsonl")
    try extract("--types", "amount")
    #expect(try text("b").contains("70000"))
  }

  @Test("no space left: said, and the next run goes on")
  func diskFull() throws {
    let files = try TemporaryFolder()
    try files.write(Self.lines(900), to: "a.jsonl")
    _ = try Program("extract", "a.jsonl", "-o", "whole.jsonl", in: files)
    let full = try Program(["extract", "a.jsonl", "-o", "out.jsonl"], in: files, blocks: 256)
    #expect(full.status == 2)
    #expect(full.errors == "out.jsonl: cannot be written: File too large\n")
    #expect(!FileManager.default.fileExists(atPath: files.file("out.jsonl").path()))
    let run = try Program("extract", "a.jsonl", "-o", "out.jsonl", "--resume", in: files)
    #expect(run.status == 0)
    #expect(try Self.bytes("out.jsonl", in: files) == Self.bytes("whole.jsonl", in: files))
  }

  @Test("a damaged archive, a trap and a long line are told; the others are read")
  func damaged() throws {
    let files = try TemporaryFolder()
    try files.write(Self.lines(2000), to: "in/cut.jsonl")
    try Self.gzipped("in/cut.jsonl", in: files)
    try FileManager.default.removeItem(at: files.file("in/cut.jsonl"))
    let whole = try Self.bytes("in/cut.jsonl.gz", in: files)
    try files.write(whole.prefix(whole.count / 2), to: "in/cut.jsonl.gz")
    try files.write(Data(repeating: 0x20, count: 40_000_000), to: "in/trap.txt")
    try Self.gzipped("in/trap.txt", in: files)
    try FileManager.default.removeItem(at: files.file("in/trap.txt"))
    let long = "{\"id\":\"l\",\"text\":\"\(String(repeating: "长", count: 30_000))\"}\n"
    try files.write(
      "{\"id\":\"a\",\"text\":\"捐款5万元\"}\n\(long){\"id\":\"z\",\"text\":\"捐款6万元\"}\n",
      to: "in/long.jsonl")
    let run = try Program(
      "extract", "in", "-o", "out", "--largest-document", "60000", in: files)
    #expect(run.status == 3)
    let told = run.errors.split(separator: "\n").map(String.init)
    #expect(told.count == 3, "\(told)")
    #expect(told.contains("in/cut.jsonl.gz: is damaged: the gzip stream ends too early"))
    #expect(
      told.contains(
        "in/long.jsonl:2: the line is larger than 60000 bytes; --largest-document allows more"))
    #expect(
      told.contains(
        "in/trap.txt.gz: unpacks to more than 1000 times its size, and is not read on"))
    for name in ["a", "z", "d1"] {
      #expect(FileManager.default.fileExists(atPath: files.file("out/\(name).jsonl").path()))
    }
  }

  @Test("zeros after an archive are padding, as on a tape")
  func padded() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元", to: "a.txt")
    try Self.gzipped("a.txt", in: files)
    let padded = try Self.bytes("a.txt.gz", in: files) + Data(count: 1000)
    try files.write(padded, to: "b.txt.gz")
    let run = try Program("extract", "b.txt.gz", in: files)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("50000"))
  }

  @Test("patterns that no shell expands are expanded; a pipe in a folder is told, not waited for")
  func patternsAndPipes() throws {
    let files = try TemporaryFolder()
    for name in ["b", "a", "c"] { try files.write("捐款5万元", to: "in/\(name).txt") }
    let run = try Program("extract", "in/[ab].t?t", "--types", "amount", in: files)
    #expect(run.status == 0)
    #expect(run.lines.map { $0.prefix(10) } == [#"{"doc":"a""#, #"{"doc":"b""#])
    #expect(try Program("extract", "in/x*.txt", in: files).status == 2)
    #expect(mkfifo(files.file("in/d.txt").path(), 0o600) == 0)
    let told = try Program("extract", "in", "-o", "out", in: files)
    #expect(told.status == 3)
    #expect(told.errors == "in/d.txt: is no file but a pipe or device\n")
  }

  @Test("framed: each document and each failure ends with an empty line")
  func framed() throws {
    let input = "{\"id\":\"a\",\"text\":\"捐款5万元\"}\nno json\n{\"id\":\"b\",\"text\":\"天晴\"}\n"
    let run = try Program("extract", "--framed", input: Data(input.utf8))
    #expect(run.status == 3)
    let frames = run.output.components(separatedBy: "\n\n")
    #expect(frames.count == 3)
    #expect(frames[0].hasPrefix("{\"doc\":\"a\""))
    #expect(frames[1].contains("\"error\":\"this line is no JSON object\""))
    #expect(frames[2] == "\n")
  }

  @Test("what makes no sense is said")
  func usage() throws {
    #expect(try Program("extract", "--resume").errors.contains("--resume needs -o"))
    #expect(try Program("extract", "--framed", "-o", "x").errors.contains("leave out -o"))
    #expect(try Program("extract", "--jobs", "0").errors.contains("1 to 1024"))
    #expect(
      try Program("extract", "--jobs", "-1").errors.contains("【-1】 is no number from 1 to 1024"))
    #expect(try Program("extract", "--keep-text").errors.contains("--keep-text needs -o FOLDER"))
    #expect(
      try Program("extract", "--format", "jsonl", "-o", "x.csv").errors.contains("is a table"))
    let types = try Program("extract", "--format", "csv", "--types", "amount")
    #expect(types.status == 2)
    #expect(types.errors == "Error: --format csv is a table of events; leave out --types\n")
  }
}
