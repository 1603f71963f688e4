// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("Ways of telling who gives, what, and to whom")
struct EventWordingTests {
  @Test("a verb before a noun is none, but where how much of it there is stands behind the noun")
  func nouns() throws {
    try EventRoad.expect("青禾控股集团采购人员防护服500套。", ["purchase 青禾控股集团→ 500 套 防护服"])
    try EventRoad.expect("青禾控股集团捐赠仪式。", [])
    try EventRoad.expect("青禾控股集团捐赠的标准是每人50元。", [])
    try EventRoad.expect("青禾控股集团采购合同5份。", [])
  }

  @Test("将 moves what stands before the verb, and else tells what is to be")
  func moved() throws {
    try EventRoad.expect(
      "青禾控股集团将首批筹得的300万元汇给武汉大学。", ["donation 青禾控股集团→武汉大学 3000000 CNY"])
    try EventRoad.expect("青禾控股集团将首批向武汉大学捐款300万元。", [])
  }

  @Test("what was done to those who receive says which ones are meant")
  func descriptions() throws {
    try EventRoad.expect(
      "青禾控股集团向被洪水围困的群众捐赠面包5吨。",
      ["donation 青禾控股集团→被洪水围困的群众 5 t 面包"])
    try EventRoad.expect("向武汉大学由青禾控股集团捐赠电脑5台。", ["donation 青禾控股集团→武汉大学 5 台 电脑"])
  }

  @Test("who signs for it receives, and goes on acting")
  func signers() throws {
    try EventRoad.expect(
      "青禾控股集团捐赠的电脑10台由武汉大学签收。", ["donation 青禾控股集团→武汉大学 10 台 电脑"])
    try EventRoad.expect(
      "青禾控股集团捐赠的电脑10台由武汉大学管理。", ["donation 青禾控股集团→ 10 台 电脑"])
  }

  @Test("who gave it is said of what was received")
  func givers() throws {
    try EventRoad.expect(
      "武汉大学领到青禾控股集团拨来的5万元。", ["support 青禾控股集团→武汉大学 50000 CNY"])
  }

  @Test("sums for each come to what all together got; of several givers each gave his own")
  func totals() throws {
    try EventRoad.expect(
      "青禾控股集团为60名孤儿每人捐助500元,共3万元。",
      ["donation 青禾控股集团→60名孤儿 30000 CNY"])
    try EventRoad.expect(
      "青禾控股集团为60名孤儿每人捐助500元。", ["donation 青禾控股集团→60名孤儿 500 CNY"])
  }

  @Test("pairs behind one who got a part are of those who got the others")
  func parts() throws {
    try EventRoad.expect(
      "市财政局拨付补助900万元,其中武汉大学获得600万元,北京大学300万元。",
      [
        "support 市财政局→武汉大学 6000000 CNY", "support 市财政局→北京大学 3000000 CNY",
      ])
    try EventRoad.expect(
      "青禾控股集团捐款60万元,江南造船集团30万元。",
      ["donation 青禾控股集团→ 600000 CNY", "donation 江南造船集团→ 300000 CNY"])
  }

  @Test("another one that gives too gives to the same")
  func too() throws {
    try EventRoad.expect(
      "市财政局奖励武汉大学5万元,青禾控股集团也补助了3万元。",
      ["support 市财政局→武汉大学 50000 CNY", "support 青禾控股集团→武汉大学 30000 CNY"])
    try EventRoad.expect(
      "市财政局奖励武汉大学5万元,青禾控股集团捐款3万元。",
      ["support 市财政局→武汉大学 50000 CNY", "donation 青禾控股集团→ 30000 CNY"])
  }

  @Test("names side by side are as many persons, and 三人 behind them is none")
  func persons() throws {
    try EventRoad.expect(
      "与他同班的林美珍、陈志强、王建华三人各捐20万元。",
      ["林美珍", "陈志强", "王建华"].map { "donation \($0)→ 200000 CNY" })
  }

  @Test("a person's name before a word that says how; nobody of a part before")
  func names() throws {
    try EventRoad.expect(
      "青禾控股集团捐款5万元;司机王某分两次捐款3万元。",
      ["donation 青禾控股集团→ 50000 CNY", "donation 司机王某→ 30000 CNY"])
  }

  @Test("what each of those in the clause before got")
  func each() throws {
    try EventRoad.expect(
      "青禾控股集团慰问3名患病职工,每人领到2000元。",
      ["support 青禾控股集团→3名患病职工 2000 CNY"])
    try EventRoad.expect("青禾控股集团慰问3名患病职工,每人都很高兴。", [])
  }

