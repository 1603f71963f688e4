// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuRecords
import ZhailuText

@testable import ZhailuExtract

@Suite("What a part of an article tells the next")
struct ArticleThreadTests {
  private static func records(_ text: String, longestPart: Int) throws -> [Record] {
    let extractor = try Extractor(rules: Road.rules, longestPart: longestPart)
    return extractor.records(
      of: SourceText(id: "d", text: text), types: [.organization, .amount, .quantity, .date])
  }

  private static func same(_ text: String, longestPart: Int) throws -> Bool {
    let whole = try records(text, longestPart: .max)
    #expect(!whole.isEmpty)
    return try records(text, longestPart: longestPart) == whole
  }

  @Test("rows are read by the headings of a part before")
  func table() throws {
    let rows = (1...30).map { "第\($0)小学\t\($0 + 40)\t\($0 * 37)" }
    let text = "单位：万元\n学校\t教师数（人）\t总投资\n" + rows.joined(separator: "\n") + "\n"
    #expect(try Self.same(text, longestPart: 120))
  }

  @Test("dates go on with the year and the paragraph that were told")
  func dates() throws {
    let text = "项目2015年3月动工。" + (1...12).map { "\($0)月\($0)日完成第\($0)段。次日验收。" }.joined()
    #expect(try Self.same(text, longestPart: 40))
    #expect(try Self.same(text + "\n" + text, longestPart: 40))
  }

  @Test("元 is the money of the whole article")
  func currency() throws {
    let text =
      "臺北市政府撥款三百萬元。" + "里民大會決定，每戶補助五百元，另購書籍費用八千元。\n"
      + "里長說，去年的經費有四萬元，還剩三千元。"
    #expect(try Self.same(text, longestPart: 30))
    #expect(
      try Self.records(text, longestPart: 30).filter { $0.type == .amount }.allSatisfy {
        $0.value.text("currency") == "TWD"
      })
  }

  @Test("a body has one name in all parts")
  func names() throws {
    let text = "北京市石景山区工商业联合会昨天开会。\n" + "会上说了许多事情，也定了许多事情。\n" + "区工商业联合会今天捐款。"
    #expect(try Self.same(text, longestPart: 25))
  }
}
