// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom 公司, 该行, 前者, 双方 and 三家 mean at a verb.
extension ClauseReading {
  /// 本公司、甲和乙共同出资; 公司与甲签订合同: a pronoun before names that it is joined to.
  func joinPronoun(
    _ range: Range<Int>, from place: Int, to group: inout [Event.Party]
  ) {
    guard let first = range.first, tokens[first].isWord(.pronoun),
      tokens[first].start - place <= 1, tokens[first].end < sentence.extent.end,
      group.contains(where: { $0.mention != nil && $0.extent.start >= tokens[first].end })
    else { return }
    let joiner = sentence.units[tokens[first].end]
    let isWith = sentence.rules.signs.has(.with, joiner)
    guard isWith || sentence.rules.signs.has(.joiner, joiner) else { return }
    let own = meaning(of: tokens[first]).map(Self.carried)
    guard !own.isEmpty else { return }
    let names = Set(own.map(\.name))
    let isOfAll = isJoint || isRespective || isEach
    group = own + (isWith && !isOfAll ? [] : group.filter { !names.contains($0.name) })
  }

  /// Whom 公司, 该行, 前者, 双方 or 三家 mean here.
  func meaning(of token: EventToken) -> [Event.Party] {
    let count = sentence.partyCount(token)
    guard token.isWord(.pronoun) else { return lastGroup(of: count) }
    let word = sentence.word(token)
    switch word.meaning {
    case .own:
      let own =
        side(token) ?? sentence.speaker(token) ?? carriedBodies.first {
          isOf(word.body, $0) && endsLike(token, $0)
        }
        ?? lastEndingLike(token) ?? carriedBodies.first { isOf(word.body, $0) }
        ?? topics.first { isOf(word.body, $0) }
      let named = own ?? sentence.lastNamed(word.body, endingLike: token)
      if let named { return [named] }
      return carriedBodies.isEmpty
        ? [sentence.described(token.extent, .subject)] : carriedBodies
    case .first: return Array(lastGroup().prefix(1))
    case .second:
      let group = lastGroup()
      return group.count > 1 ? Array(group.suffix(1)) : otherNamed.map { [$0] } ?? group
    case .all: return lastGroup(of: count)
    case .that, .none, .state, .player, .role: return lastTopic(token) ?? lastBody(token)
    }
  }

