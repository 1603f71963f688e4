// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords

@testable import ZhailuScore

@Suite struct ScoreTests {
  private let gold =
    records("【一元】【二元】【3月】", .amount("1"), .amount("2"), .date("2020-03"))
    + records("【四元】【五元】", .amount("4"), .amount("5"), document: "page-2")
  private let found =
    records("【一元】【二元】【3月】", .amount("1"), .amount("9"), .date("2020-03"))
    + records("【四元】五元", .amount("4"), document: "page-2")

  private func score(_ gold: GoldSet, _ found: [Record]) -> Score {
    Score(Comparison(gold: gold, found: found))
  }

  @Test func byType() throws {
    let score = score(GoldSet(gold), found)
    #expect(score.types.map(\.scope.description) == ["amount", "date", "micro", "macro"])
    let amount = try #require(score[.type(.amount)])
    #expect(amount.tally[.strict] == Counts(right: 3, found: 3, gold: 4))
    #expect(amount.tally[.value] == Counts(right: 2, found: 3, gold: 4))
    #expect(amount.rates[.strict]?.f1 == 6.0 / 7)
    #expect(score[.type(.date)]?.rates[.value]?.f1 == 1)
    #expect(score[.type(.organization)] == nil)
  }

  @Test func microAddsAndMacroAverages() throws {
    let score = score(GoldSet(gold), found)
    #expect(score[.micro]?.tally[.strict] == Counts(right: 4, found: 4, gold: 5))
    #expect(score[.micro]?.rates[.strict]?.f1 == 8.0 / 9)
    let macro = try #require(score[.macro]?.rates[.strict])
    #expect(macro.f1.shown == "0.929")  // (6/7 + 1) / 2
    #expect(macro.recall == 0.875)
    #expect(macro.precision == 1)
  }

  /// Of two documents with strict F1 1 and 2/3, the draws are one, the other, or both.
  @Test func intervalsAreOfF1() throws {
    let interval = try #require(score(GoldSet(gold), found)[.type(.amount)]?.intervals[.strict])
    #expect(interval == Interval(low: 2.0 / 3, high: 1))
  }

  @Test func anEmptyGold() {
    let score = score(GoldSet([], empty: ["page-1"]), records("【一元】", .amount("1")))
    #expect(score[.type(.amount)]?.rates[.strict] == Rates(precision: 0, recall: nil, f1: 0))
    #expect(score.unknownDocuments.isEmpty)
  }

  @Test func noGoldAtAll() {
    let score = score(GoldSet([]), found)
    #expect(score.documentCount == 0)
    #expect(score.types.map(\.scope) == [.micro, .macro])
    #expect(score[.micro]?.rates[.strict]?.f1 == nil)
    #expect(score.unknownDocuments == ["page-1", "page-2"])
  }

  @Test func outputWithoutRecords() {
    let score = score(GoldSet(gold), [])
    #expect(score[.micro]?.tally[.overlap] == Counts(right: 0, found: 0, gold: 5))
    #expect(score[.micro]?.rates[.overlap] == Rates(precision: nil, recall: 0, f1: 0))
    #expect(score.fields.isEmpty && score.rules.isEmpty)
  }

  @Test func theSamePlaceInAnotherDocumentIsNoPartner() {
    let other = records("【一元】", .amount("1"), document: "page-2")
    let score = score(GoldSet(records("【一元】", .amount("1")), empty: ["page-2"]), other)
    #expect(score[.micro]?.tally[.overlap] == Counts(right: 0, found: 1, gold: 1))
  }

  @Test func byField() {
    let gold = records(
      "【一件】【二件】【三件】", .quantity("1", "件", item: "大衣"), .quantity("2", "件"),
      .quantity("3", "件"))
    let found = records(
      "【一件】【二件】三【件】", .quantity("1", "件", item: "军大衣"), .quantity("2", "件"),
      .quantity("9", "件"))
    #expect(
      FieldScore.all(Comparison(gold, found)) == [
        FieldScore(type: .quantity, field: "item", compared: 1, right: 0),
        FieldScore(type: .quantity, field: "quantity", compared: 2, right: 2),
        FieldScore(type: .quantity, field: "unit", compared: 2, right: 2),
      ])
  }

  @Test func byRule() {
    let gold = records("【一元】【二元】【三元】", .amount("1"), .amount("2"), .amount("3"))
    let found =
      records("【一元】【二元】", .amount("1"), .amount("9"), rule: "amount.plain")
      + records("一元二元【三】元", .amount("3"), rule: "amount.bound")
    #expect(
      RuleScore.all(Comparison(gold, found)) == [
        RuleScore(
          rule: "amount.bound", type: .amount, found: 1, placed: 0, right: 0, gold: 3),
        RuleScore(
          rule: "amount.plain", type: .amount, found: 2, placed: 2, right: 1, gold: 3),
      ])
  }
}
