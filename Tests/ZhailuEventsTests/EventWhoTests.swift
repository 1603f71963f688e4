// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("Who gives and who receives")
struct EventWhoTests {
  @Test(
    "who begins a sentence without the name of a body acts, and not who acted before",
    arguments: [
      ("饭馆老板得知后，送来盒饭200份。", "donation 饭馆老板→"),
      ("一家哄抬价格的药店被罚，并向13名顾客退款260元。", "payment 一家哄抬价格的药店→13名顾客"),
      ("九名老矿工凑了钱，把3600元捐给武汉大学。", "donation 九名老矿工→武汉大学"),
      ("退休教师赵桂兰，把积攒多年的2万元捐给武汉大学。", "donation 退休教师赵桂兰→武汉大学"),
      ("武汉大学毕业生周克来这里支教，捐出足球20个。", "donation 武汉大学毕业生周克→"),
      ("河北省行唐县东井村的农民王存田，捐出牛奶20箱。", "donation 河北省行唐县东井村的农民王存田→"),
    ])
  func subjects(text: String, expected: String) throws {
    #expect(try who("青禾控股集团捐款50万元。" + text) == ["donation 青禾控股集团→", expected])
  }

  @Test(
    "a place receives nothing, whatever its name begins or ends with",
    arguments: ["湖北", "武汉", "武汉市", "唐山", "张家口", "徐州", "汶川县"])
  func places(place: String) throws {
    for text in ["青禾控股集团向\(place)捐款5万元。", "青禾控股集团捐给\(place)5万元。"] {
      #expect(try who(text) == ["donation 青禾控股集团→"])
    }
  }

  @Test(
    "who acts may be named behind a first act of his",
    arguments: ["除捐款80万元外，青禾控股集团还", "继捐款80万元后，青禾控股集团又", "青禾控股集团昨日来访。除捐款80万元外，还"])
  func kept(lead: String) throws {
    let text = "江南造船集团捐款5万元。\(lead)捐赠帐篷20顶。"
    #expect(try who(text).dropFirst() == ["donation 青禾控股集团→", "donation 青禾控股集团→"])
  }

  @Test(
    "what a body is stands before its name, and it acts",
    arguments: ["电商平台", "全资子公司", "合作银行", "服装品牌", "科研机构", "手机厂商"])
  func classes(noun: String) throws {
    let text = "江南造船集团董事长发言。\(noun)青禾控股集团在上周宣布，向武汉大学捐款5万元。"
    #expect(try who(text) == ["donation 青禾控股集团→武汉大学"])
  }

  @Test(
    "so many behind a gift act themselves; who is called on gives what is his",
    arguments: [
      ("青禾控股集团捐款80万元，三名小股东另捐12万元。", ["donation 青禾控股集团→", "donation 三名小股东→"]),
      ("青禾控股集团工会发动2300名员工捐款15万元。", ["donation 2300名员工→"]),
      ("石景山区工商联组织会员企业捐款20万元。", ["donation 会员企业→"]),
      ("石景山区工商联组织人员检查商户186户。", ["inspection 石景山区工商联→"]),
      ("一位来自上海的老人捐款20万元。", ["donation 一位来自上海的老人→"]),
      ("来自上海的志愿者捐款20万元。", ["donation 来自上海的志愿者→"]),
    ] as [(String, [String])])
  func givers(text: String, expected: [String]) throws {
    #expect(try who(text) == expected)
  }

  @Test(
    "a noun for a body means the one whose name ends so",
    arguments: [
      ("江南第一机床厂扩建。厂里购进机床12台。", "purchase 江南第一机床厂→"),
      ("武汉市博物馆昨日开放。王建国捐款5万元。去年，该馆购买展柜12台。", "purchase 武汉市博物馆→"),
      ("武汉市儿童医院昨日启用。青禾控股集团向该院血液科捐赠电视机10台。", "donation 青禾控股集团→该院血液科"),
      ("武汉大学昨日校庆。校友李国强向该校捐赠500万元。", "donation 校友李国强→武汉大学"),
    ])
  func nouns(text: String, expected: String) throws {
    #expect(try who(text).contains(expected))
  }

  @Test(
    "persons and bodies that act together",
    arguments: [
      ("侨商林国栋与武汉大学共同捐款30万元。", "donation 侨商林国栋、武汉大学→"),
      ("侨商林国栋与武汉大学合捐30万元。", "donation 侨商林国栋、武汉大学→"),
      ("他同侨商林国栋共同捐款3万元。", "donation 他、侨商林国栋→"),
      ("武汉大学收到青禾控股集团和一名教师捐款3万元。", "donation 青禾控股集团、一名教师→武汉大学"),
    ])
  func joint(text: String, expected: String) throws {
    #expect(try who(text) == [expected])
  }

  @Test("with whom a clause says that the one acts who acted before")
  func partners() throws {
    #expect(
      try who("青禾控股集团捐款5万元；3月，又与江南造船集团联合，为武汉大学提供补助6万元。").last
        == "support 青禾控股集团、江南造船集团→武汉大学")
  }

  @Test(
    "means and carriers do not give",
    arguments: [
      ("青禾控股集团经由市红十字会向武汉大学捐款5万元。", "donation 青禾控股集团→武汉大学"),
      ("青禾控股集团职工赶制棉衣3500件，由民兵送到灾民手中。", "donation 青禾控股集团职工→灾民"),
    ])
  func means(text: String, expected: String) throws {
    #expect(try who(text) == [expected])
  }

  @Test(
    "who receives",
    arguments: [
      ("市财政局拨款500万元，帮助缺水的十二个乡打井。", "support 市财政局→缺水的十二个乡"),
      ("市财政局拨款500万元，支援受灾的村民重建房屋。", "support 市财政局→受灾的村民"),
      ("青禾控股集团捐款15万元，为养老院换了锅炉。", "donation 青禾控股集团→养老院"),
      ("市财政局向去冬雪灾中受损的283户牧民发放补助6万元。", "support 市财政局→去冬雪灾中受损的283户牧民"),
      ("青禾控股集团给每户倒房户送去被子一床。", "donation 青禾控股集团→每户倒房户"),
      ("青禾控股集团替俱乐部向武汉大学补交罚款20万元。", "payment 青禾控股集团→武汉大学"),
      ("青禾控股集团将书桌3张捐给专程赶来的校长刘敏。", "donation 青禾控股集团→校长刘敏"),
      ("剪纸艺人周桂英的20件作品被青禾控股集团以3万元买下。", "purchase 青禾控股集团→剪纸艺人周桂英"),
      ("青禾控股集团与武汉大学签约，捐赠300万元。", "donation 青禾控股集团→武汉大学"),
      ("青禾控股集团捐给母校图书馆图书300册。", "donation 青禾控股集团→母校图书馆"),
    ])
  func receivers(text: String, expected: String) throws {
    #expect(try who(text) == [expected])
  }

  @Test("whom several clauses go to see gets what each of them brings")
  func visits() throws {
    #expect(
      try who("青禾控股集团和江南造船集团来到养老院，前者捐款3万元，后者捐款2万元。") == [
        "donation 青禾控股集团→养老院", "donation 江南造船集团→养老院",
      ])
  }

  /// Kind and parties of the events of a text.
  private func who(_ text: String) throws -> [String] {
    try EventRoad.events(text).map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
  }
}
