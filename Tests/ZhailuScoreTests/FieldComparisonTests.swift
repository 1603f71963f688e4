// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords

@testable import ZhailuScore

@Suite struct FieldComparisonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let gold: Record
    let found: Record
    let differences: [String]

    init(_ name: String, _ gold: Content, _ found: Content, differ: [String]) {
      testDescription = name
      self.gold = records("【某】", gold)[0]
      self.found = records("【某】", found)[0]
      differences = differ
    }
  }

  static let cases = [
    Case("equal", .amount("5"), .amount("5"), differ: []),
    Case("number", .amount("5"), .amount("50"), differ: ["amount"]),
    Case("a field too many", .amount("5"), .amount("5", modifier: "nearly"), differ: ["modifier"]),
    Case("a field too few", .amount("5", modifier: "nearly"), .amount("5"), differ: ["modifier"]),
    Case(
      "two fields", .quantity("5", "件", item: "大衣"), .quantity("5", "个"),
      differ: ["item", "unit"]),
    Case(
      "a dimension that the gold lacks", .quantity("5", "m2"),
      Content(
        .quantity,
        ["quantity": .text("5"), "unit": .text("m2"), "dimension": .text("area")]), differ: []),
    Case(
      "a dimension that the gold has",
      Content(.quantity, ["quantity": .text("5"), "dimension": .text("area")]),
      Content(.quantity, ["quantity": .text("5")]), differ: ["dimension"]),
    Case(
      "evidence with its trigger", Content(.amount, ["evidence": .text("implied")]),
      Content(.amount, ["evidence": .text("implied: 捐款")]), differ: []),
    Case(
      "evidence that the gold lacks", .amount("5"),
      Content(
        .amount,
        ["amount": .text("5"), "currency": .text("CNY"), "evidence": .text("implied: 捐款")]),
      differ: []),
    Case(
      "evidence of another kind", Content(.amount, ["evidence": .text("implied")]),
      Content(.amount, ["evidence": .text("impliedly")]), differ: ["evidence"]),
    Case(
      "entity", .organization("市委", entity: "a"), .organization("市委", entity: "b"), differ: []),
    Case(
      "kind", .organization("市委", "party"), .organization("市委", "government"), differ: ["kind"]),
    Case("name", .organization("市委"), .organization("中共市委"), differ: ["name"]),
    Case(
      "alternatives in another order", Content(.date, ["alternatives": .list(["2019", "2020"])]),
      Content(.date, ["alternatives": .list(["2020", "2019"])]), differ: []),
    Case(
      "a text for a list", Content(.date, ["alternatives": .list(["2019"])]),
      Content(.date, ["alternatives": .text("2019")]), differ: ["alternatives"]),
  ]

  @Test("fields that differ are named", arguments: cases)
  func differences(_ item: Case) {
    #expect(FieldComparison.differences(gold: item.gold, found: item.found) == item.differences)
  }
}
