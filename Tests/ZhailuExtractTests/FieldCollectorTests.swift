// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText
import ZhailuValues

@testable import ZhailuExtract

@Suite("Fields of matches")
struct FieldCollectorTests {
  private static let text = """
    本报讯 市工商业联合会(以下简称“市工商联”)等20多家单位3月18日至4月2日捐款超过40亿元、防护服3,500套。
    表1 单位:万元
    项目 2019年 2020年
    收入 1,200 1,300.5
    去年第三季度起，省人民医院每周一上午9:30给三分之一的患者免去五百余元，涨了15%至20%，三斤二两。
    """

  @Test("one text of a match is that of all its fields")
  func oneText() throws {
    let source = SourceText(id: "d", text: Self.text)
    let extractor = try Extractor(rules: Road.rules)
    let names = ["kind", "currency", "unit", "modifier", "dimension", "part"]
    var (matches, texts) = (0, 0)
    for article in extractor.articles(of: source) {
      let folded = FoldedText(article, of: source)
      _ = extractor.match(folded)
      let plan = FieldPlan(Road.rules)
      let collector = FieldCollector(plan: plan, run: extractor.run) { folded[$0] }
      for match in collector.matches.elements {
        let fields = collector.fields(of: match)
        for name in names {
          #expect(collector.text(plan.number(of: name), of: match) == fields.text(FieldName(name)))
          if fields.text(FieldName(name)) != nil { texts += 1 }
        }
        matches += 1
      }
    }
    #expect(matches > 30)
    #expect(texts > 20)
  }

  @Test("fields that are added to others are those by themselves")
  func added() throws {
    let source = SourceText(id: "d", text: Self.text)
    let extractor = try Extractor(rules: Road.rules)
    let article = try #require(extractor.articles(of: source).first)
    let folded = FoldedText(article, of: source)
    _ = extractor.match(folded)
    let collector = FieldCollector(plan: FieldPlan(Road.rules), run: extractor.run) { folded[$0] }
    for match in collector.matches.elements {
      let own = collector.fields(of: match)
      var added = Fields()
      added.append("start.month", .text("1"))
      let first = added.count
      collector.add(match, to: &added)
      #expect(added.count - first == own.count)
      let (all, alone) = (added.entries.map { "\($0)" }, own.entries.map { "\($0)" })
      #expect(all.dropFirst(first).elementsEqual(alone))
    }
    #expect(collector.matches.count > 30)
  }
}
