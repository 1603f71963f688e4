// SPDX-License-Identifier: Apache-2.0
import Testing

/// Goods that stand elsewhere than beside the verb that gives them, and what is set up.
@Suite("Goods of events")
struct EventGoodsTests {
  @Test("what somebody got that others gave is no purchase")
  func gotten() throws {
    #expect(
      try EventRoad.events("武汉大学新添了60台电脑，全部由青禾控股集团捐赠。") == [
        "donation 青禾控股集团→武汉大学 60 台 电脑"
      ])
    #expect(
      try EventRoad.events("武汉大学购买60台电脑，由青禾控股集团安装。") == [
        "purchase 武汉大学→ 60 台 电脑"
      ])
  }

  @Test(
    "goods in the clause before who gave them, goods got ready, what goods consist of",
    arguments: [
      ("帐篷300顶,全部由青禾控股集团捐赠。", ["donation 青禾控股集团→ 300 顶 帐篷"]),
      ("武汉大学腾出帐篷30顶借给青禾控股集团。", ["loan 武汉大学→青禾控股集团 30 顶 帐篷"]),
      (
        "青禾控股集团向武汉大学捐赠物资,包括帐篷300顶、毛毯20条。",
        ["donation 青禾控股集团→武汉大学 300 顶 帐篷", "donation 青禾控股集团→武汉大学 20 条 毛毯"]
      ),
      (
        "青禾控股集团向武汉大学捐赠救援物资。这批物资包括帐篷300顶。",
        ["donation 青禾控股集团→武汉大学 300 顶 帐篷"]
      ),
      (
        "青禾控股集团向武汉大学捐赠救援物资。这批物资包括帐篷300顶。这批物资包括毛毯20条。",
        ["donation 青禾控股集团→武汉大学 300 顶 帐篷", "donation 青禾控股集团→武汉大学 20 条 毛毯"]
      ),
      (
        "王先生将珍藏的图书3417册连同书橱18只,无偿移交武汉大学。",
        ["donation 王先生→武汉大学 3417 册 图书", "donation 王先生→武汉大学 18 只 书橱"]
      ),
    ])
  func elsewhere(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "what was got by selling is what is given; a due that was let off stands before who let it off",
    arguments: [
      ("武汉大学义卖曲奇,所得7.2万元全部捐给武汉慈善总会。", ["donation 武汉大学→武汉慈善总会 72000 CNY"]),
      ("关税317万元获天津海关全额免征。", ["exemption 天津海关→ 3170000 CNY 关税"]),
    ])
  func proceeds(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test("lines of a list name groups and persons with a note")
  func list() throws {
    let text = "村委会公布了芳名榜：\n黎伯强（旅居海外）　200,000元\n黎锦添、陈少英夫妇　38,888元\n"
    #expect(
      try EventRoad.events(text) == [
        "donation 黎伯强→ 200000 CNY", "donation 黎锦添、陈少英夫妇→ 38888 CNY",
      ])
  }

  @Test(
    "a body without a known name, one that is told by what it is, and one that somebody founded",
    arguments: [
      ("市财政局增设高新区管理部。", ["setup 市财政局→ 高新区管理部"]),
      ("武汉大学是青禾控股集团创办的。", ["setup 青禾控股集团→ 武汉大学"]),
    ])
  func bodies(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "no goods, no body, nobody and no time",
    arguments: [
      "王先生把报告送到武汉大学。", "赛场设在体育馆,比赛由青禾控股集团赞助。", "市财政局建立学校安全台账。",
      "建立专业队伍,成立督查组,武汉大学配合。", "武汉大学与青禾控股集团协议,向双方派驻人员。",
    ])
  func isNone(text: String) throws {
    #expect(try EventRoad.events(text).isEmpty)
  }
}
