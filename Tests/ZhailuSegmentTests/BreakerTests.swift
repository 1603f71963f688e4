// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuSegment

@Suite struct BreakerTests {
  private func pieces(_ text: String, _ kind: Breaker.Kind) throws -> [String] {
    let units = Array(text.utf16)
    var start = 0
    return try Breaker(kind).boundaries(of: units, in: Extent(0, units.count)).map { end in
      defer { start = end }
      return String(decoding: units[start..<end], as: UTF16.self)
    }
  }

  @Test(arguments: [
    ("我们捐款。他们也捐款！", ["我们捐款。", "他们也捐款！"]), ("是吗?是的!", ["是吗?", "是的!"]),
    ("第一行\n第二行", ["第一行\n", "第二行"]), ("他说:“好。”然后走了。", ["他说:“好。”", "然后走了。"]),
    ("共3.5万元。", ["共3.5万元。"]), ("Y-25T型,10台。", ["Y-25T型,10台。"]), ("", []),
  ])
  func sentences(text: String, sentences: [String]) throws {
    #expect(try pieces(text, .sentences) == sentences)
  }

  @Test(arguments: [
    ("医院捐款", ["医院", "捐款"]), ("北京", ["北京"]), ("捐款200万", ["捐款", "200", "万"]),
    ("1,200.5元", ["1,200.5", "元"]), ("QQ群", ["QQ", "群"]), ("😷", ["😷"]), ("𠮷", ["𠮷"]),
  ])
  func words(text: String, words: [String]) throws {
    #expect(try pieces(text, .words) == words)
  }

  @Test func boundariesAreOfTheWholeText() throws {
    let units = Array("我们捐款。他们也捐款。".utf16)
    let breaker = try Breaker(.sentences)
    #expect(breaker.boundaries(of: units, in: Extent(5, 11)) == [11])
    #expect(breaker.boundaries(of: units, in: Extent(0, 11)) == [5, 11])
    #expect(breaker.boundaries(of: units, in: Extent(3, 3)) == [])
    #expect(breaker.boundaries(of: [], in: Extent(0, 0)) == [])
  }

  @Test(arguments: [Breaker.Kind.words, .sentences])
  func anyUnitsAreBroken(kind: Breaker.Kind) throws {
    var random = SplitMix64(seed: 10)
    let breaker = try Breaker(kind)
    for count in [1, 2, 3, 50, 5000, 1, 20] {
      // Lone surrogates too.
      let units = (0..<count).map { _ in UInt16.random(in: 0...0xFFFF, using: &random) }
      let ends = breaker.boundaries(of: units, in: Extent(0, count))
      #expect(ends.last == count)
      #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 })
      #expect(ends.first! > 0)
    }
  }

  @Test func failuresNameTheirCause() {
    let message = Breaker.Failure(status: 2).description
    #expect(message.contains("U_MISSING_RESOURCE_ERROR"))
    #expect(message.contains(Breaker.icuVersion))
    #expect(Breaker.icuVersion.contains("."))
  }
}
