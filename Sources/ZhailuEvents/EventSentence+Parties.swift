// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Who stands in a stretch of a clause: bodies side by side, or a description.
extension EventSentence {
  /// The parties in the tokens of `range`, whose text runs from `start` to `end`.
  ///
  /// - 丽贝亚集团、锡华实业有限公司: bodies that 、 or 和 joins;
  /// - 鲁谷街道防控一线的工作人员: words that end in a noun for people or bodies, with the bodies in them.
  func parties(
    _ range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party] {
    let heads = withoutCount(heads(in: range, source), source)
    if let own = range.last, source != .subject, tokens[own].isWord(.pronoun),
      word(tokens[own]).meaning == .own, word(tokens[own]).kind.isEmpty
    {
      // 我校, 我局: as they stand.
      return [described(tokens[own].extent, source)]
    }
    let last = range.last { tokens[$0].kind == .organization }
    if last == nil, let list = list(of: heads, in: range, from: start, to: end, source) {
      return list
    }
    if let last, let head = heads.first(where: { $0 > last }),
      let members = apposed(to: head, endingAt: last, in: range, source)
    {
      return members
    }
    if let head = heads.last, last.map({ $0 < head }) ?? true,
      let described = description(head, in: range, from: start, to: end, source)
    {
      if described.extent == tokens[head].extent, let body = body(inRole: tokens[head]) {
        return [body]
      }
      if described.extent == tokens[head].extent, tokens[head].isWord(.party),
        let named = lastNamed(word(tokens[head]).kind, endingLike: nil, before: described.extent)
      {
        return [named]
      }
      return [described]
    }
    guard let last else { return counted(in: range, from: start, to: end, source) }
    if let branch = branch(of: last, in: range, to: end, source) { return [branch] }
    return group(endingAt: last, in: range, source)
  }

  /// 向二十三个公社, 给12支球队: so many of what no lexicon has.
  private func counted(
    in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party] {
    guard source == .to || source == .goal, range.count == 1, let count = range.first,
      tokens[count].kind == .quantity, let extent = trimmed(start, end),
      extent.start == tokens[count].start, extent.end > tokens[count].end,
      isUnnamed(extent, source)
    else { return [] }
    return [described(extent, source)]
  }

  /// 肯德基莘漕餐厅: a name that is known and words behind it that end in a noun for bodies.
  private func branch(
    of last: Int, in range: Range<Int>, to end: Int, _ source: Event.Source
  ) -> Event.Party? {
    let token = tokens[last]
    let next = last + 1 < range.upperBound ? tokens[last + 1] : nil
    if let next, !next.isLight { return nil }
    guard last == range.first(where: { !tokens[$0].isLight }),
      let rest = trimmed(token.end, min(end, next?.start ?? end)), rest.start == token.end,
      (3...8).contains(rest.count), rules.signs.bodyEnds.contains(units[rest.end - 1]),
      !units[rest.start..<rest.end].contains(where: rules.signs.nounStops.contains)
    else { return nil }
    return described(Extent(token.start, rest.end), source)
  }

  /// 贫困大学生86名: of a noun and its count the noun says who.
  private func withoutCount(_ heads: [Int], _ source: Event.Source) -> [Int] {
    guard source != .subject, heads.count > 1, let count = heads.last, countsParties(tokens[count]),
      tokens[heads[heads.count - 2]].isWord(.party),
      tokens[heads[heads.count - 2]].end == tokens[count].start
    else { return heads }
    return heads.dropLast()
  }

  /// The nouns for persons and bodies, up to one behind which something was done: 为学校|修建了食堂.
  private func heads(in range: Range<Int>, _ source: Event.Source) -> [Int] {
    var heads: [Int] = []
    for index in range where isHead(tokens[index], source) {
      if let last = heads.last, source != .subject, tokens[last].end < tokens[index].start,
        units[tokens[last].end..<tokens[index].start].contains(0x4E86)  // 了
      {
        break
      }
      heads.append(index)
    }
    return heads
  }

