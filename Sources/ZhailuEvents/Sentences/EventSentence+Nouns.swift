// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Nouns that no lexicon has, by the characters that they are made of: goods before a weight, works at the
/// end of a clause, dues before a sum.
extension EventSentence {
  /// The head of a noun, which stands at its end: a short noun is taken whole, 救灾帐篷; of a long one only
  /// the last two or three characters are likely to be one word, since what describes it stands before it.
  ///
  /// - What is made or comes by the piece: five characters are mostly two and three, 塑胶|田径场, and more
  ///   end in two, 社区文化活动|中心.
  /// - Goods by weight or worth: five are mostly three and two, 黑龙江|大米, and more end in three,
  ///   新收优质|小麦粉.
  private func headOfNoun(
    _ noun: Extent, wholeUpTo longest: Int = 4, ofFive: Int, ofMore: Int
  ) -> Extent {
    guard noun.count > longest else { return noun }
    return Extent(noun.end - (noun.count == 5 ? ofFive : ofMore), noun.end)
  }

  /// The noun directly before a weight, 大米1500吨: what stands since `start`.
  func nounBefore(_ token: EventToken, from start: Int) -> Event.Item? {
    if let title = titleBefore(token, from: start) { return title }
    let noun = Extent(startOfNoun(endingAt: token.start, from: start, atMost: 8), token.start)
    return noun.count > 0 ? item(headOfNoun(noun, ofFive: 2, ofMore: 3)) : nil
  }

  /// 《苏东坡传》|500册
  private func titleBefore(_ token: EventToken, from start: Int) -> Event.Item? {
    guard token.start > start, units[token.start - 1] == Mark.closeTitle,
      let open = units[start..<token.start].lastIndex(of: Mark.openTitle)
    else { return nil }
    return item(Extent(open, token.start))
  }

  /// What a sum with a worth is for, 价值800万元的羽绒服: the noun behind 的.
  func nounBehind(_ place: Int, to end: Int) -> Event.Item? {
    guard place < end, isOf(units[place]) else { return nil }
    let stop = endOfNoun(from: place + 1, to: min(end, place + 10)) { !isRest($0) }
    let noun = Extent(place + 1, stop)
    return noun.count > 1 ? item(headOfNoun(noun, ofFive: 2, ofMore: 3)) : nil
  }

  /// 买下|一件青铜器, 捐了一台崭新的除颤仪: what is named with an article behind a verb.
  func nounWithArticle(from start: Int, to end: Int, in clause: Extent) -> Event.Item? {
    guard var place = endOfArticle(from: start, to: end), place + 1 < end else { return nil }
    var stop = endOfNoun(from: place, to: min(end, place + 10))
    if stop < end, isOf(units[stop]) {
      place = stop + 1
      stop = endOfNoun(from: place, to: min(end, place + 10))
    }
    if let noun = nounBehindMeasure(from: stop, to: clause.end) { return noun }
    guard stop == end, stop - place > 1 else { return nil }
    return item(headOfNoun(Extent(place, stop), ofFive: 3, ofMore: 2))
  }

  /// 买下|一件: the place behind an article that stands behind a verb.
  func endOfArticle(from start: Int, to end: Int) -> Int? {
    var place = start
    while place < end, rules.signs.has(.finished, units[place]) { place += 1 }
    guard place + 2 <= end, units[place] == Script.one, rules.signs.has(.article, units[place + 1])
    else { return nil }
    return place + 2
  }

  /// 一台直径|4.03米的TBM硬岩掘进机: how big it is, and at the end of the clause what.
  private func nounBehindMeasure(from start: Int, to end: Int) -> Event.Item? {
    guard start < end, Digit.of(units[start]).kind != .none,
      let of = units[start..<end].lastIndex(where: isOf), of - start <= Self.longestMeasure
    else { return nil }
    let first = startOfNoun(endingAt: end, from: of + 1, atMost: 8)
    guard end - first > 1 else { return nil }
    return item(headOfNoun(Extent(first, end), ofFive: 3, ofMore: 2))
  }

