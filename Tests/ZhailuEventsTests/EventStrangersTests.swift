// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("Acts of others, and acts that were none")
struct EventStrangersTests {
  @Test(
    "a clause about somebody else carries over no body from before",
    arguments: [
      ("据了解，该隧道施工历时三年，累计投入3亿元。", []),
      ("如今，他不但还清了旧账，还花14万元买了台皮卡。", []),
      ("嫌疑人骗得赃款后，投资20万元开店。", []),
      ("包工头刘某拿到钱后，支付工人工资5万元。", ["payment 包工头刘某→工人 50000 CNY"]),
      ("疫情发生后，第一时间捐款50万元。", ["donation 青禾控股集团→ 500000 CNY"]),
      ("得知情况后，捐款50万元。", ["donation 青禾控股集团→ 500000 CNY"]),
      ("该集团心系灾区，捐款50万元。", ["donation 青禾控股集团→ 500000 CNY"]),
      ("江南造船集团是一家大型企业，捐款50万元。", ["donation 江南造船集团→ 500000 CNY"]),
    ] as [(String, [String])])
  func strangers(text: String, expected: [String]) throws {
    #expect(try EventRoad.events("青禾控股集团上月获奖。" + text) == expected)
  }

  @Test("a heading with a number ends what was told above it")
  func headings() throws {
    let text = "一、捐赠收入\n青禾控股集团捐款5万元。\n二、捐赠支出\n1.拨付敬老院改造工程款18万元。"
    #expect(try !EventRoad.events(text).contains { $0.hasPrefix("support 青禾") })
  }

  @Test(
    "who is drawn, or is each of some, receives",
    arguments: [
      ("青禾控股集团抽取20名观众赠送电影票2张。", "donation 青禾控股集团→20名观众 2 张 电影票"),
      ("抽取10名幸运观众赠送电影票2张。", "donation →10名幸运观众 2 张 电影票"),
      ("每名特困职工补助1000元。", "support →每名特困职工 1000 CNY"),
      ("青禾控股集团向前来参观的群众赠送雨伞20把。", "donation 青禾控股集团→前来参观的群众 20 把 雨伞"),
    ])
  func receivers(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "days, worths and prices one to one",
    arguments: [
      (
        "青禾控股集团分别于2019年9月25日、2020年2月9日支付货款80万元、40万元。",
        ["payment 青禾控股集团→ 800000 CNY 2019-09-25", "payment 青禾控股集团→ 400000 CNY 2020-02-09"]
      ),
      (
        "青禾控股集团、江南造船集团分别捐赠价值30万元、50万元的图书。",
        ["donation 青禾控股集团→ 300000 CNY", "donation 江南造船集团→ 500000 CNY"]
      ),
      (
        "青禾控股集团、江南造船集团分别以30万元、50万元中标。",
        ["purchase →青禾控股集团 300000 CNY", "purchase →江南造船集团 500000 CNY"]
      ),
      (
        "三家企业共捐款60万元，青禾控股集团、江南造船集团、建设银行各20万元。",
        [
          "donation 青禾控股集团→ 200000 CNY", "donation 江南造船集团→ 200000 CNY",
          "donation 建设银行→ 200000 CNY",
        ]
      ),
    ])
  func oneToOne(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "who gives, by words that no lexicon has",
    arguments: [
      ("王秀兰捐款500元，“一滴水”捐款200元。", "donation 一滴水→ 200 CNY"),
      ("官府劝谕富户捐米三百石。", "donation 富户→ 300 石"),
      ("王建国、李红梅共同捐款100元。", "donation 王建国、李红梅→ 100 CNY"),
      ("石景山区工商联到养老院走访，捐款8万元。", "donation 石景山区工商联→ 80000 CNY"),
      ("青禾控股集团捐款20万元，加上员工捐款5万元。", "donation 员工→ 50000 CNY"),
      ("母校喜迎建校八十周年 校友捐款50万元", "donation 校友→ 500000 CNY"),
    ])
  func givers(text: String, expected: String) throws {
    #expect(try EventRoad.events(text).last == expected)
  }

  @Test(
    "rules, rumours and sums told again are no acts",
    arguments: [
      "第五条 对引进的项目，市财政给予50万元补助。",
      "对首次获评的企业，市财政一次性奖励50万元。",
      "青禾控股集团应于2022年3月1日前支付货款50万元。",
      "网传武汉大学捐款100万元。",
      "青禾控股集团捐款100万元的消息不实。",
      "市人大通过《市财政补助50万元方案》。",
      "青禾控股集团比去年多捐200万元。",
    ])
  func nothing(text: String) throws {
    #expect(try EventRoad.events(text) == [])
  }

  @Test("what a unit costs is not the price; what is spent buys or pays")
  func prices() throws {
    #expect(
      try EventRoad.events("青禾控股集团以总价5.6亿元、楼面价8000元/平方米竞得地块。")
        == ["purchase 青禾控股集团→ 560000000 CNY 地块"])
    #expect(try EventRoad.events("王先生花50元吃了午饭。") == ["payment 王先生→ 50 CNY"])
  }

  @Test("to whom a purchase of a firm was done is what was bought")
  func targets() throws {
    #expect(
      try EventRoad.events("青禾控股集团以3亿元完成对江南造船集团的全部股权收购。")
        == ["acquisition 青禾控股集团→ 300000000 CNY 江南造船集团"])
  }

  @Test("labelled lines without a sum tell who gave what")
  func labels() throws {
    #expect(
      try EventRoad.events("捐赠方：青禾控股集团\n受赠方：武汉大学\n捐赠物资：呼吸机10台")
        == ["donation 青禾控股集团→武汉大学 10 台 呼吸机"])
  }
}
