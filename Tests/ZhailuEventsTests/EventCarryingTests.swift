// SPDX-License-Identifier: Apache-2.0
import Testing

/// What clauses of an article leave to each other: who acts, who receives, what is given.
@Suite("Acts told over several clauses")
struct EventCarryingTests {
  @Test(
    "people are provided with goods that are known",
    arguments: [
      ("市民政局给灾民分了两床被子。", ["support 市民政局→灾民 2 床 被子"]),
      ("市民政局给每户分了两床被子。", ["support 市民政局→每户 2 床 被子"]),
      ("青禾控股集团为老人装上了报警器560个。", ["donation 青禾控股集团→老人 560 个 报警器"]),
      ("青禾控股集团给老人装上了560个梦。", []),
      ("青禾控股集团将为老人装上报警器560个。", []),
      ("青禾控股集团为老人安装了系统。", []),
    ] as [(String, [String])])
  func equipping(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "a clause behind a place, a description or a person elsewhere says who acts",
    arguments: [
      ("县里最大的药企青禾控股集团带头,捐款120万元。", ["donation 青禾控股集团→ 1200000 CNY"]),
      ("由青禾控股集团参股的江南造船集团3月1日挂牌。", ["setup → 江南造船集团 2020-03-01"]),
      ("青禾控股集团上月获奖。在汉口经营茶行的罗会坦捐款3000元。", ["donation 罗会坦→ 3000 CNY"]),
      ("龙山机床、青禾控股集团各赞助8万元。", ["support 龙山机床→ 80000 CNY", "support 青禾控股集团→ 80000 CNY"]),
      (
        "青禾控股集团主任蒋敏自掏腰包买了600份凉粉。",
        ["purchase 青禾控股集团主任蒋敏→ 600 份 凉粉"]
      ),
    ])
  func actors(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "things before 由, and over clauses that add to them",
    arguments: [
      (
        "帐篷600顶由青禾控股集团捐赠,另外40吨大米则是江南造船集团起运的。",
        ["donation 青禾控股集团→ 600 顶 帐篷"]
      ),
      (
        "青禾控股集团把藏书1600册,连同书柜6个,一并捐给了武汉大学。",
        ["donation 青禾控股集团→武汉大学 1600 册 藏书", "donation 青禾控股集团→武汉大学 6 个 书柜"]
      ),
      ("青禾控股集团带来三台发电机,借给了指挥部。", ["loan 青禾控股集团→指挥部 3 台 发电机"]),
    ])
  func things(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "money behind a gift, and to those who collect gifts, is one",
    arguments: [
      (
        "青禾控股集团向武汉大学捐款50万元,江南造船集团拿出8万元。",
        ["donation 青禾控股集团→武汉大学 500000 CNY", "donation 江南造船集团→武汉大学 80000 CNY"]
      ),
      ("青禾控股集团把120万元打进了武汉慈善总会账户。", ["donation 青禾控股集团→武汉慈善总会 1200000 CNY"]),
      ("青禾控股集团把120万元打进了江南造船集团账户。", ["payment 青禾控股集团→江南造船集团 1200000 CNY"]),
      ("青禾控股集团、江南造船集团共同赠予全校618名学生每人电脑1台。", ["donation 青禾控股集团、江南造船集团→全校618名学生 1 台 电脑"]),
    ])
  func gifts(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }
}
