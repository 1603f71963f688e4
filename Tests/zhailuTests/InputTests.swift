// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("Dates, ids and kinds of inputs")
struct InputTests {
  private static func timexes(_ run: Program) -> [String] {
    run.output.components(separatedBy: #""timex":""#).dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test("a text's own date in metadata.tsv goes before --published, which is for those without")
  func ownDate() throws {
    let files = try TemporaryFolder()
    try files.write("昨日开工", to: "in/a.txt")
    try files.write("昨日开工", to: "in/b.txt")
    try files.write("file\tpublished\na.txt\t2020/3/20\n", to: "in/metadata.tsv")
    let run = try Program("extract", "in", "--published", "2021-01-01", in: files)
    #expect(Self.timexes(run) == ["2020-03-19", "2020-12-31"])
  }

  @Test("rows of metadata.tsv may name files of folders below; the nearest counts")
  func datesOfFoldersBelow() throws {
    let files = try TemporaryFolder()
    for name in ["a", "sub/b", "sub/deep/c"] { try files.write("昨日开工", to: "in/\(name).txt") }
    try files.write(
      "file\tpublished\n./a.txt\t2020-03-20\nsub/b.txt\t2020-03-21\nsub/deep/c.txt\t2020-03-22\n"
        + "sub/z.txt\t2020-03-22\n", to: "in/metadata.tsv")
    try files.write("file\tpublished\ndeep/c.txt\t2020-04-22\n", to: "in/sub/metadata.tsv")
    let run = try Program("extract", "in", in: files)
    #expect(Self.timexes(run) == ["2020-03-19", "2020-03-20", "2020-04-21"])
    #expect(run.errors == "in/metadata.tsv: rows of files that are not there: sub/z.txt\n")
    let inside = try Program("extract", ".", in: files)
    #expect(Self.timexes(inside) == ["2020-03-19", "2020-03-20", "2020-04-21"])
  }

  @Test("a bad row of metadata.tsv fails its document and no other")
  func badRow() throws {
    let files = try TemporaryFolder()
    for name in ["a", "b", "c", "d"] { try files.write("昨日开工", to: "in/\(name).txt") }
    try files.write(
      "file\tpublished\na.txt\t2020/3/20 0:00\nb.txt\t2020年3月21日\nc.txt 2020-03-20\n"
        + "d.txt\t2020-03-23\n", to: "in/metadata.tsv")
    let run = try Program("extract", "in", in: files)
    #expect(run.status == 3)
    #expect(Self.timexes(run) == ["2020-03-19", "2020-03-22"])
    #expect(run.errors.contains("in/b.txt: in/metadata.tsv:3: 【2020年3月21日】 is no date"))
    #expect(run.errors.contains("in/c.txt: in/metadata.tsv:4: this row has no tab"))
  }

  @Test("metadata.tsv is read in the encodings of spreadsheets", arguments: [true, false])
  func encoding(isUTF16: Bool) throws {
    let files = try TemporaryFolder()
    try files.write("昨日开工", to: "a.txt")
    let text = "file\tpublished\ttitle\na.txt\t2021-05-02\t第一版的各条消息\n"
    try files.write(text.data(using: isUTF16 ? .utf16 : .gb18030)!, to: "metadata.tsv")
    let run = try Program("extract", "a.txt", in: files)
    #expect(Self.timexes(run) == ["2021-05-01"], "\(run.errors)")
  }

  @Test(
    "dates of JSON Lines as databases and programs write them",
    arguments: [
      "2021-05-02", "2021/5/2", "2021-05-02 08:30:00", "2021-05-02T08:30:00.123456",
      "2021-05-02T08:30:00+08:00",
    ])
  func published(date: String) throws {
    let files = try TemporaryFolder()
    try files.write(#"{"id":7,"text":"昨日开工","published":"\#(date)"}"# + "\n", to: "a.jsonl")
    let run = try Program("extract", "a.jsonl", in: files)
    #expect(Self.timexes(run) == ["2021-05-01"], "\(run.errors)")
    #expect(run.output.hasPrefix(#"{"doc":"7","#))
  }

  @Test(
    "a date of JSON Lines by another name is told once, and not where there is a publication date",
    arguments: ["date", "publish_time", "发布日期"])
  func mistakenKey(key: String) throws {
    let files = try TemporaryFolder()
    let line = #"{"id":"a","\#(key)":"2021-05-02","text":"昨日开工""#
    try files.write("\(line)}\n\(line)}\n", to: "a.jsonl")
    let run = try Program("extract", "a.jsonl", in: files)
    #expect(run.status == 0)
    #expect(run.errors == "a.jsonl: the key 【\(key)】 is not read as the date; call it published\n")
    try files.write("\(line),\"published\":\"2021-05-02\"}\n", to: "b.jsonl")
    #expect(try Program("extract", "b.jsonl", in: files).errors.isEmpty)
  }

  @Test(
    "what names no document or day is told",
    arguments: [
      (#"{"id":"","text":"昨日"}"#, "【id】 is empty"),
      (#"{"id":"a","text":"昨日","published":"2021-05-02T08:30:00Z"}"#, "write it with +08:00"),
      (#"{"id":1.5,"text":"昨日"}"#, "id"),
    ])
  func faults(line: String, words: String) throws {
    let files = try TemporaryFolder()
    try files.write(line + "\n", to: "a.jsonl")
    let run = try Program("extract", "a.jsonl", in: files)
    #expect(run.status == 3)
    #expect(run.errors.contains("a.jsonl:1") && run.errors.contains(words), "\(run.errors)")
  }

  @Test("JSON is no JSON Lines and no prose, unless somebody says so")
  func json() throws {
    let files = try TemporaryFolder()
    try files.write(#"[{"id":"a","text":"捐款5万元"}]"#, to: "a.json")
    let run = try Program("extract", "a.json", in: files)
    #expect(run.status == 3)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("a.json: is JSON, and JSON Lines are read"), "\(run.errors)")
    #expect(try Program("extract", "a.json", "--input", "text", in: files).status == 0)
  }

  @Test("a name that ends in .html asks for a page; a page goes nowhere else")
  func page() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元", to: "a.txt")
    #expect(try Program("extract", "a.txt", "-o", "a.html", in: files).status == 0)
    let page = try String(contentsOf: files.file("a.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!doctype html>"))
    let other = try Program("extract", "a.txt", "--format", "html", "-o", "a.jsonl", in: files)
    #expect(other.status == 2)
    #expect(other.errors.contains("a.jsonl: a page is one file whose name ends in .html"))
    #expect(try Program("extract", "a.txt", "-o", "one", in: files).status == 0)
    #expect(try Program("extract", "a.txt", "-o", "two", in: files).status == 0)
    #expect(try Program("diff", "one", "two", "-o", "d.html", in: files).status == 0)
    let diff = try String(contentsOf: files.file("d.html"), encoding: .utf8)
    #expect(diff.hasPrefix("<!doctype html>"))
  }

  @Test(
    "options that make no sense are refused",
    arguments: [
      (["extract", "--types", ""], "--types 【】 names no type; known are organization"),
      (["extract", "--framed", "--format", "csv"], "--framed is for JSON lines"),
      (["explain", ""], "there is no text to explain"),
      (["diff", "a", "b", "--also", "csv=x.csv"], "--also 【csv=x.csv】 is no FORMAT=FILE"),
    ])
  func options(arguments: [String], words: String) throws {
    let run = try Program(arguments, in: try TemporaryFolder())
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
  }

  @Test("a line that is no record is none of a document")
  func garbage() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元。又捐款6万元。", to: "a.txt")
    #expect(try Program("extract", "a.txt", "-o", "one.jsonl", in: files).status == 0)
    let lines = try String(contentsOf: files.file("one.jsonl"), encoding: .utf8)
    try files.write(lines + "garbage\n", to: "two.jsonl")
    let run = try Program("diff", "one.jsonl", "two.jsonl", in: files)
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("one.jsonl → two.jsonl: no change in 1 document"), "\(run.output)")
  }
}
