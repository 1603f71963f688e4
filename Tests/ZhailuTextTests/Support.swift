// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A text in which 【】 mark a place, and that place in scalars: positions are marked, not counted.
struct Marked: CustomStringConvertible {
  let text: String
  let span: Span
  let marked: String
  var description: String { marked.debugDescription }

  init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    let start = scalars.firstIndex(of: "【")!
    let end = scalars.firstIndex(of: "】")!
    text = Self.string(scalars[..<start] + scalars[(start + 1)..<end] + scalars[(end + 1)...])
    span = Span(start: start, end: end - 1)
    self.marked = marked
  }

  /// The marked place as Python slices it: scalar by scalar.
  var slice: String { Self.string(Array(text.unicodeScalars)[span.start..<span.end]) }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Bytes from their hexadecimal digits; white space between them does not count.
func bytes(_ hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(digits[$0] << 4 | digits[$0 + 1])
  }
}

/// Text that has broken offsets elsewhere: astral characters, clusters, CRLF, marks, NUL.
let salts = [
  "😷", "👨‍👩‍👧", "🇨🇳", "𠮷", "𠮷野家", "e\u{301}", "각", "\u{FEFF}", "\u{200B}", "\u{0}", "\t", "\u{3000}",
  "１２０萬圓", "捐款200万", "石景山区", "ｶﾞ", "\u{E000}", "𝟙", "\u{10FFFF}",
]

let lineBreaks = ["\n", "\r\n", "\r", "\u{2028}", "\n\n", "\r\n\r\n"]

extension LayoutSigns {
  /// Some words of newspapers; the lexicons have more.
  static let newspaper = LayoutSigns(
    datelines: ["本报讯", "本台讯", "本报综合", "(记者", "(通讯员"].map(FoldTable.fold),
    bylines: ["本报记者", "本报通讯员"].map(FoldTable.fold), wires: FoldTable.fold("电讯"),
    sayings: FoldTable.fold("说道称示悉讯为是出调"), labels: [FoldTable.fold("名称")])
}

extension ArticleReader {
  static func articles(of source: SourceText) -> [Article] {
    articles(of: source, signs: .newspaper)
  }
}
