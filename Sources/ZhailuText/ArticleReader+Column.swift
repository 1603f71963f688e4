// SPDX-License-Identifier: Apache-2.0

/// Where a line without an end is the whole of something all the same: a field of a form, a numeral
/// before another. Only a page's column, lines of about one width, tells that such a line was cut.
extension ArticleReader {
  /// Whether two lines look like two things rather than one that was cut.
  func isDoubtful(_ text: Text, _ following: Text) -> Bool {
    endsInField(text) || opensWithLabel(following) || partsNumerals(text, following)
  }

  /// 采购人:杭州市民政局  合同编号:20250418 — a short label, and nothing behind its value.
  private func endsInField(_ text: Text) -> Bool {
    guard let colon = text.lastIndex(where: { classes[Int($0)].meets(.clauseEnd) }),
      text[colon] == Mark.colon
    else { return false }
    let start = colon - text[..<colon].reversed().prefix { classes[Int($0)].meets(.han) }.count
    guard isLabel(text[start..<colon]) else { return false }
    return start == 0 || !classes[Int(text[start - 1])].meets(.wordLike)
  }

  /// 采购方式:公开招标 — but not 会长说:, and not 他表示:“…”, which prose holds.
  private func opensWithLabel(_ text: Text) -> Bool {
    let label = text.prefix(9).prefix { classes[Int($0)].meets(.han) }
    guard label.count + 1 < text.count else { return false }
    return text[label.count] == Mark.colon && isLabel(label)
      && !classes[Int(text[label.count + 1])].meets(.opening)
  }

  private func isLabel(_ text: Slice<Text>) -> Bool {
    (2...8).contains(text.count) && !signs.isSaying(text)
  }

  /// 供应商名称:甲公司 above 中标金额:5万元: fields of a form, however wide they are.
  func areFields(_ text: Text, _ following: Text) -> Bool {
    opensWithLabel(text) && opensWithLabel(following)
  }

  /// Whether a numeral stands on both sides and the two would be more than one of a few digits:
  /// 合同20250418 and 300万元, but not 共计1 and 200万元.
  private func partsNumerals(_ text: Text, _ following: Text) -> Bool {
    guard let first = following.first, classes[Int(first)].meets([.digit, .hanDigit])
    else { return false }
    // Of 200万 only the digits could go on what stands before.
    let kind: CharacterClass = isDigit(first) ? .digit : .numeralLike
    let before = text.suffix(Self.longestCutNumeral + 1).reversed()
      .prefix { classes[Int($0)].meets(.numeralLike) }.count
    let after = following.prefix(Self.longestCutNumeral + 1)
      .prefix { classes[Int($0)].meets(kind) }.count
    return before > 0 && before + after > Self.longestCutNumeral
  }

  // MARK: The column

  /// Whether the line is as wide as the widest around it, and others that were cut are so too.
  func fillsColumn(_ index: Int) -> Bool {
    let around = max(0, index - Self.reach)..<min(lines.count, index + Self.reach + 1)
    let widths = around.map { width(lines[$0].extent) }
    let widest = widths.max() ?? 0
    guard widths[index - around.lowerBound] >= widest - Self.raggedness else { return false }
    var others = 0
    for (other, width) in zip(around, widths)
    where other != index && width >= widest - Self.raggedness && wasPlainlyCut(other) {
      others += 1
    }
    return others >= 2
  }

  /// Whether a line ends in mid-sentence, and nothing else can be said of it.
  private func wasPlainlyCut(_ index: Int) -> Bool {
    let text = folded(lines[index].extent)
    guard index + 1 < lines.count, !endsSentence(text), !isRow(text) else { return false }
    return !isDoubtful(text, folded(lines[index + 1].extent))
  }

  /// The width in print: Chinese characters and full-width signs take two places.
  private func width(_ extent: Extent) -> Int {
    printed[extent.range].reduce(0) { $0 + ($1 >= Self.firstWide ? 2 : 1) }
  }

  /// Lines that are looked at on each side.
  private static let reach = 6
  /// How much lines of one column differ: a mark that may not begin a line, a word of Latin letters.
  private static let raggedness = 6
  /// 1|200 and 20|18 were cut; more digits are two numerals.
  private static let longestCutNumeral = 4
  private static let firstWide: UInt16 = 0x2E80
}
