// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite("Other commands")
struct CommandTests {
  @Test("segment cuts words, corrected by the lexicons")
  func segment() throws {
    let run = try Program("segment", "石景山区工商联成立。")
    #expect(run.output == "石景山区/工商联/成立/。\n")
  }

  @Test("explain says when nothing matched")
  func explain() throws {
    let run = try Program("explain", "平平淡淡")
    #expect(run.output.hasPrefix("No rule matched anything here.\nTried near here:\n"))
  }

  @Test(
    "help of every command has an example",
    arguments: ["extract", "validate", "explain", "segment", "summary"])
  func help(command: String) throws {
    let run = try Program(command, "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("Example"))
  }

  @Test("summary counts records")
  func summary() throws {
    let files = try TemporaryFolder()
    try files.write("捐款5万元,又捐款5万元。", to: "a.txt")
    _ = try Program("extract", "a.txt", "-o", "a.jsonl", in: files)
    let run = try Program("summary", "a.jsonl", in: files)
    #expect(run.output.hasPrefix("2 records in 1 document, 1 article\n"))
  }

  @Test("summary begins the value of an event with its kind, and leaves out lists that are empty")
  func summaryOfEvents() throws {
    let files = try TemporaryFolder()
    try files.write(
      #"{"doc":"a","article":"a#1","type":"event","text":"捐","start":0,"end":1,"value":{"kind":"donation","#
        + #""actor":["乙集团"],"recipient":[],"amount":"5","currency":"CNY","mentions":[]}}"# + "\n",
      to: "a.jsonl")
    let run = try Program("summary", "a.jsonl", in: files)
    #expect(
      run.output.contains("kind donation, actor 乙集团, amount 5, currency CNY"), "\(run.output)")
    #expect(!run.output.contains("recipient"))
  }

  @Test("summary shows the ends of long texts, and what stands in many documents once")
  func summaryOfLong() throws {
    let files = try TemporaryFolder()
    for name in ["a", "b", "c"] { try files.write("捐款5万元。", to: "in/\(name).txt") }
    let name = String(repeating: "甲", count: 100)
    try files.write(
      #"{"doc":"d","type":"organization","text":"\#(name)","start":0,"end":100,"#
        + #""value":{"name":"\#(name)","kind":"company"}}"# + "\n", to: "out/d.jsonl")
    _ = try Program("extract", "in", "-o", "out", in: files)
    let run = try Program("summary", "out", in: files)
    #expect(run.output.components(separatedBy: "5万元").count == 2, "\(run.output)")
    #expect(run.output.contains("甲…甲"))
    #expect(run.lines.allSatisfy { $0.unicodeScalars.count < 140 })
  }

  @Test("summary counts documents that are called errors; failures it leaves out")
  func summaryOfErrors() throws {
    let files = try TemporaryFolder()
    for name in ["errors", "print-errors", "b/errors"] {
      try files.write("捐款5万元。", to: "in/\(name).txt")
    }
    try files.write("no JSON", to: "in/c.jsonl")
    #expect(try Program("extract", "in", "-o", "out", in: files).status == 3)
    try files.write("", to: "in/c.jsonl")
    for inputs in [["out"], ["out/errors.jsonl", "out"], ["."]] {
      let run = try Program(["summary"] + inputs, in: files)
      #expect(run.output.hasPrefix("3 records in 3 documents, 3 articles\n"), "\(run.errors)")
    }
    #expect(try Program("summary", "nowhere", in: files).status == 2)
  }
}
