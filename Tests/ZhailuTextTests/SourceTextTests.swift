// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@Suite struct SourceTextTests {
  @Test(
    arguments: [
      "捐款【200】万", "😷捐款【200】万", "𠮷野家捐款【200万😷】元", "第一行\r\n捐款【200】万", "\u{FEFF}捐款【200】万",
      "cafe\u{301}捐【款e\u{301}】", "caf【e】\u{301}", "👨‍👩‍👧【👨‍👩‍👧】👨‍👩‍👧", "🇨🇳【🇨】🇳", "\u{0}【\u{0}】\u{0}",
      "【】空", "空【】", "空【\r】\n", "【\u{10FFFF}】\u{10000}",
    ].map { Marked($0) })
  func textEqualsSlice(_ marked: Marked) {
    let source = SourceText(id: "d", text: marked.text)
    let extent = source.extent(of: marked.span)
    #expect(source.span(of: extent) == marked.span)
    #expect(Array(source[extent].unicodeScalars) == Array(marked.slice.unicodeScalars))
    #expect(source.scalarCount == marked.text.unicodeScalars.count)
  }

  @Test func everySliceOfRandomText() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<20 {
      let text = (0..<12).map { _ in (salts + lineBreaks).randomElement(using: &random)! }.joined()
      let scalars = Array(text.unicodeScalars)
      let source = SourceText(id: "d", text: text)
      var wrong: [Span] = []
      for start in 0...scalars.count {
        for end in start...scalars.count {
          let span = Span(start: start, end: end)
          let extent = source.extent(of: span)
          let isSlice = Array(source[extent].unicodeScalars) == Array(scalars[start..<end])
          if !isSlice || source.span(of: extent) != span { wrong.append(span) }
        }
      }
      #expect(wrong.isEmpty, "in \(text.debugDescription)")
    }
  }

  @Test func keepsWhatItWasGiven() {
    let published = PublicationDate("2020-03-20")
    let source = SourceText(id: "a/b", text: "捐\r\n😷", published: published)
    #expect(source.id == "a/b")
    #expect(source.published == published)
    #expect(source.units == Array("捐\r\n😷".utf16))
    #expect(source.scalarCount == 4)
  }
}
