// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuExtract
import ZhailuText

@testable import ZhailuEvents

@Suite("EventFinder")
struct EventFinderTests {
  @Test(
    "who gives what to whom",
    arguments: [
      ("青禾控股集团向武汉慈善总会捐款200万元。", ["donation 青禾控股集团→武汉慈善总会 2000000 CNY"]),
      ("3月18日,青禾控股集团捐款200万元。", ["donation 青禾控股集团→ 2000000 CNY 2020-03-18"]),
      ("市财政局奖励武汉大学5万元。", ["support 市财政局→武汉大学 50000 CNY"]),
      ("青禾控股集团将80万元捐给武汉大学。", ["donation 青禾控股集团→武汉大学 800000 CNY"]),
      ("青禾控股集团捐赠武汉大学呼吸机10台。", ["donation 青禾控股集团→武汉大学 10 台 呼吸机"]),
    ])
  func gives(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "passive, receiving, borrowing",
    arguments: [
      ("这笔钱由青禾控股集团捐赠200万元。", ["donation 青禾控股集团→ 2000000 CNY"]),
      ("武汉大学收到青禾控股集团捐赠的200万元。", ["donation 青禾控股集团→武汉大学 2000000 CNY"]),
      ("青禾控股集团向中国建设银行贷款1亿元。", ["loan 中国建设银行→青禾控股集团 100000000 CNY"]),
      ("青禾控股集团从中国建设银行借入1亿元。", ["loan 中国建设银行→青禾控股集团 100000000 CNY"]),
    ])
  func turnsRound(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "who acts, by words of no lexicon, of two that sign, of two named before",
    arguments: [
      ("检查组先后检查了市场上的商户50家。", ["inspection 检查组→ 50 家 商户"]),
      ("收藏家王建国日前向武汉大学捐款5万元。", ["donation 收藏家王建国→武汉大学 50000 CNY"]),
      (
        "青禾控股集团与武汉大学签约,出资200万元。",
        ["investment 青禾控股集团→武汉大学 2000000 CNY"]
      ),
      (
        "青禾控股集团向武汉大学、江南造船集团发放贷款150万元、230万元。",
        ["loan 青禾控股集团→武汉大学 1500000 CNY", "loan 青禾控股集团→江南造船集团 2300000 CNY"]
      ),
    ])
  func acts(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "no event: a total of gifts, a plan that goes on, a purpose",
    arguments: [
      "青禾控股集团累计捐款200万元。", "青禾控股集团拟以自有资金2亿元,收购江南造船集团51%的股权。",
      "青禾控股集团否认以2亿元收购江南造船集团51%的股权。",
    ])
  func isNone(text: String) throws {
    #expect(try EventRoad.events(text).isEmpty)
  }

