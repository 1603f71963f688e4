// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Reads an article into sentences of tokens: mentions, words of the event lexicons, commas.
///
/// One pass, a step of a trie at most places; what stands in parentheses is left out, but for the
/// mentions that hold the parentheses themselves.
struct EventScanner {
  let rules: EventRules
  let units: [UInt16]
  let mentions: [EventMention]

  /// Calls `read` with the tokens of each sentence that has a verb or begins with a body; `block`
  /// counts line feeds.
  func forEachSentence(
    _ read: (_ tokens: [EventToken], _ extent: Extent, _ block: Int, _ hasVerb: Bool) -> Void
  ) {
    var sentence = Sentence()
    func finish(at place: Int, block: Int) {
      if sentence.isOfUse {
        read(sentence.tokens, Extent(sentence.start, place), block, sentence.hasVerb)
      }
      sentence.begin(at: place)
    }
    var mention = 0
    var block = 0
    var place = 0
    units.withUnsafeBufferPointer { text in
      while place < text.count {
        while mention < mentions.count, mentions[mention].extent.start < place { mention += 1 }
        let unit = text[place]
        if sentence.isTooLong(before: unit) { finish(at: place, block: block) }
        if mention < mentions.count, mentions[mention].extent.start == place {
          let token = token(of: mention)
          if let token { sentence.tokens.append(token) }
          place = mentions[mention].extent.end
          continue
        }
        if Self.ends(unit) {
          finish(at: place, block: block)
          if unit == 0x0A { block += 1 }
          place += 1
          sentence.start = place
        } else if let kind = Self.mark(unit) {
          sentence.tokens.append(EventToken(start: place, end: place + 1, kind: kind, payload: -1))
          place += 1
        } else if unit == 0x28 || unit == 0xFF08 {
          place = Self.afterParenthesis(text, place)
        } else {
          place = scanWord(text, place, before: mention, &sentence)
        }
      }
    }
    finish(at: place, block: block)
  }

  private struct Sentence {
    var start = 0
    var tokens: [EventToken] = []
    var hasVerb = false

    /// A sentence of very many words is cut at a comma, or at last anywhere: what is read of each verb
    /// looks over its sentence, and no text may make that long.
    func isTooLong(before unit: UInt16) -> Bool {
      tokens.count >= 512 || tokens.count >= 256 && EventScanner.mark(unit) != nil
    }

    /// Verbs make events; a list has lines of a body and a number.
    var isOfUse: Bool { hasVerb || tokens.first?.kind == .organization }

    mutating func begin(at place: Int) {
      start = place
      tokens.removeAll(keepingCapacity: true)
      hasVerb = false
    }
  }

  private func token(of index: Int) -> EventToken? {
    let mention = mentions[index]
    let kind: EventToken.Kind
    switch mention.value {
    case .organization: kind = .organization
    case .amount: kind = .amount
    case .quantity: kind = .quantity
    case .date: kind = .date
    case .number, .ordinal: return nil
    }
    return EventToken(
      start: mention.extent.start, end: mention.extent.end, kind: kind, payload: index)
  }

  /// The longest word at `place` that does not run into the next mention; the place behind it.
  private func scanWord(
    _ text: UnsafeBufferPointer<UInt16>, _ place: Int, before mention: Int,
    _ sentence: inout Sentence
  ) -> Int {
    let limit = mention < mentions.count ? mentions[mention].extent.start : text.count
    var found: (number: Int, end: Int)?
    rules.trie.forEachMatch(in: text, at: place) { number, end in
      if end <= limit { found = (number, end) }
    }
    guard let found else { return place + 1 }
    let word = rules.words[found.number]
    let wordClass = word.wordClass
    guard wordClass != .other else { return found.end }
    if word.weight == .bare,
      !isBetween(text, place, found.end, limit, sentence) || !isGivenSo(word, mention)
    {
      return found.end
    }
    if wordClass == .verb { sentence.hasVerb = true }
    sentence.tokens.append(
      EventToken(start: place, end: found.end, kind: .word(wordClass), payload: found.number))
    return found.end
  }

  /// Whether a verb of one character stands directly behind a token and close before a number:
  /// 乡政府出两万元, 依云供水6万瓶, not 支出两万元.
  private func isBetween(
    _ text: UnsafeBufferPointer<UInt16>, _ place: Int, _ end: Int, _ limit: Int,
    _ sentence: Sentence
  ) -> Bool {
    guard let last = sentence.tokens.last, last.end == place, limit - end <= Self.bareReach,
      limit < text.count, last.kind != .comma, last.kind != .semicolon, last.kind != .amount,
      last.kind != .quantity || rules.signs.partyUnits.contains(unit(of: last))
    else { return false }
    return !(end..<limit).contains { Self.mark(text[$0]) != nil || Self.ends(text[$0]) }
  }

  /// Whether the mention is a sum; a gift may be a count too: 送油1850吨, not 出版六种.
  private func isGivenSo(_ word: EventRules.Word, _ mention: Int) -> Bool {
    guard mention < mentions.count else { return false }
    switch mentions[mention].value {
    case .amount: return true
    case .quantity: return word.kind == "donation"
    default: return false
    }
  }

  /// How far behind such a verb the number may stand.
  private static let bareReach = 4

  private func unit(of token: EventToken) -> String {
    guard token.kind == .quantity, case .quantity(let value) = mentions[token.payload].value else {
      return ""
    }
    return value.unit
  }

  /// 。 ！ ？ and line feeds, in either width.
  private static func ends(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A: true
    default: false
    }
  }

  private static func mark(_ unit: UInt16) -> EventToken.Kind? {
    switch unit {
    case 0x2C, 0xFF0C, 0x3A, 0xFF1A: .comma
    case 0x3B, 0xFF1B: .semicolon
    default: nil
    }
  }

  /// Behind the parenthesis that closes the one at `place`, if it does soon.
  private static func afterParenthesis(_ text: UnsafeBufferPointer<UInt16>, _ place: Int) -> Int {
    var end = place + 1
    while end < text.count, end < place + 80, text[end] != 0x0A {
      if text[end] == 0x29 || text[end] == 0xFF09 { return end + 1 }
      end += 1
    }
    return place + 1
  }
}
