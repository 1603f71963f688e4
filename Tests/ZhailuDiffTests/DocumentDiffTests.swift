// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuDiff

@Suite("What became of each record")
struct DocumentDiffTests {
  private static let cny = #"{"amount":"50000","currency":"CNY"}"#
  private static let usd = #"{"amount":"50000","currency":"USD"}"#
  private static func organization(_ name: String, _ entity: String) -> String {
    #"{"name":"\#(name)","kind":"company","entity":"a:\#(entity)"}"#
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let old: [String]
    let new: [String]
    let kinds: [ChangeKind]
    var testDescription: String { "\(kinds)" }
  }

  static let cases = [
    Case(old: [line("a", "5万元", 2, cny)], new: [line("a", "5万元", 2, cny)], kinds: []),
    Case(old: [], new: [line("a", "5万元", 2, cny)], kinds: [.added]),
    Case(old: [line("a", "5万元", 2, cny)], new: [], kinds: [.removed]),
    Case(old: [line("a", "5万元", 2, cny)], new: [line("a", "5万元", 2, usd)], kinds: [.value]),
    Case(old: [line("a", "5万元", 2, cny)], new: [line("a", "约5万元", 1, cny)], kinds: [.moved]),
    // The article was edited before it.
    Case(old: [line("a", "5万元", 2, cny)], new: [line("a", "5万元", 90, cny)], kinds: [.moved]),
    Case(
      old: [line("a", "5万", 2, cny)], new: [line("a", "5万", 2, "{}", type: "number")],
      kinds: [.type]),
    Case(
      old: [line("a", "5万元", 2, cny)],
      new: [line("a", "5万元", 2, cny, rule: "amount.implied")], kinds: [.rule]),
    Case(
      old: [line("a", "商会", 2, organization("商会", "商会"), type: "organization")],
      new: [line("a", "商会", 2, organization("区商会", "区商会"), type: "organization")],
      kinds: [.entity]),
    // é, and e with an accent after it: other bytes.
    Case(
      old: [line("a", "咖啡馆", 2, organization("caf\u{E9}", "a"), type: "organization")],
      new: [line("a", "咖啡馆", 2, organization("cafe\u{301}", "a"), type: "organization")],
      kinds: [.entity]),
    // Two events of one place and kind: one changes, and neither is taken for the other.
    Case(
      old: [
        line("a", "甲、乙捐款", 0, #"{"kind":"donation","actor":["甲"]}"#, type: "event"),
        line("a", "甲、乙捐款", 0, #"{"kind":"donation","actor":["乙"]}"#, type: "event"),
      ],
      new: [
        line("a", "甲、乙捐款", 0, #"{"kind":"donation","actor":["乙"]}"#, type: "event"),
        line("a", "甲、乙捐款", 0, #"{"kind":"donation","actor":["甲"],"amount":"1"}"#, type: "event"),
      ], kinds: [.value]),
    // The longest overlap is the partner; the other is new.
    Case(
      old: [line("a", "甲乙丙丁", 0, cny)],
      new: [line("a", "甲", 0, cny), line("a", "乙丙丁", 1, cny)], kinds: [.added, .moved]),
  ]

  @Test("is told", arguments: cases)
  func kinds(_ example: Case) {
    let changes = DocumentDiff.changes(
      old: records(example.old), new: records(example.new))
    #expect(changes.map(\.kind) == example.kinds)
  }

  @Test("keys in another order are no change")
  func order() {
    let other =
      #"{"type": "amount", "value": {"amount": "50000", "currency": "CNY"}, "doc": "a", "start": 2, "#
      + #""end": 5, "text": "5万元", "article": "a#1", "rule": "amount.plain"}"#
    let changes = DocumentDiff.changes(
      old: records([line("a", "5万元", 2, Self.cny)]), new: records([other]))
    #expect(changes.isEmpty)
  }

  @Test("a value says which fields, with what was there before")
  func fields() throws {
    let changes = DocumentDiff.changes(
      old: records([line("a", "5万元", 2, Self.cny)]),
      new: records([line("a", "5万元", 2, #"{"amount":"50000","modifier":"approx"}"#)]))
    let change = try #require(changes.first)
    #expect(change.description == "【5万元】 2-5  modifier none → approx, currency CNY → none")
  }
}
