// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuText

@Suite("FNV-1a")
struct FNV1aTests {
  @Test(
    "hashes are those that the authors of FNV list",
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func known(text: String, hash: UInt64) {
    #expect(FNV1a(text.utf8).hash == hash)
  }
}
