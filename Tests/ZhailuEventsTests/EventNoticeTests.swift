// SPDX-License-Identifier: Apache-2.0
import Testing

/// Acts as notices of firms, results of tenders and reports of courts tell them.
@Suite("Events in notices")
struct EventNoticeTests {
  @Test(
    "a notice by sections names the buyer once, behind the lots",
    arguments: [
      (
        "包1：\n供应商名称：江南造船集团\n供应商地址：青山区和平大道9号\n中标（成交）金额：4,386,000.00（元）\n"
          + "包2：\n供应商名称：青禾控股集团\n中标（成交）金额：95.8万元\n"
          + "九、联系方式\n1.采购人信息\n名 称：武汉大学\n2.采购代理机构信息\n名 称：长江招标有限公司",
        [
          "purchase 武汉大学→江南造船集团 4386000 CNY", "purchase 武汉大学→青禾控股集团 958000 CNY",
        ]
      ),
      (
        "中标供应商：江南造船集团\n成交（中标）金额：50万元\n采购单位：武汉大学\n代理机构：长江招标有限公司",
        ["purchase 武汉大学→江南造船集团 500000 CNY"]
      ),
    ])
  func sections(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "what winners of a tender are to pay is no act",
    arguments: ["代理服务费4.2万元由中标供应商向代理机构支付。", "交易服务费3万元，由成交供应商支付。"])
  func duties(text: String) throws {
    #expect(try EventRoad.events(text) == [])
  }

  @Test(
    "who bought stands behind the price, or before it",
    arguments: [
      ("这批设备以93万元成交，买受人为江南造船集团。", "purchase 江南造船集团→ 930000 CNY"),
      ("成交价5亿元，竞得人为江南造船集团。", "purchase 江南造船集团→ 500000000 CNY"),
      ("竞得人为江南造船集团，成交价93万元。", "purchase 江南造船集团→ 930000 CNY"),
    ])
  func buyers(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "who was fined goes on acting",
    arguments: [
      (
        "青禾控股集团因披露不及时，被湖北证监局责令改正，并于10月缴纳罚款30万元。",
        "payment 青禾控股集团→ 300000 CNY 2020-10"
      )
    ])
  func fines(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "dividends are what all got, and not what so many shares got",
    arguments: [
      (
        "青禾控股集团2月10日派发2019年度现金红利，每10股派1.2元，共派3.36亿元。",
        "payment 青禾控股集团→ 336000000 CNY 2020-02-10"
      ),
      (
        "2019年6月8日，青禾控股集团实施2018年度权益分派，合计派现2160万元。",
        "payment 青禾控股集团→ 21600000 CNY 2019-06-08"
      ),
    ])
  func dividends(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }

  @Test(
    "a verb before a noun says which one is meant; what goes on with a receipt has its receiver",
    arguments: [
      ("武汉大学以每股4.2元的价格认购青禾控股集团定向增发的2亿股。", ["investment 武汉大学→青禾控股集团 200000000 股"]),
      (
        "武汉大学2月收到湖北省财政厅拨来的补贴86万元、湖北省科学技术厅下达的项目经费500万元。",
        [
          "support 湖北省财政厅→武汉大学 860000 CNY 2020-02",
          "support 湖北省科学技术厅→武汉大学 5000000 CNY 2020-02",
        ]
      ),
      (
        "青禾控股集团付给武汉大学120万元，余下60万元分给了李强等7名供货商。",
        ["payment 青禾控股集团→武汉大学 1200000 CNY", "payment 青禾控股集团→李强等7名供货商 600000 CNY"]
      ),
      ("青禾控股集团把抵押的一辆宝马车变卖，得款31万元。", ["sale 青禾控股集团→ 310000 CNY"]),
      ("武汉海关抽检大豆37批。", ["inspection 武汉海关→ 37 批 大豆"]),
    ] as [(String, [String])])
  func wording(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "公司 is the firm that a notice begins with and that signs it",
    arguments: [
      "青禾控股集团有限公司重大事项说明\n江南造船集团公司占用资金。江南造船集团公司、江南造船集团公司未还。\n公司向武汉大学捐款50万元。\n青禾控股集团有限公司董事会\n2019年5月20日"
    ])
  func signed(text: String) throws {
    #expect(try EventRoad.events(text) == ["donation 青禾控股集团有限公司→武汉大学 500000 CNY"])
  }

  @Test(
    "what the clause before moves is sold, for the price that stands behind",
    arguments: [
      (
        "6月底，青禾控股集团将持有的棉纺厂全部股权挂牌，由江南造船集团以6150万元摘牌受让。",
        "acquisition 江南造船集团→ 61500000 CNY 股权 2020-06"
      ),
      ("青禾控股集团出售房产12套，买方为江南造船集团，价款1.39亿元。", "sale 青禾控股集团→江南造船集团 139000000 CNY 12 套 房产"),
      ("武汉市财政局将省级奖补资金60万元转给武汉大学。", "support 武汉市财政局→武汉大学 600000 CNY"),
      ("武汉市中级人民法院将首批拍卖款86万元发放给11名建筑工人。", "payment 武汉市中级人民法院→11名建筑工人 860000 CNY"),
      ("青禾控股集团投放饲料1200吨。青禾控股集团捐款5万元。", "donation 青禾控股集团→ 50000 CNY"),
      ("江南造船集团认购300万股，付款660万元。", "investment 江南造船集团→ 6600000 CNY 3000000 股"),
      ("青禾控股集团投资4.7亿元的工程昨日开工，向武汉大学捐款5万元。", "donation 青禾控股集团→武汉大学 50000 CNY 2020-03-19"),
    ])
  func prices(text: String, expected: String) throws {
    #expect(try EventRoad.events(text) == [expected])
  }
}
