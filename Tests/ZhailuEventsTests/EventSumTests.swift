// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("Sums that belong to the act beside them")
struct EventSumTests {
  @Test(
    "the parts of what somebody got are gifts, where nobody gave the whole",
    arguments: [
      ("武汉大学共收到捐款230万元，其中青禾集团80万元、江南银行150万元。", "→武汉大学"),
      ("现场共筹得善款230万元，其中青禾集团80万元，江南银行150万元。", "→"),
    ])
  func parts(text: String, receiver: String) throws {
    #expect(
      try EventRoad.events(text) == [
        "donation 青禾集团\(receiver) 800000 CNY", "donation 江南银行\(receiver) 1500000 CNY",
      ])
  }

  @Test("what was paid is the price of what the next clause buys, and no payment beside it")
  func prices() throws {
    try EventRoad.expect(
      "青禾控股集团支付3000万元,买下江南造船集团两成股权。",
      ["acquisition 青禾控股集团→ 30000000 CNY 20 % 股权"])
    try EventRoad.expect(
      "青禾控股集团支付工资50万元,购买电脑3台。",
      ["payment 青禾控股集团→ 500000 CNY", "purchase 青禾控股集团→ 3 台 电脑"])
    try EventRoad.expect(
      "青禾控股集团捐建图书馆1座,历时一年,耗资50万元。",
      ["donation 青禾控股集团→ 500000 CNY 1 座 图书馆"])
  }

  @Test("money put up for a body that is set up is that of its setting up")
  func founding() throws {
    try EventRoad.expect(
      "青禾控股集团与江南造船集团共同出资200万元创办青禾小学。",
      ["setup 青禾控股集团、江南造船集团→ 2000000 CNY 青禾小学"])
    try EventRoad.expect(
      "青禾控股集团投资3000万元成立青禾环保有限公司。",
      ["setup 青禾控股集团→ 30000000 CNY 青禾环保有限公司"])
  }

  @Test("a sum that is brought up and given is given once, and all who got a part of it got it")
  func funds() throws {
    try EventRoad.expect(
      "青禾控股集团拿出利润的两成,共71万元,捐给武汉慈善总会。",
      ["donation 青禾控股集团→武汉慈善总会 710000 CNY"])
    try EventRoad.expect(
      "青禾控股集团出资60万元,为受灾渔户每户补助8000元。",
      ["support 青禾控股集团→受灾渔户 600000 CNY"])
  }

  @Test(
    "what all together got stands in place of what each of them got, in a clause of its own too")
  func totals() throws {
    try EventRoad.expect(
      "武汉慈善总会资助182户贫困户改造危房,每户3万元,计546万元。",
      ["support 武汉慈善总会→182户贫困户 5460000 CNY"])
    try EventRoad.expect(
      "武汉慈善总会向50名学生发放助学金,每人2000元,共发放10万元。",
      ["support 武汉慈善总会→50名学生 100000 CNY"])
    try EventRoad.expect(
      "武汉大学颁发奖学金给30名学生,每人5000元,共发出15万元。",
      ["support 武汉大学→30名学生 150000 CNY"])
    try EventRoad.expect(
      "青禾控股集团、江南造船集团各捐款5万元,共10万元。",
      ["donation 青禾控股集团→ 50000 CNY", "donation 江南造船集团→ 50000 CNY"])
  }

  @Test("parts of what one lends or pays to some go to others")
  func parts() throws {
    try EventRoad.expect(
      "中国建设银行向两家企业发放贷款6亿元,其中青禾控股集团2亿元,江南造船集团1亿元。",
      [
        "loan 中国建设银行→两家企业 600000000 CNY", "loan 中国建设银行→青禾控股集团 200000000 CNY",
        "loan 中国建设银行→江南造船集团 100000000 CNY",
      ])
  }

  @Test("what is worth so much stands before 由 and before 捐给")
  func worth() throws {
    try EventRoad.expect(
      "帐篷50顶由青禾控股集团捐赠,价值10万元。", ["donation 青禾控股集团→ 100000 CNY 50 顶 帐篷"])
    try EventRoad.expect(
      "恒温柜2台则由青禾控股集团赞助,总值约11万元。", ["support 青禾控股集团→ 110000 CNY 2 台 恒温柜"])
    try EventRoad.expect(
      "青禾控股集团将电脑20台捐给武汉大学,价值10万元。",
      ["donation 青禾控股集团→武汉大学 100000 CNY 20 台 电脑"])
    try EventRoad.expect(
      "青禾控股集团将电脑20台、图书300册捐给武汉大学,总价值10万元。",
      ["donation 青禾控股集团→武汉大学 20 台 电脑", "donation 青禾控股集团→武汉大学 300 册 图书"])
  }

  @Test("a rest that was paid stands before its verb")
  func settled() throws {
    try EventRoad.expect(
      "青禾控股集团向武汉大学支付首笔货款100万元,余款200万元于5月14日付清。",
      ["payment 青禾控股集团→武汉大学 1000000 CNY", "payment 青禾控股集团→ 2000000 CNY 2020-05-14"])
  }

  @Test("what one share or one day gets is no payment")
  func rates() throws {
    try EventRoad.expect("青禾控股集团中期多赚一成,派息0.42元。", [])
    try EventRoad.expect("青禾控股集团派息4.2亿元。", ["payment 青禾控股集团→ 420000000 CNY"])
  }
}
