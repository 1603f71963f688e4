// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuConvert
import ZhailuText

@Suite("Places in the units of other tools")
struct OffsetUnitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let unit: OffsetUnit
    let scalars: Span
    let other: Span
    var testDescription: String { "\(unit) of \(text.debugDescription)" }
  }

  private static func span(_ start: Int, _ end: Int) -> Span { Span(start: start, end: end) }

  static let cases = [
    Case(text: "捐🎁5万", unit: .scalars, scalars: span(2, 4), other: span(2, 4)),
    Case(text: "捐🎁5万", unit: .utf16, scalars: span(2, 4), other: span(3, 5)),
    Case(text: "捐🎁5万", unit: .graphemes, scalars: span(2, 4), other: span(2, 4)),
    Case(text: "甲\r\n5万", unit: .lines, scalars: span(3, 5), other: span(2, 4)),
    Case(text: "甲\n\r5万", unit: .lines, scalars: span(3, 5), other: span(3, 5)),
    Case(text: "甲\r\n5万", unit: .utf16, scalars: span(3, 5), other: span(3, 5)),
    Case(text: "e\u{301}👨‍👩‍👧5万", unit: .graphemes, scalars: span(7, 9), other: span(2, 4)),
    Case(text: "甲\r\n", unit: .lines, scalars: span(0, 3), other: span(0, 2)),
  ]

  @Test("there and back", arguments: cases)
  func both(_ example: Case) {
    let map = OffsetMap(example.text, example.unit)
    #expect(map.unit(example.scalars) == example.other)
    #expect(map.scalars(example.other) == example.scalars)
  }

  @Test("a place outside of the text, or inside of a pair, is none")
  func outside() {
    let map = OffsetMap("捐🎁5万", .utf16)
    #expect(map.unit(Self.span(2, 9)) == nil)
    #expect(map.unit(Self.span(-1, 2)) == nil)
    #expect(map.scalars(Self.span(2, 3)) == nil)
    #expect(map.scalars(Self.span(3, 9)) == nil)
  }

  @Test("a span that ends inside of a grapheme takes all of it")
  func inside() {
    #expect(OffsetMap("e\u{301}t", .graphemes).unit(Self.span(0, 1)) == Self.span(0, 1))
  }
}
