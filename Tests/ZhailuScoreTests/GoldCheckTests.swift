// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords
import ZhailuText
import ZhailuValues

@testable import ZhailuScore

@Suite("Checking gold")
struct GoldCheckTests {
  private static let source = SourceText(id: "d", text: "捐款5万元，共3家")

  private static func faults(
    _ type: MentionType, _ start: Int, _ end: Int, _ text: String, _ fields: [(String, String)]
  ) -> [String] {
    let record = Record(
      document: "d", article: nil, type: type, text: text, span: Span(start: start, end: end),
      value: Record.Fields(fields.map { (name: $0.0, field: .text($0.1)) }), rule: nil)
    return faults([record])
  }

  private static func faults(_ records: [Record]) -> [String] {
    let lines = Array(1...max(1, records.count))
    let document = GoldSet.Document(
      id: "d", file: "gold/d.jsonl", records: records, lines: lines)
    return GoldCheck.faults(of: GoldSet(documents: [document])) { $0 == "d" ? source : nil }
      .map(\.description)
  }

  @Test("sound gold has no faults")
  func sound() {
    #expect(Self.faults(.amount, 2, 5, "5万元", [("amount", "50000"), ("currency", "CNY")]) == [])
    #expect(Self.faults(.quantity, 7, 9, "3家", [("quantity", "1/3"), ("unit", "家")]) == [])
  }

  @Test(
    "says what is wrong",
    arguments: [
      (
        MentionType.amount, [("amount", "5.0"), ("currency", "CNY")],
        "【5.0】 is no plain decimal or fraction"
      ),
      (
        .amount, [("amount", "5"), ("currency", "yuan")],
        "has no currency of three capital letters (ISO 4217)"
      ),
      (.amount, [("currency", "CNY")], "has neither amount nor min and max"),
      (.amount, [("min", "9"), ("max", "5"), ("currency", "CNY")], "min 【9】 is above max 【5】"),
      (.quantity, [("quantity", "5"), ("modifier", "about")], "no modifier is called 【about】"),
      (.organization, [("kind", "firm")], "no kind is called 【firm】"),
      (.date, [("timex", "2020"), ("kind", "year")], "no kind of date is called 【year】"),
      (.date, [("timex", "a/b"), ("kind", "range")], "is a range without start and end"),
      (.event, [("kind", "gift")], "no kind of event is called 【gift】"),
    ])
  func messages(type: MentionType, fields: [(String, String)], message: String) {
    #expect(Self.faults(type, 2, 5, "5万元", fields) == ["gold/d.jsonl:1: 【5万元】 \(message)"])
  }

  @Test("text that is not its slice, mentions that overlap, an article that is missing")
  func places() {
    let fields = [("amount", "5"), ("currency", "CNY")]
    #expect(Self.faults(.amount, 1, 4, "5万元", fields).count == 1)
    func amount(_ start: Int, _ end: Int, _ text: String) -> Record {
      Record(
        document: "d", article: nil, type: .amount, text: text,
        span: Span(start: start, end: end),
        value: Record.Fields(fields.map { (name: $0.0, field: .text($0.1)) }), rule: nil)
    }
    #expect(
      Self.faults([amount(2, 5, "5万元"), amount(2, 4, "5万")])
        == ["gold/d.jsonl:1: 【5万元】 overlaps 【5万】 of line 2"])
  }
}
