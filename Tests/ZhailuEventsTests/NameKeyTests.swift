// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuEvents

@Suite("NameKey")
struct NameKeyTests {
  @Test("keys are the same where the texts are")
  func same() {
    let long = "石景山区工商业联合会"
    #expect(NameKey(long) == NameKey(String(Array(long))))
    #expect(NameKey("甲") != NameKey("乙"))
    #expect(NameKey("") != NameKey("\u{1F}"))
    #expect(Set(["甲", "乙", "甲", long].map(NameKey.init)).count == 3)
  }
}
