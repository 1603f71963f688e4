// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Before the verb: who acts by its prepositions, and who gives by 获X捐赠.
extension ClauseReading {
  mutating func readWords() {
    for index in before {
      if tokens[index].isWord(.each) { isEach = true }
      if tokens[index].isWord(.respectively) { isRespective = true }
      if tokens[index].isWord(.joint) { isJoint = true }
    }
  }

  /// 到甲公司检查: where somebody goes to look is what he looks at.
  func leadsToTarget(_ index: Int) -> Bool {
    frame.needs == .target && tokens[index].isWord(.goal) && !sentence.isJoiner(tokens[index])
  }

  mutating func readPrepositions() {
    for index in before {
      let place: EventFrame.Place
      switch tokens[index].kind {
      case .word(.by) where isInDescription(index) || isBeforeTold(index),
        .word(.from) where isInDescription(index) || isInSubject(index):
        continue
      case .word(.by): place = .by
      case .word(.to): place = .to
      case .word(.from): place = .from
      case .word(.via) where isAtLender(index): place = .from
      case .word(.goal) where leadsToTarget(index): place = .to
      default: continue
      }
      guard place != .by || index + 1 < verb || tokens[verb].start > tokens[index].end else {
        continue
      }
      var next = index + 1
      while next < verb, isInPlace(next, after: index) { next += 1 }
      let end = tokens[next].start
      var found = sentence.parties(
        (index + 1)..<next, from: tokens[index].end, to: end, source(place))
      joinPronoun((index + 1)..<next, from: tokens[index].end, to: &found)
      if isToAll(from: tokens[index].end) { continue }
      if isOnBehalf(tokens[index]) {
        behalf = found
      } else if parties[place]?.isEmpty ?? true {
        parties[place] =
          found.isEmpty
          ? holder(from: tokens[index].end, place)
            ?? eachOne(index + 1, to: end, place)
            ?? meant((index + 1)..<next, from: tokens[index].end, to: end, place) : found
      }
    }
  }

  /// Whether what a preposition opens goes on over a token: 向|甲公司、乙学校|捐赠.
  private func isInPlace(_ index: Int, after preposition: Int) -> Bool {
    if tokens[index].isPreposition, !isInDescription(index) { return false }
    if isInModifier(index) { return true }
    if index == preposition + 1 { return !ends(tokens[index]) || isFirstOfSome(index) }
    return !ends(tokens[index]) && !sentence.isEachParty(tokens[index])
  }

  /// 由|甲集团投资的乙公司
  private func isBeforeTold(_ by: Int) -> Bool { by == before.first && endOfTold != nil }

  /// 向社会|公开招标采购: who is called on is nobody who sells.
  private func isToAll(from start: Int) -> Bool {
    frame.traits.contains(.onTheWay)
      && sentence.rules.signs[.publicly].begin(sentence.units[start..<tokens[verb].start])
  }

  /// 向|首批|100名学生, 对|集中|隔离人员: which of them.
  private func isFirstOfSome(_ index: Int) -> Bool {
    tokens[index].isLight && index + 1 < verb && sentence.isHead(tokens[index + 1], .to)
      && tokens[index + 1].start - tokens[index].end <= 2
  }

  /// 向|已经复工的|企业, 对|承租旗下物业的|商户: a word in what says which ones are meant.
  func isInModifier(_ index: Int, before stop: Int? = nil) -> Bool {
    guard tokens[index].isLight, index + 1 < stop ?? verb else { return false }
    let rest = tokens[index + 1..<(stop ?? verb)].prefix(Self.longestModifier)
      .prefix { !$0.isPreposition && $0.kind != .amount }
    guard let head = rest.first(where: { sentence.isHead($0, .to) }) else { return false }
    return sentence.units[tokens[index].end..<head.start].contains(where: sentence.isOf)
  }

  /// In tokens, as far as whom it describes.
  private static let longestModifier = 6

  /// 给|每户倒房户: each of some.
  private func eachOne(_ index: Int, to end: Int, _ place: EventFrame.Place) -> [Event.Party]? {
    guard place == .to, index < verb, sentence.isEachParty(tokens[index]),
      tokens[index].start == tokens[index - 1].end,
      let extent = sentence.trimmed(tokens[index].start, end), extent.count <= Self.longestHolder
    else { return nil }
    return [sentence.described(extent, .to)]
  }

  /// 替俱乐部|向足协补交罚款: for whom somebody acts, who is no receiver where another one is named.
  private func isOnBehalf(_ token: EventToken) -> Bool {
    token.isWord(.to) && sentence.rules.signs.has(.behalf, sentence.units[token.start])
  }

  /// 从|福特|手中: somebody that no lexicon has, who held what is taken over.
  private func holder(from start: Int, _ place: EventFrame.Place) -> [Event.Party]? {
    let text = sentence.units[start..<max(start, tokens[verb].start)]
    guard place == .from, let hand = sentence.rules.signs[.hand].place(in: text),
      let extent = sentence.trimmed(start, hand), (2...Self.longestHolder).contains(extent.count),
      !tokens[before].contains(where: { $0.isWord(.place) && extent.contains($0.extent) })
    else { return nil }
    return [sentence.described(extent, source(place))]
  }

