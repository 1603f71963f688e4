// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

/// What a quantity counts: the noun next to its unit, or none.
@Suite struct ItemFinderTests {
  /// The item of the only quantity in a text.
  private func item(_ text: String) throws -> String? {
    let quantities = try Road.records(text).filter { $0.type == .quantity }
    try #require(quantities.count == 1, "\(text)")
    return quantities[0].value.text("item")
  }

  @Test(
    "a measure word looks for a noun of its kind",
    arguments: [
      ("安排500名下岗职工就业", "职工"), ("减免174家商户租金", "商户"), ("三位会计轮班点钞", "会计"),
      ("4000余名来自各地的选手参赛", "选手"), ("2家不合格的小店", "小店"), ("30辆新能源公交车上线", "公交车"),
      ("59家基金公司管理资产", "公司"), ("百余名师生下村种树", "师生"),
    ])
  func kinds(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test(
    "nouns before the number",
    arguments: [
      ("增设宿位84个。", "宿位"), ("汽车停车位120个。", "停车位"), ("环卫工人340名，", "工人"),
      ("发电车18台，", "发电车"), ("购进各类农机具46台。", "农机具"),
    ])
  func before(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test(
    "no item where none is named",
    arguments: [
      "外出务工630人。", "12家盈利，", "户数412户。", "3名达到标准，", "26个国家和地区", "想建50吨的土窑冷库",
      "一天只能飞六个架次。", "日均客流量58万人次。",
    ])
  func none(text: String) throws {
    #expect(try item(text) == nil, "\(text)")
  }
}