  /// 甲引入乙,后者出资5万元: of two that were named, the one whom the text was not about.
  private var otherNamed: Event.Party? {
    let names = Set(carried.map(\.name))
    return (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
      .first { !names.contains($0.name) }
  }

  /// 局方, 院方: the body of the kind that was named last of those whose names end so.
  private func side(_ token: EventToken) -> Event.Party? {
    guard sentence.rules.signs.has(.within, sentence.units[token.end - 1]) else { return nil }
    return sentence.lastNamed(endingIn: token.extent).flatMap {
      isOf(sentence.word(token).body, $0) ? $0 : nil
    }
  }

  private func endsLike(_ token: EventToken, _ party: Event.Party) -> Bool {
    party.extent.count >= token.end - token.start
      && sentence.units[..<party.extent.end].suffix(token.end - token.start)
        .elementsEqual(sentence.units[token.start..<token.end])
  }

  /// 集团 is the body whose name ends so, and not whoever acted last; most firms are 公司.
  private func lastEndingLike(_ token: EventToken) -> Event.Party? {
    guard !sentence.rules.signs.has(.commonEnd, sentence.units[token.end - 1]) else {
      return nil
    }
    return sentence.lastNamed(sentence.word(token).body, endingLike: token)
  }

  var carriedBodies: [Event.Party] { carried.filter { $0.mention != nil } }

  /// 该集团, 这个大队: whom this sentence or one before was about, if its name ends so.
  private func lastTopic(_ pronoun: EventToken) -> [Event.Party]? {
    let kind = sentence.word(pronoun).body
    guard pronoun.end - pronoun.start > 1 else { return nil }
    let noun = EventToken(
      start: max(pronoun.start + 1, pronoun.end - 2), end: pronoun.end, kind: pronoun.kind,
      payload: pronoun.payload)
    let own = carriedBodies.filter { endsLike(noun, $0) && isOf(kind, $0) }
    if !own.isEmpty { return own }
    // 益海粮油押宝国产。该公司…: of a firm whose name does not end so.
    let isCommon = sentence.rules.signs.has(.commonEnd, sentence.units[noun.end - 1])
    if carriedBodies.contains(where: { isOf(kind, $0) }), !isFromEarlier || isCommon {
      // 甲集团援建的乙加工厂投产,该厂…: the one that the sentence has named since.
      let named = isCommon ? nil : sentence.lastNamed(kind, endingLike: noun)
      return named.flatMap { $0.extent.start >= sentence.extent.start ? [$0] : nil }
    }
    let topic = topics.last { endsLike(noun, $0) && isOf(kind, $0) }
    return (topic ?? sentence.lastNamed(kind, endingLike: noun)).map { [$0] }
  }

  /// 该公司: who was carried over, if it is a body of the kind; else the last one that was named.
  private func lastBody(_ pronoun: EventToken) -> [Event.Party] {
    guard let kind = sentence.word(pronoun).body else {
      return sentence.lastNamed(like: pronoun).map { [$0] } ?? carriedBodies
    }
    let own = carriedBodies.filter { isOf(kind, $0) }
    if !own.isEmpty { return own }
    let before = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
    let named =
      before.first { isOf(kind, $0) } ?? known.first { isOf(kind, $0) }
      ?? sentence.lastNamed(like: pronoun) ?? sentence.lastNamed(kind, before: pronoun.extent)
    return named.map { [$0] } ?? carriedBodies
  }

  func isOf(_ kind: BodyKind?, _ party: Event.Party) -> Bool {
    guard let mention = party.mention,
      case .organization(let value) = sentence.mentions[mention].value
    else { return false }
    return kind == nil || value.kind == kind
  }

  /// The bodies that were named side by side last; so many, where the text says how many.
  func lastGroup(of count: Int? = nil) -> [Event.Party] {
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

  func lastGroup(ofExactly count: Int) -> [Event.Party]? {
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

  /// 公司, 该行; 三家, where they follow the names of three.
  func isPronoun(_ token: EventToken, from place: Int) -> Bool {
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

  /// 向该行, 向其: the body named last that is not the subject; else somebody no lexicon knows.
  func meant(
    _ range: Range<Int>, from start: Int, to end: Int, _ place: EventFrame.Place
  ) -> [Event.Party] {
    guard let pronoun = range.first(where: { tokens[$0].isWord(.pronoun) }) else {
      return unnamed(range, from: start, to: end, source(place))
    }
    if let part = part(of: tokens[pronoun], to: end) {
      return [sentence.described(part, source(place))]
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
    let isThat = word.meaning == .that
    // 对方 is no body of another sentence.
    if isThat, other == nil,
      sentence.rules.signs.has(.target, sentence.units[tokens[pronoun].start])
    {
      return []
    }
    let like = isThat ? sentence.lastNamed(like: tokens[pronoun]) : nil
    if let like, !names.contains(like.name) { return [like] }
    // 向该酒店: no body whose name ends in something else.
    if isThat, tokens[pronoun].extent.count > 2,
      !sentence.rules.signs.has(.commonEnd, sentence.units[tokens[pronoun].end - 1]),
      let other, sentence.units[other.extent.end - 1] != sentence.units[tokens[pronoun].end - 1]
    {
      return [sentence.described(tokens[pronoun].extent, source(place))]
    }
    let found =
      other ?? known.first { !names.contains($0.name) && $0.mention != nil }
      ?? topics.first { word.meaning == .own && isOf(word.body, $0) && !names.contains($0.name) }
      ?? (isThat ? sentence.lastNamed(word.body, before: tokens[pronoun].extent) : nil)
    if found == nil, word.meaning == .own {
      return [sentence.described(tokens[pronoun].extent, source(place))]
    }
    return found.map { [$0] } ?? []
  }

  /// 该院血液科, 该校的食堂: a part of the body that a pronoun means, in the words of the text.
  private func part(of pronoun: EventToken, to end: Int) -> Extent? {
    guard sentence.word(pronoun).meaning == .that, pronoun.end - pronoun.start > 1,
      let rest = sentence.trimmed(pronoun.end, end), (2...8).contains(rest.count),
      rest.start - pronoun.end <= 1, sentence.isBodyNoun(rest),
      sentence.units[rest.start..<rest.end].allSatisfy({
        CharacterClass.of($0).meets(.han) && !sentence.rules.signs.has(.nounStop, $0)
      })
    else { return nil }
    return Extent(pronoun.start, rest.end)
  }

  /// 从支行贷到5万元; else words that end as those for somebody do.
  private func unnamed(
    _ range: Range<Int>, from start: Int, to end: Int, _ source: Event.Source
  ) -> [Event.Party] {
    if range.count == 1, let token = tokens[range].first, token.isWord(.lender) {
      let named = sentence.lastNamed(.company, endingLike: token)
      return [named ?? sentence.described(token.extent, source)]
    }
    // 赠给图书馆|《四库全书》一套
    let stop = sentence.units[start..<max(start, end)].firstIndex(of: Mark.openTitle) ?? end
    // 从阿根廷购买: where from, and not from whom.
    guard areBodies(range), let extent = sentence.trimmed(start, stop),
      !tokens[range].contains(where: { $0.isWord(.place) && $0.extent == extent })
    else { return [] }
    if let named = sentence.lastNamed(endingIn: extent) { return [named] }
    guard
      sentence.isUnnamed(extent, source) || sentence.isNamedPerson(extent)
        || isSite(extent, source) || range.isEmpty && isAllBehind(extent, source)
    else { return [] }
    return [sentence.described(extent, source)]
  }

  /// 向|安置点|, 送到|急诊科: what has no name of a body and gets something all the same.
  private func isSite(_ extent: Extent, _ source: Event.Source) -> Bool {
    frame.isBenefit && (source == .to || source == .goal) && (3...14).contains(extent.count)
      && sentence.isBodyNoun(extent)
      && sentence.units[extent.range].allSatisfy {
        CharacterClass.of($0).meets(.han) && !sentence.rules.signs.has(.nounStop, $0)
      }
  }

  /// 把茶室借给|昆剧票房: words of no lexicon that are all that stands behind 给, of what is moved.
  private func isAllBehind(_ extent: Extent, _ source: Event.Source) -> Bool {
    let signs = sentence.rules.signs
    return source == .goal && (frame.isBenefit || frame.traits.contains(.stake))
      && (2...8).contains(extent.count)
      && extent.end == sentence.places[clause].end
      && before.contains { tokens[$0].isWord(.moved) }
      && signs.has(.receiverEnd, lastOfVerb(tokens[verb]))
      && !signs.has(.placeEnd, sentence.units[extent.end - 1])
      && sentence.units[extent.range].allSatisfy {
        CharacterClass.of($0).meets(.han) && !signs.has(.nounStop, $0)
      }
  }

  /// 县图书馆, 浙江一家茶机厂: nothing, or places and nouns for bodies that are set up as well.
  func areBodies(_ range: Range<Int>) -> Bool {
    tokens[range].allSatisfy { $0.isWord(.body) || $0.isWord(.place) }
  }

  /// Whom a pronoun means that is not the subject.
  func known(as pronoun: EventToken) -> [Event.Party] {
    let kind = sentence.word(pronoun).body
    let names = Set(subject.map(\.name))
    if let own = sentence.speaker(pronoun), sentence.word(pronoun).meaning == .own { return [own] }
    let before = (0..<sentence.clauses[clause].lowerBound).reversed().lazy
      .compactMap { sentence.party(tokens[$0], .carried) }
    let all = Array(before.prefix(Self.farthest)) + carriedBodies + known
    return all.first { isOf(kind, $0) && !names.contains($0.name) }.map { [$0] } ?? []
  }

  /// So many bodies back a pronoun may mean.
  private static let farthest = 12
}
