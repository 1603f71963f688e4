// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// The subject: persons, bodies, pronouns, and who is meant where none of these stands there.
extension ClauseReading {
  /// Who stands before the verb and all prepositions.
  mutating func readSubject() {
    let stretch = stretchOfSubject()
    guard !stretch.tokens.isEmpty || stretch.text.count > 0 else { return }
    if readRepresented(stretch.tokens, in: stretch.text) { return }
    if readMobilized(from: stretch.text.start) { return }
    let (start, end) = (stretch.text.start, stretch.text.end)
    hasUnknownSubject = end - start > 1
    if !stretch.tokens.isEmpty {
      subject = countAlone(stretch.tokens, from: start, to: end)
      if subject.isEmpty {
        subject = sentence.parties(stretch.tokens, from: start, to: end, .subject)
        joinPronoun(stretch.tokens, from: start, to: &subject)
        joinPerson(stretch.tokens, from: start, to: end)
        joinBodies(stretch.tokens, from: start)
      }
      joinCarried(stretch.tokens.lowerBound..<verb, from: start)
    }
    if subject.isEmpty, stretch.tokens.isEmpty,
      let persons = sentence.persons([], in: stretch.tokens, from: start, to: end, .subject)
    {
      // 张三、李四|分别于5月1日捐款
      subject = persons
    }
    if subject.isEmpty,
      let pronoun = tokens[stretch.tokens].first(where: { isPronoun($0, from: start) })
    {
      subject = meaning(of: pronoun).map(Self.carried)
    }
    if subject.isEmpty, let extent = sentence.trimmed(start, end), isUnnamed(extent) {
      subject = [
        sentence.lastNamed(endingIn: extent).map(Self.carried)
          ?? sentence.described(extent, .subject)
      ]
    }
    if subject.isEmpty, let extent = sentence.trimmed(start, end),
      let person = sentence.leadingPerson(extent) ?? sentence.personBehindOf(extent)
    {
      subject = [sentence.described(person, .subject)]
    }
  }

  /// The tokens and the text before the verb and all prepositions, without words of no weight around
  /// them: 近日|甲公司|已分别|向乙捐款.
  private func stretchOfSubject() -> (tokens: Range<Int>, text: Extent) {
    var range = before
    // 将甲厂捐赠的20万元转交给: what says whose the money is.
    if let first = range.first, tokens[first].isWord(.moved), sentence.isAttributive(verb) {
      range = first + 1..<range.upperBound
    }
    if let told = endOfTold { range = told + 1..<range.upperBound }
    if let trader = personElsewhere { return (range.upperBound..<range.upperBound, trader) }
    var stop = range.first { endsSubject($0, in: range) } ?? verb
    let reason = sentence.startOfReason(
      from: range == before ? start : tokens[range.lowerBound - 1].end, to: tokens[stop].start,
      range)
    if let reason { stop = range.first { tokens[$0].start >= reason } ?? verb }
    let lead = brought.flatMap { $0 < stop ? leadOfBrought($0) : nil }
    if lead != nil, let brought { stop = brought }
    var first = range.lowerBound
    var place = range == before ? start : tokens[first - 1].end
    // 加上|员工|捐款5万元
    place += sentence.rules.signs[.adding].length(at: sentence.units[place..<tokens[verb].start])
    while first < stop, tokens[first].isLight, !tokens[first].isWord(.joint),
      !isSomebody(place, tokens[first].start)
    {
      place = tokens[first].end
      first += 1
    }
    var last = stop
    while last > first, tokens[last - 1].isLight || lead.map({ $0 < tokens[last - 1].end }) ?? false
    {
      last -= 1
    }
    let end = max(place, min(lead ?? .max, reason ?? .max, tokens[last].start))
    let line = behindHeadline(from: place, to: end)
    while first < last, tokens[first].start < line { first += 1 }
    return (first..<last, Extent(line, end))
  }

  /// 钱花在了刀刃上——|街道|捐款, 附中百廿校庆 校友|捐资: behind a dash, or the space between two headlines of one
  /// line; the place itself where there is neither.
  private func behindHeadline(from place: Int, to end: Int) -> Int {
    if let dash = sentence.units[place..<end].lastIndex(of: Mark.dash), end - dash > 2 {
      return dash + 1
    }
    guard let space = sentence.units[place..<end].lastIndex(of: Mark.space),
      space - place >= Self.shortestHeadline, end - space > 2,
      CharacterClass.of(sentence.units[space - 1]).meets(.han),
      CharacterClass.of(sentence.units[space + 1]).meets(.han)
    else { return place }
    return space + 1
  }