  /// 法国、日本、德国; 街道、社区: nouns side by side, with nothing else before them.
  private func list(
    of heads: [Int], in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party]? {
    guard heads.count > 1, let first = heads.first, let last = heads.last,
      last - first == heads.count - 1, tokens[first].start == start,
      zip(heads, heads.dropFirst()).allSatisfy({
        tokens[$0].end < tokens[$1].start && joins(tokens[$0].end, tokens[$1].start)
      }), heads.allSatisfy({ tokens[$0].isWord(.party) || tokens[$0].isWord(.place) })
    else { return nil }
    return heads.map { described(tokens[$0].extent, source) }
  }

  func described(_ extent: Extent, _ source: Event.Source) -> Event.Party {
    Event.Party(name: original(extent), extent: extent, mention: nil, source: source)
  }

  /// 甲、乙等9家机构, 甲、乙两家: a noun or a count that sums up the bodies before it.
  private func apposed(
    to head: Int, endingAt last: Int, in range: Range<Int>, _ source: Event.Source
  ) -> [Event.Party]? {
    let place = tokens[last].end
    let isRest = place < tokens[head].start && units[place] == 0x7B49  // 等
    guard isRest || countsParties(tokens[head]) && joins(place, tokens[head].start) else {
      return nil
    }
    let members = group(endingAt: last, in: range, source)
    return isRest || members.count > 1 ? members : nil
  }

  /// A noun for persons and bodies, or a count of them: 174家商户. Places act and do not receive.
  func isHead(_ token: EventToken, _ source: Event.Source) -> Bool {
    token.isWord(.party) || countsParties(token)
      || token.isWord(.place) && (source == .subject || source == .by)
  }

  /// 每户, 每人, 每名: each of some persons or firms.
  func isEachParty(_ token: EventToken) -> Bool {
    token.isWord(.rate) && token.end - token.start > 1
      && rules.signs.partyUnits.contains(original(Extent(token.end - 1, token.end)))
  }

  /// Counts of persons and firms say for whom, not what.
  func countsParties(_ token: EventToken) -> Bool {
    guard let value = quantity(token) else { return false }
    return rules.signs.partyUnits.contains(value.unit)
  }

