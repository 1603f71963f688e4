// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuText

@testable import ZhailuExtract

@Suite("What rules tried")
struct TracerTests {
  private static let pack = RuleSource(files: [
    file("stages.yaml", "stages:\n  - stage: a\n    files: [amount.yaml]\n"),
    file("lexicon/currency.tsv", "form\tcurrency\tnote\n元\tCNY\t\n美金\tUSD\told\n美元\tUSD\t\n"),
    file(
      "amount.yaml",
      """
      - rule: amount.plain
        finds: amount
        says: x
        pattern: "约?【{amount}{currency}】"
        where: { amount: number, currency: lexicon currency }
        unless: { after: [件] }
        examples: [ { texts: [ 【1元】, 【2元】, 【3元】 ] } ]
        counterexamples: [ {text: a, why: b}, {text: b, why: b}, {text: c, why: b} ]
      - rule: amount.bid
        finds: amount
        says: A number behind a bid, where the article tells of an auction.
        pattern: "叫价【{amount}】"
        where: { amount: number }
        about: "lexicon auction currency[currency=USD,note=old]"
        set: { currency: CNY }
        examples: [ { texts: [ 拍卖会上叫价【1】, 拍卖会上叫价【2】, 拍卖会上叫价【3】 ] } ]
        counterexamples: [ {text: a, why: b}, {text: b, why: b}, {text: c, why: b} ]
      """),
    file("lexicon/auction.tsv", "form\n拍卖\n拍品\n"),
  ])

  private static func file(_ path: String, _ text: String) -> RuleSource.File {
    RuleSource.File(path: path, displayPath: path, text: text)
  }

  private func tries(_ text: String, at place: Int) throws -> [String] {
    let extractor = try Extractor(rules: RuleSet(Self.pack))
    let source = SourceText(id: "a", text: text, published: nil)
    let extractions = extractor.extractions(of: source)
    let found = try #require(
      extractor.tries(near: Span(start: place, end: place + 1), in: source, extractions))
    return Explanation(source: source, extraction: found.extraction, rules: extractor.rules)
      .text(of: found.tries)
  }

  @Test("how far a rule got, what it wanted, and what stood there")
  func wanted() throws {
    #expect(
      try tries("捐了元旦", at: 2) == [
        "amount.plain: read 元 ({currency} 元); before it wanted {amount} (number), found 捐了"
      ])
    #expect(
      try tries("元", at: 0) == [
        "amount.plain: read 元 ({currency} 元); before it wanted {amount} (number), found the "
          + "beginning of the paragraph"
      ])
  }

  @Test(
    "that no word of what the rule is about is near; any word in the paragraph or beside it will do",
    arguments: [
      ("甲叫价5", false), ("甲叫价5，拍品归他", true), ("拍卖会。\n甲叫价5", true),
      ("甲叫价5。\n拍卖会。", true), ("拍卖会。\n下雨了。\n甲叫价5", false),
      ("甲叫价5。\n下雨了。\n拍卖会。", false), ("甲叫价5，乙用美金", true), ("甲叫价5，乙用美元", false),
    ])
  func offTopic(text: String, isFound: Bool) throws {
    let place = text.unicodeScalars.prefix { $0 != "甲" }.count + 1
    #expect(
      try tries(text, at: place).filter { $0.hasPrefix("amount.bid") }
        == (isFound
          ? []
          : [
            "amount.bid: read 叫价5 ({amount} 5); but no word of auction or "
              + "currency[currency=USD,note=old] is in its paragraph or next to it (【about】)"
          ]))
    let found = try Extractor(rules: RuleSet(Self.pack))
      .records(of: SourceText(id: "a", text: text, published: nil), types: [.amount])
    #expect(found.map(\.rule) == (isFound ? ["amount.bid"] : []))
  }

  @Test("that it matched and was excluded; one that won is not told again")
  func matched() throws {
    #expect(
      try tries("约5元件", at: 1).filter { $0.hasPrefix("amount.plain") } == [
        "amount.plain: read 约5元 ({amount} 5, {currency} 元); but 【unless】 after 【件】 holds"
      ])
    #expect(try tries("约5元整", at: 1).filter { $0.hasPrefix("amount.plain") } == [])
  }
}
