// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// One pass over an article.
struct EventScan {
  let rules: EventRules
  let text: UnsafeBufferPointer<UInt16>
  let mentions: UnsafeBufferPointer<EventMention>
  let trie: DoubleArrayTrie
  let starts: WordStarts
  /// The next mention, and where it begins; behind the text, where there is none.
  var mention = 0
  var next = 0
  var place = 0
  var block = 0
  // The sentence so far.
  var start = 0
  var tokens: [EventToken] = []
  var hasVerb = false
  /// Whether the sentence has a word for receiving: a noun for money counts as a verb behind it.
  var isReceiving = false

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