  private static let longestHolder = 16

  /// 向|被洪水围困的群众|空投, 向|奋战在一线的医护人员|捐赠: what is told of them says which ones are meant.
  func isInDescription(_ index: Int) -> Bool {
    guard tokens[index].isPreposition, !tokens[index].isWord(.to), index > before.lowerBound,
      let to = (before.lowerBound..<index).last(where: { tokens[$0].isPreposition }),
      tokens[to].isWord(.to),
      tokens[index].isWord(.by) || tokens[index].start - tokens[to].end <= Self.longestLead,
      let head = (index + 1..<verb).last(where: { sentence.isHead(tokens[$0], .to) })
    else { return false }
    return sentence.units[tokens[index].end..<tokens[head].start].contains(where: sentence.isOf)
  }

  /// 奋战, 战斗: so much may stand before 在 in a description.
  private static let longestLead = 4

  /// 在甲银行贷了5万元: where somebody borrows is from whom.
  private func isAtLender(_ index: Int) -> Bool {
    // 通过甲银行向乙发放委托贷款: it only hands the money on.
    guard frame.traits.contains(.lender), index + 1 < verb,
      !before.contains(where: { tokens[$0].isWord(.to) }),
      tokens[index + 1].start == tokens[index].end,
      let party = sentence.party(tokens[index + 1], .from)
    else { return false }
    return sentence.isLender(party)
  }

  /// 每户补助2000元: who gets it, where nobody else is named.
  mutating func readEachParty() {
    guard parties[.to]?.isEmpty ?? true, frame.roles[.to] == .recipient else { return }
    if readDrawn() { return }
    if let each = before.last, sentence.isEachParty(tokens[each]),
      tokens[each].end == tokens[verb].start
    {
      parties[.to] = [sentence.described(tokens[each].extent, .to)]
    } else if let each = before.first(where: {
      !tokens[$0].isLight || sentence.isEachParty(tokens[$0])
    }),
      sentence.isEachParty(tokens[each]), tokens[each].start - start <= 1,
      sentence.word(tokens[verb]).kind != .donation,
      let extent = sentence.trimmed(tokens[each].start, tokens[verb].start),
      extent.count <= Self.longestHolder,
      sentence.endsAsParty(extent) || sentence.endsInParty(extent)
    {
      // 每户受灾者|发给12万元: who gives pays no such to each.
      subject = []
      parties[.to] = [sentence.described(extent, .to)]
    }
  }

  /// 抽取|10名幸运观众|赠送门票: who is drawn receives, and who draws gives.
  private mutating func readDrawn() -> Bool {
    let drawing = sentence.rules.signs[.drawing]
    guard frame.isBenefit,
      let count = before.first(where: { sentence.countsParties(tokens[$0]) }),
      tokens[count].start > start,
      case let length = drawing.length(endOf: sentence.units[start..<tokens[count].start]),
      length > 0
    else { return false }
    let stop = tokens[count].start - length
    parties[.to] = sentence.parties(
      count..<verb, from: tokens[count].start, to: tokens[verb].start, .to)
    subject = sentence.parties(
      before.lowerBound..<count, from: start, to: stop, .subject)
    return true
  }

  func ends(_ token: EventToken) -> Bool {
    token.isLight || token.isWord(.receive) || token.kind == .amount
  }

  func source(_ place: EventFrame.Place) -> Event.Source {
    switch place {
    case .subject: .subject
    case .by: .by
    case .to: .to
    case .from: .from
    case .goal: .goal
    case .object: .object
    }
  }

  /// 获X捐赠, 收到X拨付: who stands between the two verbs acts, the subject receives.
  mutating func readReceiving() {
    guard let receive = before.last(where: { tokens[$0].isWord(.receive) }),
      !isTime(from: receive), !sentence.isAttributive(receive)
    else { return }
    // 获得保险公司|3.6万元的赔偿
    let sum = (receive + 1..<verb).first { tokens[$0].kind == .amount } ?? verb
    var between = sentence.parties(
      (receive + 1)..<sum, from: tokens[receive].end, to: tokens[sum].start, .by)
    if between.isEmpty, sum < verb {
      between = sentence.parties(
        (receive + 1)..<verb, from: tokens[receive].end, to: tokens[verb].start, .by)
    }
    let pronoun = (receive + 1..<verb).first { tokens[$0].isWord(.pronoun) }
    if between.isEmpty, let pronoun {
      // 另获该基金会捐助600万元.
      between = known(as: tokens[pronoun])
    }
    let givers = between.isEmpty ? (parties[.from] ?? []) : between
    let isUnknown = isFromEarlier && hasUnknownSubject
    let takers = subject.isEmpty ? (isUnknown ? [] : carried.map(Self.carried)) : subject
    received = (givers, takers)
  }

  /// 在接到报案后向农户预付…: what was received only says when.
  private func isTime(from receive: Int) -> Bool {
    guard let noun = (receive..<verb).first(where: { tokens[$0].isWord(.noun) }) else {
      return false
    }
    return (noun..<verb).contains { tokens[$0].isPreposition }
  }

  var isReceiving: Bool { received != nil }
}
