// SPDX-License-Identifier: Apache-2.0
import Testing

/// Acts as whole documents tell them: notices, judgments, filings, reports of aid.
@Suite("Events in whole documents")
struct EventDocumentTests {
  @Test(
    "for whom an agency calls for tenders buys",
    arguments: [
      (
        "受武汉大学委托，长江招标有限公司组织了设备采购。\n品名\t数量\t中标单位\t中标价（万元）\n打印机\t4台\t江南造船集团\t5",
        "purchase 武汉大学→江南造船集团 50000 CNY 4 台 打印机"
      ),
      (
        "受武汉大学委托，长江招标有限公司对设备采购公开招标，中标人为江南造船集团，中标价168万元。",
        "purchase 武汉大学→江南造船集团 1680000 CNY"
      ),
    ])
  func clients(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "a part in a case that a label gives to a body is that body",
    arguments: [
      (
        "原告：江南造船集团。被告：青禾控股集团。2017年5月，原告向被告供应水泥1860吨。",
        "sale 江南造船集团→青禾控股集团 1860 t 水泥 2017-05"
      ),
      (
        "市财政局约谈了总包单位江南造船集团。1月20日，总包单位垫付68名民工工资92.4万元。",
        "payment 江南造船集团→68名民工 924000 CNY 2020-01-20"
      ),
    ])
  func roles(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "money that is put into an account, or handed on, is for whose account it is",
    arguments: [
      ("首笔赞助款400万元已于3月9日打入武汉大学账户。", "support →武汉大学 4000000 CNY 2020-03-09"),
      ("救助金20万元已汇入武汉大学账户。", "support →武汉大学 200000 CNY"),
      ("青禾控股集团捐款50万元。首批捐款31万元已拨付给受灾最重的3个乡镇。", "support →受灾最重的3个乡镇 310000 CNY"),
    ])
  func moved(text: String, expected: String) throws {
    #expect(try EventRoad.events(text).last == expected)
  }

  @Test(
    "who is called on pays; who takes money from somebody's hand got it",
    arguments: [
      ("市财政局督促一名包工头付清11名工人工资7.3万元。", "payment 一名包工头→11名工人 73000 CNY"),
      ("市财政局协调青禾控股集团垫付工资50万元。", "payment 青禾控股集团→ 500000 CNY"),
      ("石景山区工商联组织会员企业向武汉大学捐款20万元。", "donation 会员企业→武汉大学 200000 CNY"),
      ("来自驻马店的农民工王师傅从执行法官手中接过3.2万元工资款。", "payment 执行法官→来自驻马店的农民工王师傅 32000 CNY"),
      ("马占山从建设银行客户经理手中接过了15万元贷款。", "loan 建设银行客户经理→马占山 150000 CNY"),
      ("村民马学花从市财政局领到补贴1.6万元。", "support 市财政局→村民马学花 16000 CNY"),
    ])
  func hands(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "what is told of those who receive says which ones are meant",
    arguments: [
      ("市财政局拨款200万元，奖励交售棉花多的农户。", "support 市财政局→交售棉花多的农户 2000000 CNY"),
      ("市财政局奖励在全国比赛中夺金的15名教练员120万元。", "support 市财政局→在全国比赛中夺金的15名教练员 1200000 CNY"),
      ("青禾控股集团慰问了20名80岁以上老人，发放慰问金5万元。", "support 青禾控股集团→20名80岁以上老人 50000 CNY"),
      ("青禾控股集团捐赠消毒液2吨，定向用于武汉大学。", "donation 青禾控股集团→武汉大学 2 t 消毒液"),
    ])
  func described(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "filings of firms: entrusted loans, shares, prices behind other figures, new firms, rounds",
    arguments: [
      ("江南造船集团通过建设银行向青禾控股集团发放委托贷款2000万元。", "loan 江南造船集团→青禾控股集团 20000000 CNY"),
      ("江南造船集团完成对青禾控股集团80%股权的收购，对价2.88亿元。", "acquisition 江南造船集团→ 288000000 CNY 80 % 股权"),
      ("江南造船集团归还了建设银行的借款8000万元，原质押的1500万股解除质押。", "payment 江南造船集团→建设银行 80000000 CNY"),
      (
        "江南造船集团回购股份312.5万股，占总股本的0.78%，最高成交价为14元/股，成交总金额为4218万元。",
        "acquisition 江南造船集团→ 42180000 CNY 3125000 股 股份"
      ),
      (
        "青禾控股集团与江南造船集团共同出资设立武汉青江有限公司，注册资本1亿元，其中青禾控股集团出资6000万元。",
        "investment 青禾控股集团→武汉青江有限公司 60000000 CNY"
      ),
      ("青禾控股集团完成5000万元天使轮融资，投资方为江南造船集团。", "investment 江南造船集团→青禾控股集团 50000000 CNY"),
      ("“锐成芯”完成2亿元战略融资，投资方为江南造船集团。", "investment 江南造船集团→锐成芯 200000000 CNY"),
      ("建设银行为茶农开办“茶园贷”，已发放1.2亿元。", "loan 建设银行→ 120000000 CNY"),
    ])
  func filings(text: String, expected: String) throws {
    #expect(try EventRoad.events(text).last == expected)
  }

  @Test("the day on which reporters hear of an act is not its own")
  func heard() throws {
    let text = "7月20日，记者从市财政局获悉，市财政局拨付补助资金300万元。"
    #expect(try EventRoad.events(text) == ["support 市财政局→ 3000000 CNY"])
  }

  @Test("a headline may only describe who acts")
  func headlines() throws {
    let text = "市财政拨付500万元\n\n3月5日，武汉市财政局向武汉大学拨付500万元。"
    #expect(
      try EventRoad.events(text) == ["support 武汉市财政局→武汉大学 5000000 CNY 2020-03-05"])
  }

  @Test("a noun is the body named last that ends in it")
  func nouns() throws {
    let factory = "青禾控股集团旗下的江南纸厂投产，该厂已收购稻草430吨。"
    #expect(try EventRoad.events(factory) == ["purchase 江南纸厂→ 430 t 稻草"])
    let museum = "山西青铜博物馆收到文物一件。山西省图书馆向武汉大学赠书20册。博物馆同时宣布，免收学生门票20万元。"
    #expect(
      try EventRoad.events(museum).first == "exemption 山西青铜博物馆→学生 200000 CNY 门票")
  }
}
