// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Finds the events of an article: sentence by sentence, clause by clause, verb by verb.
///
/// A verb of a rule makes an event where what its rule needs stands around it. Who acts may stand
/// in an earlier clause; what one sentence leaves open, the subject of the one before says.
package struct EventFinder {
  package struct Result: Sendable {
    package var events: [Event] = []
    package var refusals: [Refusal] = []
  }

  let article: EventArticle
  private let rows: [TableRow]

  /// `mentions` of organizations, amounts, quantities and dates, and `rows` of tables, in the order of the
  /// text; `original` gives the text of a place as the source has it.
  package init(
    rules: EventRules, units: [UInt16], mentions: [EventMention], rows: [TableRow],
    original: @escaping (Extent) -> String
  ) {
    self.rows = rows
    article = EventArticle(rules: rules, units: units, mentions: mentions, original: original)
  }

  package func find() -> Result {
    var result = Result()
    guard !article.rules.isEmpty, !article.mentions.isEmpty else { return result }
    var state = State()
    var tables = TableReading(article, rows: rows)
    EventScanner(article).forEachSentence { tokens, extent, block, sort in
      result.events += tables.events(before: extent.end)
      if tables.holds(extent.start) || sort == .numbers && state.list == nil { return }
      let sentence = EventSentence(article, tokens: tokens, extent: extent)
      if let gifts = listed(sentence, block, sort, &state) {
        result.events += gifts
        return
      }
      switch sort {
      case .verb: read(sentence, block, &state, into: &result)
      case .verbless: readVerbless(sentence, block, &state, into: &result)
      case .numbers: break
      }
    }
    result.events += tables.events(before: article.units.count)
    dropHeadlines(state.headlines, from: &result.events)
    return result
  }

  /// What one sentence leaves to the next.
  private struct State {
    var subject: [Event.Party] = []
    /// Who received in the sentence before.
    var recipients: [Event.Party] = []
    /// The last one of each kind of body that a sentence was about.
    var topics: [Event.Party] = []
    var lastBlock = -1
    /// Whether the lines are what a court orders: 一、被告支付货款5万元.
    var isOrdered = false
    /// The line of the last article of a rule, which tells no acts: 第二条 对…给予补助.
    var article = -1
    /// How many of the first events are told by lines without an end mark, headlines.
    var headlines = 0
    /// The heading that lines without a verb stand under.
    var list: Event?
    /// The line of that heading, or the last one of its list.
    var listBlock = -1
    /// The last event of the sentence before: 其中,甲50万元,乙30万元 goes on with it.
    var model: Event?
    /// Where it stands among all events, until what its goods consist of stands there in its place.
    var modelPlace: Int?
  }

  private func read(
    _ sentence: EventSentence, _ block: Int, _ state: inout State, into result: inout Result
  ) {
    let isLong = sentence.extent.count > Self.longestLine
    state.isOrdered = isOrdered(sentence, state.isOrdered)
    if state.isOrdered { return }
    if sentence.isOfArticle { state.article = block }
    if state.article == block { return }
    if sentence.standsUnderHeading { (state.subject, state.recipients) = ([], []) }
    if let heading = sentence.listHeading {
      (state.list, state.listBlock) = (heading, block)
    } else if isLong {
      state.list = nil
    }
    let isNear = block <= state.lastBlock + 1
    var reader = EventReader(
      sentence: sentence, earlier: isNear ? state.subject : [],
      known: isNear ? state.recipients : [], topics: state.topics)
    reader.read()
    let events = sentence.isTitleOfList ? [] : reader.events
    note(reader.subject, in: &state.topics)
    if state.headlines == result.events.count, isHeadline(sentence, block) {
      state.headlines += min(events.count, Self.mostHeadEvents)
    }
    result.events += events
    result.refusals += reader.refusals
    // 甲公司亏损。乙银行又贷给甲公司2亿元。: who got it is whom the text is about.
    if let receiver = events.last?.recipients.first, events.last?.recipients.count == 1,
      receiver.mention != nil, state.subject.contains(where: { $0.name == receiver.name })
    {
      state.subject = [ClauseReading.carried(receiver)]
    } else if reader.subject.contains(where: { $0.mention != nil }) || state.subject.isEmpty
      || reader.hasForgotten
    {
      // A person of the sentence before is carried on only where no body is known.
      state.subject = reader.subject
    }
    if let recipients = events.last?.recipients { state.recipients = recipients }
    state.model = events.last
    state.modelPlace = events.isEmpty ? nil : result.events.count - 1
    state.lastBlock = block
  }

  /// The gifts of a sentence that is a list behind its colon, 捐款的有:甲5万元,乙500元; or that is a line of
  /// the list under the last heading.
  private func listed(
    _ sentence: EventSentence, _ block: Int, _ sort: EventScanner.Sort, _ state: inout State
  ) -> [Event]? {
    if sort == .verb {
      guard let (heading, rest) = sentence.listWithin else { return nil }
      return ListReading(sentence: sentence, model: heading).events(in: rest)
    }
    guard let heading = state.list, heading.kind == .donation,
      block <= state.listBlock + Self.mostGap, sentence.extent.count <= Self.longestLine,
      let gifts = ListReading(sentence: sentence, model: heading).events(in: sentence.extent)
    else { return nil }
    state.listBlock = block
    return gifts
  }

  /// Between the lines of a list may stand an empty one.
  private static let mostGap = 2

  /// A line of a list, 甲公司 10万元; or a sentence that says whom the next one is about.
  private func readVerbless(
    _ sentence: EventSentence, _ block: Int, _ state: inout State, into result: inout Result
  ) {
    var reader = EventReader(sentence: sentence, earlier: [])
    if let heading = state.list, sentence.extent.count <= Self.longestLine {
      reader.readListLine(heading)
      result.events += reader.events
      return
    }
    let goesOn = sentence.tokens.first?.isWord(.lead) ?? false
    if goesOn, block == state.lastBlock, let model = state.model {
      reader.readPairs(like: model)
      result.events += reader.events
      return
    }
    if let model = state.model, block == state.lastBlock,
      reader.told.readContents(ofGoodsLike: model)
    {
      if let place = state.modelPlace { result.events.remove(at: place) }
      state.modelPlace = nil
      result.events += reader.events
      return
    }
    state.model = nil
    reader.noteTopic()
    guard !reader.subject.isEmpty else { return }
    note(reader.subject, in: &state.topics)
    state.subject = reader.subject
    state.lastBlock = block
  }

  private func note(_ subject: [Event.Party], in topics: inout [Event.Party]) {
    guard let body = subject.first, let kind = kind(of: body) else { return }
    topics.removeAll { self.kind(of: $0) == kind }
    topics.append(body)
  }

  private func kind(of party: Event.Party) -> BodyKind? {
    guard let mention = party.mention,
      case .organization(let value) = article.mentions[mention].value
    else { return nil }
    return value.kind
  }

  /// Whether a sentence is an item of a list, 一、…, that stands behind 判决如下: or goes on with it.
  private func isOrdered(_ sentence: EventSentence, _ isGoingOn: Bool) -> Bool {
    let units = article.units
    // The number stands before the sentence.
    let start = sentence.extent.start
    guard start > 1, units[start - 1] == Mark.enumerationComma else { return false }
    let number = units[start - 2]
    if number != Script.one, number != Script.arabicOne { return isGoingOn }
    var end = start - 2
    while end > 0, units[end - 1] <= Mark.space { end -= 1 }
    guard end > 0, units[end - 1] == Mark.colon else { return false }
    return article.rules.signs[.order].place(in: units[max(0, end - 40)..<end]) != nil
  }

  /// A longer line is prose.
  private static let longestLine = 80
}