  private static let shortestHeadline = 6

  /// 腾出|厢房三间|借给甲: the first of the things that somebody gets ready to give them.
  var brought: Int? {
    guard frame.isBenefit,
      let number = before.first(where: { isNumber(tokens[$0]) }),
      (number + 1..<verb).allSatisfy({
        tokens[$0].isLight || tokens[$0].isWord(.thing) || tokens[$0].isWord(.money)
      })
    else { return nil }
    let isNamed =
      number > before.lowerBound && tokens[number - 1].isWord(.thing)
      && tokens[number - 1].end == tokens[number].start
    let first = isNamed ? number - 1 : number
    return leadOfBrought(first) == nil ? nil : first
  }

  private func isNumber(_ token: EventToken) -> Bool {
    token.kind == .amount || token.kind == .quantity && !sentence.countsParties(token)
  }

  /// Where the word before things begins that says that they are got ready: 腾出; `nil` where there is none.
  private func leadOfBrought(_ first: Int) -> Int? {
    let start = sentence.places[clause].start
    let text = sentence.units[start..<max(start, tokens[first].start)]
    let count = sentence.rules.signs[.brought].length(endOf: text)
    return count > 0 ? text.endIndex - count : nil
  }

  private func endsSubject(_ index: Int, in range: Range<Int>) -> Bool {
    tokens[index].isPreposition && !isInSubject(index) || tokens[index].isWord(.receive)
      || leadsToTarget(index) || leadsToDay(index)
      || index > range.lowerBound && isOfFunds(index)
      || tokens[index].isWord(.plan) && index > range.lowerBound
      || index > range.lowerBound && tokens[index].isWord(.worth) && sentence.isBeforeSum(index)
  }

  /// 王医生|自掏腰包|买了
  private func isOfFunds(_ index: Int) -> Bool {
    tokens[index].isWord(.verb) && sentence.frame(tokens[index]).traits.contains(.funds)
      && !sentence.isAttributive(index)
  }

  /// 张三、李四|分别于5月1日
  private func leadsToDay(_ index: Int) -> Bool {
    tokens[index].isWord(.goal) && index + 1 < verb && tokens[index + 1].kind == .date
      && tokens[index + 1].start == tokens[index].end
  }

  /// 一位来自北京的老人, 在外地务工的村民|捐款: a preposition in what says which one the subject is.
  func isInSubject(_ index: Int) -> Bool {
    guard tokens[index].isWord(.from) || tokens[index].isWord(.via),
      let head = (index + 1..<verb).first(where: { sentence.isHead(tokens[$0], .to) }),
      sentence.units[tokens[index].end..<tokens[head].start].contains(where: sentence.isOf)
    else { return false }
    let lead = tokens[index].start - start
    if lead > 1 { return sentence.units[start] == Script.one && sentence.isPartyUnit(start + 1) }
    // 在外地的企业购买: at the beginning it says where.
    guard tokens[index].isWord(.via) || lead == 1 else { return false }
    // 来自外地的农民工|王师傅
    let person = Extent(tokens[head].start, tokens[head + 1].start)
    return tokens[head + 1].start == tokens[head].end
      || tokens[index].isWord(.from) && person.count - tokens[head].extent.count <= 4
  }

  /// Whether words of no lexicon stand here that may say who acts: 检查组 in 检查组先后检查了; not 早在.
  private func isSomebody(_ start: Int, _ end: Int) -> Bool {
    guard let extent = sentence.trimmed(start, end), extent.count > 1 else { return false }
    return !sentence.rules.signs.has(.leadEnd, sentence.units[extent.end - 1])
  }

  /// 三家共出资600万元: a count without a noun, of the bodies named side by side before.
  private func countAlone(_ range: Range<Int>, from start: Int, to end: Int) -> [Event.Party] {
    guard range.count == 1, let token = tokens[range].first, sentence.countsParties(token),
      sentence.trimmed(start, end) == token.extent
    else { return [] }
    let group = lastGroup(of: sentence.partyCount(token))
    return group.count > 1 ? group.map(Self.carried) : []
  }

