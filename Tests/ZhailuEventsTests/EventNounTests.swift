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

  @Test(
    "who acts and who gets it, told by a clause before",
    arguments: [
      ("县里开旅馆的吴老板路过,第二天送来桌椅30套。", ["donation 县里开旅馆的吴老板→ 30 套 桌椅"]),
      ("西安市民王女士开着面包车,拉来帐篷18顶。", ["donation 西安市民王女士→ 18 顶 帐篷"]),
      ("信用社没有起诉,去年又贷给他七千元。", ["loan 信用社→他 7000 CNY 2019"]),
      (
        "青禾控股集团于3月10日被石景山区工商联罚款25万元,罚款已缴清。",
        ["payment 青禾控股集团→石景山区工商联 250000 CNY 2020-03-10"]
      ),
      ("青禾控股集团对困难商户延长租期,免除租金3万元。", ["exemption 青禾控股集团→困难商户 30000 CNY 租金"]),
      ("青禾控股集团宣布,贫困生学费全免。", ["exemption 青禾控股集团→贫困生 学费"]),
      ("石景山区工商联奖励举报人14人,发放奖金6.8万元。", ["support 石景山区工商联→举报人 68000 CNY"]),
      (
        "石景山区工商联给死者家属每人发放20万元,伤者5万元。",
        ["support 石景山区工商联→死者家属 200000 CNY", "support 石景山区工商联→伤者 50000 CNY"]
      ),
      ("中国建设银行向青禾控股集团授信1亿元,实际放款6000万元。", ["loan 中国建设银行→青禾控股集团 60000000 CNY"]),
      ("青禾控股集团收购了苹果900吨,货款108万元当日结清。", ["purchase 青禾控股集团→ 1080000 CNY 900 t 苹果"]),
    ])
  func tellsAcrossClauses(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }

  @Test(
    "what stands before and behind a verb without a word of a lexicon",
    arguments: [
      ("青禾控股集团把茶室借给昆曲票房。", ["loan 青禾控股集团→昆曲票房 茶室"]),
      ("【赔偿】青禾控股集团向武汉大学支付赔偿金2.8亿元。", ["payment 青禾控股集团→武汉大学 280000000 CNY"]),
      ("青禾控股集团向武汉大学送去贷款600万元。", ["loan 青禾控股集团→武汉大学 6000000 CNY"]),
      ("青禾控股集团作为支援方拨来资金50万元。", ["support 青禾控股集团→ 500000 CNY"]),
      ("武汉大学班费结余1286元全部捐出。", ["donation 武汉大学→ 1286 CNY"]),
      ("补助50万元由武汉大学领取。", []),
    ])
  func reads(text: String, expected: [String]) throws {
    #expect(try EventRoad.events(text) == expected)
  }
}
