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
