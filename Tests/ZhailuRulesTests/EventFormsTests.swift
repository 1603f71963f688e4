// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuRules

@Suite("EventForms")
struct EventFormsTests {
  private static let forms = EventForms(["货", "货款", "全部"].map { FoldTable.fold($0) })

  private func text(_ text: String) -> ArraySlice<UInt16> { FoldTable.fold(text)[...] }

  @Test("begins, stands in, covers; the longest word counts")
  func finds() {
    #expect(Self.forms.length(at: text("货款五万")) == 2)
    #expect(Self.forms.length(at: text("货五万")) == 1)
    #expect(!Self.forms.begin(text("五万货款")))
    #expect(Self.forms.place(in: text("五万货款")) == 2)
    #expect(Self.forms.place(in: text("五万")) == nil)
    #expect(Self.forms.cover(text("全部货款")))
    #expect(!Self.forms.cover(text("全部罚款")))
    #expect(Self.forms.cover(text("")))
  }
}
