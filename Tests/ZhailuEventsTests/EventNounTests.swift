// SPDX-License-Identifier: Apache-2.0
import Testing

@Suite("Events told by nouns and over clauses")
struct EventNounTests {
  @Test(
    "gifts by a noun, several at once, rounds of financing, fines, what is moved",
    arguments: [
      ("来自青禾控股集团的80万元捐款已经到位。", ["donation 青禾控股集团→ 800000 CNY"]),
      (
        "青禾控股集团先后三次捐款,分别为3万元、5万元和10万元。",
        ["donation 青禾控股集团→ 30000 CNY", "donation 青禾控股集团→ 50000 CNY", "donation 青禾控股集团→ 100000 CNY"]
      ),
      ("江南造船集团完成3亿元B轮融资,由青禾控股集团领投。", ["investment 青禾控股集团→江南造船集团 300000000 CNY"]),
      ("石景山区工商联对青禾控股集团处以12万元罚款,罚款已缴清。", ["payment 青禾控股集团→石景山区工商联 120000 CNY"]),
      ("青禾控股集团将旗下酒店以1500万元转让给武汉大学。", ["sale 青禾控股集团→武汉大学 15000000 CNY 酒店"]),
    ])
  func tells(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }
}
