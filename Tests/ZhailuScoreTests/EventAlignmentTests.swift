// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords

@testable import ZhailuScore

@Suite struct EventAlignmentTests {
  private func donation(
    _ actors: [String], amount: String = "1000000", kind: String = "donation",
    recipient: [String] = []
  ) -> Record {
    records(
      "【甲、乙分别捐款100万】",
      .event([
        "kind": .text(kind), "actor": .list(actors), "recipient": .list(recipient),
        "amount": .text(amount), "currency": .text("CNY"), "mentions": .list(["page-1:0-1:amount"]),
      ]))[0]
  }

  @Test func argumentsAreASet() {
    let event = donation(["甲", "乙", "甲"], recipient: ["区红十字会"])
    #expect(
      event.arguments == [
        EventArgument(role: "actor", value: "甲"), EventArgument(role: "actor", value: "乙"),
        EventArgument(role: "recipient", value: "区红十字会"),
        EventArgument(role: "amount", value: "1000000"),
        EventArgument(role: "currency", value: "CNY"),
      ])
  }

  @Test func theMostEqualArgumentsGoFirst() {
    let alignment = EventAlignment(
      gold: [donation(["甲"]), donation(["乙"])],
      found: [donation(["乙"]), donation(["甲"], amount: "5")])
    // At one place, events stand in the order of their values: 乙 before 甲.
    #expect(alignment.pairs.map { $0.gold.value["actor"] } == [.list(["乙"]), .list(["甲"])])
    #expect(alignment.pairs.map(\.equalCount) == [3, 2])
    #expect(alignment.pairs.map(\.differences) == [[], ["amount"]])
    #expect(alignment.pairs.map(\.isWhole) == [true, false])
  }

  @Test func ofEqualOnesTheFewestOthersGoFirst() {
    let alignment = EventAlignment(
      gold: [donation(["甲"])], found: [donation(["甲", "乙"]), donation(["甲"])])
    #expect(alignment.pairs.map(\.isWhole) == [true])
    #expect(alignment.spurious.map { $0.arguments.count } == [4])
  }

  @Test func anotherKindIsNoPartner() {
    let alignment = EventAlignment(
      gold: [donation(["甲"])], found: [donation(["甲"], kind: "support")])
    #expect(alignment.pairs.isEmpty)
    #expect(alignment.missed.count == 1 && alignment.spurious.count == 1)
  }

  @Test func withoutACommonArgumentThereIsNoPair() {
    let gold = records("【甲】消毒", .event(["kind": .text("disinfection"), "actor": .list(["甲"])]))
    let found = records("【甲】消毒", .event(["kind": .text("disinfection"), "actor": .list(["乙"])]))
    #expect(EventAlignment(gold: gold, found: found).pairs.isEmpty)
  }

  @Test func theOrderOfTheInputDoesNotMatter() {
    let gold = ["甲", "乙", "丙"].map { donation([$0]) }
    let found = ["丙", "丁", "甲"].map { donation([$0], amount: $0 == "甲" ? "7" : "1000000") }
    let first = EventAlignment(gold: gold, found: found)
    let second = EventAlignment(gold: gold.reversed(), found: found.reversed())
    #expect(first.pairs.map(\.gold) == second.pairs.map(\.gold))
    #expect(first.pairs.map(\.found) == second.pairs.map(\.found))
  }

  /// Gold 甲 100万 and 乙 100万; found 甲 100万, 乙 5, and a third: 3 + 2 of 9 arguments found.
  @Test("an event is right as a whole, and its arguments one by one")
  func score() {
    let gold = [donation(["甲"]), donation(["乙"])]
    let found = [
      donation(["甲"]), donation(["乙"], amount: "5"), donation(["丙"], kind: "loan"),
    ]
    let score = EventScore(Comparison(gold, found))
    #expect(score.arguments == Counts(right: 5, found: 9, gold: 6))
    #expect(score.whole == Counts(right: 1, found: 3, gold: 2))
    #expect(score.gold == 2 && score.found == 3)
  }
}
