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

  /// `mentions` of organizations, amounts, quantities and dates, in the order of the text;
  /// `original` gives the text of a place as the source has it.
  package init(
    rules: EventRules, units: [UInt16], mentions: [EventMention],
    original: @escaping (Extent) -> String
  ) {
    article = EventArticle(rules: rules, units: units, mentions: mentions, original: original)
  }

  package func find() -> Result {
    var result = Result()
    guard !article.rules.isEmpty, !article.mentions.isEmpty else { return result }
    var state = State()
    EventScanner(article).forEachSentence { tokens, extent, block, hasVerb in
      let sentence = EventSentence(article, tokens: tokens, extent: extent)
      if hasVerb {
        read(sentence, block, &state, into: &result)
      } else {
        readVerbless(sentence, block, &state, into: &result)
      }
    }
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
    /// How many of the first events are told by lines without an end mark, headlines.
    var headlines = 0
    /// The heading that lines without a verb stand under.
    var list: Event?
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
    state.list = sentence.listHeading ?? (isLong ? nil : state.list)
    let isNear = block <= state.lastBlock + 1
    var reader = EventReader(
      sentence: sentence, earlier: isNear ? state.subject : [],
      known: isNear ? state.recipients : [], topics: state.topics)
    reader.read()
    note(reader.subject, in: &state.topics)
    if state.headlines == result.events.count, isHeadline(sentence, block) {
      state.headlines += min(reader.events.count, Self.mostHeadEvents)
    }
    result.events += reader.events
    result.refusals += reader.refusals
    // A person of the sentence before is carried on only where no body is known.
    if reader.subject.contains(where: { $0.mention != nil }) || state.subject.isEmpty {
      state.subject = reader.subject
    }
    if let recipients = reader.events.last?.recipients { state.recipients = recipients }
    state.model = reader.events.last
    state.modelPlace = reader.events.isEmpty ? nil : result.events.count - 1
    state.lastBlock = block
  }

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
    var start = sentence.extent.start
    while start < sentence.extent.end, units[start] == Mark.space { start += 1 }
    guard start + 1 < sentence.extent.end, units[start + 1] == Mark.enumerationComma else {
      return false
    }
    if units[start] != Script.one, units[start] != Script.arabicOne { return isGoingOn }
    var end = sentence.extent.start
    while end > 0, units[end - 1] <= Mark.space { end -= 1 }
    guard end > 0, units[end - 1] == Mark.colon else { return false }
    return article.rules.signs[.order].place(in: units[max(0, end - 40)..<end]) != nil
  }

  /// A longer line is prose.
  private static let longestLine = 80
}
