// SPDX-License-Identifier: Apache-2.0
import Testing

/// Constructions in which somebody gives something that have no verb of giving beside both parties.
@Suite("Constructions of events")
struct EventConstructionTests {
  @Test(
    "what was received says what was done",
    arguments: [
      ("武汉大学收到青禾控股集团善款20万元。", ["donation 青禾控股集团→武汉大学 200000 CNY"]),
      ("江南造船集团收到青禾控股集团工程款96万元。", ["payment 青禾控股集团→江南造船集团 960000 CNY"]),
      ("武汉大学获赠青禾控股集团电脑20台。", ["donation 青禾控股集团→武汉大学 20 台 电脑"]),
    ])
  func receipts(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "money for a work is a gift to whom it is for, and what is bought for somebody is one",
    arguments: [
      ("青禾控股集团出资80万元,为武汉大学修建了操场。", ["donation 青禾控股集团→武汉大学 800000 CNY 操场"]),
      ("青禾控股集团为武汉大学添置电脑20台。", ["donation 青禾控股集团→武汉大学 20 台 电脑"]),
      ("青禾控股集团向江南造船集团购买水泵16台。", ["purchase 青禾控股集团→江南造船集团 16 台 水泵"]),
    ])
  func works(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "who is gone to see gets what is brought; what the state brings supports",
    arguments: [
      ("市总工会走访慰问困难职工35名,发放慰问金3.5万元。", ["support 市总工会→困难职工 35000 CNY"]),
      ("市人民政府派人送来帐篷200顶。", ["support 市人民政府→ 200 顶 帐篷"]),
      ("青禾控股集团派人送来帐篷200顶。", ["donation 青禾控股集团→ 200 顶 帐篷"]),
    ])
  func visits(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "pairs behind a colon, each of some, dues before the verb, a body that takes up work",
    arguments: [
      (
        "捐款的有:青禾控股集团10万元、江南造船集团5万元。",
        ["donation 青禾控股集团→ 100000 CNY", "donation 江南造船集团→ 50000 CNY"]
      ),
      ("市财政局给每名职工奖励5000元。", ["support 市财政局→每名职工 5000 CNY"]),
      ("青禾控股集团承运,运费全免。", ["exemption 青禾控股集团→ 运费"]),
      ("江南造船集团复工。", ["resumption 江南造船集团→"]),
    ])
  func others(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "who is represented acts; who held it sells; buildings are given; how many stands before the giver",
    arguments: [
      ("江南造船集团董事长王建国代表公司向武汉大学捐款5万元。", ["donation 江南造船集团→武汉大学 50000 CNY"]),
      (
        "青禾控股集团以5万元从李记木器手中收购江南造船集团60%股权。",
        ["acquisition 青禾控股集团→李记木器 50000 CNY 60 % 股权"]
      ),
      ("青禾控股集团以底价3亿元竞得该地块。", ["purchase 青禾控股集团→ 300000000 CNY 地块"]),
      ("青禾控股集团投入3亿元收购江南造船集团。", ["acquisition 青禾控股集团→ 300000000 CNY 江南造船集团"]),
      ("青禾控股集团和日本江南造船集团各捐款5万元。", ["donation 青禾控股集团→ 50000 CNY", "donation 江南造船集团→ 50000 CNY"]),
      ("江南造船集团被青禾控股集团以3亿元收购。", ["acquisition 青禾控股集团→ 300000000 CNY 江南造船集团"]),
      ("青禾控股集团捐建小学3所。", ["donation 青禾控股集团→ 3 所 小学"]),
      ("20辆由青禾控股集团捐赠的救护车交付武汉大学。", ["donation 青禾控股集团→武汉大学 20 辆 救护车"]),
      ("青禾控股集团把20台电脑捐给了派出所。", ["donation 青禾控股集团→派出所 20 台 电脑"]),
      ("市财政局拨付给受灾的三个县救灾款500万元。", ["support 市财政局→ 5000000 CNY"]),
      (
        "全国总工会下拨资金50万元,其中石景山区工商联30万元、武汉大学20万元。",
        [
          "support 全国总工会→石景山区工商联 300000 CNY",
          "support 全国总工会→武汉大学 200000 CNY",
        ]
      ),
      (
        "青禾控股集团等捐款50万元,其中江南造船集团20万元。",
        ["donation 青禾控股集团→ 500000 CNY", "donation 江南造船集团→ 200000 CNY"]
      ),
    ])
  func places(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "who reports does not act; who announces does; what is over goes to all of several givers",
    arguments: [
      ("市环保局通报,一家化工企业偷排废水,支付修复费5万元。", ["payment 一家化工企业→ 50000 CNY"]),
      ("市环保局发布公告。某上市公司造假,向投资者赔偿5万元。", ["payment 某上市公司→投资者 50000 CNY"]),
      ("市财政局数据显示,全年出口机床30台。", []),
      ("市长王建国出席会议,宣布拨款5万元修路。", ["support 市长王建国→ 50000 CNY"]),
      (
        "青禾控股集团、江南造船集团分别捐款5万元、8万元和口罩1000只。",
        [
          "donation 青禾控股集团→ 50000 CNY",
          "donation 青禾控股集团、江南造船集团→ 1000 只 口罩",
          "donation 江南造船集团→ 80000 CNY",
        ]
      ),
      ("青禾控股集团捐款5万元,捐款总额已达8万元。", ["donation 青禾控股集团→ 50000 CNY"]),
      (
        "江南造船集团收到市财政局拨付的新能源汽车推广应用补贴资金5万元。",
        ["support 市财政局→江南造船集团 50000 CNY"]
      ),
      (
        "青禾控股集团向股东每10股派发现金红利5元,共计派发3亿元。",
        ["payment 青禾控股集团→ 300000000 CNY"]
      ),
      ("青禾控股集团向老人派发口罩1000只。", ["donation 青禾控股集团→老人 1000 只 口罩"]),
    ])
  func actors(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "a rate, a body that is old, goods passed on, a giver who is not named",
    arguments: [
      "青禾控股集团对房屋每平方米补偿780元。", "新成立的江南造船集团注册资本2亿元。",
      "武汉慈善总会把口罩5000个转交给武汉大学。", "武汉大学获赠电脑20台。",
      "青禾控股集团以预付工程款为名。",
    ])
  func isNone(text: String) throws {
    #expect(try EventRoad.events(text).isEmpty)
  }
}
