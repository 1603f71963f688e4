// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuText

@Suite("Parts of long articles")
struct ArticlePartsTests {
  private static func parts(_ text: String, atMost limit: Int) -> [[String]] {
    let source = SourceText(id: "d", text: text)
    return ArticleReader.articles(of: source).flatMap { article in
      article.parts(of: source, atMost: limit).map { part in
        part.blocks.flatMap(\.pieces).map { source[$0] }
      }
    }
  }

  @Test("an article that is short enough is one part")
  func short() {
    #expect(Self.parts("标题\n县里捐了三百元。", atMost: 10) == [["标题", "县里捐了三百元。"]])
  }

  @Test("parts end with paragraphs")
  func paragraphs() {
    #expect(
      Self.parts("标题\n县里捐了三百元。\n乡里捐了二百元。", atMost: 12)
        == [["标题", "县里捐了三百元。"], ["乡里捐了二百元。"]])
  }

  @Test(
    "a long paragraph is cut behind a sentence, else a clause, else a character that is no part of a number",
    arguments: [
      ("甲说：“捐三百元。”乙也说要捐二百元。丙没有说话", ["甲说：“捐三百元。”", "乙也说要捐二百元。", "丙没有说话"]),
      ("甲村捐三百元乙村捐了，二百元丙村没有", ["甲村捐三百元乙村捐了，", "二百元丙村没有"]),
      ("甲村捐三乙村捐三百元１，２３４元", ["甲村捐三乙村捐三百元", "１，２３４元"]),
      ("我们我们我们我们3000 0000元", ["我们我们我们我们", "3000 0000元"]),
      ("😷😷😷😷😷😷😷", ["😷😷😷😷😷😷", "😷"]),
      ("1234567890123456", ["1234567890123", "456"]),
    ])
  func cuts(_ text: String, _ parts: [String]) {
    #expect(Self.parts(text, atMost: 13) == parts.map { [$0] })
  }

  @Test("parts hold all of an article, in its order, and none is longer than asked for")
  func complete() {
    var random = SplitMix64(seed: 11)
    let words = salts.filter { !$0.contains("\t") } + ["，", "。", "3月18日", "1,234", "全力做好服务企业工作"]
    for limit in [7, 50, 333] {
      let text = (0..<400).map { _ in
        (Int.random(in: 0..<9, using: &random) == 0 ? lineBreaks : words)
          .randomElement(using: &random)!
      }.joined()
      let source = SourceText(id: "d", text: text)
      for article in ArticleReader.articles(of: source) {
        let parts = article.parts(of: source, atMost: limit)
        let pieces = parts.flatMap(\.blocks).flatMap(\.pieces)
        #expect(units(pieces) == units(article.blocks.flatMap(\.pieces)))
        #expect(
          parts.allSatisfy { units($0.blocks.flatMap(\.pieces)).count <= limit }
            && parts.allSatisfy { $0.number == article.number })
        #expect(pieces.allSatisfy { !UTF16.isTrailSurrogate(source.units[$0.start]) })
      }
    }
  }

  private func units(_ pieces: [Extent]) -> [Int] { pieces.flatMap { Array($0.range) } }
}
