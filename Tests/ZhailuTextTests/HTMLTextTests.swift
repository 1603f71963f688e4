// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing
import ZhailuText

@Suite struct HTMLTextTests {
  static let pages: [(html: String, text: String)] = [
    ("", ""),
    ("捐款200万", "捐款200万"),
    ("<p>捐款<b>200</b>万</p>", "捐款200万"),
    ("<p>甲</p><p>乙</p>", "甲\n乙"),
    ("<P>甲</P>\n\n<DIV>乙<BR/>丙<br>丁</DIV>", "甲\n乙\n丙\n丁"),
    ("甲<br><br><br>乙", "甲\n乙"),
    ("  <p>  甲 \n\t 乙  </p>  ", "甲 乙"),
    ("<h1>标题</h1>正文", "标题\n正文"),
    ("<center>标题</center>正文", "标题\n正文"),
    ("<main><aside>甲</aside><figcaption>乙</figcaption></main>丙", "甲\n乙\n丙"),
    ("<ul><li>一<li>二</ul>三", "一\n二\n三"),
    ("<table><tr><th>单位<th>金额</tr><tr><td>甲</td><td>5</td></tr></table>", "单位金额\n甲\t5"),
    ("<tr><td>甲</td><td>5</td></tr><tr><td>乙</td><td>200</td></tr>", "甲\t5\t\n乙\t200"),
    // What a reader does not see.
    ("甲<!-- 乙 > 丙 -->丁", "甲丁"),
    ("甲<!---->乙<!-->丙-->丁", "甲乙丙-->丁"),
    ("甲<script>if (a<b) { s = '<p>乙</p>' }</script>丙", "甲丙"),
    ("甲<SCRIPT src='x'>乙</Script >丙<style>p > a {}</style>丁", "甲丙丁"),
    ("<html><head><title>乙</title><meta name=x></head><body>甲</body></html>", "甲"),
    ("<head><title>乙</title><body>甲", "甲"),
    ("<head></head><header>甲</header>乙", "甲\n乙"),
    ("<!DOCTYPE html><?xml version=\"1.0\"?>甲", "甲"),
    ("甲<script>乙", "甲"),
    ("甲<iframe src=x>乙<p></iframe>丙<NoFrames>丁</noframes>", "甲丙"),
    ("甲<video controls><source src=x>乙</video>丙<canvas>丁</canvas>", "甲丙"),
    // What the page itself hides.
    ("甲<span hidden>乙</span>丙", "甲丙"),
    ("甲<span HIDDEN=''>乙<b>丙</b><span>丁</span>戊</span>己", "甲己"),
    ("<p>甲</p><div style=\"display:none\">乙<div>丙</div>丁</div><p>戊</p>", "甲\n戊"),
    ("甲<b style='color:red; Display : None !important'>乙</b>丙", "甲丙"),
    ("甲<i style=\"visibility: hidden\">乙&amp; <!-- > -->丙<script>'</i>'</script></i>丁", "甲丁"),
    ("<td style=display:none>甲</td><td>乙</td>", "乙"),
    ("甲<div hidden>乙<p>丙<td>丁", "甲"),
    // An end tag that is left out, or of what stands around.
    ("<p hidden>甲<p>乙<div>丙</div>", "乙\n丙"),
    ("<ul><li hidden>甲<ul><li>乙</ul><li>丙</ul>丁", "丙\n丁"),
    ("<table><tr><td hidden>甲<td>乙<tr hidden><td>丙<tr><td>丁</table>", "乙\n丁"),
    ("<dl><dt>甲<dd hidden>乙<dt>丙</dl>", "甲\n丙"),
    ("<section><span hidden>甲</section>乙", "乙"),
    ("<div><span hidden>甲<div>乙</span>丙</div>丁</span>戊</div>", "戊"),
    ("甲<input type=hidden value=乙>丙<img hidden>丁<br hidden>戊", "甲丙丁\n戊"),
    // What looks like it and is seen.
    ("<body style='display:none'>甲</body>", "甲"),
    ("<p style='display:block;visibility:visible'>甲</p>", "甲"),
    ("<p style='display:none;display:block'>甲</p>", "甲"),
    ("<p class=hidden data-hidden title='hidden' alt=\"style=display:none\">甲</p>", "甲"),
    ("<p aria-hidden='true' style='overflow:hidden'>甲</p>", "甲"),
    ("甲<!-- 乙", "甲"),
    // Attributes.
    ("<a title=\"1 > 0\" href='x>y'>甲</a>乙", "甲乙"),
    ("<p align=\"center\"\">甲</p><p class=\"b\">乙</p>", "甲\n乙"),
    ("<p title = 'it\"s'>甲</p>", "甲"),
    ("<a title=don't>甲</a>乙'丙", "甲乙'丙"),
    ("甲<p", "甲"),
    ("甲<p class=\"乙", "甲"),
    // Not tags.
    ("1 < 2 且 3 > 2", "1 < 2 且 3 > 2"),
    ("a<3b", "a"),
    ("甲<", "甲<"),
    ("甲</", "甲</"),
    ("<>甲", "<>甲"),
    // References.
    ("&lt;p&gt; &amp;amp; &quot;甲&quot;&apos;", "<p> &amp; \"甲\"'"),
    ("&ldquo;战&quot;疫&rdquo;&hellip;&mdash;&middot;", "“战\"疫”…—·"),
    ("&#25424;&#x6350;&#X6B3E;&#128567;&#x1F637;", "捐捐款😷😷"),
    ("甲&nbsp;乙", "甲\u{A0}乙"),
    ("AT&T & B&nosuch; &; &", "AT&T & B&nosuch; &; &"),
    ("&#0;&#xD83D;&#x110000;&#999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&#;&#x;&#12a;&#-5;", "&#;&#x;&#12a;&#-5;"),
    ("&yen;5,000", "¥5,000"),
    // Scalars pass.
    ("<b>😷</b>𠮷e\u{301}\u{0}", "😷𠮷e\u{301}\u{0}"),
  ]

  @Test("a page is its text, with lines where blocks begin", arguments: pages)
  func reads(html: String, text: String) {
    #expect(String(decoding: HTMLText.text(of: Array(html.utf16)), as: UTF16.self) == text)
  }

  @Test func anyUnitsAreRead() {
    var random = SplitMix64(seed: 6)
    let pieces = [
      "<", ">", "/", "!", "--", "<!--", "-->", "&", "#", "x", ";", "\"", "'", "=", "p", "script",
      "</", "<td>", "</td>", "<br>", " ", "\n", "甲", "😷", "&#", "&#x", "65", "&amp", "<p hidden",
      " style=display:none", "</p>", "<li>",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...30, using: &random)
      let html = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
      let text = HTMLText.text(of: Array(html.utf16))
      #expect(Array(String(decoding: text, as: UTF16.self).utf16) == text, "\(html)")
      #expect(text.count <= html.utf16.count, "\(html)")
    }
  }

  @Test(
    arguments: [
      "<p a=\"&<!-&#", "<b>甲</i>", "<div hidden><b>甲</i>", "<td><table><b></td>", "<a hidden=x y",
    ])
  func aLongPageTakesLinearTime(piece: String) {
    func page(_ count: Int) -> [UInt16] {
      Array(String(repeating: piece, count: count).utf16)
    }
    let (short, long) = (page(5_000), page(50_000))
    // Quadratic time would be 100 times as long.
    let ratio = ProcessorTime.ratio(
      of: { _ = HTMLText.text(of: long) }, to: { _ = HTMLText.text(of: short) }, below: 40)
    #expect(ratio < 40)
  }
}
