// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuDatabase

@Suite struct NameSuffixesTests {
  @Test(arguments: [
    ("万科", "万科 科"),
    ("在线(北京)", "在线北京 线北京 北京 京"),
    ("IBM 中国", "IBM中国 BM中国 M中国 中国 国"),
    ("𠮷野家", "𠮷野家 野家 家"),
    ("", ""),
    ("——", ""),
  ])
  func ends(name: String, expected: String) {
    #expect(NameSuffixes.of(name) == expected)
  }

  @Test func traditionalNamesAreFoundByEitherForm() {
    #expect(NameSuffixes.of("總會") == "總會 會 总会 会")
    #expect(NameSuffixes.of("ＴＣＬ") == "ＴＣＬ ＣＬ Ｌ TCL CL L")
  }

  @Test func longNamesGrowNoLongerThanTheirPieces() {
    let name = String(repeating: "长", count: 1000)
    let ends = NameSuffixes.of(name).split(separator: " ")
    #expect(ends.count == 1000)
    #expect(ends.allSatisfy { $0.count <= NameSuffixes.longest })
  }
}