  /// 又与进出口银行联合…, 会同市老龄委慰问…: with whom who was carried over acts.
  private mutating func joinCarried(_ range: Range<Int>, from place: Int) {
    guard isJoint, !carried.isEmpty, !subject.isEmpty, let first = range.first,
      sentence.isJoiner(tokens[first]) || tokens[first].isWord(.joint),
      tokens[first].start - place <= 1,
      case let names = Set(subject.map(\.name)),
      !carried.contains(where: { names.contains($0.name) })
    else { return }
    subject = carried.map(Self.carried) + subject
  }

  /// 侨商林国栋与|华侨总会|共同捐款: somebody without a name of a body, joined to bodies behind him.
  private mutating func joinPerson(_ range: Range<Int>, from start: Int, to end: Int) {
    guard let body = subject.first, body.mention != nil, body.extent.start - start > 2,
      body.extent.start <= tokens[verb].start,
      case let joiner = sentence.units[body.extent.start - 1],
      sentence.rules.signs.has(.joiner, joiner),
      isJoint || isRespective || isEach || !sentence.rules.signs.has(.with, joiner)
        || isJointly(from: subject.last?.extent.end ?? body.extent.end),
      let extent = sentence.trimmed(start, body.extent.start - 1), extent.start == start,
      !range.contains(where: {
        tokens[$0].kind == .organization && extent.contains(tokens[$0].extent)
      }),
      sentence.isPersonName(extent) || sentence.isTitledPerson(extent)
        || sentence.endsInParty(extent) && !isTitle(from: body.extent.end, to: end)
    else { return }
    subject.insert(sentence.described(extent, .subject), at: 0)
  }

  /// 校友、甲集团|董事长梁某: who has a name behind what he is, and all before it says what he is too.
  private func isTitle(from start: Int, to end: Int) -> Bool {
    sentence.trimmed(start, end).map { $0.start == start && sentence.isTitledPerson($0) } ?? false
  }

  /// 合捐, 合资创办
  private func isJointly(from place: Int) -> Bool {
    sentence.units[min(place, tokens[verb].start)..<tokens[verb].end]
      .contains { sentence.rules.signs.has(.jointly, $0) }
  }

  /// Somebody whom no lexicon knows: 张三捐款5万元; 一家福建公司寄来8000双凉鞋.
  private func isUnnamed(_ extent: Extent) -> Bool {
    // 公司 is one in 保险公司, which is somebody of his own.
    let isInside = tokens[before].contains { token in
      extent.contains(token.extent)
        && (token.kind == .organization || token.isWord(.pronoun) && token.start == extent.start)
    }
    // 每户|发给电饭煲一只: they receive.
    let isEach = tokens[before].contains { sentence.isEachParty($0) && extent == $0.extent }
    if isInside || isEach { return false }
    if isQuoted(extent) { return true }
    if sentence.isPersonName(extent) || sentence.isTitledPerson(extent) { return true }
    if frame.isBenefit, sentence.isFirst(clause), sentence.isWeakName(extent) { return true }
    if isNounBefore(extent) { return true }
    let isOpen =
      sentence.isFirst(clause) || isFromEarlier
      || (3...10).contains(extent.count)
    return isOpen && !isLater && sentence.isUnnamed(extent, .subject)
  }

  /// “无名氏”捐款2000元: how somebody calls himself.
  private func isQuoted(_ extent: Extent) -> Bool {
    guard frame.isBenefit, (2...12).contains(extent.count), extent.start > sentence.extent.start,
      extent.end < tokens[verb].start,
      let closing = Script.closingQuote(of: sentence.units[extent.start - 1])
    else { return false }
    return sentence.units[extent.end] == closing
      && !sentence.rules.signs.has(.activityEnd, sentence.units[extent.end - 1])
  }

  /// 珠影捐款5万元: a short name that no lexicon has, and nothing else before a verb of giving.
  private func isNounBefore(_ extent: Extent) -> Bool {
    guard frame.isBenefit, !isLater, carried.isEmpty || isFromEarlier || sentence.isFirst(clause),
      (2...8).contains(extent.count),
      tokens[before].allSatisfy({ $0.end <= extent.start || extent.end <= $0.start && $0.isLight })
    else { return false }
    let signs = sentence.rules.signs
    let units = sentence.units[extent.start..<extent.end]
    return !signs.has(.leadEnd, units[extent.end - 1])
      && units.allSatisfy { CharacterClass.of($0).meets(.han) && !signs.has(.nounStop, $0) }
  }
}
