// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("Which acts there are, of what and when")
struct EventActTests {
  @Test("so many villages receive, and are not given")
  func places() throws {
    try EventRoad.expect("青禾控股集团将500箱牛奶送到12个村。", ["donation 青禾控股集团→12个村 500 箱 牛奶"])
    try EventRoad.expect(
      "青禾控股集团把300床棉被发到受灾的4个街道的困难群众手中。",
      ["support 青禾控股集团→受灾的4个街道的困难群众 300 床 棉被"])
    try EventRoad.expect("青禾控股集团捐建小学3个。", ["donation 青禾控股集团→ 3 个 小学"])
  }

  @Test("a count before 的 says which thing is meant")
  func described() throws {
    try EventRoad.expect(
      "青禾控股集团把演出五场得来的票款2万元捐给武汉大学。", ["donation 青禾控股集团→武汉大学 20000 CNY"])
  }

  @Test("how big the one thing is counts nothing")
  func sizes() throws {
    try EventRoad.expect("青禾控股集团捐赠一台重18吨的起重机。", ["donation 青禾控股集团→ 起重机"])
    try EventRoad.expect("青禾控股集团捐赠一艘载重50吨的渔船。", ["donation 青禾控股集团→ 渔船"])
    try EventRoad.expect("青禾控股集团捐赠大米18吨。", ["donation 青禾控股集团→ 18 t 大米"])
  }

  @Test("less than one of a currency is what a share gets; small sums are paid")
  func small() throws {
    try EventRoad.expect("青禾控股集团派息0.42元。", [])
    try EventRoad.expect("青禾控股集团赔偿李某8元。", ["payment 青禾控股集团→李某 8 CNY"])
  }

  @Test("goods by the piece are bought, and no firms")
  func goods() throws {
    try EventRoad.expect("青禾控股集团收购古籍300册。", ["purchase 青禾控股集团→ 300 册 古籍"])
    try EventRoad.expect("青禾控股集团收购股份300万股。", ["acquisition 青禾控股集团→ 3000000 股 股份"])
    try EventRoad.expect("青禾控股集团收购酒店3家。", [])
  }

  @Test("nouns side by side before one count are one thing")
  func joined() throws {
    try EventRoad.expect("青禾控股集团捐赠大米、面粉5吨。", ["donation 青禾控股集团→ 5 t 大米、面粉"])
    try EventRoad.expect(
      "青禾控股集团捐赠口罩100只、护目镜50副。",
      ["donation 青禾控股集团→ 100 只 口罩", "donation 青禾控股集团→ 50 副 护目镜"])
  }

  @Test("what a notice says as a rule is no act, but what is done by one is")
  func rules() throws {
    try EventRoad.expect("《意见》规定,市财政给予企业补贴50万元。", [])
    try EventRoad.expect("根据规定,市财政局拨付50万元。", ["support 市财政局→ 500000 CNY"])
  }

  @Test("that somebody runs the body that gives is no act of its own")
  func runners() throws {
    try EventRoad.expect(
      "村民李强开办的青禾粮油行捐款5万元。", ["donation 青禾粮油行→ 50000 CNY"])
  }

  @Test("what is set up has the name that stands there")
  func names() throws {
    try EventRoad.expect(
      "青禾环保有限公司(以下简称“青禾环保”)是行业龙头。青禾环保成立于2016年11月3日。",
      ["setup → 青禾环保 2016-11-03"])
  }

  @Test("who stopped in the clause before takes up work again on the day that is told")
  func resumption() throws {
    try EventRoad.expect("武汉大学因疫情停课,3月1日复课。", ["resumption 武汉大学→ 2020-03-01"])
  }

  @Test("a firm bought whole, on a day that is told")
  func firms() throws {
    try EventRoad.expect("青禾控股集团2016年收购江南造船集团。", ["acquisition 青禾控股集团→ 江南造船集团 2016"])
    try EventRoad.expect("青禾控股集团收购江南造船集团。", [])
  }

  @Test("since when it was is when it was; a day of the thing, or of what is told of it, is not")
  func dates() throws {
    try EventRoad.expect(
      "2月以来,市财政局先后三次拨付防汛费1.5亿元。", ["support 市财政局→ 150000000 CNY 2020-02"])
    try EventRoad.expect(
      "今年2月1日,青禾控股集团已将2019年的奖学金13万元发到学生手中。",
      ["support 青禾控股集团→学生 130000 CNY 2020-02-01"])
    try EventRoad.expect(
      "青禾控股集团免除了商户4月、5月两个月的租金。", ["exemption 青禾控股集团→商户 租金"])
    try EventRoad.expect(
      "由青禾控股集团投资5200万元建成的博物馆去年12月28日开放。",
      ["investment 青禾控股集团→ 52000000 CNY"])
  }
}
