// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Names of files that are not UTF-8")
struct NamesTests {
  /// 中文 in GBK, as archives from other systems have it.
  private static let name: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]
  private static let shown = "%D6%D0%CE%C4"

  private static func write(_ text: String, to name: [UInt8], in folder: URL) throws {
    let path = Array(folder.path().utf8) + [0x2F] + name + [0]
    let file = open(path.map(CChar.init(bitPattern:)), O_WRONLY | O_CREAT, 0o644)
    #expect(file >= 0)
    defer { close(file) }
    let bytes = Array(text.utf8)
    #expect(Glibc.write(file, bytes, bytes.count) == bytes.count)
  }

  /// `in/中文.txt`, `in/中文/b.txt`, `in/ok.txt` and more of such names.
  private static func folder() throws -> TemporaryFolder {
    let files = try TemporaryFolder()
    try files.write("捐款1万元。", to: "in/ok.txt")
    let folder = files.file("in")
    try write("昨日捐款2万元。", to: name + Array(".txt".utf8), in: folder)
    let path = Array(folder.path().utf8) + [0x2F] + name + [0]
    #expect(mkdir(path.map(CChar.init(bitPattern:)), 0o755) == 0)
    try write("捐款3万元。", to: name + Array("/b.txt".utf8), in: folder)
    try write("{\"id\":\"x\"}\n", to: name + Array(".jsonl".utf8), in: folder)
    try write("x", to: name + Array(".doc".utf8), in: folder)
    return files
  }

  @Test("are read in folders, and shown with the bytes that are no characters")
  func folders() throws {
    let files = try Self.folder()
    try files.write(
      "file\tpublished\n\(Self.shown).txt\t2020-03-20\n", to: "in/metadata.tsv")
    let run = try Program("extract", "in", "-o", "out", in: files)
    #expect(run.status == 3)
    #expect(run.errors.contains("are read in folders: in/\(Self.shown).doc\n"), "\(run.errors)")
    #expect(run.errors.contains("in/\(Self.shown).jsonl:1: the key 【text】 is missing"))
    #expect(!run.errors.contains("rows of files that are not there"))
    let records = try String(contentsOf: files.file("out/\(Self.shown).jsonl"), encoding: .utf8)
    #expect(records.contains(#""timex":"2020-03-19""#))
    #expect(records.contains(#"{"doc":"\#(Self.shown)","#))
    let inner = try String(contentsOf: files.file("out/\(Self.shown)/b.jsonl"), encoding: .utf8)
    #expect(inner.contains(#"{"doc":"\#(Self.shown)/b","#))
    let errors = try String(contentsOf: files.file("out/errors.jsonl"), encoding: .utf8)
    #expect(errors.contains(#""place":"in/\#(Self.shown).jsonl:1""#), "\(errors)")
    let again = try Program("extract", "in", "-o", "out", "--resume", in: files)
    #expect(again.status == 3)
  }

  @Test("are read where they are named, as bytes, in a pattern, or in the form that messages have")
  func named() throws {
    let files = try Self.folder()
    for name in ["in/\(Self.shown).txt", "in/\(Self.shown)", "in/*[!k].txt"] {
      let run = try Program("extract", name, in: files)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains(name.hasSuffix("t") ? "2万元" : "3万元"))
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", "exec \"$0\" extract in/$'\\xd6\\xd0\\xce\\xc4.txt' > raw.jsonl", Program.path.path(),
    ]
    process.currentDirectoryURL = files.url
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let raw = try String(contentsOf: files.file("raw.jsonl"), encoding: .utf8)
    #expect(raw.contains("2万元"))
    let missing = try Program("extract", "in/%D6.txt", in: files)
    #expect(missing.status == 2)
    #expect(missing.errors == "in/%D6.txt: there is no such file or folder\n")
  }

  @Test("a name with a percent sign is itself")
  func percent() throws {
    let files = try TemporaryFolder()
    try files.write("捐款1万元。", to: "in/100%D6.txt")
    let run = try Program("extract", "in/100%D6.txt", in: files)
    #expect(run.output.contains(#"{"doc":"100%D6","#))
    #expect(try Program("extract", "in", in: files).output == run.output)
  }
}
