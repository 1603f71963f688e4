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
      word(tokens[own]).meaning == .own, word(tokens[own]).body == nil
    {
      // 我校, 我局: as they stand.
      return [described(tokens[own].extent, source)]
    }
    if let persons = persons(heads, in: range, from: start, to: end, source) { return persons }
    let last = range.last { tokens[$0].kind == .organization }
    if last == nil, let list = list(of: heads, in: range, from: start, to: end, source) {
      return list
    }
    if let last, let head = heads.first(where: { $0 > last }),
      let members = apposed(to: head, endingAt: last, in: range, source)
    {
      return members
    }
    if let last, let joined = joined(behind: last, heads, in: range, to: end, source) {
      return group(endingAt: last, in: range, source) + [joined]
    }
    // 向甲红十字会|转交了华侨的捐款: what was done stands behind.
    let isDoneBetween =
      source != .subject
      && (last.flatMap { last in
        heads.last.map { head in
          last < head
            && units[tokens[last].end..<max(tokens[last].end, tokens[head].start)]
              .contains { rules.signs.has(.finished, $0) }
        }
      } ?? false)
    if let head = heads.last, last.map({ $0 < head }) ?? true, !isDoneBetween,
      let described = description(head, in: range, from: start, to: end, source)
    {
      let isAlone = described.extent == tokens[head].extent
      return [(isAlone ? meaning(ofNoun: tokens[head]) : nil) ?? described]
    }
    guard let last else { return counted(in: range, from: start, to: end, source) }
    if let branch = branch(of: last, in: range, to: end, source) { return [branch] }
    if let part = part(of: last, in: range, to: end, source) { return [part] }
    return group(endingAt: last, in: range, source)
  }

  /// 向二十三个公社, 给12支球队: so many of what no lexicon has.
  private func counted(
    in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party] {
    guard source == .to || source == .goal, let count = range.first,
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
      (3...8).contains(rest.count), rules.signs.has(.bodyEnd, units[rest.end - 1]),
      !units[rest.start..<rest.end].contains(where: { rules.signs.has(.nounStop, $0) })
    else { return nil }
    return described(Extent(token.start, rest.end), source)
  }

  /// 甲集团和|一名教师: who is described behind a body that he is joined to.
  private func joined(
    behind last: Int, _ heads: [Int], in range: Range<Int>, to end: Int, _ source: Event.Source
  ) -> Event.Party? {
    var place = tokens[last].end
    guard let head = heads.last, head > last, place < end else { return nil }
    if units[place] == Mark.opening,
      let closing = units[place..<tokens[head].start].firstIndex(of: Mark.closing)
    {
      place = closing + 1
    }
    guard place < tokens[head].start, rules.signs.has(.joiner, units[place]), !isRest(units[place])
    else { return nil }
    return description(head, in: last + 1..<range.upperBound, from: place + 1, to: end, source)
  }

  /// 武警支队的一个中队: one of several that a body has, in the words of the text.
  private func part(
    of last: Int, in range: Range<Int>, to end: Int, _ source: Event.Source
  ) -> Event.Party? {
    let place = tokens[last].end
    guard source != .subject, source != .by, last == range.first, place + 3 < end,
      isOf(units[place]), units[place + 1] == Script.one,
      let rest = trimmed(place, end), rest.count <= Self.longestPart,
      endsAsParty(rest) || isBodyNoun(rest)
    else { return nil }
    return described(Extent(tokens[last].start, rest.end), source)
  }

  private static let longestPart = 14

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
        units[tokens[last].end..<tokens[index].start].contains(where: {
          rules.signs.has(.finished, $0)
        })
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
    return heads.map { head in
      let next = head + 1 < range.upperBound ? tokens[head + 1] : nil
      let stop = endOfDescription(tokens[head], next, to: next.map { min(end, $0.start) } ?? end)
      return described(Extent(tokens[head].start, stop), source)
    }
  }

  /// Who is described by the words of the text; where a body was named before that ends in just these,
  /// it is that body: 罐头厂 after 康乐罐头厂.
  func described(_ extent: Extent, _ source: Event.Source) -> Event.Party {
    let named = isBodyNoun(extent) ? lastNamed(endingIn: extent) : nil
    return Event.Party(
      name: named?.name ?? original(extent), extent: extent, mention: named?.mention,
      source: source)
  }

  /// 甲、乙等9家机构, 甲、乙两家: a noun or a count that sums up the bodies before it.
  private func apposed(
    to head: Int, endingAt last: Int, in range: Range<Int>, _ source: Event.Source
  ) -> [Event.Party]? {
    let place = tokens[last].end
    let isRest = place < tokens[head].start && isRest(units[place])
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
      || (source == .to || source == .goal) && countsSettlements(token)
  }

  /// The bodies before `last` that stand side by side with it, in the order of the text.
  func group(
    endingAt last: Int, in range: Range<Int>, _ source: Event.Source
  ) -> [Event.Party] {
    var members = [last]
    var index = last - 1
    // 市商务局还会同中信保: words of no weight only beside one that joins.
    var (hasJoint, hasLight) = (false, false)
    while index >= range.lowerBound,
      joins(endOfName(tokens[index]), tokens[index + 1].start)
    {
      let token = tokens[index]
      if token.isWord(.joint) || isJoiner(token) {
        hasJoint = true
      } else if token.isWord(.place), token.end == tokens[index + 1].start {
        // 与日本|丰田汽车公司: where the body behind it is from.
      } else if token.isWord(.free), token.end < tokens[index + 1].start,
        rules.signs[.nameTail].cover(units[token.start..<token.end])
      {
        // 阿里巴巴|公益|、蚂蚁集团
        hasJoint = true
      } else if token.isLight {
        hasLight = true
      } else {
        // 甲集团及|下属|乙公司
        let isJoined = hasJoint || token.end < tokens[index + 1].start
        guard token.kind == .organization, isJoined || !hasLight else { break }
        members.append(index)
        (hasJoint, hasLight) = (false, false)
      }
      index -= 1
    }
    return members.reversed().compactMap { party(tokens[$0], source) }
  }

  /// 阿里巴巴|公益、蚂蚁集团: behind a part of a body's own name.
  private func endOfName(_ token: EventToken) -> Int {
    guard token.kind == .organization else { return token.end }
    let rest = units[token.end..<min(extent.end, token.end + 6)]
    let end = token.end + rules.signs[.nameTail].length(at: rest)
    return end < extent.end && units[end] == Mark.enumerationComma ? end : token.end
  }

  /// The last of the tokens of one kind, from `first` on, that are joined to each other: 日本、韩国.
  func lastOfSame(_ first: Int, upTo end: Int) -> Int {
    var last = first
    while last + 1 < end, tokens[last + 1].kind == tokens[first].kind,
      joins(tokens[last].end, tokens[last + 1].start)
    { last += 1 }
    return last
  }

  /// 新华社杭州7月14日电: whose dispatch it is.
  private func isDispatch(_ token: EventToken) -> Bool {
    let end = min(token.end + Self.longestDateline, extent.end)
    return units[token.end..<max(token.end, end)].prefix { $0 != Mark.comma }
      .contains(where: { rules.signs.has(.wire, $0) })
  }

  private static let longestDateline = 16

  func party(_ token: EventToken, _ source: Event.Source) -> Event.Party? {
    guard token.kind == .organization,
      case .organization(let value) = mentions[token.payload].value,
      value.kind != .media || source != .subject || !isDispatch(token)
    else { return nil }
    return Event.Party(
      name: value.name, extent: token.extent, mention: token.payload, source: source)
  }
}
