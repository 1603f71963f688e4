// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Before the verb: who acts, by the subject and the prepositions, and who gives by 获X捐赠.
extension ClauseReading {
  mutating func readWords() {
    for index in before {
      if tokens[index].isWord(.each) { isEach = true }
      if tokens[index].isWord(.respectively) { isRespective = true }
      if tokens[index].isWord(.joint) { isJoint = true }
    }
  }

  /// Who stands before the verb and all prepositions.
  mutating func readSubject() {
    var range = before
    // 将甲厂捐赠的20万元转交给: what says whose the money is.
    if let first = range.first, tokens[first].isWord(.moved), sentence.isAttributive(verb) {
      range = first + 1..<range.upperBound
    }
    let stop =
      range.first {
        tokens[$0].isPreposition || tokens[$0].isWord(.receive) || leadsToTarget($0)
          || tokens[$0].isWord(.plan) && $0 > range.lowerBound
      } ?? verb
    var first = range.lowerBound
    var place = range == before ? start : tokens[first - 1].end
    while first < stop, tokens[first].isLight, !tokens[first].isWord(.joint),
      !isSomebody(place, tokens[first].start)
    {
      place = tokens[first].end
      first += 1
    }
    // Words of no weight directly before the verb: 已, 分别, 各.
    var last = stop
    while last > first, tokens[last - 1].isLight { last -= 1 }
    let end = last < stop ? tokens[last].start : tokens[stop].start
    guard first < last || end > place else { return }
    hasUnknownSubject = end - place > 1
    if first < last {
      subject = countAlone(first..<last, from: place, to: end)
      if subject.isEmpty {
        subject = sentence.parties(first..<last, from: place, to: end, .subject)
        joinPronoun(first..<last, from: place, to: &subject)
      }
      joinCarried(first..<verb, from: place)
    }
    if subject.isEmpty, first < last,
      let pronoun = tokens[first..<last].first(where: { isPronoun($0, from: place) })
    {
      subject = meaning(of: pronoun).map(Self.carried)
    }
    if subject.isEmpty, let extent = sentence.trimmed(place, end), isUnnamed(extent) {
      subject = [
        Event.Party(
          name: sentence.original(extent), extent: extent, mention: nil, source: .subject)
      ]
    }
  }

  /// 到甲公司检查: where somebody goes to look is what he looks at.
  private func leadsToTarget(_ index: Int) -> Bool {
    frame.needs == .target && tokens[index].isWord(.goal) && !sentence.isJoiner(tokens[index])
  }

  /// Whether words of no lexicon stand here that may say who acts: 检查组 in 检查组先后检查了; not 早在.
  private func isSomebody(_ start: Int, _ end: Int) -> Bool {
    guard let extent = sentence.trimmed(start, end), extent.count > 1 else { return false }
    return !sentence.rules.signs.leadEnds.contains(sentence.units[extent.end - 1])
  }

  /// 三家共出资600万元: a count without a noun, of the bodies named side by side before.
  private func countAlone(_ range: Range<Int>, from start: Int, to end: Int) -> [Event.Party] {
    guard range.count == 1, let token = tokens[range].first, sentence.countsParties(token),
      sentence.trimmed(start, end) == token.extent
    else { return [] }
    let group = lastGroup(of: sentence.partyCount(token))
    return group.count > 1 ? group.map(Self.carried) : []
  }

  /// 又与进出口银行联合…: with whom who was carried over acts.
  private mutating func joinCarried(_ range: Range<Int>, from place: Int) {
    guard isJoint, !carried.isEmpty, !subject.isEmpty, let first = range.first,
      sentence.isJoiner(tokens[first]), tokens[first].start - place <= 1
    else { return }
    subject = carried.map(Self.carried) + subject
  }

  /// 本公司、甲和乙共同出资; 公司与甲签订合同: a pronoun before names that it is joined to.
  private func joinPronoun(
    _ range: Range<Int>, from place: Int, to group: inout [Event.Party]
  ) {
    guard let first = range.first, tokens[first].isWord(.pronoun),
      tokens[first].start - place <= 1, tokens[first].end < sentence.extent.end,
      group.contains(where: { $0.mention != nil && $0.extent.start >= tokens[first].end })
    else { return }
    let joiner = sentence.units[tokens[first].end]
    let isWith = sentence.rules.signs.withs.contains(joiner)
    guard isWith || sentence.rules.signs.joiners.contains(joiner) else { return }
    let own = meaning(of: tokens[first]).map(Self.carried)
    guard !own.isEmpty else { return }
    let names = Set(own.map(\.name))
    group = own + (isWith && !isJoint ? [] : group.filter { !names.contains($0.name) })
  }

