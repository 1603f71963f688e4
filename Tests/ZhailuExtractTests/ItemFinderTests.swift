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
      ("安排500名下岗职工就业", "职工"), ("减免174家商户租金", "商户"), ("五位裁缝轮流量尺", "裁缝"),
      ("2000余名来自全国的骑手参赛", "骑手"), ("6家不达标的作坊", "作坊"), ("30辆新能源公交车上线", "公交车"),
      ("31家证券公司开门营业", "公司"), ("百余名官兵上山灭火", "官兵"),
    ])
  func kinds(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test(
    "nouns before the number",
    arguments: [
      ("新增学位260个。", "学位"), ("地下停车位75个。", "停车位"), ("护林工人58名，", "工人"),
      ("抽水车7台，", "抽水车"), ("添置各式缝纫机33台。", "缝纫机"),
    ])
  func before(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test(
    "no item where none is named",
    arguments: [
      "外出求学210人。", "9家亏损，", "户数286户。", "4名符合条件，", "17个国家和地区", "打算挖80吨的水窖",
      "一夜最多起降三个架次。", "日均客流量23万人次。",
    ])
  func none(text: String) throws {
    #expect(try item(text) == nil, "\(text)")
  }
}
