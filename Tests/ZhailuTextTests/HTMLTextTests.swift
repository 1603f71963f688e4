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
    ("<table><tr><th>单位<th>金额</tr><tr><td>甲</td><td>5</td></tr></table>", "单位\t金额\t\n甲\t5"),
    ("<tr><td>甲</td><td>5</td></tr><tr><td>乙</td><td>200</td></tr>", "甲\t5\t\n乙\t200"),
    // Lines that end in a cell.
    ("<tr><td><p>供应商</p></td><td> <p>金额</p>\n</td></tr><tr><td>甲", "供应商\t金额\t\n甲"),
    ("<td>\n<div>甲</div>\n</td>\n<td><div><p>5</p></div></td>", "甲\t5"),
    ("<tr><th>金额<br>(元)</th><th><p>备</p><p>注</p></th></tr>", "金额 (元)\t备 注"),
    ("<tr><td><p>甲</p><p>乙</p></td></tr>丙", "甲\n乙\t\n丙"),
    ("<tr><td>甲<br>乙</td><td>丙。<br>丁</td><td>5</td></tr>", "甲 乙\t丙。\n丁\t5"),
    ("<tr><td>甲<table><tr><td>乙<br>丙<td>丁</table><td>戊", "甲\n乙 丙\t丁\t\n\t戊"),
    // Cells of several columns and rows.
    ("<tr><td colspan=2>甲</td><td>乙</td></tr><tr><td>丙", "甲\t\t乙\t\n丙"),
    ("<tr><td rowspan='2'>甲<td>1<td rowspan=2>乙<tr><td>2<tr><td>3", "甲\t1\t乙\t\n\t2\t\n3"),
    ("<tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2", "甲\t\t1\t\n\t\t2"),
    ("<tbody><tr><td rowspan=0>甲<td>1<tbody><tr><td>乙<td>2", "甲\t1\t\n乙\t2"),
    ("<tr><td colspan=-1 rowspan=x>甲<td colspan=9>乙<tr><td>丙", "甲\t乙\t\n丙"),
    // Notes and powers.
    ("20<sup>[1]</sup>亿元5<sup>〔注2〕</sup>、7<sup>(3)</sup>*", "20亿元5、7*"),
    ("20<a href='#n'><sup>12</sup></a>亿元3<sup><a href=#a>a</a></sup>人", "20亿元3人"),
    ("10<sup>4</sup>吨10<sup>-6</sup>米12<SUP>3</SUP>亿", "10⁴吨10⁻⁶米12³亿"),
    ("5m<sup>2</sup>km<sup>3</sup>m<sup>4</sup>CO<sub>2</sub>", "5m2km3m⁴CO2"),
    ("<a>新</a><sup>TM</sup><a>x<sup>2</sup></a><sup>甲", "新TMx2甲"),
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
    ("<table><tr><td hidden>甲<td>乙<tr hidden><td>丙<tr><td>丁</table>", "乙\t\n丁"),
    ("<dl><dt>甲<dd hidden>乙<dt>丙</dl>", "甲\n丙"),
    ("<section><span hidden>甲</section>乙", "乙"),
    ("<div><span hidden>甲<div>乙</span>丙</div>丁</span>戊</div>", "戊"),
    ("甲<input type=hidden value=乙>丙<img hidden>丁<br hidden>戊", "甲丙丁\n戊"),
    // What is struck out, how characters are read, fields of forms.
    ("原价<del>199元</del>99元<s>旧</s><strike>废</strike>", "原价99元"),
    ("<ruby>捐<rp>(</rp><rt>juān</rt><rp>)</rp></ruby>款", "捐款"),
    ("<ruby>捐<rt>juān<rt>2</ruby>款", "捐款"),
    ("甲<select><option>乙<option>丙</select><button>丁</button><textarea>戊</textarea>己", "甲己"),
    // What is preformatted; terms and what they mean.
    ("<pre>\n甲  1\r\n乙\t2\n</pre>丙  丁", "甲  1\n乙\t2\n丙 丁"),
    ("<pre>甲\n\n<b>乙</b>\n丙", "甲\n\n乙\n丙"),
    ("<dl><dt>甲</dt><dd>乙</dd><dt>丙<dd>丁</dl>戊", "甲\t乙\n丙\t丁\n戊"),
    ("<dl><dt>甲<p>乙</p></dt><dd>丙</dd><dd>丁</dd></dl>", "甲\n乙\n丙\n丁"),
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
    ("a<3b", "a<3b"),
    ("甲<", "甲<"),
    ("甲</", "甲</"),
    ("<>甲", "<>甲"),
    // A name begins with a letter; what follows `</` otherwise is a comment.
    ("<p>额<5万元,乙捐款10万元。</p>", "额<5万元,乙捐款10万元。"),
    ("增长<3%</1>甲", "增长<3%甲"),
    // References.
    ("&lt;p&gt; &amp;amp; &quot;甲&quot;&apos;", "<p> &amp; \"甲\"'"),
    ("&ldquo;战&quot;疫&rdquo;&hellip;&mdash;&middot;", "“战\"疫”…—·"),
    ("&#25424;&#x6350;&#X6B3E;&#128567;&#x1F637;", "捐捐款😷😷"),
    ("甲&nbsp;乙", "甲\u{A0}乙"),
    ("AT&T & B&nosuch; &; &", "AT&T & B&nosuch; &; &"),
    ("&#0;&#xD83D;&#x110000;&#999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&#;&#x;&#12a;&#-5;", "&#;&#x;&#12a;&#-5;"),
    ("&yen;5,000", "¥5,000"),
    ("10&plusmn;2米&ge;5&sup2;", "10±2米≥5²"),
    ("&#147;甲&#148;&#x85;&#x81;", "“甲”…\u{81}"),
    // Scalars pass.
    ("<b>😷</b>𠮷e\u{301}\u{0}", "😷𠮷e\u{301}\u{0}"),
  ]

  @Test("a page is its text, with lines where blocks begin", arguments: pages)
  func reads(html: String, text: String) {
    #expect(String(decoding: HTMLText.text(of: Array(html.utf16)), as: UTF16.self) == text)
  }

  /// 200 and 300万元 of two blocks are no 200300万元.
  @Test(
    "elements that end a line part numbers",
    arguments: [
      "p", "div", "li", "ul", "ol", "dl", "menu", "details", "summary", "dialog", "fieldset",
      "legend", "h1", "h6", "section", "article", "header", "footer", "main", "nav", "aside",
      "address", "form", "figure", "figcaption", "blockquote", "center", "caption", "table", "tr",
      "option",
    ])
  func blocksPartNumbers(name: String) {
    let text = HTMLText.text(of: Array("200<\(name)>300</\(name)>400".utf16))
    let words = String(decoding: text, as: UTF16.self).split(whereSeparator: \.isWhitespace)
    #expect(words.first == "200")
    #expect(words.last == "400")
  }

  @Test func anyUnitsAreRead() {
    var random = SplitMix64(seed: 6)
    let pieces = [
      "<", ">", "/", "!", "--", "<!--", "-->", "&", "#", "x", ";", "\"", "'", "=", "p", "script",
      "</", "<td>", "</td>", "<br>", " ", "\n", "甲", "😷", "&#", "&#x", "65", "&amp", "<p hidden",
      " style=display:none", "</p>", "<li>",
      "<tr>", "<table>", "</table>", "<sup>", "</sup>", "<a>",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...30, using: &random)
      let html = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
      let text = HTMLText.text(of: Array(html.utf16))
      #expect(Array(String(decoding: text, as: UTF16.self).utf16) == text, "\(html)")
      #expect(text.count <= html.utf16.count, "\(html)")
    }
  }

  @Test("spans make no text of more than a few times the page")
  func spansAreBounded() {
    let wide = "<tr><td colspan=1000 rowspan=65534>" + String(repeating: "<tr><td>", count: 5000)
    let many = String(repeating: "<td colspan=1000>", count: 5000)
    for page in [wide, many] {
      #expect(HTMLText.text(of: Array(page.utf16)).count < 8 * page.utf16.count)
    }
  }

  @Test(
    arguments: [
      "<td rowspan=9>", "<sup>1", "<table><td><p>",
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
