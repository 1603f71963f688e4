// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuExtract

@Suite("Units of tables")
struct ColumnReaderTests {
  @Test(
    "a line, a heading or a column states the unit",
    arguments: [
      ("单位：万元\n街道  户数  总投资\n东门街道  29  8750", ["87500000 CNY"]),
      ("表1（单位均为万元）\n街道  总投资\n东门街道  8750", ["87500000 CNY"]),
      ("项目  金额（单位：万元）\n修路  75", ["750000 CNY"]),
      ("捐款名单 金额：元\n王建国500、李梅300", ["500 CNY", "300 CNY"]),
    ])
  func sums(text: String, expected: [String]) throws {
    let found = try Road.found(text, "amount", "currency").filter { $0.type == .amount }
    #expect(found.map { $0.values.joined(separator: " ") } == expected)
  }

  @Test("the unit behind a currency is its own")
  func currencies() throws {
    for (money, code) in [("港币", "HKD"), ("人民币", "CNY")] {
      let text = "单位：\(money)千元\n门店  营业收入\n东门店  640"
      let found = try Road.found(text, "amount", "currency")
      #expect(found.last?.values == ["640000", code])
    }
  }

  @Test("a column under 单位 or 计量单位 has the units of the rows")
  func rows() throws {
    for heading in ["单位", "计量单位"] {
      let found = try Road.found("品名  \(heading)  数量\n水泥  吨  35", "quantity", "unit")
      #expect(found.map(\.values) == [["35", "t"]])
    }
    #expect(try Road.found("品名  送货单位  数量\n水泥  吨  35", "quantity", "unit").isEmpty)
  }
}
