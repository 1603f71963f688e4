// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords
import ZhailuText

@testable import ZhailuScore

@Suite struct CausesTests {
  /// `type, cause: misses, false alarms` of each group.
  private func groups(
    _ gold: [Record], _ found: [Record], winner: (Record) -> String? = { _ in nil }
  ) -> [String] {
    Causes(Comparison(gold, found), winner: winner).groups.map {
      "\($0.type.rawValue), \($0.cause): \($0.missCount), \($0.falseAlarmCount)"
    }
  }

  @Test func whatIsRightHasNoCause() {
    let gold = records("捐款【200万元】", .amount("2000000"))
    #expect(groups(gold, gold).isEmpty)
  }

  @Test func wrongSpan() {
    let gold = records("约【200万元】", .amount("2000000"))
    let found = records("【约200万元】", .amount("2000000"))
    #expect(groups(gold, found) == ["amount, wrong span: 1, 1"])
  }

  @Test func twoGoldMentionsUnderOneFound() {
    let gold = records("【14%】和【12%】", .quantity("14", "%"), .quantity("12", "%"))
    let found = records("【14%和12%】", .quantity("14", "%"))
    #expect(groups(gold, found) == ["quantity, wrong span: 2, 1"])
  }

  @Test func twoFoundMentionsInOneGold() {
    let gold = records("【14%至12%】", .quantity("14", "%"))
    let found = records("【14%】至【12%】", .quantity("14", "%"), .quantity("12", "%"))
    #expect(groups(gold, found) == ["quantity, wrong span: 1, 2"])
  }

  @Test func wrongValue() {
    let gold = records("【170件】大衣", .quantity("170", "件", item: "大衣"))
    let found = records("【170件】大衣", .quantity("170", "个"))
    #expect(groups(gold, found) == ["quantity, wrong value: item, unit: 1, 1"])
  }

  @Test func wrongType() {
    let gold = records("募集【200万】", .amount("2000000"))
    let found = records("募集【200万】", .quantity("2000000", ""))
    #expect(groups(gold, found) == ["amount, wrong type: 1, 1"])
  }

  @Test func aMentionOfAnotherTypeThatHasItsPartner() {
    let gold = records("【今年】【前9个月】", .date("2020"), .quantity("9", "月"))
    let found = records("【今年前9个月】", .date("2020"))
    #expect(
      groups(gold, found) == ["date, wrong span: 1, 1", "quantity, wrong type: 1, 0"])
    #expect(
      groups(found, gold) == ["date, wrong span: 1, 1", "quantity, wrong type: 0, 1"])
  }

  @Test func noRuleAndSpurious() {
    let gold = records("【一元】二元", .amount("1"))
    let found = records("一元【二元】", .amount("2"))
    #expect(groups(gold, found) == ["amount, no rule: 1, 0", "amount, spurious: 0, 1"])
  }

  @Test func foundTwice() {
    let gold = records("【一元】", .amount("1"))
    #expect(groups(gold, gold + gold) == ["amount, spurious: 0, 1"])
  }

  @Test func lostToTheRuleThatTheEngineNames() {
    let gold = records("募集【200万】，【一元】", .amount("2000000"), .amount("1"))
    let found = records("募集【200万】，一元", .quantity("2000000", ""), rule: "quantity.plain")
    let groups = groups(gold, found) { $0.text == "200万" ? "quantity.plain" : nil }
    #expect(groups == ["amount, lost to quantity.plain: 1, 1", "amount, no rule: 1, 0"])
  }

  @Test func aWrongValueIsNotLost() {
    let gold = records("【一元】", .amount("1"))
    let groups = groups(gold, records("【一元】", .amount("2"))) { _ in "date.plain" }
    #expect(groups == ["amount, wrong value: amount: 1, 1"])
  }

  @Test("an event has a wrong value, or was missed, or is spurious")
  func events() {
    func event(_ kind: String, _ actor: String, _ amount: String) -> [Record] {
      records(
        "【捐】",
        .event(["kind": .text(kind), "actor": .list([actor]), "amount": .text(amount)]))
    }
    let gold = event("donation", "甲", "1") + event("loan", "乙", "2")
    let found = event("donation", "甲", "3") + event("sale", "丙", "4")
    #expect(
      groups(gold, found) == [
        "event, wrong value: amount: 1, 1", "event, no rule: 1, 0", "event, spurious: 0, 1",
      ])
  }

  @Test func theContextOfAFailure() throws {
    let marked = "丽贝亚集团昨日向区红十字会捐赠了【170件】全新军大衣,\n2000个口罩"
    let source = SourceText(id: "page-1", text: plain(marked))
    let comparison = Comparison(
      records(marked, .quantity("170", "件", item: "军大衣")),
      records(marked, .quantity("170", "件"), rule: "quantity.plain"))
    let causes = Causes(comparison, text: { $0 == "page-1" ? source : nil })
    let failure = try #require(causes.groups.first?.failures.first)
    #expect(failure.context.description == "区红十字会捐赠了【170件】全新军大衣, 2")
    #expect(failure.document == "page-1" && failure.span == Span(start: 16, end: 20))
    #expect(failure.rule == "quantity.plain")
    #expect(
      failure.values
        == "gold item=军大衣 quantity=170 unit=件; found quantity=170 unit=件; by quantity.plain")
  }

  @Test func aContextInScalars() {
    let marked = "😷𠮷😷𠮷😷𠮷😷𠮷😷【𠮷】"
    let source = SourceText(id: "page-1", text: plain(marked))
    let context = Context(of: records(marked, .amount("1"))[0], in: source)
    #expect(context.before == "𠮷😷𠮷😷𠮷😷𠮷😷")
    #expect(context.mention == "𠮷" && context.after == "")
  }

  @Test func aTextThatEndsBeforeTheMention() {
    let source = SourceText(id: "page-1", text: "短")
    let context = Context(of: records("很长的【文】", .amount("1"))[0], in: source)
    #expect(context.description == "【文】")
  }

  /// The groups hold every miss and every false alarm once, however the mentions lie.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func theGroupsAddUp(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let gold = crowd(&random)
    let found = crowd(&random)
    let comparison = Comparison(gold: GoldSet(gold, empty: ["page-1"]), found: found)
    let causes = Causes(comparison) { _ in
      nil
    } winner: {
      $0.span.start % 3 == 0 ? "x" : nil
    }
    let score = Score(comparison, bootstrap: Bootstrap(rounds: 1))
    let counts = score[.micro]!.tally[.value]
    #expect(causes.missCount == counts.falseNegatives)
    #expect(causes.falseAlarmCount == counts.falsePositives)
  }

  private func crowd(_ random: inout SplitMix64) -> [Record] {
    (0..<random.next(below: 14)).map { _ in
      let start = String(repeating: "字", count: random.next(below: 24))
      let marked = "\(start)【\("数数数数".prefix(1 + random.next(below: 4)))】"
      let value = "\(random.next(below: 2))"
      return random.next(below: 2) == 0
        ? records(marked, .amount(value))[0] : records(marked, .quantity(value, "件"))[0]
    }
  }
}
