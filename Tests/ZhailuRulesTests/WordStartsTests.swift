// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("WordStarts")
struct WordStartsTests {
  private static let starts = WordStarts(["捐", "购买", "无偿提供"].map { Array($0.utf16) })

  @Test("lets all words begin", arguments: ["捐款", "捐，", "购买", "无偿"])
  func words(text: String) {
    let units = Array(text.utf16)
    #expect(Self.starts.mayBegin(units[0], units[1]))
  }

  @Test("lets hardly anything else")
  func others() {
    let common = (0x4E00..<0x5E00).map { UInt16($0) }
    let passed = zip(common, common.dropFirst()).filter { Self.starts.mayBegin($0, $1) }
    #expect(passed.count < 10)
  }

  @Test("is not taken from an image that is cut")
  func damaged() {
    #expect(throws: DamagedImage.self) { try WordStarts(bits: FlatArray([1, 2, 3])) }
  }
}
