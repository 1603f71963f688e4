// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Parties without a name: what a noun or a count describes, 一家福建公司, 37名学生.
extension EventSentence {
  /// What ends in the noun for persons or bodies at `head`; `nil` where something else stands behind it.
  func description(
    _ head: Int, in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> Event.Party? {
    let next = head + 1 < range.upperBound ? tokens[head + 1] : nil
    // 三家工厂|2月10日率先复工: what stands behind says how.
    let end = next.map { $0.isLight ? min(end, $0.start) : end } ?? end
    if let name = quotedName(from: tokens[head].end, to: end) { return described(name, source) }
    let stop = endOfDescription(tokens[head], next, to: end)
    let rest = stop < end ? units[stop..<end] : []
    let isTail = rest.allSatisfy {
      isRest($0) || $0 == Mark.space || rules.signs.has(.tail, $0)
    }
    // 为残疾人|义诊|并|减免费用: what else was done for them.
    let isBesides =
      source == .to && rest.count <= Self.longestAct
      && !isBodyNoun(Extent(stop, max(stop + 1, end)))
      && end < extent.end && rules.signs.has(.joiner, units[end])
      && range.upperBound < tokens.count && tokens[range.upperBound].isWord(.adverb)
    guard isTail || isBesides || source == .object || source == .goal,
      let extent = trimmed(startOfDescription(head, in: range, from: start), stop),
      extent.count <= Self.longestDescription
    else { return nil }
    let isNamed = stop > tokens[head].end + 1
    return described(isNamed ? ownName(extent, in: range) : extent, source)
  }

  /// 专程赶来的|校长刘敏: of who has a name, what else is told of him is left out, but not whose he is,
  /// 甲集团的经理王建国.
  func ownName(_ extent: Extent, in range: Range<Int>) -> Extent {
    guard let of = units[extent.start..<extent.end].lastIndex(where: isOf), of + 2 < extent.end,
      of == extent.start || !rules.signs.has(.placeEnd, units[of - 1]),
      !range.contains(where: { tokens[$0].end == of && isOwner(tokens[$0]) })
    else { return extent }
    return Extent(of + 1, extent.end)
  }

  /// Whose somebody is, or how old, 82岁.
  private func isOwner(_ token: EventToken) -> Bool {
    token.kind == .organization || token.kind == .quantity || token.isWord(.place)
  }

  /// 林美珍、陈志强、王建华|三人: names side by side, as many as a count behind them says, if one does.
  func persons(
    _ heads: [Int], in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party]? {
    let count = heads.last.flatMap { countsParties(tokens[$0]) ? $0 : nil }
    guard count != nil || heads.allSatisfy({ tokens[$0].isWord(.party) }) else { return nil }
    let stop = count.map { tokens[$0].start } ?? end
    guard start < stop, stop - start <= Self.longestList,
      units[start..<stop].contains(Mark.enumerationComma)
    else { return nil }
    let first = units[start..<stop].lastIndex(where: isOf).map { $0 + 1 } ?? start
    // 职工|刘海波、张凤山: what the first one is.
    let mark = units[first..<stop].firstIndex(of: Mark.enumerationComma) ?? first
    let isTitled = isTitledPerson(Extent(first, mark))
    let isOther = range.contains {
      $0 != count && tokens[$0].start >= (isTitled ? mark : first) && !isJoiner(tokens[$0])
    }
    guard isTitled || count != nil || heads.isEmpty, !isOther,
      count.map({ trimmed(tokens[$0].end, end) == nil }) ?? true
    else { return nil }
    let parts = units[first..<stop].split {
      $0 == Mark.enumerationComma || rules.signs.has(.with, $0)
        || rules.signs.has(.joiner, $0)
    }
    guard parts.count > 1, count.map({ partyCount(tokens[$0]) == parts.count }) ?? true,
      parts.dropFirst(isTitled ? 1 : 0)
        .allSatisfy({ isPersonName(Extent($0.startIndex, $0.endIndex)) })
    else { return nil }
    return parts.map { described(Extent($0.startIndex, $0.endIndex), source) }
  }

  private static let longestList = 60
  private static let longestAct = 6

  /// 全区已有|86家企业: what says that there are so many is no part of them.
  private func startOfDescription(_ head: Int, in range: Range<Int>, from start: Int) -> Int {
    if isTopic(from: start, before: tokens[head]) { return tokens[head].start }
    // 支付拖欠|员工的工资
    let text = units[start..<max(start, tokens[head].start)]
    let isOwed =
      text.first.map { rules.signs.has(.owed, $0) } ?? false && !text.contains(where: isOf)
    let start = isOwed ? start + rules.signs[.owed].length(at: text) : start
    let count = range.prefix(head + 1 - range.lowerBound).first { countsParties(tokens[$0]) }
    guard let count, tokens[count].start > start,
      rules.signs.has(.existence, units[tokens[count].start - 1])
    else { return start }
    return tokens[count].start
  }

  /// 苹果|我买了两斤: what is spoken of stands before who acts; 孩子的他, 老王和我 are somebody.
  private func isTopic(from start: Int, before head: EventToken) -> Bool {
    guard head.end - head.start == 1, head.start > start,
      rules.signs.has(.person, units[head.start]),
      case let last = units[head.start - 1]
    else { return false }
    return !isOf(last) && !rules.signs.has(.joiner, last) && !rules.signs.has(.with, last)
      && last != Mark.enumerationComma
  }

  /// Behind the head, the noun of a count, 们, and the name of whom the noun says what he is.
  func endOfDescription(_ head: EventToken, _ next: EventToken?, to end: Int) -> Int {
    var stop =
      countsParties(head) || countsSettlements(head) ? endOfCounted(head, next, to: end) : head.end
    while stop < end, stop < head.end + 1, rules.signs.has(.plural, units[stop]) { stop += 1 }
    // 母校图书馆
    if let next, next.start == head.end, next.isWord(.body) { return next.end }
    // 公司党委书记王建国
    var nameEnd = next.map { min(end, max(stop, $0.start)) } ?? end
    while nameEnd > stop, rules.signs.has(.tail, units[nameEnd - 1]) { nameEnd -= 1 }
    guard let name = trimmed(stop, min(nameEnd, stop + Self.longestName)), name.start == stop,
      isPersonName(name)
        || name.end == nameEnd && (isForeignName(name) || isWeakName(name))
    else { return stop }
    return name.end
  }

  /// 民间团体|“绿色之手”: a name in quotation marks behind what it is.
  private func quotedName(from start: Int, to end: Int) -> Extent? {
    guard start + 3 < end, let closing = Script.closingQuote(of: units[start]),
      let stop = units[start + 1..<min(end, start + Self.longestQuoted)].firstIndex(of: closing),
      stop - start > 2, trimmed(stop + 1, end) == nil
    else { return nil }
    return Extent(start + 1, stop)
  }

  private static let longestQuoted = 14

  /// 进口商|卡洛斯, 牧民|巴特尔
  func isForeignName(_ name: Extent) -> Bool {
    name.count > 1
      && units[name.range].allSatisfy { rules.signs.has(.foreign, $0) || $0 == Mark.middleDot }
  }

  private static let longestName = 6

  /// Where the noun ends that a count counts, 九名|老矿工, as the mention has it; the end of the count
  /// where it has none.
  func endOfItem(_ count: EventToken, to end: Int) -> Int {
    guard let item = quantity(count)?.item, count.end < end else { return count.end }
    let noun = FoldTable.fold(item)
    let text = units[count.end..<min(end, count.end + noun.count + Self.longestAttribute)]
    guard let found = text.indices.first(where: { text[$0...].starts(with: noun) }) else {
      return count.end
    }
    return found + noun.count
  }

  /// Of what a count counts, before the noun.
  private static let longestAttribute = 4

  /// The end of the noun behind a count, as far as the next token.
  private func endOfCounted(_ count: EventToken, _ next: EventToken?, to end: Int) -> Int {
    var limit = next?.start ?? end
    // 20名|80岁以上老人: how old they are.
    if let next, quantity(next)?.unit == "岁" {
      limit = min(end, tokens.first { $0.start >= next.end }?.start ?? end)
    }
    // 42家俱乐部: the noun is a word.
    if let next, next.start == count.end, next.isWord(.pronoun) || next.isWord(.body) {
      limit = next.end
    }
    let noun = units[count.end..<max(count.end, min(limit, count.end + Self.longestCounted))]
      .prefix { !isOf($0) && $0 != Mark.enumerationComma }
    // 12家|马铃薯|加工厂: the mention knows where a noun of several words ends.
    let (stop, item) = (count.end + noun.count, endOfItem(count, to: end))
    // 15名学生|来港攻读博士: behind it stands what they do.
    let isAct =
      item > count.end && stop - item > 2
      && !endsAsParty(Extent(count.end, stop)) && endsAsParty(Extent(count.end, item))
    return isAct ? item : max(stop, item)
  }

  /// 等, behind the last of some that are named.
  func isRest(_ unit: UInt16) -> Bool { rules.signs.has(.rest, unit) }

  private static let longestDescription = 50
  private static let longestCounted = 16

  /// Somebody whom only the last character gives away: 一家福建公司, 受灾种植户.
  func isUnnamed(_ extent: Extent, _ source: Event.Source) -> Bool {
    guard (2...14).contains(extent.count) else { return false }
    return endsAsParty(extent)
      || source == .subject && rules.signs.has(.placeEnd, units[extent.end - 1])
  }

  /// Whether words end as those for somebody do: 乱涨价的药店.
  func endsAsParty(_ extent: Extent) -> Bool {
    let last = units[extent.end - 1]
    return rules.signs.has(.bodyEnd, last) || rules.signs.has(.personEnd, last)
  }

  /// Whether a stretch is nothing but Chinese characters that end as a body's name does: 高新区管理部.
  func isBodyName(_ extent: Extent) -> Bool {
    guard (4...14).contains(extent.count), isBodyNoun(extent),
      !rules.signs[.frameworkEnd].end(units[extent.start..<extent.end])
    else { return false }
    return units[extent.start..<extent.end].allSatisfy {
      CharacterClass.of($0).meets(.han) && !rules.signs.has(.nounStop, $0)
    }
  }

  /// 分公司 of 3家分公司, 医疗点; not 标准.
  func isBody(_ item: Event.Item) -> Bool {
    guard let last = FoldTable.fold(item.name).last else { return false }
    return rules.signs.has(.bodyEnd, last) || rules.signs.has(.siteEnd, last)
  }

  /// Whether a noun ends in what bodies end in: 合作社, 服务站.
  func isBodyNoun(_ extent: Extent) -> Bool {
    let last = units[extent.end - 1]
    return rules.signs.has(.bodyEnd, last) || rules.signs.has(.siteEnd, last)
  }
}
