// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Persons and bodies without a name of a body, with whom a clause begins.
extension SubjectReading {
  /// 一家化工企业|偷排废水, 某上市公司|造假, 一家乱涨价的药店|被罚, 湾仔一名教师|受骗.
  var unnamed: Event.Party? {
    if let troop { return troop }
    let start = endOfPlace
    let units = sentence.units[start..<place.end]
    let isUnnamed =
      units.first.map({ sentence.rules.signs.has(.some, $0) }) ?? false
      || units.count > 2 && units[start] == Script.one && sentence.isPartyUnit(start + 1)
    guard isUnnamed else { return nil }
    let head = tokens[range].first {
      $0.isWord(.party) || $0.isWord(.pronoun) || $0.kind == .organization
    }
    if let head, head.end - start <= Self.longestUnnamed {
      if head.kind == .organization { return nil }
      // 一名国小|学童
      let isPerson =
        head.end + 2 <= place.end
        && sentence.rules.signs.has(.personEnd, sentence.units[head.end + 1])
        && !tokens[range].contains { $0.start >= head.end && $0.start < head.end + 2 }
      return sentence.described(Extent(place.start, head.end + (isPerson ? 2 : 0)), .subject)
    }
    guard let stop = tokens[range].first(where: { $0.isPreposition || $0.isLight })?.start,
      stop > start, let extent = sentence.trimmed(start, stop),
      extent.count <= Self.longestUnnamed + 2,
      sentence.endsAsParty(extent)
    else { return nil }
    return sentence.described(extent, .subject)
  }

  /// 空降兵某部|派出官兵: a body whose number is left out.
  private var troop: Event.Party? {
    let signs = sentence.rules.signs
    let text = sentence.units[startOfText..<place.end].prefix(Self.longestTroop)
    guard let some = text.firstIndex(where: { signs.has(.some, $0) }), some - startOfText > 1,
      some + 1 < place.end, signs.has(.bodyEnd, sentence.units[some + 1]),
      text[..<some].allSatisfy({ CharacterClass.of($0).meets(.han) && !signs.has(.nounStop, $0) }),
      // 某|企业 goes on behind the character.
      !range.contains(where: {
        tokens[$0].start < some && tokens[$0].kind == .organization
          || tokens[$0].start <= some + 1 && tokens[$0].end > some + 2
      })
    else { return nil }
    return sentence.described(Extent(startOfText, some + 2), .subject)
  }

  /// 武警水电部队某团
  private static let longestTroop = 10

  /// Behind the place that the clause begins with, if it does.
  private var endOfPlace: Int {
    if let first = range.first, tokens[first].isWord(.place), tokens[first].start == place.start {
      return tokens[first].end
    }
    // A place that no lexicon has.
    let text = sentence.units[place.start..<place.end].prefix(Self.longestPlace + 1)
    guard let one = text.firstIndex(of: Script.one), one - place.start > 1,
      range.first.map({ tokens[$0].start >= one }) ?? true,
      text[..<one].allSatisfy({
        CharacterClass.of($0).meets(.han) && !sentence.rules.signs.has(.nounStop, $0)
          && !sentence.rules.signs.has(.copula, $0)
      })
    else { return place.start }
    return one
  }

  /// 湾仔, 中环街市
  private static let longestPlace = 4
  private static let longestUnnamed = 14

  /// 老校友王某在书肆看见七册,以1200元购回: whose name begins the clause, or is all of it.
  var person: Found? {
    guard !isTold, let extent = sentence.trimmed(startOfText, place.end),
      let person = sentence.leadingPerson(extent)
        ?? (sentence.isTitledPerson(extent) ? extent : nil),
      !range.contains(where: {
        person.contains(tokens[$0].extent) && tokens[$0].kind == .organization
      })
    else { return nil }
    return Found(parties: [sentence.described(person, .subject)])
  }

  /// Behind the words of no weight that the clause begins with.
  var startOfText: Int {
    range.prefix(while: { tokens[$0].isLight }).last.map { tokens[$0].end } ?? place.start
  }

