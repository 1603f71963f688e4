// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Bodies that the article named before: whom 基金会, 该校 mean.
extension EventSentence {
  /// 基金会, 学校: the body of this kind that the article named last, among so many.
  func lastNamed(
    _ kind: BodyKind?, endingLike noun: EventToken? = nil, before place: Extent? = nil
  ) -> Event.Party? {
    guard let kind, let place = place ?? noun?.extent else { return nil }
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

  /// 酒楼, 剧团, 厂里: the body named last whose name ends in the noun.
  func lastNamed(endingIn noun: Extent) -> Event.Party? {
    guard (2...3).contains(noun.count) else { return nil }
    let noun = isWithin(noun) ? Extent(noun.start, noun.end - 1) : noun
    for index in lastMentions(before: noun.start).reversed() {
      let extent = mentions[index].extent
      guard case .organization(let value) = mentions[index].value, extent.count > noun.count,
        units[extent.start..<extent.end].hasSuffix(units[noun.start..<noun.end])
      else { continue }
      return Event.Party(name: value.name, extent: extent, mention: index, source: .carried)
    }
    return nil
  }

  /// 厂里, 局方: what names of bodies end in, and that somebody speaks of one of them.
  private func isWithin(_ noun: Extent) -> Bool {
    rules.signs.has(.within, units[noun.end - 1])
  }

  /// Whom a noun for bodies or persons means that stands alone.
  func meaning(ofNoun token: EventToken) -> Event.Party? {
    let noun = token.extent
    if let body = body(inRole: token) { return body }
    guard token.isWord(.party) else { return nil }
    return lastNamed(word(token).body, before: noun)
      ?? (isBodyNoun(noun) || isWithin(noun) ? lastNamed(endingIn: noun) : nil)
  }

  private static let mentionsBack = 64

  /// 甲|因资金周转困难|向乙借款: where it is said why somebody acts, who stands before it.
  func startOfReason(from start: Int, to end: Int, _ range: Range<Int>) -> Int? {
    let last = min(end, start + Self.longestSubject)
    guard start + 2 < last else { return nil }
    let signs = rules.signs
    return units[start + 2..<last].indices.first { place in
      signs.has(.reason, units[place]) && signs[.reason].length(at: units[place..<end]) > 0
        && !tokens[range].contains { $0.start < place && place < $0.end }
    }
  }

  /// Farther from its beginning a clause says why no more.
  private static let longestSubject = 18
}

extension ArraySlice<UInt16> {
  fileprivate func hasSuffix(_ other: Self) -> Bool {
    count >= other.count && suffix(other.count).elementsEqual(other)
  }
}
