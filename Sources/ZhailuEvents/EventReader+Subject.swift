// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Whom clauses and sentences without a verb of events are about, for those behind them.
extension EventReader {
  /// A sentence without a verb of events says whom the next one is about, if it begins with a body.
  mutating func noteTopic() {
    guard let token = sentence.tokens.first, token.kind == .organization,
      token.start - sentence.extent.start <= 2, let body = sentence.party(token, .subject),
      case .organization(let value) = sentence.mentions[token.payload].value, value.kind != .media
    else { return }
    subject = [body]
    noteSubject(of: 0)
  }

  /// A clause without a verb of events may say who the next ones are about.
  mutating func noteSubject(of clause: Int) {
    let range = sentence.clauses[clause]
    if isSource(clause) {
      (subject, earlier) = ([], [])
      return
    }
    if let unnamed = unnamed(in: clause) {
      subject = [unnamed]
      return
    }
    guard var first = range.first(where: { !sentence.tokens[$0].isLight }) else {
      return notePerson(in: clause)
    }
    if clause + 1 < sentence.clauses.count, let visitor = visitor(in: clause, from: first) {
      subject = visitor
      return
    }
    // 施工单位晋城市宏图公司: what the body is stands before its name.
    while first + 1 < range.upperBound, sentence.tokens[first].isWord(.party),
      sentence.tokens[first].end == sentence.tokens[first + 1].start
    { first += 1 }
    let token = sentence.tokens[first]
    if token.start - sentence.places[clause].start > Self.farthestSubject {
      if !noteAgent(in: range) { notePerson(in: clause) }
    } else if let body = sentence.body(inRole: token) {
      subject = [body]
    } else if token.isWord(.pronoun) {
      notePronoun(first, of: clause)
    } else if token.isWord(.place) {
      notePlaces(first, in: range, clause)
    } else if token.kind == .organization {
      noteBodies(first, of: clause)
    } else if !noteAgent(in: range) {
      notePerson(in: clause)
    }
  }

  /// 财政部数据显示,1至9月全国卖地收入…: whose figures they are, and not who acts.
  private func isSource(_ clause: Int) -> Bool {
    let place = sentence.places[clause]
    return sentence.rules.phrases.sources.end(sentence.units[place.start..<place.end])
  }

  /// 一家化工企业|偷排废水, 某上市公司|造假: somebody without a name whom the clause is about.
  private func unnamed(in clause: Int) -> Event.Party? {
    let start = sentence.places[clause].start
    let units = sentence.units[start..<sentence.places[clause].end]
    let isUnnamed =
      units.first.map(sentence.rules.signs.somes.contains) ?? false
      || units.count > 2 && units[start] == Script.one
        && sentence.isPartyUnit(start + 1)
    guard isUnnamed,
      let head = sentence.tokens[sentence.clauses[clause]].first(where: {
        $0.isWord(.party) || $0.isWord(.pronoun) || $0.kind == .organization
      }), head.kind != .organization, head.end - start <= Self.longestUnnamed
    else { return nil }
    return sentence.described(Extent(start, head.end), .subject)
  }

  private static let longestUnnamed = 14

  /// 老校友王某在书肆看见七册,以1200元购回: whose name begins the clause.
  private mutating func notePerson(in clause: Int) {
    let range = sentence.clauses[clause]
    var start = sentence.places[clause].start
    if let light = range.prefix(while: { sentence.tokens[$0].isLight }).last {
      start = sentence.tokens[light].end
    }
    guard let extent = sentence.trimmed(start, sentence.places[clause].end),
      let person = sentence.leadingPerson(extent),
      !range.contains(where: {
        person.contains(sentence.tokens[$0].extent)
          && sentence.tokens[$0].kind == .organization
      })
    else { return }
    subject = [sentence.described(person, .subject)]
  }

  /// So far from its beginning a clause may name whom it is about.
  private static let farthestSubject = 12

  /// 本公司与江南造船签订合同,向其购买…
  private mutating func notePronoun(_ first: Int, of clause: Int) {
    if let firm = firmOf(first, in: sentence.clauses[clause]) {
      subject = [firm]
      return keepFirstSide(of: clause)
    }
    let token = sentence.tokens[first]
    guard sentence.word(token).meaning == .own, let own = sentence.speaker(token) else { return }
    subject = [own]
  }

