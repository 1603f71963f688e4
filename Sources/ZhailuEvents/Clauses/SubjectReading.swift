// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom a clause without a verb of events is about, for those behind it.
struct SubjectReading {
  let sentence: EventSentence
  let tokens: [EventToken]
  let clause: Int
  /// The tokens of the clause.
  let range: Range<Int>
  /// Its text.
  let place: Extent

  init(sentence: EventSentence, clause: Int) {
    self.sentence = sentence
    tokens = sentence.tokens
    self.clause = clause
    let (range, place) = (sentence.clauses[clause], sentence.places[clause])
    let reason =
      range.isEmpty ? nil : sentence.startOfReason(from: place.start, to: place.end, range)
    self.place = Extent(place.start, reason ?? place.end)
    self.range =
      reason.map { reason in range.prefix { sentence.tokens[$0].end <= reason } } ?? range
  }

  /// Who it is; `nil` where the clause does not say.
  struct Found {
    let parties: [Event.Party]
    /// Whether they may have signed with each other in the clause: 甲与乙签约.
    var maySign = false
    /// Whether they act together with whom the text was about: 又与乙联合.
    var joins = false
  }

  func found() -> Found? {
    // 甲公司造假,被证监局处罚: it goes on about the firm.
    if isPassive { return nil }
    if let unnamed = unnamed ?? leader ?? learner { return Found(parties: [unnamed]) }
    if let body = bodyByNoun { return Found(parties: [body]) }
    guard var first = range.first(where: { !tokens[$0].isLight }) else { return person }
    if let partners = partners(from: first) { return Found(parties: partners, joins: true) }
    if clause + 1 < sentence.clauses.count, let visitor = visitor(from: first) {
      return Found(parties: visitor)
    }
    // 施工单位晋城市宏图公司: what the body is stands before its name.
    first = named ?? first
    while first + 1 < range.upperBound, tokens[first].isWord(.party),
      tokens[first].end == tokens[first + 1].start
    { first += 1 }
    let token = tokens[first]
    if token.start - place.start > Self.farthestSubject { return agent ?? person }
    if let body = sentence.body(inRole: token) { return Found(parties: [body]) }
    if let lender = lender(first) { return lender }
    if token.isWord(.pronoun) { return meaning(ofPronoun: first) }
    if token.isWord(.place) {
      if let person = placedPerson ?? person(of: first) { return person }
      if let member = member(of: first) { return Found(parties: [member]) }
      if let body = toldBody(from: first) { return body }
      guard first + 1 < range.upperBound, tokens[first + 1].kind == .organization,
        tokens[first + 1].start == token.end
      else { return countries(from: first) }
      return bodies(from: first + 1)
    }
    return token.kind == .organization ? bodies(from: first) : agent ?? person
  }

  /// Whether the clause goes on about who was named before: 被证监局处罚, 于4月10日|被证监局处罚.
  private var isPassive: Bool {
    let passive = sentence.rules.signs[.passive]
    if passive.begin(sentence.units[startOfText..<place.end]) { return true }
    guard let first = range.first, tokens[first].start - place.start <= 1,
      let by = range.first(where: { !tokens[$0].isLight && !tokens[$0].isWord(.goal) }),
      tokens[by].isWord(.by)
    else { return false }
    return passive.begin(sentence.units[tokens[by].start..<place.end])
  }

  /// 博物馆|同时宣布: the body named last that ends in the noun with which the clause begins.
  private var bodyByNoun: Event.Party? {
    guard let first = range.first else { return nil }
    let isWord = tokens[first].isWord(.body) && tokens[first].start == place.start
    let next = isWord ? first + 1 : first
    guard range.contains(next), tokens[next].isLight, tokens[next].start > place.start,
      case let noun = Extent(place.start, tokens[next].start), noun.count == Self.shortName,
      sentence.isBodyNoun(noun)
    else { return nil }
    return sentence.lastNamed(endingIn: noun).map(ClauseReading.carried)
  }

  /// 博物馆, 图书馆: of fewer characters other nouns are too.
  private static let shortName = 3

  /// 信用社|没有起诉: a lender without a name, but not who works there.
  private func lender(_ first: Int) -> Found? {
    let token = tokens[first]
    guard token.isWord(.lender), token.start - startOfText <= 1, !isTold,
      first + 1 >= range.upperBound || tokens[first + 1].start > token.end
        || !tokens[first + 1].isWord(.party)
    else { return nil }
    return Found(parties: [sentence.described(token.extent, .subject)])
  }

