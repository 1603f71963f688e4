// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRecords

@Suite("JSON read from bytes")
struct JSONParserTests {
  @Test(
    "a value is read as it is written",
    arguments: [
      ("null", .null), (" true ", .bool(true)), ("[false]", .array([.bool(false)])),
      ("-1.50e+2", .number("-1.50e+2")), ("0.0E-1", .number("0.0E-1")), (#""摘录""#, .string("摘录")),
      ("[]", .array([])),
      (#""\u6458\n\"""#, .string("摘\n\"")), (#""\ud842\udfb7""#, .string("𠮷")), ("{}", .object([])),
      (#"{"b":1,"a":[2]}"#, .object([.init("b", .int(1)), .init("a", .array([.int(2)]))])),
    ] as [(String, JSON)])
  func values(text: String, value: JSON) throws {
    #expect(try JSONParser.parse(text.utf8) == value)
  }

  @Test("half of a surrogate pair is U+FFFD")
  func halves() throws {
    #expect(try JSONParser.parse(#""a\ud842b""#.utf8) == .string("a\u{FFFD}b"))
  }

  @Test(
    "what is wrong is said with its place",
    arguments: [
      ("", "the value is missing at byte 0"), ("{a", "a key in quotes is missing at byte 1"),
      (#"{"a"1"#, "【:】 is missing at byte 4"), ("[1", "【]】 is missing at byte 2"),
      ("[1,", "the value is missing at byte 3"), ("tru", "this is no JSON at byte 0"),
      ("1 2", "more than one value at byte 2"), (#""a"#, "the closing quote is missing at byte 2"),
      (#""\x""#, "no such escape at byte 3"),
      (#""\u12""#, "four hexadecimal digits are missing at byte 3"),
      (String(repeating: "[", count: 65), "nested too deep at byte 64"),
      ("01", "this is no number at byte 1"), ("1-2e+", "this is no number at byte 1"),
      ("1e+", "a digit is missing at byte 3"), ("-", "a digit is missing at byte 1"),
      ("[1.]", "a digit is missing at byte 3"), (".5", "a digit is missing at byte 0"),
      ("\"a\tb\"", "a control character is not written as an escape at byte 2"),
    ])
  func faults(text: String, message: String) {
    #expect {
      try JSONParser.parse(text.utf8)
    } throws: {
      "\($0)" == message
    }
  }
}
