// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRecords

@Suite("Escapes of JSON")
struct JSONEscapeTests {
  private static func escape(_ text: String, at start: Int = 0) -> JSONEscape? {
    var text = text
    return text.withUTF8 { JSONEscape($0, at: start) }
  }

  @Test(
    "an escape is its character and its length",
    arguments: [
      (#"\n"#, "\n", 2), (#"\"""#, "\"", 2), (#"\/x"#, "/", 2), (#"\u6458"#, "摘", 6),
      (#"\u6458\u5f55"#, "摘", 6), (#"\uD842\uDFB7"#, "𠮷", 12), (#"\ud842\udfb7!"#, "𠮷", 12),
    ] as [(String, Unicode.Scalar, Int)])
  func scalars(text: String, scalar: Unicode.Scalar, length: Int) {
    #expect(Self.escape(text)?.scalar == scalar)
    #expect(Self.escape(text)?.length == length)
    #expect(Self.escape("录" + text, at: 3)?.scalar == scalar)
  }

  @Test(
    "half of a surrogate pair is no character",
    arguments: [#"\uD842"#, #"\uD842\u0041"#, #"\uD842x"#, #"\uDFB7"#, #"\uD842\uD"#])
  func halves(text: String) {
    #expect(Self.escape(text)?.scalar == nil)
    #expect(Self.escape(text)?.length == 6)
  }

  @Test(
    "what is no escape is nothing",
    arguments: [#"\"#, #"\x"#, #"\u"#, #"\u645"#, #"\u645G"#, #"\U6458"#])
  func faults(text: String) {
    #expect(Self.escape(text) == nil)
  }
}
