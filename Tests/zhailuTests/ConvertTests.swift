// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `zhailu convert`, as a user runs it; what the formats hold is tested beside them.
@Suite("zhailu convert")
struct ConvertTests {
  static let text = "3月18日,青禾集团👏捐款200万元。\r\n共5000只口罩。"
  static let gold = """
    {"doc":"a","type":"date","text":"3月18日","start":0,"end":5,"value":{"timex":"2020-03-18","kind":"date"},"id":"a:0-5:date"}
    {"doc":"a","type":"organization","text":"青禾集团","start":6,"end":10,"value":{"name":"青禾集团","kind":"company","entity":"a:青禾集团"},"id":"a:6-10:organization"}
    {"doc":"a","type":"event","text":"青禾集团👏捐款200万元","start":6,"end":18,"value":{"kind":"donation","actor":["青禾集团"],"amount":"2000000","currency":"CNY"},"id":"a:6-18:event"}
    {"doc":"a","type":"amount","text":"200万元","start":13,"end":18,"value":{"amount":"2000000","currency":"CNY"},"id":"a:13-18:amount"}
    {"doc":"a","type":"quantity","text":"5000只","start":22,"end":27,"value":{"quantity":"5000","unit":"只","item":"口罩"},"id":"a:22-27:quantity"}

    """

  private static func folder() throws -> TemporaryFolder {
    let files = try TemporaryFolder()
    try files.write(text, to: "articles/a.txt")
    try files.write(gold, to: "gold/a.jsonl")
    return files
  }

  private static func bytes(_ name: String, in files: TemporaryFolder) throws -> String {
    String(decoding: try Data(contentsOf: files.file(name)), as: UTF8.self)
  }

  @Test(
    "to a format and back: the same records, value by value",
    arguments: [
      ("brat", "out"), ("conll", "out.conll"), ("doccano", "out.jsonl"),
      ("labelstudio", "out.json"), ("records", "out"),
    ])
  func roundTrip(format: String, place: String) throws {
    let files = try Self.folder()
    let there = try Program(
      "convert", "gold", "--texts", "articles", "--to", format, "-o", place, in: files)
    #expect(there.status == 0 && there.errors == "" && there.output == "")
    let back = try Program("convert", place, "--to", "records", "-o", "back", in: files)
    #expect(back.status == 0 && back.errors == "")
    let records = try Self.bytes("back/a.jsonl", in: files)
    #expect(records == Self.gold)
    #expect(try Self.bytes("back/a.txt", in: files) == Self.text)
  }

  @Test("brat gets a folder that it can open, with its configuration")
  func brat() throws {
    let files = try Self.folder()
    _ = try Program("convert", "gold", "--texts", "articles", "--to", "brat", "-o", "b", in: files)
    #expect(try Self.bytes("b/a.txt", in: files) == Self.text)
    let notes = try Self.bytes("b/a.ann", in: files)
    #expect(notes.contains("T2\tORG 6 10\t青禾集团\n"))
    // brat counts the CRLF before it as one.
    #expect(notes.contains("QUANTITY 21 26\t5000只\n"))
    #expect(try Self.bytes("b/annotation.conf", in: files).contains("[entities]"))
  }

  @Test("output becomes a draft of gold, which a corpus takes")
  func draftOfGold() throws {
    let files = try TemporaryFolder()
    try files.write(Self.text, to: "mine/articles/dev/a.txt")
    let steps: [[String]] = [
      ["extract", "mine/articles/dev", "-o", "records", "--published", "2020-03-20"],
      [
        "convert", "records", "--texts", "mine/articles/dev", "--to", "gold", "-o",
        "mine/gold/dev",
      ],
      ["corpus", "check", "--corpus", "mine"],
    ]
    for step in steps {
      let run = try Program(step, in: files)
      #expect(run.status == 0, "\(run.errors)")
    }
    let gold = try Self.bytes("mine/gold/dev/a.jsonl", in: files)
    #expect(gold.contains("\"unit\":\"只\"") && gold.contains("\"type\":\"event\""))
    for key in ["rule", "article", "dimension"] { #expect(!gold.contains("\"\(key)\":")) }
    #expect(!FileManager.default.fileExists(atPath: files.file("mine/gold/dev/a.txt").path()))
  }

  @Test("--plain is what a tagger learns from: a character and its tag, and nothing else")
  func plain() throws {
    let run = try Program(
      "convert", "gold", "--texts", "articles", "--to", "conll", "--plain", in: Self.folder())
    #expect(run.status == 0)
    #expect(
      run.lines.prefix(7) == [
        "3\tB-DATE", "月\tI-DATE", "1\tI-DATE", "8\tI-DATE", "日\tI-DATE", ",\tO", "青\tB-ORG",
      ])
    #expect(!run.output.contains("#"))
  }

  @Test("a line that cannot be converted is named, and the others are")
  func faults() throws {
    let files = try Self.folder()
    try files.write(
      #"{"doc":"b","type":"date","text":"昨","start":0,"end":1,"value":{},"id":"b:0-1:date"}"#
        + "\n",
      to: "gold/b.jsonl")
    let run = try Program(
      "convert", "gold", "--texts", "articles", "--to", "doccano", in: files)
    #expect(run.status == 3)
    #expect(
      run.errors == "gold/b.jsonl:1: the text of 【b】 is not known; --texts names its folder\n")
    #expect(run.lines.count == 1 && run.output.contains("青禾集团"))
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let refusals = [
    Refusal(
      arguments: ["gold/a.jsonl", "--texts", "articles", "--to", "doccano", "-o", "gold/a.jsonl"],
      message: "gold/a.jsonl: is an input and was not written over; name another place with -o"),
    Refusal(
      arguments: ["gold", "--texts", "articles", "--to", "brat", "-o", "articles"],
      message: "articles/a.txt: is an input and was not written over"),
    Refusal(
      arguments: ["nowhere", "--to", "conll"], message: "nowhere: there is no such file or folder"),
    Refusal(
      arguments: ["articles", "--to", "conll"],
      message: "articles: what format this is cannot be told; --from names it"),
    Refusal(
      arguments: ["gold", "--texts", "articles", "--to", "brat"],
      message: "brat needs a folder: name it with -o"),
    Refusal(
      arguments: ["gold/a.jsonl", "--from", "brat", "--to", "conll"],
      message: "gold/a.jsonl: brat needs a folder of .txt and .ann"),
    Refusal(
      arguments: ["gold", "--to", "conll", "--offsets", "bytes"],
      message: "no unit is called 【bytes】; known are scalars, utf16, lines, graphemes"),
  ]

  @Test("what cannot be is refused, with what to do", arguments: refusals)
  func refusal(_ refusal: Refusal) throws {
    let run = try Program(["convert"] + refusal.arguments, in: Self.folder())
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(refusal.message), "\(run.errors)")
  }
}
