// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// When it was: the date that the clause gives the act, else that of a clause before.
extension ClauseReading {
  /// The date of the clause, nearest before the verb, else behind it; else of an earlier clause;
  /// else the one that the sentence begins with: 2月底,甲捐款5万元;乙捐款3万元. A token.
  func date() -> Int? {
    let own = dateBefore
    if own == nil, isDescription { return nil }
    return
      own ?? (verb..<sentence.clauses[clause].upperBound).first {
        isDate(tokens[$0]) && !isAttribute($0)
      }
      ?? dateEarlier ?? leadingDate ?? dateOfArrival
  }

  /// That of a clause before; 6月8日,实施2015年度分红,派现2160万元: not the year that says which one of them.
  private var dateEarlier: Int? {
    let all = earlierTokens.filter { isDate(tokens[$0]) }
    let dates = all.filter { !isOfSaying(tokens[$0]) }
    return dates.last { !isYearOfNoun(tokens[$0]) } ?? (dates.count < all.count ? nil : dates.last)
  }

  /// 实施|2015年度|分红: a year between Chinese characters.
  private func isYearOfNoun(_ date: EventToken) -> Bool {
    guard case .date(let value) = sentence.mentions[date.payload].value,
      value.timex.utf8.count == Self.year, date.start > sentence.extent.start,
      date.end < sentence.extent.end
    else { return false }
    return CharacterClass.of(sentence.units[date.start - 1]).meets(.han)
      && CharacterClass.of(sentence.units[date.end]).meets(.han)
  }

  /// 分别于3月1日、5月2日: the dates that stand side by side with one, which is the last, and it.
  func datesBeside(_ last: Int) -> [Int] {
    var first = last
    while first > 0, isDate(tokens[first - 1]),
      sentence.joins(tokens[first - 1].end, tokens[first].start)
    { first -= 1 }
    return (first...last).map { tokens[$0].payload }
  }

  /// The nearest before the verb; one before 的 only where there is no other, and not in 将2023年的奖学金发给.
  private var dateBefore: Int? {
    let first = sentence.clauses[clause].lowerBound
    guard let last = (first..<verb).last(where: isOfAct) else { return nil }
    guard sentence.isBeforeOf(tokens[last]) else { return last }
    return (first..<last).last { isOfAct($0) && !sentence.isBeforeOf(tokens[$0]) }
      ?? (before.contains { $0 < last && tokens[$0].isWord(.moved) } ? nil : last)
  }

  private func isOfAct(_ index: Int) -> Bool {
    isDate(tokens[index]) && !isOfSubject(tokens[index])
  }

  /// 甲投资5000万元建成的|博物馆昨日开放, 甲创办的|学校昨日开学: what is told of it is another act, with a day of
  /// its own.
  private var isDescription: Bool {
    if frame.needs == .body { return sentence.isAttributive(verb) }
    guard let sum = given.list.first?.amount, given.list.count == 1 else { return false }
    let end = sentence.mentions[sum].extent.end
    let place = sentence.places[clause]
    guard tokens[verb].end <= end, place.contains(Extent(end, end)) else { return false }
    let text = sentence.units[end..<place.end].prefix(Self.longestWork + 1)
    guard let of = text.firstIndex(where: sentence.isOf), of - end > 1 else { return false }
    return text[..<of].allSatisfy { CharacterClass.of($0).meets(.han) }
  }

  /// 兴建, 建设起来.
  private static let longestWork = 4

  /// 1957年毕业的|林文雄: says which one is meant.
  private func isOfSubject(_ date: EventToken) -> Bool {
    guard let first = subject.first, first.source == .subject, date.end < first.extent.start,
      first.extent.start <= tokens[verb].start
    else { return false }
    return sentence.isOf(sentence.units[first.extent.start - 1])
  }

  /// 甲捐赠的毛毯4000条,昨日由专机运抵: when it came, where the text does not say when it was given.
  private var dateOfArrival: Int? {
    guard sentence.isAttributive(verb), clause + 1 < sentence.clauses.count else { return nil }
    return sentence.clauses[clause + 1].first.flatMap { isDate(tokens[$0]) ? $0 : nil }
  }

  private var leadingDate: Int? {
    guard let first = tokens.first, isDate(first), first.start - sentence.extent.start <= 2,
      !isOfSubject(first), !isOfSaying(first)
    else { return nil }
    return 0
  }

  /// 公司昨日宣布,…: the day on which somebody told of the act.
  private func isOfSaying(_ date: EventToken) -> Bool {
    guard let index = sentence.places.firstIndex(where: { $0.contains(date.extent) }),
      case var said = sentence.places[index], said.end <= sentence.places[clause].start
    else { return false }
    // 7月20日,|记者从财政厅获悉,…
    if said.end == date.end, index + 1 < clause { said = sentence.places[index + 1] }
    return sentence.rules.signs[.saying].end(sentence.units[date.end..<said.end])
  }

  /// 补缴2009年至2013年的公积金, 派发|2019年度|现金红利, 球衣和|2025|赛季套票: says of what years the thing is.
  /// 免除4月、5月两个月的租金: with others beside it.
  private func isAttribute(_ index: Int) -> Bool {
    let date = tokens[index]
    if sentence.isBeforeOf(tokens[sentence.lastOfSame(index, upTo: tokens.count)]) { return true }
    let isBeside =
      date.start == tokens[verb].end
      || date.start > tokens[verb].end
        && sentence.rules.signs.has(.joiner, sentence.units[date.start - 1])
    return isBeside && date.end < sentence.places[clause].end
      && CharacterClass.of(sentence.units[date.end]).meets(.han)
  }

  /// 本报武汉7月14日电
  private func isDateline(_ token: EventToken) -> Bool {
    token.end < sentence.extent.end
      && sentence.rules.signs.has(.wire, sentence.units[token.end])
  }

  /// 1992年以来: a time of years, in which it was at no day.
  private func isOfYears(_ value: DateValue) -> Bool {
    value.modifier == .since && value.timex.utf8.count == Self.year
  }

  /// As many characters has the name of a year.
  private static let year = 4

  private func isDate(_ token: EventToken) -> Bool {
    guard token.kind == .date, case .date(let value) = sentence.mentions[token.payload].value else {
      return false
    }
    if isDateline(token) || isOfYears(value) { return false }
    return value.kind == .date || value.kind == .time || value.kind == .range
  }
}
