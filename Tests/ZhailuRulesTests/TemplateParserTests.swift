// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuRules

@Suite("Template parser")
struct TemplateParserTests {
  @Test("reads what a template may hold")
  func reading() throws {
    let template = try TemplateParser.parse("{before}?【{amount}{currency}】(左右|以上)?")
    #expect(
      template
        == .sequence([
          .optional(.slot("before")), .mentionStart, .slot("amount"), .slot("currency"),
          .mentionEnd,
          .optional(.choice([.literal(FoldTable.fold("左右")), .literal(FoldTable.fold("以上"))])),
        ]))
  }

  @Test("folds its text, so that one rule serves all scripts")
  func folding() throws {
    #expect(try TemplateParser.parse("（萬元）") == .literal(Array("(万元)".utf16)))
  }

  @Test("binds ? to the last character of plain text")
  func optionalCharacter() throws {
    let template = try TemplateParser.parse("月份?")
    #expect(
      template
        == .sequence([.literal(FoldTable.fold("月")), .optional(.literal(FoldTable.fold("份")))]))
    // A group is optional as a whole.
    #expect(
      try TemplateParser.parse("月(单位)?")
        == .sequence([.literal(FoldTable.fold("月")), .optional(.literal(FoldTable.fold("单位")))]))
  }

  @Test("takes an escaped character as it is")
  func escapes() throws {
    #expect(try TemplateParser.parse(#"\(\{\?"#) == .literal(Array("({?".utf16)))
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("{a", 0, "this 【{】 is never closed"),
      ("x{Ä}", 1, "【{Ä}】 is no name of a slot; use lower-case letters, digits, - and ."),
      ("(a", 0, "this 【(】 is never closed; for a parenthesis of the text write （ or \\("),
      ("a)", 1, "【)】 closes nothing"),
      ("a}", 1, "【}】 closes nothing; write \\} for the character"),
      ("?", 0, "【?】 follows what it is about; write \\? for the character"),
      ("a|b", 1, "a choice stands in parentheses: (左右|以上)"),
      ("万+", 0, "only a {slot} can be a list; write {slot}+"),
      ("【a", 0, "a pattern has one 【 and after it one 】, around the mention"),
      ("】a【", 0, "a pattern has one 【 and after it one 】, around the mention"),
      ("(【a】)?", 0, "a pattern has one 【 and after it one 】, around the mention"),
      ("a\\", 2, "【\\】 at the end escapes nothing"),
    ])
  func faults(pattern: String, offset: Int, message: String) {
    do {
      _ = try TemplateParser.parse(pattern)
      Issue.record("【\(pattern)】 was read")
    } catch {
      #expect(error.message == message)
      #expect(error.offset == offset)
    }
  }

  @Test("refuses groups nested too deep, at once")
  func nesting() {
    let pattern = String(repeating: "(", count: 100_000) + "a"
    #expect(throws: TemplateParser.Fault.self) { try TemplateParser.parse(pattern) }
  }
}
