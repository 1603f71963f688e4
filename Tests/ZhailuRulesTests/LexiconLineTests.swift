// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("LexiconLine")
struct LexiconLineTests {
  typealias Field = LexiconLine.Field

  @Test(
    "fields and where they begin",
    arguments: [
      ("", [Field(text: "", offset: 0)]),
      ("元", [Field(text: "元", offset: 0)]),
      (
        "元\tCNY\t",
        [
          Field(text: "元", offset: 0), Field(text: "CNY", offset: 2), Field(text: "", offset: 6),
        ]
      ),
      ("\"a\tb\"\tc", [Field(text: "a\tb", offset: 0), Field(text: "c", offset: 6)]),
      ("\"\"\"a\"\"\"\tc", [Field(text: "\"a\"", offset: 0), Field(text: "c", offset: 8)]),
      ("5\"\t寸", [Field(text: "5\"", offset: 0), Field(text: "寸", offset: 3)]),
      ("𠮷\t元", [Field(text: "𠮷", offset: 0), Field(text: "元", offset: 2)]),
    ] as [(Substring, [Field])])
  func fields(line: Substring, fields: [Field]) throws {
    #expect(try LexiconLine.fields(line) == fields)
  }

  @Test(
    "quotes that are wrong",
    arguments: [
      ("元\t\"CN\"Y", LexiconLine.Fault(kind: .textAfterQuote, text: "CN", offset: 2)),
      ("\"元\tCNY", LexiconLine.Fault(kind: .unclosedQuote, text: "元\tCNY", offset: 0)),
    ] as [(Substring, LexiconLine.Fault)])
  func faults(line: Substring, fault: LexiconLine.Fault) {
    #expect(throws: fault) { try LexiconLine.fields(line) }
  }
}
