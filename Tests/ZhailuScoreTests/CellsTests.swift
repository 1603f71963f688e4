// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuScore

@Suite struct CellsTests {
  @Test(
    "a character of full width takes two cells, a mark of its own none",
    arguments: [
      ("", 0), ("amount", 6), ("石景山区", 8), ("【170件】", 9), ("２０", 4), ("𠮷", 2), ("😷", 2),
      ("e\u{301}", 1), ("–", 1), ("한글", 4), ("\u{200B}", 0),
    ])
  func cells(text: String, cells: Int) {
    #expect(text.cells == cells)
  }

  @Test("a text is cut to cells in its middle")
  func cut() {
    #expect("石景山区工商联".cut(to: 14) == "石景山区工商联")
    #expect("石景山区工商联".cut(to: 13) == "石景山区…商联")
    #expect("abcdefghij".cut(to: 7) == "abcd…ij")
    #expect("abc".cut(to: 1) == "…")
    #expect("".cut(to: 0) == "")
  }

  @Test("a text is padded to cells, never cut")
  func padded() {
    #expect("区".padded(to: 4) == "区  ")
    #expect("区".padded(to: 4, blanksFirst: true) == "  区")
    #expect("石景山区".padded(to: 4) == "石景山区")
  }

  @Test func aTable() {
    var table = TextTable(header: ["名", "n"])
    table.add(["石景山区", "10"])
    table.add(["区", ""])
    #expect(table.lines == ["名         n", "石景山区  10", "区"])
  }

  @Test(arguments: [(0.0, "0.000"), (1, "1.000"), (16.0 / 17, "0.941"), (0.9996, "1.000")])
  func threePlaces(number: Double, shown: String) {
    #expect(number.places(3) == shown)
  }
}
