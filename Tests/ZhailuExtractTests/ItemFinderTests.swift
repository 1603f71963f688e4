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
      ("全国已有4000多位民营企业家投身光彩事业", "企业家"), ("与5家海外经销商签订合同", "经销商"),
      ("8家A股上市公司公布年报", "公司"), ("200名由企业推荐的技术骨干", "骨干"), ("30多家鞋企组团参展", "鞋企"),
      ("600多名洛杉矶和加州各界人士", "人士"),
    ])
  func kinds(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test(
    "nouns before the number",
    arguments: [
      ("新增学位260个。", "学位"), ("地下停车位75个。", "停车位"), ("护林工人58名，", "工人"),
      ("抽水车7台，", "抽水车"), ("添置各式缝纫机33台。", "缝纫机"),
      ("安排项目14个。", "项目"), ("标准化厂房（一期）3栋。", "厂房"), ("题记十七则和塔", "题记"), ("购进杀青机8台，", "杀青机"),
      ("现存殿宇97间。", "殿宇"), ("添Ｘ光机两台，", "Ｘ光机"), ("赊来红砖三万块修补危房，", "红砖"),
    ])
  func before(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test(
    "the head of the noun phrase behind the unit",
    arguments: [
      ("8个世界杯比赛场地拆了围栏", "场地"), ("捐的两百台电热水器", "热水器"), ("十个文明服务示范旅行社是", "旅行社"),
      ("90多个第一次出远门的孩子", "孩子"), ("23个村级（社区）养老服务站", "服务站"),
      ("这两个队员实力相差不多", "队员"), ("41篇文章政治性都比较强", "文章"), ("36个大中城市中", "城市"),
      ("开设了8个各具特色的频道", "频道"), ("给53名“五保”老人送去粽子", "老人"),
      ("120个地块实打测产", "地块"), ("两部香港导演执导的新片", "新片"), ("说八条腿走路", "腿"),
      ("5套四川石窟艺术方面的书籍", "书籍"), ("最近三场比赛切尔西未尝胜果", "比赛"), ("两个进球一个来自点球", "进球"),
      ("四个学生骑了马", "学生"), ("推出240多项与体育、自然相关的活动", "活动"), ("两个和尚挑水", "和尚"),
      ("新设3家与出版直接相关的企业", "企业"), ("促进同4个国家友好关系的发展", "国家"), ("送到七个公社社员手中", "公社"),
      ("上映六种经典载具，", "载具"), ("这座桥7孔", "桥"), ("打了三口井。", "井"),
    ])
  func heads(text: String, item: String) throws {
    #expect(try self.item(text) == item, "\(text)")
  }

  @Test("a count right behind another one counts the same")
  func adjacent() throws {
    let quantities = try Road.records("倒塌房屋62户158间。").filter { $0.type == .quantity }
    #expect(quantities.map { $0.value.text("item") } == ["房屋", "房屋"])
  }

  @Test(
    "no item where none is named",
    arguments: [
      "外出求学210人。", "9家亏损，", "户数286户。", "4名符合条件，", "17个国家和地区", "打算挖80吨的水窖",
      "一夜最多起降三个架次。", "日均客流量23万人次。", "在全世界200多个国家和地区中", "这21%所代表的意义",
      "打进22球，", "基本法竟有六册之多", "折价归个人1070部，", "卖出1000万套销量", "连续两场都没失球，",
      "38个国家和国际组织承诺", "让用户百分之百地满意", "鱼中有11尾存活，", "30名教师和家长参加", "族谱、会议簿四十余册散失", "剧团演出194场，",
    ])
  func none(text: String) throws {
    #expect(try item(text) == nil, "\(text)")
  }
}
