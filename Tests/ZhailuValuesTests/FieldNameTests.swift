// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuValues

@Suite("FieldName")
struct FieldNameTests {
  @Test("a literal is the same as the text", arguments: ["a", "to", "currency", "month-half"])
  func literals(text: String) {
    let literals: [FieldName] = ["a", "to", "currency", "month-half"]
    #expect(literals.contains(FieldName(text)))
    #expect(FieldName(text).description == text)
  }

  @Test("names of any length that differ are different")
  func different() {
    let texts = (0...40).map { String(repeating: "x", count: $0) } + ["xy", "aunt-in-the-house"]
    #expect(Set(texts.map(FieldName.init)).count == texts.count)
    #expect(FieldName("sixteen-letters-") == "sixteen-letters-")
    #expect(FieldName("more than sixteen letters") == "more than sixteen letters")
  }

  @Test("a message shows of a long name what is kept of it as text")
  func descriptions() {
    #expect(FieldName("more than sixteen letters").description == "more tha…")
    #expect(FieldName("sixteen-letters-").description == "sixteen-letters-")
  }
}
