// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("What things and those who give and take are called")
struct EventNamingTests {
  @Test(
    "a noun that stands alone beside the verb is what was bought, sold or let off",
    arguments: [
      ("青禾控股集团以1.2亿元买下红星剧场。", ["purchase 青禾控股集团→ 120000000 CNY 红星剧场"]),
      ("青禾控股集团以350万元拍得《渔归图》。", ["purchase 青禾控股集团→ 3500000 CNY 《渔归图》"]),
      ("王建国花12万元买下镇上的旧仓库。", ["purchase 王建国→ 120000 CNY 仓库"]),
      ("青禾控股集团把旧船卖掉，得款14万元。", ["sale 青禾控股集团→ 140000 CNY 旧船"]),
      ("青禾控股集团为商户免除了展位费。", ["exemption 青禾控股集团→商户 展位费"]),
      ("青禾控股集团为武汉大学捐建了康复训练室。", ["donation 青禾控股集团→武汉大学 训练室"]),
      ("青禾控股集团寄来《农事手册》500册。", ["donation 青禾控股集团→ 500 册 《农事手册》"]),
    ])
  func nouns(text: String, expected: [String]) throws { try EventRoad.expect(text, expected) }

  @Test("of what there are so many, one verb says for the next one too")
  func items() throws {
    try EventRoad.expect(
      "青禾控股集团捐赠口罩1万只，江南造船集团捐赠2万只。",
      ["donation 青禾控股集团→ 10000 只 口罩", "donation 江南造船集团→ 20000 只 口罩"])
    try EventRoad.expect(
      "青禾控股集团捐赠口罩1万只，江南造船集团捐赠2万箱。",
      ["donation 青禾控股集团→ 10000 只 口罩", "donation 江南造船集团→ 20000 箱"])
  }

  @Test(
    "prepositions in what is told of those who receive",
    arguments: [
      ("青禾控股集团向奋战在抗疫一线的医护人员捐赠口罩5000只。", "donation 青禾控股集团→奋战在抗疫一线的医护人员"),
      ("青禾控股集团向来自20个县的学生发放助学金30万元。", "support 青禾控股集团→来自20个县的学生"),
      ("青禾控股集团在武汉向医护人员捐赠口罩5000只。", "donation 青禾控股集团→医护人员"),
      ("中国农业银行向林场职工刘海波、张凤山分别发放贷款15万元、20万元。", "loan 中国农业银行→林场职工刘海波"),
    ])
  func described(text: String, expected: String) throws {
    let first = try EventRoad.events(text).first?.split(separator: " ").prefix(2)
    #expect(first?.joined(separator: " ") == expected)
  }

  @Test(
    "who acts, beside why and what else is told of him",
    arguments: [
      ("武汉大学因周转困难向中国农业银行借款20万元。", ["loan 中国农业银行→武汉大学 200000 CNY"]),
      ("同村的王大勇从中国农业银行借到4万元。", ["loan 中国农业银行→王大勇 40000 CNY"]),
      ("青禾控股集团与中国农业银行签订合同，取得贷款1亿元。", ["loan 中国农业银行→青禾控股集团 100000000 CNY"]),
      ("青禾控股集团与中国农业银行签订合同，向其贷款1亿元。", ["loan 中国农业银行→青禾控股集团 100000000 CNY"]),
      ("武汉慈善总会成立，由青禾控股集团发起。", ["setup 青禾控股集团→ 武汉慈善总会"]),
      ("武汉慈善总会成立，由青禾控股集团管理。", ["setup → 武汉慈善总会"]),
    ])
  func actors(text: String, expected: [String]) throws { try EventRoad.expect(text, expected) }

  @Test(
    "whose the goods were that are bought",
    arguments: [
      ("青禾控股集团收购农户的枸杞2吨。", "purchase 青禾控股集团→农户"),
      ("青禾控股集团购买江南造船集团的装载机两台。", "purchase 青禾控股集团→江南造船集团"),
      ("青禾控股集团采购医护人员的防护服500套。", "purchase 青禾控股集团→"),
    ])
  func owners(text: String, expected: String) throws {
    let first = try EventRoad.events(text).first?.split(separator: " ").prefix(2)
    #expect(first?.joined(separator: " ") == expected)
  }

  @Test("a firm that is bought, by its name behind 对")
  func targets() throws {
    try EventRoad.expect(
      "青禾控股集团以5.2亿元完成对南浔晶泰膜业的收购。",
      ["acquisition 青禾控股集团→ 520000000 CNY 南浔晶泰膜业"])
  }

  @Test(
    "what is for a purpose, ordered, or so much for each is none",
    arguments: [
      ("市财政局下达资金6800万元，其中用于购置救护车2600万元。", ["support 市财政局→ 68000000 CNY"]),
      ("判令青禾控股集团赔偿王某2000元，由江南造船集团赔偿200元。", []),
      ("青禾控股集团以6.8元/股的价格收购江南造船集团300万股。", ["acquisition 青禾控股集团→ 3000000 股"]),
    ])
  func none(text: String, expected: [String]) throws { try EventRoad.expect(text, expected) }

  @Test("a clause that goes on has its price, but no sum of the next verb")
  func prices() throws {
    try EventRoad.expect(
      "青禾控股集团从武汉大学购进图书1.2万册，货款28万元。",
      ["purchase 青禾控股集团→武汉大学 280000 CNY 12000 册 图书"])
    try EventRoad.expect(
      "青禾控股集团购进客车6辆，80万元借给武汉大学。",
      ["purchase 青禾控股集团→ 6 辆 客车", "loan 青禾控股集团→武汉大学 800000 CNY"])
  }
}