  @Test("one event for each thing")
  func things() throws {
    #expect(
      try EventRoad.events("鲁谷街道商会捐赠170件全新军大衣,2000个一次性医用口罩。") == [
        "donation 鲁谷街道商会→ 170 件 军大衣", "donation 鲁谷街道商会→ 2000 个 口罩",
      ])
  }

  @Test("goods bought on the way to somebody are given, not bought")
  func passedOn() throws {
    #expect(
      try EventRoad.events("鲁谷街道商会购买170件军大衣,并全部捐助给鲁谷街道的工作人员。") == [
        "donation 鲁谷街道商会→鲁谷街道的工作人员 170 件 军大衣"
      ])
  }

  @Test("a sum put up for what the next clause says")
  func funds() throws {
    #expect(
      try EventRoad.events("青禾控股集团出资260万元,买下呼吸机10台。") == [
        "purchase 青禾控股集团→ 2600000 CNY 10 台 呼吸机"
      ])
    #expect(
      try EventRoad.events("青禾控股集团出资20万元,购买轮椅60辆,捐给武汉大学。") == [
        "donation 青禾控股集团→武汉大学 200000 CNY 60 辆 轮椅"
      ])
    #expect(
      try EventRoad.events("青禾控股集团投入安全资金320万元,并向武汉大学赠送灭火器60具。") == [
        "investment 青禾控股集团→ 3200000 CNY", "donation 青禾控股集团→武汉大学 60 具 灭火器",
      ])
  }

  @Test("the subject of the clause before")
  func carriesOver() throws {
    #expect(
      try EventRoad.events("青禾控股集团捐款100万元,减免租金50万元。") == [
        "donation 青禾控股集团→ 1000000 CNY", "exemption 青禾控股集团→ 500000 CNY 租金",
      ])
  }

  @Test(
    "who several are, and whom words mean that stand for them",
    arguments: [
      (
        "青禾控股集团、江南造船集团两家各捐款5万元。",
        ["donation 青禾控股集团→ 50000 CNY", "donation 江南造船集团→ 50000 CNY"]
      ),
      (
        "青禾控股集团与江南造船集团各捐款5万元。",
        ["donation 青禾控股集团→ 50000 CNY", "donation 江南造船集团→ 50000 CNY"]
      ),
      (
        "青禾控股集团和江南造船集团来到现场,前者捐款5万元,后者捐款8万元。",
        ["donation 青禾控股集团→ 50000 CNY", "donation 江南造船集团→ 80000 CNY"]
      ),
      (
        "江南造船集团昨日开会。该公司捐款5万元。", ["donation 江南造船集团→ 50000 CNY"]
      ),
      ("市财政局向受灾种植户补助5万元。", ["support 市财政局→受灾种植户 50000 CNY"]),
    ])
  func parties(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text, published: nil) == expected)
  }

  @Test(
    "what a later clause adds",
    arguments: [
      ("青禾控股集团拨款5万元,资助武汉大学。", ["support 青禾控股集团→武汉大学 50000 CNY"]),
      ("青禾控股集团对商户减免租金,共计减免5万元。", ["exemption 青禾控股集团→商户 50000 CNY 租金"]),
      (
        "青禾控股集团捐款10万元,其中4万元捐给武汉大学,6万元捐给武汉慈善总会。",
        ["donation 青禾控股集团→武汉大学 40000 CNY", "donation 青禾控股集团→武汉慈善总会 60000 CNY"]
      ),
    ])
  func laterClauses(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "words that hold a word of the stage, verbs inside nouns, verbs of one character",
    arguments: [
      ("青禾控股集团捐赠医用口罩10万只。", ["donation 青禾控股集团→ 100000 只 口罩"]),
      ("市财政局下拨补助经费5万元。", ["support 市财政局→ 50000 CNY"]),
      ("青禾控股集团归还贷款5万元。", ["payment 青禾控股集团→ 50000 CNY"]),
      ("市财政局出5万元。", ["support 市财政局→ 50000 CNY"]),
      ("市财政局支出5万元。", []),
      (
        "青禾控股集团以2亿元买下江南造船集团51%的股权。",
        ["acquisition 青禾控股集团→ 200000000 CNY 51 % 股权"]
      ),
    ])
  func words(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "no event",
    arguments: [
      "青禾控股集团拟捐款200万元。", "青禾控股集团没有捐款。", "捐赠仪式在北京举行。", "青禾控股集团将投资2亿元。",
      "公司资产200万元。", "",
    ])
  func nothing(text: String) throws {
    #expect(try EventRoad.events(text).isEmpty)
  }

  @Test("the mentions of an event are records of the same document")
  func mentions() throws {
    let text = "青禾控股集团向武汉慈善总会捐款200万元。"
    let source = SourceText(id: "d", text: text)
    let records = try Extractor(rules: EventRoad.rules).records(
      of: source, types: [.organization, .amount, .event])
    let event = try #require(records.first { $0.type == .event })
    let ids = Set(records.filter { $0.type != .event }.map(\.id))
    #expect(event.value.list("mentions")?.count == 3)
    #expect(Set(event.value.list("mentions") ?? []) == ids)
    #expect(event.text == "青禾控股集团向武汉慈善总会捐款200万元")
    #expect(event.rule == "event.give")
  }

  @Test("the same act told twice is one")
  func toldTwice() throws {
    #expect(try EventRoad.events("青禾控股集团捐款200万元。\n青禾控股集团捐款200万元。").count == 1)
  }
}