  @Test("one thing that no lexicon has, behind 把; and what stands before 是…的")
  func told() throws {
    try EventRoad.expect("青禾控股集团把腾空的旧营房借给武汉大学。", ["loan 青禾控股集团→武汉大学 营房"])
    try EventRoad.expect("这批帐篷300顶是青禾控股集团捐赠的。", ["donation 青禾控股集团→ 300 顶 帐篷"])
    try EventRoad.expect("青禾控股集团把腾空的旧营房借出。", [])
  }

  @Test("a date that says who is meant is not that of the act")
  func dates() throws {
    try EventRoad.expect(
      "1957年建厂的青禾控股集团向武汉大学捐款5万元。", ["donation 青禾控股集团→武汉大学 50000 CNY"])
    try EventRoad.expect(
      "1957年青禾控股集团向武汉大学捐款5万元。",
      ["donation 青禾控股集团→武汉大学 50000 CNY 1957"])
  }

  @Test("whom the clause before is about receives; who governs tells of others")
  func topics() throws {
    try EventRoad.expect(
      "武汉大学失火,青禾控股集团赔付5万元。", ["payment 青禾控股集团→武汉大学 50000 CNY"])
    try EventRoad.expect(
      "武汉大学失火,青禾控股集团捐款5万元。", ["donation 青禾控股集团→ 50000 CNY"])
    try EventRoad.expect(
      "市财政局宣布,青禾控股集团赔付5万元。", ["payment 青禾控股集团→ 50000 CNY"])
  }

  @Test("what stands before a verb that gives to somebody")
  func before() throws {
    try EventRoad.expect(
      "拖欠的工资9万元昨晚全部发到了27名民工手里。", ["payment →27名民工 90000 CNY 2020-03-19TEV"])
    try EventRoad.expect(
      "青禾控股集团熬制凉茶20份,240袋免费送给武汉大学。", ["donation 青禾控股集团→武汉大学 20 份 凉茶"])
  }

  @Test("dues side by side are one item")
  func dues() throws {
    try EventRoad.expect(
      "武汉大学免收学费和住宿费5万元。", ["exemption 武汉大学→ 50000 CNY 学费和住宿费"])
    try EventRoad.expect("武汉大学免收住宿费5万元。", ["exemption 武汉大学→ 50000 CNY 住宿费"])
  }

  @Test("a verb of one character before goods and their count")
  func bare() throws {
    try EventRoad.expect("青禾控股集团购水泥30吨。", ["purchase 青禾控股集团→ 30 t 水泥"])
    try EventRoad.expect("青禾控股集团购水泥。", [])
  }

  @Test("公司 in a firm's notice is the firm named first")
  func notices() throws {
    let text = """
      证券代码:600001
      青禾控股集团公告
      江南造船集团现有员工30人。江南造船集团总部在上海。江南造船集团下设三厂。
      公司向中国建设银行归还借款3000万元。
      """
    #expect(
      try EventRoad.events(text) == ["payment 青禾控股集团→中国建设银行 30000000 CNY"])
  }

  @Test("what is served is not given, unless to somebody or by number")
  func services() throws {
    try EventRoad.expect("茶馆提供空调和茶叶。", [])
    try EventRoad.expect("青禾控股集团提供毛毯500条。", ["support 青禾控股集团→ 500 条 毛毯"])
  }

  @Test("what is spoken of before who acts is no part of him")
  func spokenOf() throws {
    try EventRoad.expect("苹果我买了两斤。", ["purchase 我→ 2 斤"])
  }

  @Test("whose money it is, behind the verb again, receives none of it")
  func ownMoney() throws {
    try EventRoad.expect(
      "中央财政下达2020年中央财政救灾补助资金70亿元。", ["support 中央财政→ 7000000000 CNY"])
  }

  @Test("words for goods that touch are one thing")
  func compounds() throws {
    try EventRoad.expect(
      "青禾控股集团向武汉大学赠送书包和文具用品。",
      ["donation 青禾控股集团→武汉大学 书包", "donation 青禾控股集团→武汉大学 文具用品"])
  }

  @Test("money that is got ready for somebody is a gift")
  func handed() throws {
    try EventRoad.expect("张建国拿出200元钱给老人。", ["donation 张建国→老人 200 CNY"])
  }
}
