// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuRecords

@Suite("JSON written into bytes")
struct JSONWriterTests {
  private static func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("what must be escaped is, wherever it stands in a text of any length")
  func escapes() {
    for length in 0..<27 {
      let han = String(repeating: "摘", count: length / 3)
      let plain = han + String(repeating: "~", count: length % 3)
      #expect(Self.written { $0.string(plain) } == "\"\(plain)\"")
      for (character, escaped) in [("\"", "\\\""), ("\\", "\\\\"), ("\u{1F}", "\\u001f")] {
        let (before, after) = (plain.prefix(length / 2), plain.dropFirst(length / 2))
        let text = before + character + after
        #expect(Self.written { $0.string(String(text)) } == "\"\(before)\(escaped)\(after)\"")
      }
    }
  }

  @Test(
    "numbers",
    arguments: [
      0, 7, 10, 99, 100, 1_000_000, 999_999_999_999_999_999, 1_000_000_000_000_000_000, Int.max, -1,
      Int.min,
    ])
  func numbers(number: Int) {
    #expect(Self.written { $0.number(number) } == "\(number)")
  }

  @Test("an id is the same by itself and in a line")
  func ids() {
    for span in [Span(start: 0, end: 4), Span(start: 99, end: 100), Span(start: -1, end: 12)] {
      let id = Record.id("页-1", span, .amount)
      #expect(id == "页-1:\(span.start)-\(span.end):amount")
      #expect(Self.written { $0.identifier("页-1", span, "amount", 1) } == "\"\(id)\"")
    }
  }
}