  /// 工艺厂工人|糊了灯笼, 体育学院毕业生杨克|来支教: persons of a body.
  func member(of body: Int) -> Event.Party? {
    let (start, next) = (tokens[body].start, body + 1)
    guard next < range.upperBound, tokens[next].isWord(.party),
      tokens[next].start == tokens[body].end, sentence.word(tokens[next]).meaning == .none, !isTold
    else { return nil }
    let end = place.end
    if let person = sentence.leadingPerson(Extent(tokens[next].start, end)) {
      return sentence.described(Extent(start, person.end), .subject)
    }
    var stop = tokens[next].end
    // 管理局局长接收: who is at its head without a name is the body.
    guard sentence.rules.signs.has(.personEnd, sentence.units[stop - 1]),
      !sentence.rules.signs.has(.official, sentence.units[stop - 1])
    else { return nil }
    if stop < end, sentence.rules.signs.has(.plural, sentence.units[stop]) { stop += 1 }
    guard stop == end || !isOpen(stop) else { return nil }
    return sentence.described(Extent(start, stop), .subject)
  }

  /// 上海宝钢的一个青年突击队|认了12个孤儿: one of several that a body has, up to a verb that was done.
  func part(of body: Int) -> Event.Party? {
    let (start, of) = (tokens[body].start, tokens[body].end)
    guard of + 3 < place.end, sentence.isOf(sentence.units[of]),
      sentence.units[of + 1] == Script.one,
      let head = tokens[range].first(where: { $0.start > of + 2 && $0.isWord(.party) }),
      head.end - of <= Self.longestUnnamed, !isTold
    else { return nil }
    return sentence.described(Extent(start, head.end), .subject)
  }

  /// 县里开旅馆的|吴老板|路过, 某设计院的|年轻人|来村里测绘: whom a noun behind 的 calls.
  func person(of first: Int) -> Found? {
    let (start, end) = (tokens[first].start, tokens[first].end)
    guard start - startOfText <= 1, !isTold,
      let of = sentence.units[end..<min(place.end, end + Self.longestDoing)]
        .firstIndex(where: sentence.isOf),
      let head = range.first(where: { tokens[$0].start > of && tokens[$0].isWord(.party) }),
      case var stop = tokens[head].end, stop - of <= Self.longestPerson,
      (first + 1..<head).allSatisfy({ tokens[$0].isWord(.place) }),
      sentence.rules.signs.has(.personEnd, sentence.units[stop - 1])
        || sentence.rules.signs.has(.titleEnd, sentence.units[stop - 1])
    else { return nil }
    if stop < place.end, sentence.rules.signs.has(.plural, sentence.units[stop]) { stop += 1 }
    guard stop == place.end || !isOpen(stop) else { return nil }
    return Found(parties: [sentence.described(Extent(start, stop), .subject)])
  }

  /// 开旅馆的, and 吴老板 behind it.
  private static let longestDoing = 8
  private static let longestPerson = 6

  /// 河北省行唐县东井底村的奶农石三柱: a person's name behind where he is from.
  var placedPerson: Found? {
    let text = sentence.units[startOfText..<place.end]
    guard let of = text.firstIndex(where: sentence.isOf), of + 2 < place.end,
      of - startOfText <= Self.longestOrigin,
      case let rest = Extent(of + 1, place.end),
      let person = sentence.leadingPerson(rest)
        ?? (sentence.isTitledPerson(rest) || sentence.isPersonName(rest) ? rest : nil)
    else { return nil }
    return Found(parties: [sentence.described(Extent(startOfText, person.end), .subject)])
  }

  private static let longestOrigin = 20

  /// 饭馆老板|得知后, 十六人|结伴回村, 各保洁公司|加强巡查: persons or bodies who begin a clause at the
  /// head of a sentence, if they are counted or a noun says who they are; 群众 and 企业 may be whom it is for.
  var leader: Event.Party? {
    guard sentence.isFirst(clause) || isBehindTime, clause + 1 < sentence.clauses.count else {
      return nil
    }
    let first = range.first { !tokens[$0].isLight || tokens[$0].isWord(.each) }
    guard let first, let last = lastHead(from: first), !isDrawn(first...last) else { return nil }
    let start = tokens[first].isWord(.each) ? tokens[first].start : startOfText
    let stop = endOfHead(tokens[last])
    let isMeant =
      tokens[first].isWord(.each) || (first...last).contains { sentence.countsParties(tokens[$0]) }
      || sentence.rules.signs.has(.titleEnd, sentence.units[stop - 1]) || stop == place.end
    guard isMeant, stop <= place.end, stop - start <= Self.longestLeader,
      stop == place.end || !isOpen(stop),
      !sentence.units[start..<tokens[last].start].contains(where: isVerbal), !isTold
    else { return nil }
    return sentence.described(Extent(start, stop), .subject)
  }