  /// The body before whose name stands what it is, in words of no lexicon: 电商平台|青禾商城.
  private var named: Int? {
    guard let body = range.first(where: { tokens[$0].kind == .organization }) else { return nil }
    let lead = range.lowerBound..<body
    let text = sentence.units[startOfText..<max(startOfText, tokens[body].start)]
    guard (2...Self.longestClass).contains(text.count), sentence.rules.signs[.classEnd].end(text),
      text.allSatisfy({ CharacterClass.of($0).meets(.han) && !sentence.isOf($0) }),
      !lead.contains(where: { tokens[$0].isPreposition || tokens[$0].isWord(.verb) })
    else { return nil }
    return body
  }

  /// 长三角新能源汽车制造商
  private static let longestClass = 12

  /// 财政部数据显示,1至9月全国卖地收入…: whose figures they are, and not who acts.
  var isSource: Bool {
    sentence.rules.signs[.source].end(sentence.units[place.start..<place.end])
  }

  /// So far from its beginning a clause may name whom it is about.
  private static let farthestSubject = 12

  /// 本公司与江南造船签订合同,向其购买…
  private func meaning(ofPronoun first: Int) -> Found? {
    if let firm = firmOf(first) { return Found(parties: [firm], maySign: true) }
    let token = tokens[first]
    if sentence.word(token).meaning == .second || sentence.word(token).meaning == .first,
      let one = oneOfTwo(sentence.word(token).meaning)
    {
      return Found(parties: [one])
    }
    guard sentence.word(token).meaning == .own,
      let own = sentence.speaker(token)
        ?? sentence.lastNamed(sentence.word(token).body, endingLike: token)
    else { return nil }
    return Found(parties: [own] + joined(behind: first))
  }

  /// 甲与乙结对,后者派出专家: of the two that were named side by side last.
  private func oneOfTwo(_ meaning: EventRules.Meaning) -> Event.Party? {
    let earlier = 0..<range.lowerBound
    for index in earlier.reversed().prefix(Self.farthestPair)
    where tokens[index].kind == .organization {
      let group = sentence.group(endingAt: index, in: earlier, .carried)
      if group.count > 1 { return meaning == .first ? group.first : group.last }
    }
    return nil
  }

  /// In tokens.
  private static let farthestPair = 24

  /// 本会|与县教育局、团县委|联合开展活动: with whom the one that a pronoun means acts.
  private func joined(behind pronoun: Int) -> [Event.Party] {
    guard pronoun + 2 < range.upperBound, sentence.isJoiner(tokens[pronoun + 1]),
      tokens[pronoun + 1].start == tokens[pronoun].end,
      range.contains(where: { tokens[$0].isWord(.joint) && $0 > pronoun + 2 })
    else { return [] }
    return tokens[pronoun + 2].kind == .organization ? bodies(from: pronoun + 2).parties : []
  }

  /// Bodies side by side, or what is described by one.
  private func bodies(from first: Int) -> Found {
    if let described = description(from: first) ?? member(of: first) ?? part(of: first) {
      return Found(parties: [described])
    }
    if let person = person(of: first) { return person }
    var last = first
    for next in first + 1..<range.upperBound {
      let token = tokens[next]
      if token.kind == .organization {
        guard sentence.joins(tokens[next - 1].end, token.start) else { break }
        last = next
      } else if !token.isWord(.joint), !sentence.isJoiner(token), !token.isLight {
        break
      }
    }
    return Found(
      parties: sentence.group(endingAt: last, in: first..<range.upperBound, .subject),
      maySign: true)
  }

  /// 老校友回到母校, 县妇联看望留守儿童: who goes to see somebody.
  private func visitor(from first: Int) -> [Event.Party]? {
    let token = tokens[first]
    guard token.kind == .organization || token.isWord(.party) || token.isWord(.place) else {
      return nil
    }
    let (start, end) = (token.end, place.end)
    guard let visit = sentence.rules.signs[.visit].place(in: sentence.units[start..<end]) else {
      return nil
    }
    // 县工商联|组织企业家|到村里走访: who calls on others, and where they go, is no part of it.
    let call = sentence.rules.signs[.mobilizing].place(in: sentence.units[start..<visit]) ?? visit
    let goal = range.first { tokens[$0].isWord(.goal) && tokens[$0].start >= start }
    let stop = min(call, goal.map { tokens[$0].start } ?? visit)
    guard let last = (first..<range.upperBound).last(where: { tokens[$0].end <= stop }) else {
      return nil
    }
    let found = sentence.parties(
      first..<last + 1, from: tokens[first].start, to: stop, .subject)
    return found.isEmpty ? nil : found
  }

