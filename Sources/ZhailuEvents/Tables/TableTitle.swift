// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What the lines right above a table say of it.
struct TableTitle {
  private(set) var kind: EventKind?
  private(set) var owner: Event.Party?
  private(set) var isReceiving = false
  /// 采购计划: nothing was done.
  private(set) var isPlan = false
  private(set) var labels: [EventTable.Label] = []

  /// That of labelled lines, which have none.
  init() {}

  /// Reads the lines before the heading that stands before `row`, the nearest first.
  init(before row: Extent, in article: EventArticle) {
    var end = Self.startOfLine(before: row.start - 1, in: article.units)
    var lines = 0
    while end > 0, lines < Self.lines {
      let start = Self.startOfLine(before: end - 1, in: article.units)
      let line = Extent(start, end - 1)
      end = start
      if line.count == 0 { continue }
      if line.count > Self.longestLine || isProse(line, in: article) { break }
      read(line, in: article)
      lines += 1
    }
    labels = Self.labels(before: row, in: article)
  }

  /// The bodies of the text before that stand behind a heading and a colon, or for whom an agency calls for
  /// tenders.
  private static func labels(before row: Extent, in article: EventArticle) -> [EventTable.Label] {
    let last = article.firstMention(from: row.start)
    return (max(0, last - mostLabels)..<last).compactMap { index in
      let mention = article.mentions[index]
      let colon = mention.extent.start - 1
      guard colon >= 0, case .organization(let value) = mention.value,
        case let head = article.isClient(mention.extent)
          ? .buyer
          : colon > 1 && article.units[colon] == Mark.colon
            ? article.rules.columns.head(
              of: article.units[max(0, colon - longestLabel)..<colon]) : .none,
        head.kind != nil
      else { return nil }
      return EventTable.Label(
        head: head,
        party: Event.Party(
          name: value.name, extent: mention.extent, mention: index, source: .above))
    }
  }

  /// So many mentions before the table are looked at, and so many characters before each.
  private static let mostLabels = 40
  private static let longestLabel = 8

  private func isProse(_ line: Extent, in article: EventArticle) -> Bool {
    line.range.contains {
      let unit = article.units[$0]
      return unit == Mark.semicolon || CharacterClass.of(unit).meets(.sentenceEnd)
    }
  }

  private mutating func read(_ line: Extent, in article: EventArticle) {
    let rules = article.rules
    if rules.columns.isOfPlan(article.units[line.range]) { isPlan = true }
    article.units.withUnsafeBufferPointer { text in
      var place = line.start
      var (verb, receives): (EventKind?, Bool) = (nil, false)
      while place < line.end {
        var (number, next) = (-1, place + 1)
        rules.trie.forEachMatch(in: text, at: place) {
          if $1 <= line.end { (number, next) = ($0, $1) }
        }
        if number >= 0 {
          let word = rules.words[number]
          switch word.wordClass {
          case .verb where rules.frames[word.frame].traits.contains(.passesOn): verb = word.kind
          case .receive: receives = true
          default: break
          }
        }
        place = next
      }
      if kind == nil { kind = verb }
      if owner == nil, let body = body(in: line, article) {
        (owner, isReceiving) = (body, receives)
      }
    }
  }

  /// The first body that a line names.
  private func body(in line: Extent, _ article: EventArticle) -> Event.Party? {
    var index = article.firstMention(from: line.start)
    while index < article.mentions.count, case let mention = article.mentions[index],
      mention.extent.end <= line.end
    {
      if case .organization(let value) = mention.value {
        return Event.Party(
          name: value.name, extent: mention.extent, mention: index, source: .above)
      }
      index += 1
    }
    return nil
  }

  /// Where the line begins that ends at `end`.
  private static func startOfLine(before end: Int, in units: [UInt16]) -> Int {
    guard end > 0 else { return 0 }
    let floor = max(0, end - 4 * longestLine)
    return units[floor..<end].lastIndex(of: Mark.lineFeed).map { $0 + 1 } ?? floor
  }

  /// How far above the heading a title stands: a line that states units may stand between.
  private static let lines = 3
  private static let longestLine = 60
}