  /// 旅沪商人|闻讯,捐款5万元: who hears of something, in words of no lexicon, acts in the next clause.
  var learner: Event.Party? {
    guard clause + 1 < sentence.clauses.count, sentence.isFirst(clause) || isBehindTime,
      case let text = sentence.units[startOfText..<place.end],
      let stop = sentence.rules.signs[.learning].place(in: text),
      (2...Self.longestUnnamed).contains(stop - startOfText),
      !range.contains(where: {
        tokens[$0].start < stop && !tokens[$0].isWord(.party) && !tokens[$0].isWord(.place)
      }),
      let extent = sentence.trimmed(startOfText, stop),
      sentence.isPersonName(extent) || sentence.isTitledPerson(extent)
        || sentence.isUnnamed(extent, .subject)
    else { return nil }
    return sentence.described(extent, .subject)
  }

  /// 2008年汶川地震,|县一高的师生…: nothing but when it was stands before the clause.
  private var isBehindTime: Bool {
    guard clause > 0, sentence.isFirst(clause - 1) else { return false }
    let before = sentence.clauses[clause - 1].dropLast()
    return before.first.map { tokens[$0].kind == .date } ?? false
      && sentence.places[clause - 1].count <= Self.longestTime
      && before.allSatisfy {
        tokens[$0].kind == .date || tokens[$0].isLight || tokens[$0].isWord(.place)
      }
  }

  private static let longestTime = 16

  /// 评选出|10名学生: who is drawn gets what is told behind.
  private func isDrawn(_ heads: ClosedRange<Int>) -> Bool {
    guard let count = heads.first(where: { sentence.countsParties(tokens[$0]) }) else {
      return false
    }
    let text = sentence.units[place.start..<max(place.start, tokens[count].start)]
    return sentence.rules.signs[.drawing].end(text)
  }

  private static let longestLeader = 20

  /// The last of the nouns and counts with which the clause begins, as far as they stand side by side.
  private func lastHead(from first: Int) -> Int? {
    var last: Int?
    for index in first..<range.upperBound {
      if isHead(tokens[index]), last.map({ isBeside(tokens[$0], tokens[index]) }) ?? true {
        last = index
      } else if !tokens[index].isWord(.each), !tokens[index].isWord(.place) {
        break
      }
    }
    guard let last, tokens[first].start - startOfText <= Self.farthestHead else { return nil }
    return last
  }

  private static let farthestHead = 4

  /// 单位、公司; 九名|老|矿工: between a count and its noun something may stand.
  private func isBeside(_ head: EventToken, _ next: EventToken) -> Bool {
    guard head.end < next.start else { return true }
    return sentence.countsParties(head) && next.start - head.end <= Self.farthestHead
      || sentence.joins(head.end, next.start)
      // 物业单位、保洁公司
      || sentence.units[head.end] == Mark.enumerationComma
        && next.start - head.end <= Self.farthestHead
  }

  private func isHead(_ token: EventToken) -> Bool {
    sentence.countsParties(token) || token.isWord(.party) && sentence.word(token).meaning == .none
      || token.isWord(.pronoun) && sentence.word(token).meaning == .own
        && token.start > place.start
  }

  /// 十六人, 老师们; behind a count the noun that it counts, 九名|老矿工.
  private func endOfHead(_ token: EventToken) -> Int {
    var stop = sentence.endOfItem(token, to: place.end)
    if stop < place.end, sentence.rules.signs.has(.plural, sentence.units[stop]) { stop += 1 }
    return stop
  }

  /// Whether a noun goes on at a place: 老板|的, 老师|、, 烟农|王大山, 群众|监督会.
  private func isOpen(_ stop: Int) -> Bool {
    let unit = sentence.units[stop]
    return sentence.isOf(unit) || sentence.rules.signs.has(.joiner, unit)
      || sentence.rules.surnames.contains(unit)
      || sentence.units[stop..<min(place.end, stop + Self.farthestHead)]
        .contains { sentence.rules.signs.has(.bodyEnd, $0) }
  }

  /// 凑了, 有: behind it stands no subject.
  private func isVerbal(_ unit: UInt16) -> Bool {
    sentence.rules.signs.has(.finished, unit) || sentence.rules.signs.has(.existence, unit)
  }

  /// 记者从会上了解到, 专家介绍: who tells of an act is not who acts.
  var isTold: Bool {
    isSource || sentence.rules.signs[.saying].end(sentence.units[place.start..<place.end])
  }
}
