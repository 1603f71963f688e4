// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuRecords

@Suite("Records read from lines of JSON")
struct RecordReadingTests {
  private static let line =
    #"{"doc":"a","article":"a#1","type":"event","text":"捐5元","start":0,"end":3,"#
    + #""value":{"kind":"donation","actor":["某厂"]},"rule":"event.give","id":"a:0-3:event~2"}"#

  private static func read(_ line: String) throws -> Record { try Record(jsonLine: line.utf8) }

  @Test("what was written is read, and written again in the same bytes")
  func roundTrip() throws {
    let record = Record(
      document: "页-1", article: "页-1#2", type: .amount, text: "5元\n", span: Span(start: 4, end: 6),
      value: Record.Fields([("amount", .text("5")), ("currency", .text("CNY"))]),
      rule: "amount.plain")
    var json = JSONWriter()
    record.write(to: &json)
    let read = try Record(jsonLine: json.bytes)
    #expect(read == record)
    var again = JSONWriter()
    read.write(to: &again)
    #expect(again.bytes == json.bytes)
  }

  @Test("fields are read by their names, and which event of a place it is from the id")
  func fields() throws {
    let record = try Self.read(Self.line)
    #expect(record.value.names == ["actor", "kind"])
    #expect(record.value.list("actor") == ["某厂"])
    #expect(record.ordinal == 2)
    #expect(record.id == "a:0-3:event~2")
  }

  @Test(
    "what is wrong with a line is said",
    arguments: [
      ("", "it is no JSON object"), ("[]", "it is no JSON object"), ("{", "it is no JSON object"),
      ("{}", "the key 【doc】 is missing"),
      (Self.line.replacing(#""doc":"a""#, with: #""doc":1"#), "【doc】 has a value of another kind"),
      (
        Self.line.replacing(#""end":3"#, with: #""end":3.5"#),
        "【end】 has a value of another kind"
      ),
      (
        Self.line.replacing(#"["某厂"]"#, with: "[1]"),
        "【value.actor】 has a value of another kind"
      ),
    ])
  func faults(line: String, reason: String) {
    #expect {
      try Self.read(line)
    } throws: {
      "\($0)" == "this line is no record of version 1: \(reason)"
    }
  }

  @Test("a type that no record has is named")
  func type() {
    #expect {
      try Self.read(Self.line.replacing(#""type":"event""#, with: #""type":"evnt""#))
    } throws: {
      "\($0)" == "no type of record is called 【evnt】"
    }
  }
}
