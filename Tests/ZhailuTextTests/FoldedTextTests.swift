// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuText

@Suite struct FoldedTextTests {
  @Test func joinsPiecesAndSetsBlocksApart() {
    let source = SourceText(id: "d", text: "标题\r\n捐款１２\r\n\r\n０萬元。完")
    let article = Article(
      number: 1,
      blocks: [
        Article.Block(role: .headline, pieces: [Extent(0, 2)], byline: nil),
        Article.Block(role: .paragraph, pieces: [Extent(4, 8), Extent(12, 16)], byline: nil),
      ])
    let folded = FoldedText(article, of: source)
    #expect(String(decoding: folded.units, as: UTF16.self) == "标题\n捐款120万元。\n")
    #expect(folded[Extent(5, 9)] == "120万")
    #expect(source[folded.sourceExtent(of: Extent(5, 9))] == "１２\r\n\r\n０萬")
    #expect(source[folded.sourceExtent(of: Extent(5, 7))] == "１２")
    #expect(source[folded.sourceExtent(of: Extent(7, 9))] == "０萬")
    #expect(source[folded.sourceExtent(of: Extent(0, 2))] == "标题")
  }

  /// Whatever stretch a rule finds, its place lies in the document.
  @Test func everyExtentHasAPlace() {
    let source = SourceText(id: "d", text: "标题\n捐款２００万")
    for article in ArticleReader.articles(of: source) {
      let folded = FoldedText(article, of: source)
      for start in 0...folded.units.count {
        for end in start...folded.units.count {
          let extent = folded.sourceExtent(of: Extent(start, end))
          #expect(extent.start >= 0 && extent.start <= extent.end)
          #expect(extent.end <= source.units.count, "\(start)..<\(end)")
        }
      }
    }
  }

  @Test func thePlaceInTheSourceFoldsToTheText() {
    var random = SplitMix64(seed: 7)
    let words = salts + ["，", "。", "迅速部署，", "本报讯", "（通讯员 张三）", "据悉", "3月18日", "——", "全力做好服务企业工作"]
    for _ in 0..<300 {
      let text = (0..<120).map { _ in
        (Int.random(in: 0..<6, using: &random) == 0 ? lineBreaks : words)
          .randomElement(using: &random)!
      }.joined()
      let source = SourceText(id: "d", text: text)
      for article in ArticleReader.articles(of: source) {
        let folded = FoldedText(article, of: source)
        var wrong: [Int] = []
        for unit in folded.units.indices where folded.units[unit] != 0x0A {
          let place = folded.offsets.sourceUnit(ofFolded: unit)
          let isFold = FoldTable.units[Int(source.units[place])] == folded.units[unit]
          if !isFold || folded.offsets.foldedUnit(ofSource: place) != unit { wrong.append(unit) }
        }
        #expect(wrong.isEmpty, "\(text.debugDescription)")
      }
    }
  }
}