  private func description(
    _ head: Int, in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> Event.Party? {
    let token = tokens[head]
    var (start, stop, end) = (start, token.end, end)
    // 三家工厂|2月10日率先复工: what stands behind says how.
    if let next = range.dropFirst(head + 1 - range.lowerBound).first, tokens[next].isLight {
      end = min(end, tokens[next].start)
    }
    // 全区已有86家企业: what says that there are so many is no part of them.
    if let count = range.prefix(head + 1 - range.lowerBound).first(where: {
      countsParties(tokens[$0])
    }),
      tokens[count].start > start, units[tokens[count].start - 1] == 0x6709  // 有
    {
      start = tokens[count].start
    }
    if countsParties(token) {
      // The noun behind the count, as far as the next token.
      var next = head + 1 < range.upperBound ? tokens[head + 1].start : end
      // 42家俱乐部: the noun is a word.
      if next == stop, head + 1 < range.upperBound,
        tokens[head + 1].isWord(.pronoun) || tokens[head + 1].isWord(.body)
      {
        next = tokens[head + 1].end
      }
      let noun = units[stop..<max(stop, min(next, stop + 16))].prefix {
        $0 != 0x7684 && $0 != 0x3001
      }
      stop += noun.count
    }
    while stop < end, stop < token.end + 1, units[stop] == 0x4EEC { stop += 1 }  // 们
    // 公司党委书记王建国: the name of whom the noun says what he is.
    var nameEnd = end
    while nameEnd > stop, rules.signs.tails.contains(units[nameEnd - 1]) { nameEnd -= 1 }
    if let name = trimmed(stop, min(nameEnd, stop + 4)), name.start == stop, isPersonName(name) {
      stop = name.end
    }
    let rest = stop < end ? units[stop..<end] : []
    let isTail = rest.allSatisfy {
      $0 == 0x7B49 || $0 == 0x20 || rules.signs.tails.contains($0)  // 等
    }
    guard isTail || source == .object || source == .goal else { return nil }
    guard let extent = trimmed(start, stop), extent.count <= 50 else { return nil }
    return described(extent, source)
  }

  /// Somebody whom only the last character gives away: 一家福建公司, 受灾种植户.
  func isUnnamed(_ extent: Extent, _ source: Event.Source) -> Bool {
    guard (2...14).contains(extent.count) else { return false }
    let last = units[extent.end - 1]
    let signs = rules.signs
    return signs.bodyEnds.contains(last) || signs.personEnds.contains(last)
      || source == .subject && signs.placeEnds.contains(last)
  }

  /// Whether a noun ends in what bodies end in: 合作社, 服务站.
  func isBodyNoun(_ extent: Extent) -> Bool {
    let last = units[extent.end - 1]
    return rules.signs.bodyEnds.contains(last) || rules.signs.siteEnds.contains(last)
  }

  /// The bodies before `last` that stand side by side with it, in the order of the text.
  func group(
    endingAt last: Int, in range: Range<Int>, _ source: Event.Source
  ) -> [Event.Party] {
    var members = [last]
    var index = last - 1
    // 市商务局还会同中信保: words of no weight only beside one that joins.
    var (hasJoint, hasLight) = (false, false)
    while index >= range.lowerBound, joins(tokens[index].end, tokens[index + 1].start) {
      let token = tokens[index]
      if token.isWord(.joint) || isJoiner(token) {
        hasJoint = true
      } else if token.isLight {
        hasLight = true
      } else {
        guard token.kind == .organization, hasJoint || !hasLight else { break }
        members.append(index)
        (hasJoint, hasLight) = (false, false)
      }
      index -= 1
    }
    return members.reversed().compactMap { party(tokens[$0], source) }
  }

  /// How many a count or 两家, 双方 speaks of.
  func partyCount(_ token: EventToken) -> Int? {
    if let value = quantity(token) { return value.number.number.flatMap { Int($0) } }
    switch units[token.start] {
    case 0x4E24, 0x53CC: return 2  // 两 双
    case 0x4E09: return 3
    case 0x56DB: return 4
    default: return nil
    }
  }

  /// 基金会, 学校: the body of this kind that the article named last, among so many.
  func lastNamed(
    _ kind: String, endingLike noun: EventToken?, before place: Extent? = nil
  ) -> Event.Party? {
    guard !kind.isEmpty, let place = place ?? noun?.extent else { return nil }
    for index in lastMentions(before: place.start).reversed() {
      guard case .organization(let value) = mentions[index].value, value.kind == kind else {
        continue
      }
      let extent = mentions[index].extent
      if let noun, !units[extent.start..<extent.end].hasSuffix(units[noun.start..<noun.end]) {
        continue
      }
      return Event.Party(name: value.name, extent: extent, mention: index, source: .carried)
    }
    return nil
  }

  private func lastMentions(before place: Int) -> Range<Int> {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].extent.end <= place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - Self.mentionsBack)..<low
  }

  /// 该院, 该校: the body named last whose name ends as the pronoun does.
  func lastNamed(like pronoun: EventToken) -> Event.Party? {
    guard pronoun.end - pronoun.start == 2 else { return nil }
    for index in lastMentions(before: pronoun.start).reversed() {
      guard case .organization(let value) = mentions[index].value,
        units[mentions[index].extent.end - 1] == units[pronoun.end - 1]
      else { continue }
      return Event.Party(
        name: value.name, extent: mentions[index].extent, mention: index, source: .carried)
    }
    return nil
  }

  private static let mentionsBack = 64

  /// 新华社杭州7月14日电: whose dispatch it is.
  private func isDispatch(_ token: EventToken) -> Bool {
    let end = min(token.end + Self.longestDateline, extent.end)
    return units[token.end..<max(token.end, end)].prefix { $0 != 0x2C }
      .contains(where: rules.signs.wires.contains)
  }

  private static let longestDateline = 16

  func party(_ token: EventToken, _ source: Event.Source) -> Event.Party? {
    guard token.kind == .organization,
      case .organization(let value) = mentions[token.payload].value,
      value.kind != "media" || source != .subject || !isDispatch(token)
    else { return nil }
    return Event.Party(
      name: value.name, extent: token.extent, mention: token.payload, source: source)
  }
}

extension ArraySlice<UInt16> {
  fileprivate func hasSuffix(_ other: Self) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
