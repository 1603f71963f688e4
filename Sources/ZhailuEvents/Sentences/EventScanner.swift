// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// Reads an article into sentences of tokens: mentions, words of the event lexicons, commas.
///
/// One pass, a step of a trie at most places; what stands in parentheses is left out, but for the
/// mentions that hold the parentheses themselves.
struct EventScanner {
  /// The tokens of a sentence; `block` counts line feeds.
  typealias Reader = (
    _ tokens: [EventToken], _ extent: Extent, _ block: Int, _ sort: Sort
  ) -> Void

  enum Sort {
    /// It has a verb.
    case verb
    /// It has none, but may go on with what was told.
    case verbless
    /// It has sums or counts, which tell something only in a list.
    case numbers
  }

  let article: EventArticle

  init(_ article: EventArticle) { self.article = article }

  func forEachSentence(_ read: Reader) {
    article.units.withUnsafeBufferPointer { text in
      article.mentions.withUnsafeBufferPointer { mentions in
        var scan = EventScan(rules: article.rules, text: text, mentions: mentions)
        scan.run(read)
      }
    }
  }
}

/// One pass over an article.
private struct EventScan {
  let rules: EventRules
  let text: UnsafeBufferPointer<UInt16>
  let mentions: UnsafeBufferPointer<EventMention>
  let trie: DoubleArrayTrie
  let starts: WordStarts
  /// The next mention, and where it begins; behind the text, where there is none.
  private var mention = 0
  private var next = 0
  private var place = 0
  private var block = 0
  // The sentence so far.
  private var start = 0
  private var tokens: [EventToken] = []
  private var hasVerb = false
  /// Whether the sentence has a word for receiving: a noun for money counts as a verb behind it.
  private var isReceiving = false

  init(
    rules: EventRules, text: UnsafeBufferPointer<UInt16>,
    mentions: UnsafeBufferPointer<EventMention>
  ) {
    self.rules = rules
    self.text = text
    self.mentions = mentions
    trie = rules.trie
    starts = rules.starts
  }

  mutating func run(_ read: EventScanner.Reader) {
    next = mentions.first?.extent.start ?? text.count
    while place < text.count {
      while next < place { skipMention() }
      let unit = text[place]
      if tokens.count >= Self.manyTokens, isTooLong(before: unit) { finish(read) }
      if place == start, case let end = endOfLead, end > place, end <= next {
        (place, start) = (end, end)
      } else if place == next, mention < mentions.count {
        takeMention()
      } else if Self.commonHan.contains(unit) {
        place = scanWord()
      } else if Script.isEnd(unit) {
        finish(read)
        if unit == Mark.lineFeed { block += 1 }
        place += 1
        start = place
      } else if let kind = Script.mark(unit) {
        tokens.append(EventToken(start: place, end: place + 1, kind: kind, payload: -1))
        place += 1
      } else if unit == Mark.space, endsHeadline {
        tokens.append(EventToken(start: place, end: place + 1, kind: .comma, payload: -1))
        place += 1
      } else if unit == Mark.opening {
        let isByline = tokens.count == 1 && tokens[0].isWord(.lead) && tokens[0].end == place
        place = afterParenthesis()
        if isByline { begin() }
      } else {
        place = scanWord()
      }
    }
    finish(read)
  }

  /// A sentence of very many words is cut at a comma, or at last anywhere: what is read of each verb
  /// looks over its sentence, and no text may make that long.
  private func isTooLong(before unit: UInt16) -> Bool {
    tokens.count >= Self.mostTokens || Script.mark(unit) != nil
  }

  /// Most characters of a text: they are no marks, and asked for first.
  private static let commonHan = UInt16(0x4E00)...0x9FFF

  private static let manyTokens = 256
  private static let mostTokens = 512

  /// 王秀英 500元, 王秀英夫妇 500元: somebody and a sum.
  private var isLine: Bool {
    tokens.last?.kind == .amount && tokens.count <= 4
      && tokens.dropLast().allSatisfy { $0.isWord(.party) || $0.isWord(.place) }
  }

  /// 这批物资包括饮用水6000箱: goods, and a count of some.
  private var isOfGoods: Bool {
    tokens.count > 1 && tokens[0].isWord(.thing) && tokens.contains { $0.kind == .quantity }
  }

  /// 青禾公司走访…, 近日,青禾公司走访…: a body begins the sentence, or stands behind when it was.
  private var hasTopic: Bool {
    tokens.first { !$0.isLight && $0.kind != .comma }?.kind == .organization
  }

