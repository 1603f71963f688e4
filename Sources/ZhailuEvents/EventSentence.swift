// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// A sentence in clauses, and the questions that all parts of the reading ask of it.
struct EventSentence {
  let rules: EventRules
  let units: [UInt16]
  let mentions: [EventMention]
  let tokens: [EventToken]
  let extent: Extent
  /// Of tokens, without the commas between them.
  let clauses: [Range<Int>]
  /// The stretches of text of the clauses.
  let places: [Extent]
  let original: (Extent) -> String
  /// Who the article calls 公司, 基金会, 校方, by kinds of bodies.
  let speakers: [String: Event.Party]

  init(
    rules: EventRules, units: [UInt16], mentions: [EventMention], tokens: [EventToken],
    extent: Extent, speakers: [String: Event.Party] = [:],
    original: @escaping (Extent) -> String
  ) {
    self.speakers = speakers
    var clauses: [Range<Int>] = []
    var places: [Extent] = []
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
    self.rules = rules
    self.units = units
    self.mentions = mentions
    self.tokens = tokens
    self.extent = extent
    self.clauses = clauses
    self.places = places
    self.original = original
  }

  /// Whether a clause begins behind a semicolon, or is the sentence's first.
  func isFirst(_ clause: Int) -> Bool {
    guard clause > 0 else { return true }
    return tokens[clauses[clause].lowerBound - 1].kind == .semicolon
  }

  /// 公司, 本公司: the one who speaks, as 该公司 is not.
  func isOwn(_ token: EventToken) -> Bool {
    units[token.start] != 0x8BE5 && token.isWord(.pronoun)
  }

  /// The body that 公司 or 基金会 means in this article.
  func speaker(_ pronoun: EventToken) -> Event.Party? {
    switch units[pronoun.end - 1] {
    case 0x53F8, 0x56E2, 0x884C, 0x5382, 0x5E97: speakers["company"]  // 司 团 行 厂 店
    case 0x4F1A: speakers["association"]  // 会
    case 0x5C40: speakers["government"]  // 局
    default: nil
    }
  }

  func word(_ token: EventToken) -> EventRules.Word { rules.words[token.payload] }

  func quantity(_ token: EventToken) -> QuantityValue? {
    guard token.kind == .quantity, case .quantity(let value) = mentions[token.payload].value else {
      return nil
    }
    return value
  }

  /// Whether the text between two places is short and holds only what joins names: 、和与及.
  func joins(_ start: Int, _ end: Int) -> Bool {
    var depth = 0
    for place in start..<max(start, end) {
      let unit = units[place]
      if unit == 0x28 { depth += 1 }
      if depth == 0, !Self.joiners.contains(unit) { return false }
      if unit == 0x29 { depth -= 1 }
    }
    return true
  }

  // 、 和 与 及 以 同 跟 并 “ ” space
  private static let joiners: Set<UInt16> = [
    0x3001, 0x548C, 0x4E0E, 0x53CA, 0x4EE5, 0x540C, 0x8DDF, 0x201C, 0x201D, 0x20,
  ]

  /// A stretch without what stands around a description: quotes, spaces, 的, 了.
  func trimmed(_ start: Int, _ end: Int) -> Extent? {
    var (start, end) = (start, end)
    while start < end, Self.edges.contains(units[start]) { start += 1 }
    // The number of a paragraph: 四、本村校友.
    if start + 2 < end, units[start + 1] == 0x3001, Self.numbers.contains(units[start]) {
      start += 2
    }
    while start < end, Self.edges.contains(units[end - 1]) { end -= 1 }
    return start < end ? Extent(start, end) : nil
  }

  // 一 to 十
  private static let numbers: Set<UInt16> = [
    0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341,
  ]

  // 的 了 着 、 ” “ space " — · ▲ 由
  private static let edges: Set<UInt16> = [
    0x7684, 0x4E86, 0x7740, 0x3001, 0x201D, 0x201C, 0x20, 0x22, 0x2014, 0x25B2, 0x7531,
  ]
}
