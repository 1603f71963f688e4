// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Gifts that are told by a noun: 来自甲公司的80万元捐款, 甲公司80万元的赠款.
extension ClauseReading {
  /// 来自甲公司的80万元捐款: who stands between 来自 and the 的 before what was given has given it.
  mutating func readOrigin() {
    guard frame.isBenefit || frame.needs == .number, parties[.by]?.isEmpty ?? true,
      received.map({ $0.givers.isEmpty }) ?? true,
      let from = before.last(where: sentence.isOrigin), case let start = tokens[from].end,
      let of = sentence.units[start..<tokens[verb].start].firstIndex(where: sentence.isOf),
      isGift(from: of)
    else { return }
    let stop = (from + 1..<verb).first { tokens[$0].start >= of } ?? verb
    let givers = sentence.givers(from + 1..<stop, from: start, to: of)
    guard !givers.isEmpty else { return }
    if let received {
      self.received = (givers, received.takers)
    } else {
      // Who stands before 来自 is who got it, or nobody.
      subject = []
      (parties[.by], parties[.from]) = (givers, nil)
    }
  }

  /// 来自甲公司的80万元捐款, 从甲银行拿到80万元贷款: where what was got is from, and what is not given.
  func isSource(_ index: Int) -> Bool {
    tokens[index].isWord(.from)
      && (sentence.isOrigin(index) || (index..<verb).contains { tokens[$0].isWord(.receive) })
  }

  /// 的|一笔80万元|捐款: nothing but how much stands between 的 and the verb, so that nobody else acts.
  private func isGift(from of: Int) -> Bool {
    var place = of + 1
    // 一笔
    if place + 2 <= tokens[verb].start, sentence.units[place] == Script.one { place += 2 }
    for token in tokens[before] where token.start >= place {
      guard token.start - place <= 1,
        token.kind == .amount || token.kind == .quantity && !sentence.countsParties(token)
          || token.isWord(.noun) || token.isWord(.money) || token.isWord(.thing)
      else { return false }
      place = token.end
    }
    let gap = sentence.units[place..<max(place, tokens[verb].start)]
    return gap.isEmpty || gap.allSatisfy(sentence.isOf) || sentence.endsRound(gap)
  }
}

extension EventSentence {
  /// 80万元|的|赠款, 5000万元|A轮|投资: a sum before a noun for what it was.
  func isSumOfNoun(_ sum: Int, _ noun: Int) -> Bool {
    guard tokens[sum].kind == .amount, tokens[sum].end < tokens[noun].start else { return false }
    let gap = units[tokens[sum].end..<tokens[noun].start]
    return gap.count == 1 && gap.allSatisfy(isOf) || endsRound(gap)
  }

  /// 的A轮, 战略: which round of investment it is.
  func endsRound(_ gap: ArraySlice<UInt16>) -> Bool {
    gap.count <= Self.longestRound && rules.signs[.round].end(gap)
  }

  /// 的Pre-A+轮
  private static let longestRound = 8

  /// 自 of 来自.
  func isOrigin(_ index: Int) -> Bool {
    tokens[index].isWord(.from) && tokens[index].start > extent.start
      && rules.signs.has(.origin, units[tokens[index].start - 1])
  }

  /// Who stands behind 来自: bodies and persons that are known, or somebody by his name.
  func givers(_ range: Range<Int>, from start: Int, to end: Int) -> [Event.Party] {
    let known = parties(range, from: start, to: end, .by)
    guard known.isEmpty, let extent = trimmed(start, end), isGiverByName(extent) else {
      return known
    }
    return [described(extent, .by)]
  }

  /// 王建国, 校友李明: a person by his name, or somebody by the noun that ends what he is called.
  private func isGiverByName(_ extent: Extent) -> Bool {
    isPersonName(extent) || isTitledPerson(extent) || endsInParty(extent)
  }
}
