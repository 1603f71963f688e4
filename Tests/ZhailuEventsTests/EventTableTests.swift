// SPDX-License-Identifier: Apache-2.0
import Testing

/// Acts that rows of tables tell under their headings.
@Suite("Events in tables")
struct EventTableTests {
  @Test(
    "headings say who gave, what, how many and when",
    arguments: [
      (
        "捐赠单位\t物资名称\t数量\t受赠单位\n青禾控股集团\t口罩\t200箱\t武汉大学\n王建国\t棉被\t40床\t武汉大学",
        ["donation 青禾控股集团→武汉大学 200 箱 口罩", "donation 王建国→武汉大学 40 床 棉被"]
      ),
      (
        "序号　捐款单位（个人）　　金额（万元）　　日期\n1　　　青禾控股集团　　　　50　　　　　　2.3",
        ["donation 青禾控股集团→ 500000 CNY 2020-02-03"]
      ),
      (
        "借款方 | 出借方 | 借款金额（万元）\n--- | --- | ---\n江南造船集团 | 建设银行 | 50",
        ["loan 建设银行→江南造船集团 500000 CNY"]
      ),
      (
        "日期 捐赠人 捐赠内容 价值（元） 备注\n2月3日 青禾控股集团 现金 50000\n2月4日 王建国 口罩200只 600 已入库",
        [
          "donation 青禾控股集团→ 50000 CNY 2020-02-03",
          "donation 王建国→ 600 CNY 200 只 口罩 2020-02-04",
        ]
      ),
    ])
  func headings(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "what stands above a table says of what act it is, and who is on the side that has no column",
    arguments: [
      (
        "武汉慈善总会收到捐款公示\n姓名/单位\t金额（元）\n王建国\t500\n李红梅夫妇\t2000",
        ["donation 王建国→武汉慈善总会 500 CNY", "donation 李红梅夫妇→武汉慈善总会 2000 CNY"]
      ),
      (
        "一、采购人：武汉大学\n二、中标结果\n品名\t数量\t中标单位\t中标价（万元）\n打印机\t4台\t江南造船集团\t5",
        ["purchase 武汉大学→江南造船集团 50000 CNY 4 台 打印机"]
      ),
      (
        "武汉大学2019年征集藏品一览表\n藏品名称\t征集方式\t来源\t价格（元）\n青铜器\t购买\t李明德\t36000\n地契\t捐赠\t张志远\t",
        ["purchase 武汉大学→李明德 36000 CNY 青铜器", "donation 张志远→武汉大学 地契"]
      ),
    ])
  func titles(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "totals, plans, what was not sold and tables of figures tell nothing",
    arguments: [
      "捐赠单位\t金额（万元）\n合计\t50",
      "2019年采购计划\n采购人\t品名\t采购金额（万元）\n武汉大学\t打印机\t50",
      "采购人\t供应商\t中标金额（万元）\n武汉大学\t流标\t—",
      "企业名称\t产值（万元）\t利润（万元）\n青禾控股集团\t50\t20",
      "借款人\t贷款余额（万元）\n青禾控股集团\t50",
    ])
  func nothing(text: String) throws {
    #expect(try EventRoad.events(text) == [])
  }

  @Test("同上 and an empty cell have who stands in the row before")
  func rowBefore() throws {
    let text = "采购人\t供应商\t中标金额（万元）\n武汉大学\t江南造船集团\t50\n同上\t青禾控股集团\t20\n\t建设银行\t3"
    #expect(
      try EventRoad.events(text) == [
        "purchase 武汉大学→江南造船集团 500000 CNY", "purchase 武汉大学→青禾控股集团 200000 CNY",
        "purchase 武汉大学→建设银行 30000 CNY",
      ])
  }

  @Test(
    "labelled lines tell together what a row would",
    arguments: [
      (
        "一、采购人：武汉大学\n二、预算金额：60万元\n三、中标供应商：江南造船集团\n四、中标金额：50万元",
        ["purchase 武汉大学→江南造船集团 500000 CNY"]
      ),
      (
        "招标人：武汉大学\n中标单位：青禾控股集团\n中标价：12万元\n中标单位：江南造船集团\n中标价：30万元",
        ["purchase 武汉大学→青禾控股集团 120000 CNY", "purchase 武汉大学→江南造船集团 300000 CNY"]
      ),
      (
        "捐赠人：王建国\n捐赠金额：5万元\n捐赠时间：2019年4月3日\n受赠单位：武汉大学",
        ["donation 王建国→武汉大学 50000 CNY 2019-04-03"]
      ),
      (
        "采购人： 武汉大学 联系人：王建国\n中标供应商：江南造船集团 中标金额：50万元",
        ["purchase 武汉大学→江南造船集团 500000 CNY"]
      ),
      ("采购人：武汉大学\n预算金额：60万元\n联系人：王建国", []),
      // A label may be a cell of its own.
      (
        "采购人\t武汉大学\n中标供应商\t江南造船集团\n中标金额\t50万元",
        ["purchase 武汉大学→江南造船集团 500000 CNY"]
      ),
      (
        "| 捐赠人 | 王建国 | 受赠单位 | 武汉大学 |\n| 捐赠金额（元） | 5万元 | 备注 | 无 |",
        ["donation 王建国→武汉大学 50000 CNY"]
      ),
      ("采购人\t武汉大学\n预算金额\t60万元", []),
    ])
  func labels(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }
}
