// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing

@testable import ZhailuEvents

@Suite("EventReader")
struct EventReaderTests {
  @Test(
    "a payment behind a purchase is its price only where nothing says otherwise",
    arguments: [
      ("支付房款86万元", true), ("付款86万元", true), ("支付了全部价款86万元", true),
      ("共支付86万元", true), ("支付86万元购房款", true),
      ("支付违约金86万元", false), ("支付罚款86万元", false), ("支付工资86万元", false),
      ("支付契税86万元", false), ("支付86万元违约金", false), ("先支付86万元", false),
      ("首期支付86万元", false), ("预付86万元", false), ("退还86万元", false),
    ])
  func price(clause: String, isPrice: Bool) throws {
    let events = try EventRoad.events("青禾控股集团购买商品房一套,\(clause)。")
    let purchase = try #require(events.first { $0.hasPrefix("purchase") })
    #expect(purchase.contains("860000") == isPrice)
  }

  private static let declared = "青禾控股集团(以下简称“公司”)今日发布公告。\n"

  @Test("who was carried over signs with the one named: nothing between their mentions counts")
  func signs() throws {
    let text = Self.declared + "董事会与管理层到会。\n公司、上海银行签约投资,出资10亿元。"
    #expect(try EventRoad.events(text).last == "investment 青禾控股集团、上海银行→ 1000000000 CNY")
  }

  @Test("公司、上海银行签约, n times: in linear time")
  func isLinear() throws {
    func read(_ count: Int) throws {
      let line = "公司、上海银行拟签约投资,出资10亿元。\n"
      _ = try EventRoad.records(Self.declared + String(repeating: line, count: count))
    }
    let ratio = try ProcessorTime.ratio(
      of: { try read(4000) }, to: { try read(1000) }, below: 8)
    #expect(ratio < 8)
  }

  @Test("sums of two currencies over two receivers: both to both")
  func currencies() throws {
    let events = try EventRoad.events("青禾控股集团向武汉大学、北京大学捐赠5000万元、300万美元。")
    #expect(
      events == [
        "donation 青禾控股集团→武汉大学、北京大学 50000000 CNY",
        "donation 青禾控股集团→武汉大学、北京大学 3000000 USD",
      ])
  }

  @Test(
    "what was owed is paid; who got the one gets the other; 其中 goes on; one's money is one's own",
    arguments: [
      ("市财政局发放补偿款50万元。", ["payment 市财政局→ 500000 CNY"]),
      ("市财政局发放补贴50万元。", ["support 市财政局→ 500000 CNY"]),
      (
        "青禾控股集团向武汉大学捐款200万元,并赠送电脑20台。",
        [
          "donation 青禾控股集团→武汉大学 2000000 CNY",
          "donation 青禾控股集团→武汉大学 20 台 电脑",
        ]
      ),
      (
        "全市企业捐款1000万元。其中,青禾控股集团50万元,江南造船集团30万元。",
        [
          "donation 全市企业→ 10000000 CNY", "donation 青禾控股集团→ 500000 CNY",
          "donation 江南造船集团→ 300000 CNY",
        ]
      ),
      (
        "张建国捐款500元,李秀英300元,村主任李勇1500元。",
        ["donation 张建国→ 500 CNY", "donation 李秀英→ 300 CNY", "donation 村主任李勇→ 1500 CNY"]
      ),
      (
        "青禾控股集团将22套住房卖给武汉大学,价款4400万元。",
        ["sale 青禾控股集团→武汉大学 44000000 CNY 22 套 住房"]
      ),
    ])
  func goesOn(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }
}