  /// 公司全资子公司|甲公司与乙签约: whose name follows is the one that acts.
  private func firmOf(_ pronoun: Int) -> Event.Party? {
    guard let body = range.first(where: { tokens[$0].kind == .organization }),
      body > pronoun, tokens[body].start - tokens[pronoun].end <= 8,
      (pronoun..<body).allSatisfy({
        tokens[$0].isWord(.pronoun) || tokens[$0].isWord(.body)
      }),
      sentence.rules.signs.has(.commonEnd, sentence.units[tokens[body].start - 1])
    else { return nil }
    return sentence.party(tokens[body], .subject)
  }

  /// 日本、韩国各派出医疗队,并分别捐赠…: countries act as bodies do.
  private func countries(from first: Int) -> Found? {
    let last = sentence.lastOfSame(first, upTo: range.upperBound)
    let start = tokens[first].start
    guard start - place.start <= 1 else { return nil }
    return Found(
      parties: (first...last).map { sentence.described(tokens[$0].extent, .subject) })
  }

  /// 县里最大的药企|天方药业带头: a body behind words that say which one it is.
  private func toldBody(from first: Int) -> Found? {
    guard let body = range.first(where: { tokens[$0].kind == .organization }), body > first,
      (first..<body).allSatisfy({ isOfNoun(tokens[$0]) }),
      case (let start, let end) = (tokens[first].end, tokens[body].start), start < end,
      end - place.start <= Self.farthestSubject,
      let of = sentence.units[start..<end].lastIndex(where: sentence.isOf),
      of + 1 == end || sentence.rules.signs.has(.bodyEnd, sentence.units[end - 1])
    else { return nil }
    return bodies(from: body)
  }

  private func isOfNoun(_ token: EventToken) -> Bool {
    token.isWord(.place) || token.isWord(.party) || token.isWord(.pronoun) || token.isWord(.body)
  }

  /// 灯会由甲公司承办,投资8000万元.
  private var agent: Found? {
    guard let by = range.first(where: { tokens[$0].isWord(.by) }),
      by + 1 < range.upperBound, tokens[by + 1].start == tokens[by].end
    else { return nil }
    // 利息由省财政贴一半,共贴5万元
    if tokens[by + 1].isWord(.party), sentence.word(tokens[by + 1]).meaning == .state {
      return Found(parties: [sentence.described(tokens[by + 1].extent, .by)])
    }
    guard tokens[by + 1].kind == .organization else { return nil }
    let last = sentence.lastOfSame(by + 1, upTo: range.upperBound)
    return Found(parties: sentence.group(endingAt: last, in: by + 1..<range.upperBound, .by))
  }

  /// 荆江小学的37名学生,把压岁钱捐给…: a clause that is nothing but a description.
  private func description(from first: Int) -> Event.Party? {
    let end = place.end
    // 甲公司是一家民营企业: what it is, is itself.
    guard let head = range.last, head > first, sentence.isHead(tokens[head], .subject),
      tokens[first].end >= end
        || !sentence.rules.signs.has(.copula, sentence.units[tokens[first].end]),
      // 县教育局走访学校: whom it goes to see is another.
      sentence.rules.signs[.visit].place(in: sentence.units[tokens[first].end..<tokens[head].start])
        == nil,
      end - tokens[head].end <= 4, isBelonging(from: tokens[first].end, to: tokens[head].start),
      range.dropFirst(first - range.lowerBound).allSatisfy({
        tokens[$0].kind == .organization || sentence.isHead(tokens[$0], .subject)
      })
    else { return nil }
    let found = sentence.parties(
      first..<range.upperBound, from: tokens[first].start, to: end, .subject)
    guard found.count == 1, found[0].mention == nil else { return nil }
    return found[0]
  }

  /// 甲小学|的37名|学生, 甲小学|学生; not 区卫生局|每学期派|医生.
  private func isBelonging(from start: Int, to end: Int) -> Bool {
    end - start <= Self.longestUnit || sentence.units[start..<end].contains(where: sentence.isOf)
      || tokens[range].contains { sentence.countsParties($0) && start <= $0.start && $0.end <= end }
  }

  private static let longestUnit = 3

  /// 又与国家开发银行联合,为甲集团提供贷款: with whom the one acts whom the text is about.
  func partners(from first: Int) -> [Event.Party]? {
    guard sentence.isJoiner(tokens[first]), tokens[first].start - startOfText <= 1,
      first + 1 < range.upperBound, tokens[first + 1].kind == .organization,
      tokens[first + 1].start == tokens[first].end,
      case let last = sentence.lastOfSame(first + 1, upTo: range.upperBound),
      last + 1 < range.upperBound, tokens[last + 1].isWord(.joint)
    else { return nil }
    return sentence.group(endingAt: last, in: first + 1..<last + 1, .subject)
  }
}
