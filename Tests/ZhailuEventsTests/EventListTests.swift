// SPDX-License-Identifier: Apache-2.0
import Testing

/// Lists of givers: lines under a heading, and what stands behind a colon.
@Suite("Events in lists")
struct EventListTests {
  @Test(
    "the lines under a heading",
    arguments: [
      "1. 青禾控股集团　5万元\n2. 王建国　500元",
      "青禾控股集团……5万元\n王建国……500元",
      "青禾控股集团：5万元\n王建国：500元",
      "青禾控股集团 5万元　王建国 500元",
      "5万元：青禾控股集团\n500元：王建国",
    ])
  func lines(list: String) throws {
    #expect(
      try EventRoad.events("捐款名单\n" + list) == [
        "donation 青禾控股集团→ 50000 CNY", "donation 王建国→ 500 CNY",
      ])
  }

  @Test(
    "things, those who gave as much, a couple, and who got it",
    arguments: [
      (
        "捐赠物资明细：\n青禾控股集团：口罩5000只、方便面20箱（已入库）",
        ["donation 青禾控股集团→ 5000 只 口罩", "donation 青禾控股集团→ 20 箱 方便面"]
      ),
      (
        "捐款情况如下：张国强、李四海各500元；青禾控股集团5万元。",
        ["donation 张国强→ 500 CNY", "donation 李四海→ 500 CNY", "donation 青禾控股集团→ 50000 CNY"]
      ),
      (
        "捐款名单\n2月3日，青禾控股集团，5万元；2月4日，王建国，500元",
        ["donation 青禾控股集团→ 50000 CNY 2020-02-03", "donation 王建国→ 500 CNY 2020-02-04"]
      ),
      ("捐款名单\n王建国、李红梅夫妇 500元", ["donation 王建国、李红梅夫妇→ 500 CNY"]),
      ("武汉慈善总会接收捐赠名单\n王建国 500元 定向助学", ["donation 王建国→武汉慈善总会 500 CNY"]),
    ])
  func entries(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "a line that is not wholly somebody and what he gave is none of the list",
    arguments: [
      "捐款名单\n合计 5500元", "捐款名单\n咨询电话 500元起", "捐款名单\n周文斌在家里攒下了500元",
      "捐款办法如下：每人500元",
    ])
  func others(text: String) throws {
    #expect(try EventRoad.events(text) == [])
  }

  @Test("a title of figures tells nothing itself")
  func title() throws {
    #expect(try EventRoad.events("武汉大学上半年减免房屋租金情况\n详见附表。") == [])
  }
}
