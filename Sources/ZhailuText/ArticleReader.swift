// SPDX-License-Identifier: Apache-2.0

/// Finds the articles of a document by its layout: headlines, bylines, paragraphs.
///
/// 1. Lines are joined into blocks: a line of prose that ends in mid-sentence goes on in the next.
///    A field of a form, and a numeral before another, need the page's column for that.
/// 2. A short line without an end is a headline; the lines right after it are sub-headlines.
/// 3. A new article begins where the layout plainly says so: at a headline after finished prose
///    whose text opens with a byline (本报讯) or has one on a line of its own before it (本报记者 周婷), or
///    which stands apart by two empty lines.
package struct ArticleReader {
  /// The text, folded unit for unit, so that its offsets are those of the source; also the form of
  /// any stretch of it.
  typealias Text = UnsafeBufferPointer<UInt16>
  private let text: Text
  /// The text before it was folded, which alone tells how wide its characters are.
  let printed: [UInt16]
  let signs: LayoutSigns
  let classes = CharacterClass.table
  private(set) var lines: [Line] = []

  /// One printed line, without the white space around it.
  struct Line {
    let extent: Extent
    /// Empty lines before it.
    let gap: Int
  }

  package static func articles(of source: SourceText, signs: LayoutSigns) -> [Article] {
    FoldTable.folded(source.units[...]).withUnsafeBufferPointer { text in
      var reader = ArticleReader(text, printed: source.units, signs)
      reader.splitLines()
      return reader.articles(from: reader.blocks())
    }
  }

  private init(_ text: Text, printed: [UInt16], _ signs: LayoutSigns) {
    self.text = text
    self.printed = printed
    self.signs = signs
  }

  // MARK: Lines

  private mutating func splitLines() {
    var start = 0
    var gap = 0
    while start <= text.count {
      var end = start
      while end < text.count, !classes[Int(text[end])].meets(.lineBreak) { end += 1 }
      let trimmed = trimLine(Extent(start, end))
      if trimmed.count > 0 {
        lines.append(Line(extent: trimmed, gap: gap))
        gap = 0
      } else {
        gap += 1
      }
      start = end + (isCRLF(at: end) ? 2 : 1)
    }
  }

  private func isCRLF(at offset: Int) -> Bool {
    offset + 1 < text.count && text[offset] == Mark.carriageReturn
      && text[offset + 1] == Mark.lineFeed
  }

  /// A line without the space around it; in a row of cells between tabs the first may be empty.
  private func trimLine(_ line: Extent) -> Extent {
    let trimmed = trim(line)
    guard let tab = (line.start..<trimmed.start).first(where: { text[$0] == Mark.tab }),
      text[trimmed.start..<trimmed.end].contains(Mark.tab)
    else { return trimmed }
    return Extent(tab, trimmed.end)
  }

  private func trim(_ extent: Extent) -> Extent {
    var (start, end) = (extent.start, extent.end)
    while start < end, classes[Int(text[start])].meets(.space) { start += 1 }
    while end > start, classes[Int(text[end - 1])].meets(.space) { end -= 1 }
    return Extent(start, end)
  }

  // MARK: Blocks

  /// A run of lines that read as one.
  private struct Draft {
    var pieces: [Extent]
    let gap: Int
  }

  private func blocks() -> [Draft] {
    var drafts: [Draft] = []
    for (index, line) in lines.enumerated() {
      if index > 0, continues(index - 1) {
        drafts[drafts.count - 1].pieces.append(line.extent)
      } else {
        drafts.append(Draft(pieces: [line.extent], gap: line.gap))
      }
    }
    return drafts
  }

  /// Whether the line was cut in mid-sentence and goes on in the next.
  private func continues(_ index: Int) -> Bool {
    let text = folded(lines[index].extent)
    guard isProse(text), !endsSentence(text), signature(in: lines[index].extent) == nil,
      !isRow(text), !isSpacedRow(lines[index].extent)
    else { return false }
    if index == 0, text.count <= Self.longestHeadline { return false }
    let following = folded(lines[index + 1].extent)
    guard !opensBlock(following), !isRow(following), !isSpacedRow(lines[index + 1].extent) else {
      return false
    }
    return !isDoubtful(text, following) || fillsColumn(index) && !areFields(text, following)
  }

  /// A row of a table: cells parted by tabs, bars or wide gaps.
  func isRow(_ text: Text) -> Bool {
    if text.contains(Mark.tab) { return true }
    var cuts = 0
    for (index, unit) in text.enumerated() {
      let isGap =
        unit == Mark.space && index > 0 && text[index - 1] == Mark.space
        && (index < 2 || text[index - 2] != Mark.space)
      if isGap || Self.bars.contains(unit) { cuts += 1 }
    }
    return cuts >= 2
  }

  /// A row whose short cells are parted by single full-width spaces.
  private func isSpacedRow(_ extent: Extent) -> Bool {
    let cells = printed[extent.range].split(separator: Mark.wideSpace)
    return cells.count > 2 && cells.allSatisfy { $0.count <= Self.longestCell }
  }

  /// Prose holds punctuation inside, or is longer than any headline.
  private func isProse(_ text: Text) -> Bool {
    if text.count > Self.longestHeadline { return true }
    guard text.count >= Self.shortestProse else { return false }
    return text.indices.dropLast().contains {
      classes[Int(text[$0])].meets(.clauseEnd) && !isInNumber($0, text)
    }
  }

  /// The comma of 100,000.
  private func isInNumber(_ index: Int, _ text: Text) -> Bool {
    index > 0 && isDigit(text[index - 1]) && isDigit(text[index + 1])
  }

  func endsSentence(_ text: Text) -> Bool {
    guard let last = text.last else { return true }
    let kind = classes[Int(last)]
    return kind.meets(.sentenceEnd) || kind.meets(.closing) || last == Mark.colon
      || last == Mark.ellipsis || last == Mark.semicolon
  }

  /// Whether a line begins something of its own: a byline, a list item, a dash.
  private func opensBlock(_ text: Text) -> Bool {
    if signs.dateline(text) != nil { return true }
    if let first = text.first, first == Mark.dash || Self.bullets.contains(first) { return true }
    var digits = text.prefix(4)[...]
    digits = digits.drop { classes[Int($0)].meets(.opening) }
    let number = digits.prefix {
      classes[Int($0)].meets(.numeralLike)
    }
    guard !number.isEmpty, number.count <= 3 else { return false }
    let rest = text[number.endIndex...]
    guard let mark = rest.first else { return false }
    return Self.listMarks.contains(mark) && !(rest.dropFirst().first.map(isDigit) ?? false)
  }

  func isDigit(_ unit: UInt16) -> Bool { classes[Int(unit)].meets(.digit) }

  // MARK: Articles

  private func articles(from drafts: [Draft]) -> [Article] {
    var articles: [[Article.Block]] = []
    for index in drafts.indices {
      let role = role(of: index, in: drafts, after: articles.last?.last)
      let startsArticle = index == 0 || (role == .headline && isArticleStart(index, in: drafts))
      let block = Article.Block(
        role: role == .headline && !startsArticle && !(articles.last?.isEmpty ?? true)
          ? .subheadline : role,
        pieces: drafts[index].pieces, byline: byline(of: drafts[index]))
      if startsArticle { articles.append([]) }
      articles[articles.count - 1].append(block)
    }
    return articles.enumerated().map { Article(number: $0.offset + 1, blocks: $0.element) }
  }

  private func role(
    of index: Int, in drafts: [Draft], after previous: Article.Block?
  ) -> Article.Role {
    guard isHeadlineLike(drafts[index]), index + 1 < drafts.count else { return .paragraph }
    guard let previous else { return .headline }
    return previous.role == .paragraph ? .headline : .subheadline
  }

  private func isHeadlineLike(_ draft: Draft) -> Bool {
    guard draft.pieces.count == 1 else { return false }
    let text = folded(draft.pieces[0])
    guard text.count <= Self.longestHeadline, let last = text.last else { return false }
    if signs.dateline(text) != nil { return false }
    let end = classes[Int(last)]
    let stops = text.dropLast().contains { classes[Int($0)].meets(.sentenceEnd) }
    return !stops && last != Mark.colon && last != Mark.semicolon
      && (!end.meets(.clauseEnd) || last == Mark.question || last == Mark.exclamation)
  }

  /// Whether a headline-like block after prose begins another article.
  private func isArticleStart(_ index: Int, in drafts: [Draft]) -> Bool {
    var next = index + 1
    while next < drafts.count, next <= index + 2, isHeadlineLike(drafts[next]) { next += 1 }
    guard next < drafts.count, !isHeadlineLike(drafts[next]) else { return false }
    let opening = folded(drafts[next].pieces[0])
    if signs.dateline(opening) != nil { return true }
    if isAgencyDateline(opening) || hasByline(drafts[index..<next]) { return true }
    let previous = drafts[index - 1]
    return drafts[index].gap >= 2 || signature(in: previous.pieces.last!) != nil
  }

  /// A headline, and below it a line that says who wrote.
  private func hasByline(_ head: ArraySlice<Draft>) -> Bool {
    guard let first = head.first, !signs.isByline(folded(first.pieces[0])) else { return false }
    return head.dropFirst().contains { signs.isByline(folded($0.pieces[0])) }
  }

  /// 新华社北京3月5日电: a news agency's dateline ends in 电 or 讯 within its first characters.
  private func isAgencyDateline(_ text: Text) -> Bool {
    guard let end = text.prefix(24).firstIndex(where: signs.wires.contains) else { return false }
    guard end >= 4, end + 1 < text.count else { return false }
    let next = text[end + 1]
    let stops = text[..<end].contains { classes[Int($0)].meets(.clauseEnd) }
    return !stops && text[..<end].contains(where: isDigit)
      && (next == Mark.opening || next == Mark.space)
  }

  // MARK: Bylines

  private func byline(of draft: Draft) -> Extent? {
    let first = draft.pieces[0]
    let text = folded(first)
    if let dateline = signs.dateline(text) {
      var end = dateline.count
      let open = text[0] == Mark.opening ? 0 : text[end...].firstIndex { $0 != Mark.space }
      if let open, text[open] == Mark.opening,
        let close = text[open...].prefix(41).firstIndex(of: Mark.closing)
      {
        end = close + 1
      }
      return Extent(first.start, first.start + end)
    }
    return draft.pieces.last.flatMap(signature)
  }

  /// A reporter's name at the end of a block: a sentence's end, a space, two to four characters.
  private func signature(in extent: Extent) -> Extent? {
    let text = folded(extent)
    let name = text.suffix(5).reversed().prefix { classes[Int($0)].meets(.han) }.count
    let start = text.count - name
    guard (2...4).contains(name), start >= 2 else { return nil }
    var end = start
    while end > 0, classes[Int(text[end - 1])].meets(.space) { end -= 1 }
    guard end > 0, end < start, endsSentence(Text(rebasing: text[..<end])) else { return nil }
    return Extent(extent.start + start, extent.end)
  }

  func folded(_ extent: Extent) -> Text { Text(rebasing: text[extent.range]) }

  private static let longestHeadline = 40
  private static let shortestProse = 20
  private static let longestCell = 16
  private static let bars = Array("|│┃".utf16)
  private static let bullets = Array("·●■◆▲★※*①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".utf16)
  private static let listMarks = Array("、.)".utf16)
}
