// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// A sentence in clauses, and the questions that all parts of the reading ask of it.
///
/// A class, since all parts hold it: a copy would be one of all its lists.
final class EventSentence {
  let article: EventArticle
  let tokens: [EventToken]
  let extent: Extent
  /// Of tokens, without the commas between them.
  let clauses: [Range<Int>]
  /// The stretches of text of the clauses.
  let places: [Extent]

  init(_ article: EventArticle, tokens: [EventToken], extent: Extent) {
    var clauses: [Range<Int>] = []
    var places: [Extent] = []
    let marks = tokens.count { $0.kind == .comma || $0.kind == .semicolon }
    clauses.reserveCapacity(marks + 1)
    places.reserveCapacity(marks + 1)
    var first = 0
    var start = extent.start
    for (index, token) in tokens.enumerated()
    where token.kind == .comma || token.kind == .semicolon {
      clauses.append(first..<index)
      places.append(Extent(start, token.start))
      (first, start) = (index + 1, token.end)
    }
    clauses.append(first..<tokens.count)
    places.append(Extent(start, extent.end))
    self.article = article
    self.tokens = tokens
    self.extent = extent
    self.clauses = clauses
    self.places = places
  }

  var rules: EventRules { article.rules }
  var units: [UInt16] { article.units }
  var mentions: [EventMention] { article.mentions }

  func original(_ extent: Extent) -> String { article.original(extent) }

  /// Whether a clause begins behind a semicolon, or is the sentence's first.
  func isFirst(_ clause: Int) -> Bool {
    guard clause > 0 else { return true }
    return tokens[clauses[clause].lowerBound - 1].kind == .semicolon
  }

  /// The body that 公司 or 基金会 means in this article.
  func speaker(_ pronoun: EventToken) -> Event.Party? {
    article.speakers.first { $0.kind == word(pronoun).body }?.party
  }

  /// Who buys by what an article says of a tender.
  var buyer: Event.Party? { article.buyer }

  /// The body that 被告 is in this article; `nil` for any other word.
  func body(inRole token: EventToken) -> Event.Party? {
    guard token.isWord(.party), word(token).meaning == .role else { return nil }
    let role = units[token.start..<token.end]
    return article.roles.first { role.elementsEqual($0.role) }?.party
  }

  /// Whether the verb at `index` is part of a noun: 补助经费, 捐款名单, 收购贷款.
  func isNominal(_ index: Int) -> Bool {
    let next = index + 1
    guard next < tokens.count, tokens[next].start == tokens[index].end else { return false }
    if beginsSite(next), word(tokens[index]).kind == .setup { return false }
    return tokens[next].isWord(.noun) || tokens[next].isWord(.money)
      || tokens[next].isWord(.verb) && word(tokens[next]).weight == .noun
        && word(tokens[index]).kind != word(tokens[next]).kind && !word(tokens[index]).isLight
  }

  /// 设立|服务|驿站: a word behind which stands, in one noun, what is set up.
  func beginsSite(_ index: Int) -> Bool {
    let next = index + 1
    return next < tokens.count && tokens[next].start == tokens[index].end
      && (tokens[next].isWord(.body) || tokens[next].isWord(.party))
      && isBodyNoun(tokens[next].extent)
  }

  /// Whether the verb at `index` says what kind of thing follows: 募集的200万元, 收购到的玉米.
  func isAttributive(_ index: Int) -> Bool {
    let end = tokens[index].end
    guard end + 1 < extent.end else { return false }
    return isOf(units[end]) || rules.signs.has(.completing, units[end]) && isOf(units[end + 1])
  }

  /// 的, before which something is said of the noun behind it.
  func isOf(_ unit: UInt16) -> Bool { rules.signs.has(.of, unit) }

  /// Whether 的 stands directly behind a token: 价值150万元|的物资.
  func isBeforeOf(_ token: EventToken) -> Bool {
    token.end < extent.end && isOf(units[token.end])
  }

  func word(_ token: EventToken) -> EventRules.Word { rules.words[token.payload] }

  func frame(_ token: EventToken) -> EventFrame { rules.frames[word(token).frame] }

  /// Whether a noun for money stands where a verb might, for what was received says what was done:
  /// 收到甲公司善款20万元.
  func isReceipt(_ index: Int) -> Bool {
    guard tokens[index].isWord(.money) || tokens[index].isWord(.thing),
      word(tokens[index]).frame >= 0
    else { return false }
    var before = index - 1
    var hasBody = false
    while before >= 0, tokens[before].kind != .comma, tokens[before].kind != .semicolon {
      switch tokens[before].kind {
      case .word(.receive): return hasBody
      case .organization, .word(.party): hasBody = true
      case .word(.verb): return false
      default: break
      }
      before -= 1
    }
    return false
  }

  func quantity(_ token: EventToken) -> QuantityValue? {
    guard token.kind == .quantity, case .quantity(let value) = mentions[token.payload].value else {
      return nil
    }
    return value
  }

  /// Whether the text between two places is short and holds only what joins names: 、和与及.
  func joins(_ start: Int, _ end: Int) -> Bool {
    guard end - start <= Self.longestJoint else { return false }
    var depth = 0
    for place in start..<max(start, end) {
      let unit = units[place]
      if unit == Mark.opening { depth += 1 }
      if depth == 0, !rules.signs.has(.joiner, unit) { return false }
      if unit == Mark.closing { depth -= 1 }
    }
    return true
  }