  /// Whom 公司, 该行, 前者, 双方 or 三家 mean here.
  private func meaning(of token: EventToken) -> [Event.Party] {
    let count = sentence.partyCount(token)
    guard token.isWord(.pronoun) else { return lastGroup(of: count) }
    let word = sentence.word(token)
    switch word.meaning {
    case .own:
      let own =
        sentence.speaker(token) ?? carriedBodies.first {
          isOf(word.kind, $0) && endsLike(token, $0)
        }
        ?? lastEndingLike(token) ?? carriedBodies.first { isOf(word.kind, $0) }
        ?? topics.first { isOf(word.kind, $0) }
      let named = own ?? sentence.lastNamed(word.kind, endingLike: token)
      if let named { return [named] }
      return carriedBodies.isEmpty
        ? [sentence.described(token.extent, .subject)] : carriedBodies
    case .first: return Array(lastGroup().prefix(1))
    case .second: return Array(lastGroup().suffix(1))
    case .all: return lastGroup(of: count)
    case .that, .none, .state, .player, .role: return lastBody(word.kind)
    }
  }

  private func endsLike(_ token: EventToken, _ party: Event.Party) -> Bool {
    party.extent.count >= token.end - token.start
      && sentence.units[..<party.extent.end].suffix(token.end - token.start)
        .elementsEqual(sentence.units[token.start..<token.end])
  }

  /// 集团 is the body whose name ends so, and not whoever acted last; most firms are 公司.
  private func lastEndingLike(_ token: EventToken) -> Event.Party? {
    guard !sentence.rules.signs.commonEnds.contains(sentence.units[token.end - 1]) else {
      return nil
    }
    return sentence.lastNamed(sentence.word(token).kind, endingLike: token)
  }

  private var carriedBodies: [Event.Party] { carried.filter { $0.mention != nil } }

  /// 该公司: who was carried over, if it is a body of the kind; else the last one that was named.
  private func lastBody(_ kind: String) -> [Event.Party] {
    let own = carriedBodies.filter { isOf(kind, $0) }
    if !own.isEmpty || kind.isEmpty { return own.isEmpty ? carriedBodies : own }
    let before = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
    if let named = before.first(where: { isOf(kind, $0) }) { return [named] }
    return known.first { isOf(kind, $0) }.map { [$0] } ?? carriedBodies
  }

  private func isOf(_ kind: String, _ party: Event.Party) -> Bool {
    guard let mention = party.mention,
      case .organization(let value) = sentence.mentions[mention].value
    else { return false }
    return kind.isEmpty || value.kind == kind
  }

  /// The bodies that were named side by side last; so many, where the text says how many.
  private func lastGroup(of count: Int? = nil) -> [Event.Party] {
    if carried.count > 1, count == nil || carried.count == count { return carried }
    if let count, let exact = lastGroup(ofExactly: count) { return exact }
    if carried.count > 1 { return carried }
    var index = sentence.clauses[clause].lowerBound - 1
    while index > 0 {
      if tokens[index].kind == .organization {
        let group = sentence.group(endingAt: index, in: 0..<index + 1, .subject)
        if group.count > 1 { return group }
      }
      index -= 1
    }
    return carriedBodies
  }

  private func lastGroup(ofExactly count: Int) -> [Event.Party]? {
    var index = sentence.clauses[clause].lowerBound - 1
    var steps = 0
    while index > 0, steps < Self.farthest {
      if tokens[index].kind == .organization {
        let group = sentence.group(endingAt: index, in: 0..<index + 1, .subject)
        if group.count == count { return group }
        steps += 1
      }
      index -= 1
    }
    return nil
  }

  /// Somebody whom no lexicon knows: 张三捐款5万元; 一家福建公司寄来8000双凉鞋.
  private func isUnnamed(_ extent: Extent) -> Bool {
    // 公司 is one in 保险公司, which is somebody of his own.
    let isInside = tokens[before].contains { token in
      extent.contains(token.extent)
        && (token.kind == .organization || token.isWord(.pronoun) && token.start == extent.start)
    }
    if isInside { return false }
    if sentence.isPersonName(extent) || sentence.isTitledPerson(extent) { return true }
    if isNounBefore(extent) { return true }
    let isOpen =
      sentence.isFirst(clause) || isFromEarlier
      || (3...10).contains(extent.count)
    return isOpen && !isLater && sentence.isUnnamed(extent, .subject)
  }

  /// 珠影捐款5万元: a short name that no lexicon has, and nothing else before a verb of giving.
  private func isNounBefore(_ extent: Extent) -> Bool {
    guard frame.isBenefit, !isLater, carried.isEmpty || isFromEarlier || sentence.isFirst(clause),
      (2...8).contains(extent.count),
      tokens[before].allSatisfy({ $0.end <= extent.start || extent.end <= $0.start && $0.isLight })
    else { return false }
    let signs = sentence.rules.signs
    let units = sentence.units[extent.start..<extent.end]
    return !signs.leadEnds.contains(units[extent.end - 1])
      && units.allSatisfy { (0x4E00...0x9FFF).contains($0) && !signs.nounStops.contains($0) }
  }