  /// Ends the sentence here. Verbs make events; a list has lines of somebody and a number, what goes
  /// on with 其中 has pairs of both, and what goods consist of is told without a verb.
  private mutating func finish(_ read: EventScanner.Reader) {
    let goesOn = tokens.count > 2 && tokens.first?.isWord(.lead) ?? false
    if hasVerb {
      read(tokens, Extent(start, place), block, .verb)
    } else if goesOn || isLine || isOfGoods || hasTopic {
      read(tokens, Extent(start, place), block, .verbless)
    } else if tokens.contains(where: { $0.kind == .amount || $0.kind == .quantity }) {
      read(tokens, Extent(start, place), block, .numbers)
    }
    start = place
    tokens.removeAll(keepingCapacity: true)
    hasVerb = false
    isReceiving = false
  }

  // MARK: Mentions

  private mutating func skipMention() {
    mention += 1
    next = mention < mentions.count ? mentions[mention].extent.start : text.count
  }

  private mutating func takeMention() {
    let extent = mentions[mention].extent
    let kind: EventToken.Kind? =
      switch mentions[mention].value {
      case .organization: .organization
      case .amount: .amount
      case .quantity: .quantity
      case .date: .date
      case .number, .ordinal: nil
      }
    if let kind {
      tokens.append(
        EventToken(start: extent.start, end: extent.end, kind: kind, payload: mention))
    }
    place = extent.end
    if kind == .date, endsDateline {
      place += 1
      if place < text.count, text[place] == Mark.opening { place = afterParenthesis() }
      begin()
    }
  }

  // MARK: Beginnings

  /// The sentence begins here: what stands before is a dateline or a byline.
  private mutating func begin() {
    while place < text.count, text[place] == Mark.space { place += 1 }
    start = place
    tokens.removeAll(keepingCapacity: true)
  }

  /// 新华社北京5月4日电 财政部4日说: whether the date before is that of a dispatch.
  private var endsDateline: Bool {
    guard place + 1 < text.count, place - start <= Self.longestDateline,
      rules.signs.has(.wire, text[place]), tokens.count <= 3
    else { return false }
    let isByBody = tokens.first?.kind == .organization
    return isByBody || Self.behindDateline.contains(text[place + 1])
  }

  private static let behindDateline = UnitSet(" (:,".utf16)
  private static let longestDateline = 30

  /// 甲捐款3亿元驰援灾区 乙追加1亿元: whether the space here is one between two headlines of a line: an act is
  /// told before it, and a body stands behind.
  private var endsHeadline: Bool {
    guard hasVerb, next == place + 1, mention < mentions.count,
      place - start <= Self.longestHeadline, let last = tokens.last,
      !last.isWord(.verb) || last.end < place,
      case .organization = mentions[mention].value
    else { return false }
    return tokens.contains { $0.kind == .amount || $0.kind == .quantity }
  }

  private static let longestHeadline = 40

  /// Behind what a paragraph begins with and its sentence does not, 三、 or 【赔偿】.
  private var endOfLead: Int {
    text[place] == Mark.openLabel ? Script.endOfLabel(in: text, at: place) : endOfNumbering
  }

  /// Behind what numbers a paragraph, 三、 (三) 2.; the place itself where nothing does.
  private var endOfNumbering: Int {
    var end = place
    let isOpen = text[end] == Mark.opening
    if isOpen { end += 1 }
    let first = end
    while end < text.count, end < first + Self.longestNumber,
      CharacterClass.of(text[end]).meets(.digit) || Script.numbers.contains(text[end])
    { end += 1 }
    guard end > first, end + 1 < text.count else { return place }
    if isOpen { return text[end] == Mark.closing ? end + 1 : place }
    let isPoint = text[end] == Mark.point && !CharacterClass.of(text[end + 1]).meets(.digit)
    return text[end] == Mark.enumerationComma || isPoint ? end + 1 : place
  }

  private static let longestNumber = 3

  // MARK: Words

  /// Takes the longest word here that does not run into the next mention; the place behind it.
  @inline(__always)
  private mutating func scanWord() -> Int {
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

  private func unit(of token: EventToken) -> String {
    guard token.kind == .quantity, case .quantity(let value) = mentions[token.payload].value else {
      return ""
    }
    return value.unit
  }

  // MARK: Parentheses

  /// Behind the parenthesis that closes the one here, if it does soon.
  private func afterParenthesis() -> Int {
    var end = place + 1
    while end < text.count, end < place + Self.longestParenthesis, text[end] != Mark.lineFeed {
      if text[end] == Mark.closing { return end + 1 }
      end += 1
    }
    return place + 1
  }

  private static let longestParenthesis = 80
}