  /// With what stands in parentheses.
  private static let longestJoint = 60

  /// 与 between two names, which else begins a phrase.
  func isJoiner(_ token: EventToken) -> Bool {
    token.isWord(.goal) && token.end - token.start == 1
      && rules.signs.has(.joiner, units[token.start])
  }

  /// A stretch without what stands around a description: quotes, spaces, 的, 了.
  func trimmed(_ start: Int, _ end: Int) -> Extent? {
    var (start, end) = (start, end)
    let signs = rules.signs
    while start < end, signs.has(.edge, units[start]) { start += 1 }
    // The number of a paragraph: 四、本村校友.
    if start + 2 < end, units[start + 1] == Mark.enumerationComma,
      Script.numbers.contains(units[start])
    {
      start += 2
    }
    while start < end, signs.has(.edge, units[end - 1]) { end -= 1 }
    return start < end ? Extent(start, end) : nil
  }

  /// Whether this is a person's name by its length and its first character: 王建国.
  func isPersonName(_ extent: Extent) -> Bool {
    (2...3).contains(extent.count) && rules.surnames.contains(units[extent.start])
  }

  /// 方振海, 高建国: the same of a family name that is a word as well, so that what stands around it must
  /// say that it is a name.
  func isWeakName(_ extent: Extent) -> Bool {
    extent.count == 3 && rules.signs.has(.nameFirst, units[extent.start])
      && units[extent.range].allSatisfy {
        CharacterClass.of($0).meets(.han) && !rules.signs.has(.nounStop, $0)
      }
      && !endsAsParty(extent) && !rules.signs.has(.placeEnd, units[extent.end - 1])
      && !rules.signs.has(.dueEnd, units[extent.end - 1])
  }

  /// A person who may be given something; not 钱塘江, 高新区.
  func isNamedPerson(_ extent: Extent) -> Bool {
    let last = units[extent.end - 1]
    if rules.signs.has(.placeEnd, last) || rules.signs.has(.dueEnd, last)
      || rules.signs.has(.nounStop, last)
    {
      return false
    }
    return isPersonName(extent) || isTitledPerson(extent)
  }

  /// 肇事司机王某|分两次, 黄国栋|又: a person's name before a word that says how he did it.
  func leadingPerson(_ extent: Extent) -> Extent? {
    let last = min(extent.end, extent.start + 17)
    guard last > extent.start + 2 else { return nil }
    for end in extent.start + 2..<last
    where rules.signs.has(.behindName, units[end]) && mayEndName(end, from: extent.start) {
      let name = Extent(extent.start, end)
      if isPersonName(name) || isTitledPerson(name) || isDescribedPerson(name) { return name }
    }
    return nil
  }

  /// Whether a surname stands two or three characters before, or foreign names are written so.
  private func mayEndName(_ end: Int, from start: Int) -> Bool {
    rules.surnames.contains(units[end - 2])
      || end - start > 2 && rules.surnames.contains(units[end - 3])
      || rules.signs.has(.foreign, units[end - 1]) && rules.signs.has(.foreign, units[end - 2])
  }

  /// 在外经商的李国强: a person's name behind 的.
  private func isDescribedPerson(_ extent: Extent) -> Bool {
    guard let of = units[extent.start..<extent.end].lastIndex(where: isOf) else { return false }
    return of - extent.start > 1 && extent.end - of == 4 && isPersonName(Extent(of + 1, extent.end))
  }

  /// 王大勇 of 同村的王大勇, 奶农石三柱 of 镇上的奶农石三柱: what else is told of him is left out.
  func personBehindOf(_ extent: Extent) -> Extent? {
    guard let of = units[extent.range].lastIndex(where: isOf), of - extent.start > 1,
      case let name = Extent(of + 1, extent.end),
      isTitledPerson(name) || name.count == 3 && isPersonName(name)
    else { return nil }
    return name
  }

  /// 收藏家马未都, 台商陈永泰: what he is, and a person's name.
  func isTitledPerson(_ extent: Extent) -> Bool {
    guard (4...16).contains(extent.count) else { return false }
    let isNamed = (2...3).contains { count in
      let name = extent.end - count
      return name - extent.start >= 2
        && (rules.surnames.contains(units[name]) || isWeakName(Extent(name, extent.end)))
        && (rules.signs.has(.titleEnd, units[name - 1])
          || rules.signs.has(.personEnd, units[name - 1])
          // 包工头刘某
          || rules.signs.has(.some, units[name + 1]))
    }
    return (isNamed || hasForeignName(extent))
      && !units[extent.start..<extent.end].contains(Mark.enumerationComma)
  }

  /// 进口商|卡洛斯: what somebody is, and a foreign name.
  private func hasForeignName(_ extent: Extent) -> Bool {
    guard isForeignName(Extent(extent.end - 2, extent.end)) else { return false }
    return (2...6).contains { count in
      let name = extent.end - count
      return name - extent.start >= 2 && isForeignName(Extent(name, extent.end))
        && !rules.signs.has(.official, units[name - 1])
        && (rules.signs.has(.titleEnd, units[name - 1])
          || rules.signs.has(.personEnd, units[name - 1]))
    }
  }
}