  /// 直径4.03米、重18吨.
  private static let longestMeasure = 16

  /// What a clause ends in, 修建了塑胶操场: the head of a noun behind a verb, of four characters the last
  /// two, for a work is described by how it is made.
  func nounAtEnd(from start: Int, to end: Int) -> Event.Item? {
    guard let noun = trimmed(start, end), noun.count <= 16,
      units[noun.start..<noun.end].allSatisfy(isNoun)
    else { return nil }
    return item(headOfNoun(noun, wholeUpTo: 3, ofFive: 3, ofMore: 2))
  }

  /// What stands alone behind a verb, 买下|红星剧场, 拍得|《渔归》: a title, or a noun with what describes it.
  func nounAlone(from start: Int, to end: Int) -> Event.Item? {
    guard let text = trimmed(start, end), text.count > 1,
      tokens.allSatisfy({ !text.contains($0.extent) || isOfNoun($0) })
    else { return nil }
    let of = units[text.range].lastIndex(where: isOf)
    let noun = Extent(of.map { $0 + 1 } ?? text.start, text.end)
    if units[noun.start] == Mark.openTitle, units[noun.end - 1] == Mark.closeTitle {
      return item(noun)
    }
    guard (2...Self.longestAlone).contains(noun.count), units[noun.range].allSatisfy(isNoun)
    else { return nil }
    return item(headOfNoun(noun, ofFive: 3, ofMore: 2))
  }

  private static let longestAlone = 10

  private func isOfNoun(_ token: EventToken) -> Bool {
    switch token.kind {
    case .organization, .word(.thing), .word(.body), .word(.place), .word(.party), .word(.noun):
      true
    default: false
    }
  }

  /// The dues before a sum: 减收工程款五万元, 免收线路补助费九万元.
  func dueBefore(_ token: EventToken, from start: Int) -> Event.Item? {
    guard token.start > start, rules.signs.has(.dueEnd, units[token.start - 1]) else {
      return nil
    }
    let noun = Extent(startOfNoun(endingAt: token.start, from: start, atMost: 5), token.start)
    return item(headOfNoun(noun, ofFive: 3, ofMore: 3))
  }

  /// A name behind what somebody is, 前锋|巴坎布: all up to a mark or the next word.
  func nameBehind(_ place: Int, to end: Int) -> Event.Item? {
    var stop = place
    while stop < end, stop < place + 12,
      isNoun(units[stop]) || units[stop] == Mark.middleDot
        || CharacterClass.of(units[stop]).meets(.latin)
    {
      stop += 1
    }
    if let next = tokens.first(where: { $0.start >= place }) { stop = min(stop, next.start) }
    return stop - place > 1 ? item(Extent(place, stop)) : nil
  }

  /// A body that is set up, by the name that stands there; its full name, where a pronoun or a broken line does.
  func founded(_ body: Event.Party) -> Event.Item {
    let isNamed =
      tokens.contains { $0.kind == .organization && $0.extent == body.extent }
      && units[body.extent.range].allSatisfy { $0 > Mark.space }
    return Event.Item(
      name: isNamed ? original(body.extent) : body.name, extent: body.extent, mention: body.mention)
  }

  func item(_ extent: Extent) -> Event.Item {
    Event.Item(name: original(extent), extent: extent, mention: nil)
  }

  private func startOfNoun(endingAt end: Int, from start: Int, atMost count: Int) -> Int {
    var first = end
    while first > start, first > end - count, isNoun(units[first - 1]) { first -= 1 }
    return first
  }

  private func endOfNoun(
    from start: Int, to end: Int, where isOfNoun: (UInt16) -> Bool = { _ in true }
  ) -> Int {
    var stop = start
    while stop < end, isNoun(units[stop]), isOfNoun(units[stop]) { stop += 1 }
    return stop
  }

  /// A Chinese character that is not 的, 了, 约 and the like.
  private func isNoun(_ unit: UInt16) -> Bool {
    CharacterClass.of(unit).meets(.han) && !rules.signs.has(.nounStop, unit)
  }
}
