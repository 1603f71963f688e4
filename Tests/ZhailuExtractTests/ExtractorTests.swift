// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

@Suite("The whole road")
struct ExtractorTests {
  @Test(
    "a clause that begins with 两年前 counts from the day of print, where the year before it describes",
    arguments: [
      ("老人生于1935年,两年前搬到北京。", ["1935", "2018"]),
      ("这家2005年成立的公司,三年前上市。", ["2005", "2017"]),
      ("1958年产量比三年前增长两成。", ["1958", "1955"]),
      ("1958年,两年前的旧账还清了。", ["1958", "1956"]),
    ])
  func yearsBefore(text: String, expected: [String]) {
    let dates = Road.records(text).filter { $0.type == .date }
    #expect(dates.compactMap { $0.value.text("timex") } == expected)
  }

  @Test("amounts, with limits and without a currency")
  func amounts() {
    #expect(
      Road.found("减免金额超过40亿元。", "amount", "currency", "modifier") == [
        Found(type: .amount, text: "40亿元", values: ["4000000000", "CNY", "more_than"])
      ])
    #expect(
      Road.found("向灾区捐款200万。", "amount", "currency", "evidence") == [
        Found(type: .amount, text: "200万", values: ["2000000", "CNY", "implied: 捐款"])
      ])
  }

  @Test(
    "the end of a line and of the text end a clause",
    arguments: ["超员罚200。", "超员罚200", "超员罚200\n明天再说"])
  func lineEnds(text: String) {
    #expect(
      Road.found(text, "amount", "currency").filter { $0.type == .amount } == [
        Found(type: .amount, text: "200", values: ["200", "CNY"])
      ])
  }

  @Test("ranges of dates, in the solar and the lunar calendar")
  func dates() {
    #expect(
      Road.found("自1月25日-2月29日的租金", "start", "end") == [
        Found(type: .date, text: "1月25日-2月29日", values: ["2020-01-25", "2020-02-29"])
      ])
    #expect(
      Road.found("减免正月初一至初九的租金", "start", "end") == [
        Found(type: .date, text: "正月初一至初九", values: ["2020-01-25", "2020-02-02"])
      ])
    #expect(
      Road.found("连续6天6夜", "timex", "kind") == [
        Found(type: .date, text: "6天6夜", values: ["P6D", "duration"])
      ])
  }

  @Test("without a publication date nothing is guessed")
  func unanchored() {
    #expect(
      Road.found("3月18日开工", "timex", published: nil) == [
        Found(type: .date, text: "3月18日", values: ["XXXX-03-18"])
      ])
    #expect(
      Road.found("昨日开工", "timex", published: nil) == [
        Found(type: .date, text: "昨日", values: ["XXXX-XX-XX"])
      ])
  }

  @Test("counts of what is counted")
  func quantities() {
    #expect(
      Road.found("送到5省2市的20多家接收单位", "quantity", "unit", "item", "modifier") == [
        Found(type: .quantity, text: "5省", values: ["5", "省"]),
        Found(type: .quantity, text: "2市", values: ["2", "市"]),
        Found(type: .quantity, text: "20多家", values: ["20", "家", "接收单位", "more_than"]),
      ])
    #expect(
      Road.found("分别占70%和72%", "quantity", "unit") == [
        Found(type: .quantity, text: "70%", values: ["70", "%"]),
        Found(type: .quantity, text: "72%", values: ["72", "%"]),
      ])
    #expect(
      Road.found("消毒63849平方米", "quantity", "unit") == [
        Found(type: .quantity, text: "63849平方米", values: ["63849", "m2"])
      ])
  }

  @Test("Traditional and full-width text is found as it stands")
  func scripts() {
    #expect(
      Road.found("減免金額超過４０億元。", "amount", "modifier") == [
        Found(type: .amount, text: "４０億元", values: ["4000000000", "more_than"])
      ])
  }

  @Test("a mention across a page column has its line break in the text and none in the name")
  func columns() {
    let text = """
      区里开展慰问活动

      本报讯(记者王平)为支持社区工作,企业积极行动起来,向一线的工作人员表示感谢,并由武汉慈善

      总会统一接收善款,有关部门表示感谢。
      """
    let names = Road.records(text).filter { $0.type == .organization }
    #expect(names.map(\.text) == ["武汉慈善\n\n总会"])
    #expect(names.map { $0.value.text("name") } == ["武汉慈善总会"])
  }

  @Test("short forms belong to their full name")
  func entities() {
    let records = Road.records("石景山区工商联引导企业。区工商联表示感谢。工商联会员企业复工。")
    #expect(records.map(\.text) == ["石景山区工商联", "区工商联", "工商联"])
    #expect(Set(records.compactMap { $0.value.text("name") }) == ["石景山区工商联"])
    #expect(Set(records.compactMap { $0.value.text("entity") }).count == 1)
  }

  @Test(
    "any text gives records or none, and their text is their slice",
    arguments: [
      "", " ", "\n\n\n", "元元元元元元", "一二三四五六七八九一二三四五六七八九", "【】{}()",
      "𠮷野家捐款200万元😷，共３家", "捐款\r\n200万元\r\n", "e\u{301}捐款5万元", "\u{0}5元\u{0}",
      "初一至初一至初一至初一", "((((((((", "9999999999999999999999999999999999999999999999元",
      "13月40日", "0年0月0日", "公司公司公司公司公司公司", "、、、、、、", "-5℃", "第第第一",
    ])
  func total(text: String) {
    let scalars = Array(text.unicodeScalars)
    for record in Road.records(text, all: true) {
      let slice = String(String.UnicodeScalarView(scalars[record.span.start..<record.span.end]))
      #expect(record.text.unicodeScalars.elementsEqual(slice.unicodeScalars))
    }
  }

  @Test("records come by start, end and type, and mentions do not overlap")
  func order() {
    let text = "3月18日,石景山区工商联向武汉慈善总会捐款200万,捐赠170件军大衣、2000个口罩,50%的租金免至3月31日。"
    let records = Road.records(text)
    #expect(records.count >= 7)
    for (left, right) in zip(records, records.dropFirst()) {
      #expect(left.span.end <= right.span.start)
    }
  }
}

@Suite("Explanation")
struct ExplanationTests {
  @Test("names the rule, its slots and what lost")
  func explains() throws {
    let extractor = try Extractor(rules: Road.rules)
    let source = SourceText(id: "d", text: "减免金额超过40亿元")
    let extraction = extractor.extractions(of: source)[0]
    let text = Explanation(source: source, extraction: extraction, rules: Road.rules).text()
    #expect(
      text.contains("超过【40亿元】 6-10  amount  amount 4000000000, currency CNY, modifier more_than"))
    #expect(text.contains("created by amount.plain"))
    #expect(text.contains("before = 超过  lexicon modifier-before"))
    #expect(text.contains("amount = 40亿  number 4000000000"))
    let elsewhere = Explanation(source: source, extraction: extraction, rules: Road.rules).text(
      at: 0)
    #expect(elsewhere.isEmpty)
  }
}
