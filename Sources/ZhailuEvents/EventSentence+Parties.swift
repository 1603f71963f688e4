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
    let heads = range.filter { isHead(tokens[$0]) }
    if let own = range.last, tokens[own].isWord(.pronoun), source != .subject,
      Self.ours.contains(units[tokens[own].start])
    {
      // 我校, 我局: as they stand.
      return [
        Event.Party(
          name: original(tokens[own].extent), extent: tokens[own].extent, mention: nil,
          source: source)
      ]
    }
    let last = range.last { tokens[$0].kind == .organization }
    if last == nil, let list = list(of: heads, in: range, from: start, to: end, source) {
      return list
    }
    if let head = heads.last, last.map({ $0 < head }) ?? true,
      let described = description(head, in: range, from: start, to: end, source)
    {
      return [described]
    }
    guard let last else { return [] }
    return group(endingAt: last, in: range, source)
  }

  /// 法国、日本、德国; 街道、社区: nouns side by side, with nothing else before them.
  private func list(
    of heads: [Int], in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party]? {
    guard heads.count > 1, let first = heads.first, let last = heads.last,
      last - first == heads.count - 1, tokens[first].start == start,
      zip(heads, heads.dropFirst()).allSatisfy({
        tokens[$0].end < tokens[$1].start && joins(tokens[$0].end, tokens[$1].start)
      }), heads.allSatisfy({ tokens[$0].isWord(.party) })
    else { return nil }
    return heads.map {
      Event.Party(
        name: original(tokens[$0].extent), extent: tokens[$0].extent, mention: nil, source: source)
    }
  }

  // 我
  private static let ours: Set<UInt16> = [0x6211]

  /// A noun for persons and bodies, or a count of them: 174家商户.
  private func isHead(_ token: EventToken) -> Bool {
    token.isWord(.party) || countsParties(token)
  }

  /// Counts of persons and firms say for whom, not what.
  func countsParties(_ token: EventToken) -> Bool {
    guard let value = quantity(token) else { return false }
    return Self.partyUnits.contains(value.unit)
  }

  private static let partyUnits: Set<String> = ["家", "名", "户", "人", "位", "所", "人次", "村", "社区"]

  private func description(
    _ head: Int, in range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> Event.Party? {
    let token = tokens[head]
    var stop = token.end
    if countsParties(token) {
      // The noun behind the count, as far as the next token.
      let next = head + 1 < range.upperBound ? tokens[head + 1].start : end
      let noun = units[stop..<max(stop, min(next, stop + 16))].prefix {
        $0 != 0x7684 && $0 != 0x3001
      }
      stop += noun.count
    }
    while stop < end, stop < token.end + 1, units[stop] == 0x4EEC { stop += 1 }  // 们
    let rest = stop < end ? units[stop..<end] : []
    let isTail = rest.allSatisfy { $0 == 0x7B49 || $0 == 0x20 || $0 == 0x5747 }  // 等 均
    guard isTail || source == .object || source == .goal else { return nil }
    guard let extent = trimmed(start, stop), extent.count <= 50 else { return nil }
    return Event.Party(name: original(extent), extent: extent, mention: nil, source: source)
  }

  /// The bodies before `last` that stand side by side with it, in the order of the text.
  func group(
    endingAt last: Int, in range: Range<Int>, _ source: Event.Source
  ) -> [Event.Party] {
    var members = [last]
    var index = last - 1
    while index >= range.lowerBound {
      let token = tokens[index]
      let next = tokens[members.last ?? last]
      if token.isWord(.joint) {
        index -= 1
        continue
      }
      let gapStart = index + 1 < (members.last ?? last) ? tokens[index + 1].end : token.end
      guard token.kind == .organization, joins(token.end, tokens[index + 1].start),
        joins(gapStart, next.start)
      else { break }
      members.append(index)
      index -= 1
    }
    return members.reversed().compactMap { party(tokens[$0], source) }
  }

  func party(_ token: EventToken, _ source: Event.Source) -> Event.Party? {
    guard token.kind == .organization,
      case .organization(let value) = mentions[token.payload].value
    else { return nil }
    return Event.Party(
      name: value.name, extent: token.extent, mention: token.payload, source: source)
  }
}
