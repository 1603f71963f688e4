// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite("Texts that are equal where their bytes are")
struct ExactTextTests {
  static let composed = "caf\u{E9}"
  static let decomposed = "cafe\u{301}"

  @Test("What only looks alike is not the same")
  func lookingAlike() {
    #expect(Self.composed == Self.decomposed)
    #expect(!Self.composed.isSame(as: Self.decomposed))
    #expect(ExactText(Self.composed) != ExactText(Self.decomposed))
    #expect(Set([Self.composed, Self.decomposed, Self.composed].map(ExactText.init)).count == 2)
  }

  @Test("The same bytes are", arguments: ["", "a", "鲁谷街道商会", "\u{1F600}\r\n", "cafe\u{301}"])
  func same(text: String) {
    let copy = String(decoding: Array(text.utf8), as: UTF8.self)
    #expect(text.isSame(as: copy))
    #expect(ExactText(text) == ExactText(copy))
    #expect(ExactText(text).hashValue == ExactText(copy).hashValue)
    #expect(!text.isSame(as: text + "x"))
  }
}
