// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuExtract

@Suite("Units of tables")
struct ColumnReaderTests {
  @Test(
    "a line, a heading or a column states the unit",
    arguments: [
      ("单位：万元\n街道  户数  总投资\n东门街道  29  8750", ["87500000 CNY"]),
      ("单位：万元\n项目 本期数 上年同期\n成本 29 8750", ["290000 CNY", "87500000 CNY"]),
      ("单位：万元\n收入 320\n支出 280", ["3200000 CNY", "2800000 CNY"]),
      ("表1（单位均为万元）\n街道  总投资\n东门街道  8750", ["87500000 CNY"]),
      ("项目  金额（单位：万元）\n修路  75", ["750000 CNY"]),
      ("捐款名单 金额：元\n王建国500、李梅300", ["500 CNY", "300 CNY"]),
      ("单位：亿元\n机构  余额  比年初增加\n甲银行  118  -1.6", ["11800000000 CNY", "-160000000 CNY"]),
      ("捐款名单 金额：元\n王建国、李梅　500\n周强　300", ["500 CNY", "300 CNY"]),
      ("单位：元/吨\n品名  均价\n玉米  2400", ["2400 CNY"]),
      ("监督单位：元氏县财政局\n姓名  数目\n王建国  500", []),
    ])
  func sums(text: String, expected: [String]) {
    let found = Road.found(text, "amount", "currency").filter { $0.type == .amount }
    #expect(found.map { $0.values.joined(separator: " ") } == expected)
  }

  @Test(
    "years are headings",
    arguments: [
      ("指标(亿元)\t2021\t2022\n营业收入\t10.1\t11.2", ["1010000000", "1120000000"]),
      ("项目(单位:万元)\t2022\t2023\n修路\t120\t130", ["1200000", "1300000"]),
      ("单位:万元\n项目  2022  2023\n修路  120  130", ["1200000", "1300000"]),
      ("单位:亿元\n指标\t2021\t2022\t2023\n产值\t1\t2\t3", ["100000000", "200000000", "300000000"]),
      ("单位:万元\n项目\t2022\t2023\t增长率\n修路\t120\t130\t8", ["1200000", "1300000"]),
      ("地区\t收入(万元)\n\t2022\t2023\n东区\t120\t130", ["1200000", "1300000"]),
      ("地区\t收入(万元)\t\t备注\n\t2022年\t2023年\n东区\t120\t130\t7", ["1200000", "1300000"]),
      ("地区  收入(万元)\n  2022  2023\n东区  120  130", ["1200000", "1300000"]),
      ("序号\t地区\t收入(万元)\t\n\t\t2022\t2023\n1\t东区\t120\t130", ["1200000", "1300000"]),
      ("县\t金额(万元)\t\t\n\t中央\t省级\t县级\n东县\t60\t30\t20", ["600000", "300000", "200000"]),
      ("县\t个数\t金额(万元)\n\t\t合计\t修路\n东县\t3\t60\t30", ["600000", "300000"]),
      // A year is a number like others where no row of years begins a table.
      ("名称\t投资(万元)\t补助(万元)\n修路\t2022\t2050", ["20220000", "20500000"]),
      ("名称\t投资(万元)\n修路\t100\n建桥\t2022", ["1000000", "20220000"]),
    ])
  func years(text: String, expected: [String]) {
    let found = Road.found(text, "amount").filter { $0.type == .amount }
    #expect(found.map { $0.values.joined(separator: " ") } == expected)
  }

  @Test(
    "of a row with fewer cells the first are missing, or the last where its numbers fit so",
    arguments: [
      ("单位\t金额（万元）\t备注\n青禾\t50\n合计\t50", ["500000", "500000"]),
      ("序号\t单位\t金额（万元）\n1\t青禾\t50\n合计\t50", ["500000", "500000"]),
    ])
  func missing(text: String, expected: [String]) {
    let found = Road.found(text, "amount").filter { $0.type == .amount }
    #expect(found.map { $0.values.joined(separator: " ") } == expected)
  }

  @Test(
    "between tabs a cell may be empty",
    arguments: [
      ("地区\t项目\t收入(万元)\n东区\t修路\t120\n\t建桥\t130", ["1200000", "1300000"]),
      ("序号\t名称\t收入(万元)\t人数\n1\t东区\t\t30\n2\t西区\t50\t60", ["500000"]),
      ("名称\t\t收入(万元)\t人数\n东区\t120\t30", ["1200000"]),
    ])
  func empties(text: String, expected: [String]) {
    let found = Road.found(text, "amount").filter { $0.type == .amount }
    #expect(found.map { $0.values.joined(separator: " ") } == expected)
  }

  @Test("the unit behind a currency is its own")
  func currencies() {
    for (money, code) in [("港币", "HKD"), ("人民币", "CNY")] {
      let text = "单位：\(money)千元\n门店  营业收入\n东门店  640"
      let found = Road.found(text, "amount", "currency")
      #expect(found.last?.values == ["640000", code])
    }
  }

  @Test("a column under 单位 or 计量单位 has the units of the rows")
  func rows() {
    for heading in ["单位", "计量单位"] {
      let found = Road.found("品名  \(heading)  数量\n水泥  吨  35", "quantity", "unit")
      #expect(found.map(\.values) == [["35", "t"]])
    }
    #expect(Road.found("品名  送货单位  数量\n水泥  吨  35", "quantity", "unit").isEmpty)
  }
}
