// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuText

@Suite struct ArticleTests {
  @Test("headline, paragraphs, byline and id of an article")
  func parts() {
    let source = SourceText(id: "page-1", text: "标题\n甲甲\n乙乙")
    let article = Article(
      number: 2,
      blocks: [
        Article.Block(role: .headline, pieces: [Extent(0, 2)], byline: nil),
        Article.Block(
          role: .paragraph, pieces: [Extent(3, 5), Extent(6, 8)], byline: Extent(3, 4)),
      ])
    #expect(article.id(in: source) == "page-1#2")
    #expect(article.headline?.extent == Extent(0, 2))
    #expect(article.blocks[1].extent == Extent(3, 8))
    #expect(article.blocks[1].byline == Extent(3, 4))
  }

  @Test func withoutHeadline() {
    let block = Article.Block(role: .paragraph, pieces: [Extent(0, 2)], byline: nil)
    let article = Article(number: 1, blocks: [block])
    #expect(article.headline == nil)
  }
}
