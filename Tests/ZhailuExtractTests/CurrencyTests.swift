// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRules
import ZhailuValues

/// Every currency of ISO 4217, by its code and by its Chinese names.
@Suite("Currencies")
struct CurrencyTests {
  /// The active codes of ISO 4217 but for funds, metals and tests.
  static let codes = """
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD \
    CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD \
    GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD \
    KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO \
    NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE \
    SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV \
    WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG
    """.split(separator: " ").map(String.init)

  /// English words and names: TOP 500, ALL 3 and COP29 are no money.
  static let neverBefore: Set = ["ALL", "TOP", "COP"]

  private func currencies(_ text: String) -> [String] {
    Road.records(text).filter { $0.type == .amount }.map {
      "\($0.text) \($0.value.text("amount") ?? "") \($0.value.text("currency") ?? "")"
    }
  }

  @Test("codes after and before a number", arguments: codes)
  func byCode(code: String) throws {
    let currency = code == "KZT" ? "KZT" : code
    #expect(currencies("售价500\(code)。") == ["500\(code) 500 \(currency)"])
    guard !Self.neverBefore.contains(code) else { return }
    #expect(currencies("售价\(code)500。") == ["\(code)500 500 \(currency)"])
    #expect(currencies("售价\(code) 1,500.50。") == ["\(code) 1,500.50 1500.5 \(currency)"])
  }

  @Test(
    "a name that begins as numerals go on ends the numeral",
    arguments: [
      ("500多哥法郎", "500 XOF"), ("500多米尼加比索", "500 DOP"), ("20几内亚法郎", "20 GNF"),
      ("3万那杜瓦图", "3 VUV"), ("5千里达及托巴哥元", "5 TTD"), ("3百慕大元", "3 BMD"),
      ("500多多布拉", "500 STN"),
    ])
  func namesAfterNumerals(sum: String, value: String) throws {
    #expect(currencies("共\(sum)。") == ["\(sum) \(value)"])
  }

  @Test("every currency has a Chinese name")
  func chineseNames() {
    let named = Set(
      Self.entries("currency-after").filter { !$0.form.utf8.allSatisfy { $0 < 128 } }
        .map(\.currency))
    #expect(Self.codes.filter { !named.contains($0) } == [])
  }

  @Test("every name and symbol after a number")
  func namesAfter() throws {
    for entry in Self.entries("currency-after") {
      let found = currencies("售价500\(entry.form)。")
      #expect(found == ["500\(entry.form) 500 \(entry.currency)"])
    }
  }

  @Test("every name and symbol before a number")
  func namesBefore() throws {
    for entry in Self.entries("currency-before") {
      let found = currencies("售价\(entry.form)500。")
      #expect(found == ["\(entry.form)500 500 \(entry.currency)"])
    }
  }

  @Test("元 is the article's own dollar, unless a word says the country")
  func home() throws {
    #expect(
      currencies("香港鐵路公司派息5000元，並捐出人民幣3萬元、5萬元人民幣、港幣2萬元及美元300元。") == [
        "5000元 5000 HKD", "人民幣3萬元 30000 CNY", "5萬元人民幣 50000 CNY", "港幣2萬元 20000 HKD",
        "美元300元 300 USD",
      ])
    #expect(
      currencies("臺北市政府補助2億元，另付人民幣2億元。") == [
        "2億元 200000000 TWD", "人民幣2億元 200000000 CNY",
      ])
  }

  @Test("$ is the article's own dollar, unless a code or a name behind it says the country")
  func dollar() throws {
    #expect(
      currencies("香港鐵路公司派發$500，其中$200 CAD、US$300及$400美元另計。") == [
        "$500 500 HKD", "$200 CAD 200 CAD", "US$300 300 USD", "$400美元 400 USD",
      ])
    #expect(
      currencies("香港鐵路公司派發$500，總投資（萬美元）：300。") == ["$500 500 HKD", "300 3000000 USD"])
    #expect(currencies("门票$500，退回¥300 JPY。") == ["$500 500 USD", "¥300 JPY 300 JPY"])
  }

  @Test("in simplified script names that only those there speak of say so")
  func homeInSimplified() throws {
    #expect(
      currencies("香港赛马会在港岛和新界的屋邨派发利是，共5000元。") == ["5000元 5000 HKD"])
    #expect(currencies("香港赛马会在成都捐款5000元。") == ["5000元 5000 CNY"])
  }

  @Test(
    "the country that was named last says whose a shared name is",
    arguments: [
      ("巴基斯坦灾民每户获2万卢比。", "2万卢比 20000 PKR"), ("到印度打工的尼泊尔人汇回3万卢比。", "3万卢比 30000 NPR"),
      ("伊朗人捐200里亚尔。", "200里亚尔 200 IRR"), ("每户获2万卢比。", "2万卢比 20000 INR"),
    ])
  func shared(text: String, expected: String) throws {
    #expect(currencies(text) == [expected])
  }

  @Test("元 of the Republic has no code")
  func old() throws {
    #expect(currencies("题\n1935年，商会捐款500元修桥。") == ["500元 500 XXX"])
    #expect(
      currencies("股本法币6000元，其中沈家出1500元。") == [
        "法币6000元 6000 XXX", "1500元 1500 XXX",
      ])
    #expect(currencies("1985年，商会捐款500元修桥。") == ["500元 500 CNY"])
  }

  static func entries(_ name: String) -> [(form: String, currency: String)] {
    let lexicon = Road.rules.lexicons.first { $0.name == name }!
    return lexicon.entries.indices.map { index in
      (lexicon.entries[index].form, lexicon.value("currency", of: index) ?? "")
    }
  }
}
