// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// What ends the carrying of subjects, and acts that are told and were none.
extension EventSentence {
  /// 并|向学校赠送, 支持|32家企业: whether the text of a clause begins so.
  func begins(_ clause: Int, withText sign: EventSign) -> Bool {
    let text = units[places[clause].range]
    return text.first.map { rules.signs.has(sign, $0) } ?? false && rules.signs[sign].begin(text)
  }

  /// 该团伙|每月支付, 如今,他|还清了: whether a clause begins with such a word, but for those of no weight.
  func begins(_ clause: Int, with sign: EventSign) -> Bool {
    let place = places[clause]
    var start = place.start
    var next: EventToken?
    for token in tokens[clauses[clause]] {
      guard token.start == start, token.isLight else {
        next = token
        break
      }
      start = token.end
    }
    guard start < place.end, rules.signs.has(sign, units[start]),
      // 该公司 is known, 他信集团 has a name.
      next.map({ $0.start != start || !$0.isWord(.pronoun) && $0.kind != .organization }) ?? true
    else { return false }
    let text = units[start..<place.end]
    let count = rules.signs[sign].length(at: text)
    // 该公署, 该校友会: a body that was named, by a word for it that no lexicon has.
    return count > 1
      || count == 1
        && (sign == .thirdPerson
          || !text.dropFirst().prefix(Self.longestNoun).contains(where: {
            rules.signs.has(.bodyEnd, $0)
          }))
  }

  private static let longestNoun = 3

  /// 二、捐赠支出: whether the line above this one is a heading with a number, which begins something new.
  var standsUnderHeading: Bool {
    var place = extent.start
    while place > 0, units[place - 1] != Mark.lineFeed {
      place -= 1
      if extent.start - place > Self.longestNumbering { return false }
    }
    while place > 0, units[place - 1] <= Mark.space { place -= 1 }
    let end = place
    while place > 0, units[place - 1] != Mark.lineFeed {
      place -= 1
      if end - place > Self.longestHeading { return false }
    }
    while place < end, units[place] <= Mark.space { place += 1 }
    guard end - place > 3, Script.numbers.contains(units[place]),
      let mark = units[place..<min(end, place + 4)].firstIndex(of: Mark.enumerationComma)
    else { return false }
    return units[place..<mark].allSatisfy(Script.numbers.contains)
      && !units[mark..<end].contains { Script.isEnd($0) || Script.mark($0) != nil }
  }

  /// 二、设立子公司: whether the sentence is a heading with a number, which only says what stands below.
  var isHeading: Bool {
    guard clauses.count == 1, extent.count <= Self.longestHeading, extent.start > 1,
      extent.end == units.count || units[extent.end] == Mark.lineFeed,
      units[extent.start - 1] == Mark.enumerationComma,
      Script.numbers.contains(units[extent.start - 2])
    else { return false }
    return !tokens.contains { $0.kind == .amount || $0.kind == .quantity || $0.kind == .date }
  }

  /// （十）, 1.
  private static let longestNumbering = 6
  private static let longestHeading = 24

  /// 第二条 对…给予补助: whether the line is an article of a rule or a contract.
  var isOfArticle: Bool {
    var start = extent.start
    while start > 0, units[start - 1] == Mark.space { start -= 1 }
    guard start == 0 || units[start - 1] == Mark.lineFeed else { return false }
    guard extent.count > 3, units[extent.start] == Script.nth else { return false }
    let rest = units[extent.start + 1..<extent.end].prefix(Self.longestNumbering)
    guard let end = rest.firstIndex(of: Script.article), end > extent.start + 1 else {
      return false
    }
    return rest[..<end].allSatisfy {
      CharacterClass.of($0).meets(.digit) || Script.articleNumbers.contains($0)
    }
  }

  /// 捐款100万元的消息不实, 系谣言: whether what stands behind a verb says that it was not done.
  func isDenied(_ verb: Int) -> Bool {
    let end = tokens[verb].end
    let text = units[end..<min(extent.end, end + Self.longestDenial)]
    return rules.signs[.denial].place(in: text) != nil
  }

  private static let longestDenial = 40

  /// 通过《2024年拨款条例》: whether a verb stands in a title.
  func isInTitle(_ verb: Int) -> Bool {
    let start = tokens[verb].start
    let text = units[max(extent.start, start - Self.longestTitleOfWork)..<start]
    guard let open = text.lastIndex(of: Mark.openTitle) else { return false }
    return !text[open...].contains(Mark.closeTitle)
  }

  private static let longestTitleOfWork = 40

  /// 加上此前的300万元,共捐款800万元: whether a sum is told again with what was added to it.
  func isTotalAgain(_ verb: Int, _ clause: Int) -> Bool {
    // 连同此前捐赠的200万元; but 连同捐赠的彩超3台
    if isAttributive(verb), rules.signs[.adding].begin(units[places[clause].range]) {
      return !tokens[clauses[clause]].contains { $0.kind == .quantity }
    }
    guard verb > clauses[clause].lowerBound, tokens[verb - 1].isWord(.total),
      tokens[..<clauses[clause].lowerBound].contains(where: {
        $0.isWord(.verb) && word($0).kind == word(tokens[verb]).kind
      })
    else { return false }
    return (0..<clause).contains { rules.signs[.adding].begin(units[places[$0].range]) }
  }
}