  /// 公司, 该行; 三家, where they follow the names of three.
  private func isPronoun(_ token: EventToken, from place: Int) -> Bool {
    guard token.isWord(.pronoun) else {
      return sentence.countsParties(token) && (carried.count > 1 || token.start - place <= 1)
    }
    // 公司 is none in 保险公司.
    return sentence.word(token).meaning != .own || token.start - place <= 1
  }

  static func carried(_ party: Event.Party) -> Event.Party {
    Event.Party(
      name: party.name, extent: party.extent, mention: party.mention, source: .carried)
  }

  mutating func readPrepositions() {
    for index in before {
      let place: EventFrame.Place
      switch tokens[index].kind {
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
      while next < verb, !tokens[next].isPreposition, !ends(tokens[next]),
        next == index + 1 || !sentence.isEachParty(tokens[next])
      { next += 1 }
      let end = tokens[next].start
      var found = sentence.parties(
        (index + 1)..<next, from: tokens[index].end, to: end, source(place))
      joinPronoun((index + 1)..<next, from: tokens[index].end, to: &found)
      if parties[place]?.isEmpty ?? true {
        parties[place] =
          found.isEmpty
          ? meant((index + 1)..<next, from: tokens[index].end, to: end, place) : found
      }
    }
  }

  /// 在甲银行贷了5万元: where somebody borrows is from whom.
  private func isAtLender(_ index: Int) -> Bool {
    guard frame.traits.contains(.lender), index + 1 < verb,
      tokens[index + 1].start == tokens[index].end,
      let party = sentence.party(tokens[index + 1], .from)
    else { return false }
    return sentence.isLender(party)
  }

  /// 每户补助2000元: who gets it, where nobody else is named.
  mutating func readEachParty() {
    guard parties[.to]?.isEmpty ?? true, frame.roles[.to] == .recipient,
      let each = before.last, sentence.isEachParty(tokens[each]),
      tokens[each].end == tokens[verb].start
    else { return }
    parties[.to] = [sentence.described(tokens[each].extent, .to)]
  }

  /// 向该行, 向其: the body named last that is not the subject; else somebody no lexicon knows.
  func meant(
    _ range: Range<Int>, from start: Int, to end: Int, _ place: EventFrame.Place
  ) -> [Event.Party] {
    guard let pronoun = range.first(where: { tokens[$0].isWord(.pronoun) }) else {
      // 从支行贷到5万元
      if range.count == 1, let token = tokens[range].first, token.isWord(.lender) {
        let named = sentence.lastNamed("company", endingLike: token)
        return [named ?? sentence.described(token.extent, source(place))]
      }
      guard range.isEmpty, let extent = sentence.trimmed(start, end),
        sentence.isUnnamed(extent, source(place)) || sentence.isNamedPerson(extent)
      else { return [] }
      return [sentence.described(extent, source(place))]
    }
    let names = Set((subject.isEmpty ? carried : subject).map(\.name))
    let word = sentence.word(tokens[pronoun])
    if word.meaning == .second || word.meaning == .first {
      let group = lastGroup()
      return group.count > 1
        ? Array(word.meaning == .first ? group.prefix(1) : group.suffix(1)) : []
    }
    if word.meaning == .own, let speaker = sentence.speaker(tokens[pronoun]),
      !names.contains(speaker.name)
    {
      return [speaker]
    }
    let other = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], source(place)) }
      .first { !names.contains($0.name) }
    let like = word.meaning == .that ? sentence.lastNamed(like: tokens[pronoun]) : nil
    if let like, !names.contains(like.name) { return [like] }
    let found =
      other ?? known.first { !names.contains($0.name) && $0.mention != nil }
      ?? topics.first { word.meaning == .own && isOf(word.kind, $0) && !names.contains($0.name) }
    if found == nil, word.meaning == .own {
      return [sentence.described(tokens[pronoun].extent, source(place))]
    }
    return found.map { [$0] } ?? []
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
    var between = sentence.parties(
      (receive + 1)..<verb, from: tokens[receive].end, to: tokens[verb].start, .by)
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

  /// Whom a pronoun means that is not the subject.
  private func known(as pronoun: EventToken) -> [Event.Party] {
    let kind = sentence.word(pronoun).kind
    let names = Set(subject.map(\.name))
    if let own = sentence.speaker(pronoun), sentence.word(pronoun).meaning == .own { return [own] }
    let before = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
    let all = Array(before.prefix(Self.farthest)) + carriedBodies + known
    return all.first { isOf(kind, $0) && !names.contains($0.name) }.map { [$0] } ?? []
  }

  /// So many bodies back a pronoun may mean.
  private static let farthest = 12

  /// 在接到报案后向农户预付…: what was received only says when.
  private func isTime(from receive: Int) -> Bool {
    guard let noun = (receive..<verb).first(where: { tokens[$0].isWord(.noun) }) else {
      return false
    }
    return (noun..<verb).contains { tokens[$0].isPreposition }
  }

  var isReceiving: Bool { received != nil }
}