  /// Bodies side by side, or what is described by one.
  private mutating func noteBodies(_ first: Int, of clause: Int) {
    let range = sentence.clauses[clause]
    if let described = description(of: clause, from: first) {
      subject = [described]
      return
    }
    var last = first
    for next in first + 1..<range.upperBound {
      let token = sentence.tokens[next]
      if token.kind == .organization {
        guard sentence.joins(sentence.tokens[next - 1].end, token.start) else { break }
        last = next
      } else if !token.isWord(.joint), !sentence.isJoiner(token), !token.isLight {
        break
      }
    }
    subject = sentence.group(endingAt: last, in: first..<range.upperBound, .subject)
    keepFirstSide(of: clause)
  }

  /// 老校友回到母校, 县妇联看望留守儿童: who goes to see somebody.
  private func visitor(in clause: Int, from first: Int) -> [Event.Party]? {
    let token = sentence.tokens[first]
    guard token.kind == .organization || token.isWord(.party) || token.isWord(.place) else {
      return nil
    }
    let (start, end) = (token.end, sentence.places[clause].end)
    guard let visit = sentence.rules.phrases.visits.place(in: sentence.units[start..<end]) else {
      return nil
    }
    let last = (first..<sentence.clauses[clause].upperBound).last {
      sentence.tokens[$0].end <= visit
    }
    guard let last else { return nil }
    let found = sentence.parties(
      first..<last + 1, from: sentence.tokens[first].start, to: visit, .subject)
    return found.isEmpty ? nil : found
  }

  /// 公司全资子公司|甲公司与乙签约: whose name follows is the one that acts.
  private func firmOf(_ pronoun: Int, in range: Range<Int>) -> Event.Party? {
    guard let body = range.first(where: { sentence.tokens[$0].kind == .organization }),
      body > pronoun, sentence.tokens[body].start - sentence.tokens[pronoun].end <= 8,
      (pronoun..<body).allSatisfy({
        sentence.tokens[$0].isWord(.pronoun) || sentence.tokens[$0].isWord(.body)
      }),
      sentence.rules.signs.commonEnds.contains(sentence.units[sentence.tokens[body].start - 1])
    else { return nil }
    return sentence.party(sentence.tokens[body], .subject)
  }

  /// 日本、韩国各派出医疗队,并分别捐赠…: countries act as bodies do.
  private mutating func notePlaces(_ first: Int, in range: Range<Int>, _ clause: Int) {
    let last = sentence.lastOfSame(first, upTo: range.upperBound)
    let start = sentence.tokens[first].start
    guard start - sentence.places[clause].start <= 1 else { return }
    subject = (first...last).map { sentence.described(sentence.tokens[$0].extent, .subject) }
  }

  /// 灯会由甲公司承办,投资8000万元.
  private mutating func noteAgent(in range: Range<Int>) -> Bool {
    guard let by = range.first(where: { sentence.tokens[$0].isWord(.by) }),
      by + 1 < range.upperBound, sentence.tokens[by + 1].kind == .organization,
      sentence.tokens[by + 1].start == sentence.tokens[by].end
    else { return false }
    let last = sentence.lastOfSame(by + 1, upTo: range.upperBound)
    subject = sentence.group(endingAt: last, in: by + 1..<range.upperBound, .by)
    return true
  }

  /// 荆江小学的37名学生,把压岁钱捐给…: a clause that is nothing but a description.
  private func description(of clause: Int, from first: Int) -> Event.Party? {
    let range = sentence.clauses[clause]
    let end = sentence.places[clause].end
    guard let head = range.last, head > first, sentence.isHead(sentence.tokens[head], .subject),
      end - sentence.tokens[head].end <= 4,
      range.dropFirst(first - range.lowerBound).allSatisfy({
        sentence.tokens[$0].kind == .organization || sentence.isHead(sentence.tokens[$0], .subject)
      })
    else { return nil }
    let found = sentence.parties(
      first..<range.upperBound, from: sentence.tokens[first].start, to: end, .subject)
    guard found.count == 1, found[0].mention == nil else { return nil }
    return found[0]
  }
}
