// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuValues

/// The short way reads just what the long one reads.
@Suite struct NumeralPlainTests {
  private static let heads = [
    "0", "7", "10", "007", "1998", "123456789012345678", "1234567890123456789", "一", "二", "九", "两",
    "〇", "伍",
  ]
  private static let tails = [
    "", "年", "万", "个", "个亿", "多", "余", "来", "几", "几乎", " ", " 万", " 2", ",", ",000", ".5", "·5",
    "e5", "E", "点", "点五", "五", "3", "十", "%", "元", "-2", "亿", "万元", "万5", "万多", "万亿", "万 5千",
    "^2", "⁶", "×10^3", ".000.000", ".50", ".0", ".5万", ".25亿元", ".5.1", ".5,", ".5e3", ".五",
    "亿五千万", "万年", "万个",
  ]
  private static let befores = ["", "有", "元", "3", "第", ".", "-", "负", "上"]

  @Test func readsAsInFull() {
    var read = 0
    for before in Self.befores {
      for head in Self.heads {
        for tail in Self.tails {
          let units = FoldTable.fold(before + head + tail)
          let start = before.utf16.count
          units.withUnsafeBufferPointer { text in
            guard let plain = NumeralReader.readPlain(text, at: start) else { return }
            read += 1
            #expect(plain == NumeralReader.readInFull(text, at: start), "\(before + head + tail)")
          }
        }
      }
    }
    // Of some thousand texts; what it does not read is left to the long way, and must not become the rule.
    #expect(read > 1200, "\(read)")
  }
}
