// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("What earlier clauses say of a verb")
struct EventContextTests {
  @Test(
    "a plan goes on, but not over a word that it was done; a court's order ends with its line",
    arguments: [
      ("市财政局将联合市教育局组成检查组,对28所学校进行抽查。", []),
      (
        "青禾控股集团将向武汉大学捐款200万元,已支付50万元。",
        ["payment 青禾控股集团→ 500000 CNY"]
      ),
      ("法院判决如下:青禾控股集团支付武汉大学50万元。", []),
      (
        "青禾控股集团支付武汉大学50万元。", ["payment 青禾控股集团→武汉大学 500000 CNY"]
      ),
    ] as [(String, [String])])
  func plans(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test("of two that signed, who does not pay receives")
  func partners() throws {
    let text = "青禾控股集团与江南造船集团签约,支付定金50万元。"
    #expect(try EventRoad.events(text) == ["payment 青禾控股集团→江南造船集团 500000 CNY"])
  }

  @Test("a headline tells the same event")
  func headlines() throws {
    let text = "青禾控股集团捐款200万元\n青禾控股集团昨日向武汉大学捐款200万元。"
    #expect(try EventRoad.events(text).count == 1)
    #expect(try EventRoad.events("青禾控股集团捐款200万元\n武汉大学捐款200万元。").count == 2)
  }

  @Test("a word for a part in a case is the body that it stands before")
  func roles() throws {
    let text = "原告青禾控股集团诉被告江南造船集团。\n被告已退还50万元。"
    #expect(try EventRoad.events(text) == ["payment 江南造船集团→ 500000 CNY"])
  }

  @Test("a noun that a body named before ends in is that body; so is 这个大队")
  func nouns() throws {
    let gift = "donation 青禾糕点厂→武汉大学 20000 CNY"
    #expect(try EventRoad.events("青禾糕点厂昨日复工。糕点厂向武汉大学捐款2万元。").contains(gift))
    let brigade = "沂东县红旗公社后河大队去年增产。江南造船集团来了人。"
    #expect(
      try EventRoad.events(brigade + "这个大队向武汉大学捐款2万元。") == [
        "donation 沂东县红旗公社后河大队→武汉大学 20000 CNY"
      ])
  }

  @Test("each its own, sums and goods with a worth; what is vague needs goods that are known")
  func things() throws {
    let gifts = try EventRoad.events(
      "青禾控股集团、江南造船集团分别捐款300万元和价值150万元的物资。")
    #expect(gifts.count == 2)
    #expect(gifts.last?.contains("1500000") ?? false)
    #expect(try EventRoad.events("青禾控股集团下发口罩5万只。").count == 1)
    #expect(try EventRoad.events("青禾控股集团下发通知3份。").isEmpty)
  }

  @Test(
    "a dateline and a number of a paragraph are outside, and who stands behind a date is the subject",
    arguments: [
      ("新华社北京5月4日电 财政部4日说，已下拨资金5亿元。", "support 财政部→ 500000000 CNY"),
      ("近日，江南造船集团来到武汉大学。并捐赠大米126袋。", "donation 江南造船集团→ 126 袋 大米"),
      ("本报讯（记者李明）市民王建国捐款5万元。", "donation 市民王建国→ 50000 CNY"),
      ("三、江南造船集团向武汉大学捐款5万元。", "donation 江南造船集团→武汉大学 50000 CNY"),
    ])
  func beginnings(text: String, expected: String) throws {
    let events = try EventRoad.events(text)
    #expect(events.count == 1)
    #expect(events.first?.hasPrefix(expected) == true)
  }

  @Test("the day on which somebody told of an act is not its day")
  func saying() throws {
    #expect(
      try EventRoad.events("江南造船集团昨日宣布，已向武汉大学捐款5万元。") == [
        "donation 江南造船集团→武汉大学 50000 CNY"
      ])
    #expect(
      try EventRoad.events("江南造船集团昨日来到武汉大学，捐款5万元。").first?.hasSuffix("2020-03-19") == true)
  }

  @Test("where a printed column cuts a line, the words of who gets something are whole")
  func cutLines() throws {
    let text = "题\n区总工会闻令而动,组织志愿者走访慰问,为辖区120户困难职\n工家庭送去慰问金9.6万元。"
    #expect(try EventRoad.events(text) == ["support 区总工会→辖区120户困难职工家庭 96000 CNY"])
  }
}
