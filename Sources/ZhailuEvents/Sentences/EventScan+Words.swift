// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// Words of the event lexicons: the longest at each place, and whether one of a single character is meant.
extension EventScan {
  /// Takes the longest word here that does not run into the next mention; the place behind it.
  @inline(__always)
  mutating func scanWord() -> Int {
    let second = place &+ 1 < text.count ? text[place &+ 1] : 0
    if starts.mayBegin(text[place], second) { return findWord() }
    let number = starts.number(of: text[place])
    if number >= 0 { takeWord(number, to: place &+ 1) }
    return place &+ 1
  }

  private mutating func findWord() -> Int {
    var number = -1
    var end = place + 1
    var count = 0
    trie.forEachMatch(in: text, at: place) {
      if $1 <= next { (number, end) = ($0, $1) }
      count &+= 1
    }
    guard number >= 0 else { return place + 1 }
    let found = rules.words.classes[number]
    if count > 1, found == .other || found == .party, let verb = verbBeforeThing(upTo: end) {
      (number, end) = verb
    }
    takeWord(number, to: end)
    return end
  }

  /// 捐赠|人参 and not 捐赠人: a verb, where what is behind it begins a longer noun for goods.
  private func verbBeforeThing(upTo end: Int) -> (number: Int, end: Int)? {
    var verb: (number: Int, end: Int)?
    trie.forEachMatch(in: text, at: place) {
      if $1 < end, rules.words.classes[$0] == .verb { verb = ($0, $1) }
    }
    guard let verb else { return nil }
    var isThing = false
    trie.forEachMatch(in: text, at: verb.end) { number, stop in
      if stop > end, stop <= next, rules.words.classes[number] == .thing { isThing = true }
    }
    return isThing ? verb : nil
  }

  private mutating func takeWord(_ number: Int, to end: Int) {
    let token = EventToken(
      start: place, end: end, kind: .word(rules.words.classes[number]), payload: number)
    if token.isWord(.other) {
      // 完成A轮融资,投资方为甲: no verb stands there.
      let financing = rules.signs[.financing]
      if financing.mayEnd(in: text[end - 1]), financing.end(ArraySlice(text[place..<end])) {
        hasVerb = true
      }
      return
    }
    if token.isWord(.verb) {
      let word = rules.words[number]
      if word.weight == .bare, !isSite(end, for: word),
        !isBetween(end) || !isGivenSo(word, from: end) || isBeforeVerb(end)
      {
        return
      }
      hasVerb = true
    } else if token.isWord(.receive) {
      isReceiving = true
    } else if end == place + 1, token.isWord(.to), rules.signs.has(.receiverEnd, text[place]),
      isBesideSum(end)
    {
      hasVerb = true
    } else if end == place + 1, token.isWord(.to), rules.words[number].frame >= 0,
      isBeforeGoods(end)
    {
      hasVerb = true
    } else if isReceiving, token.isWord(.money) || token.isWord(.thing),
      rules.words[number].frame >= 0
    {
      hasVerb = true
    }
    tokens.append(token)
  }

  /// Whether a sum stands directly before the word here or soon behind it: 50万元|给|小学, 给|他|三百元.
  private func isBesideSum(_ end: Int) -> Bool {
    if let last = tokens.last, last.kind == .amount, last.end == place { return true }
    return mentions.dropFirst(mention).prefix(2).contains { other in
      if case .amount = other.value { return other.extent.start - end <= Self.giftReach }
      return false
    }
  }

  /// How far behind 给 the sum may stand.
  private static let giftReach = 16

  /// 给|老人装上了报警器560个: whether a count stands soon behind the word here, and before it a verb that
  /// provides somebody with things.
  private func isBeforeGoods(_ end: Int) -> Bool {
    for other in mentions.dropFirst(mention).prefix(3) {
      guard case .quantity = other.value else { continue }
      let stop = other.extent.start
      guard stop - end <= Self.goodsReach else { return false }
      guard stop > end else { continue }
      if rules.signs[.equipping].place(in: ArraySlice(text[end..<stop])) != nil { return true }
    }
    return false
  }

  private static let goodsReach = 30

  /// Whether a verb of one character stands directly behind a token and close before a number:
  /// 乡政府出两万元, 依云供水6万瓶, not 支出两万元.
  private func isBetween(_ end: Int) -> Bool {
    guard let last = tokens.last, last.end == place, next - end <= Self.bareReach,
      next < text.count, last.kind != .comma, last.kind != .semicolon, last.kind != .amount,
      last.kind != .quantity || rules.signs.partyUnits.contains(unit(of: last))
    else { return false }
    return !(end..<next).contains { Script.mark(text[$0]) != nil || Script.isEnd(text[$0]) }
  }

  /// 马学花|领到1.6万元: before a verb of more characters one of a single character is the end of something.
  private func isBeforeVerb(_ end: Int) -> Bool {
    var isVerb = false
    rules.trie.forEachMatch(in: text, at: end) { number, stop in
      if stop > end + 1, rules.words.classes[number] == .verb { isVerb = true }
    }
    return isVerb
  }

  /// Whether the mention is a sum; a gift may be a count too: 送油1850吨, not 出版六种.
  private func isGivenSo(_ word: EventRules.Word, from end: Int) -> Bool {
    guard mention < mentions.count else { return false }
    switch mentions[mention].value {
    case .amount: return true
    case .quantity: return word.kind == .donation || isNoun(end, for: word)
    default: return false
    }
  }

  /// 购|水泥|三十吨, 设|服务站|20个: whether nothing but a noun for goods, or for bodies behind a verb that sets
  /// them up, stands before the number.
  private func isNoun(_ start: Int, for verb: EventRules.Word) -> Bool {
    var isNoun = false
    trie.forEachMatch(in: text, at: start) { number, end in
      let found = rules.words.classes[number]
      if end == next, found == .thing || found == .body && verb.kind == .setup { isNoun = true }
    }
    return isNoun
  }

  /// 在出口设|检疫点|6个: whether nothing stands before the number but a noun for what is set up, which ends
  /// as those do.
  private func isSite(_ start: Int, for verb: EventRules.Word) -> Bool {
    guard verb.kind == .setup, mention < mentions.count, case .quantity = mentions[mention].value,
      (Self.shortestSite...Self.longestSite).contains(next - start),
      case let last = text[next - 1],
      rules.signs.has(.siteEnd, last) || rules.signs.has(.bodyEnd, last),
      !rules.signs[.frameworkEnd].end(ArraySlice(text[start..<next]))
    else { return false }
    return (start..<next).allSatisfy {
      CharacterClass.of(text[$0]).meets(.han) && !rules.signs.has(.nounStop, text[$0])
    }
  }

  private static let shortestSite = 3
  private static let longestSite = 10

  /// How far behind such a verb the number may stand.
  private static let bareReach = 4

  func unit(of token: EventToken) -> String {
    guard token.kind == .quantity, case .quantity(let value) = mentions[token.payload].value else {
      return ""
    }
    return value.unit
  }
}
