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

  private let article: EventArticle

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
    return result
  }

  /// What one sentence leaves to the next.
  private struct State {
    var subject: [Event.Party] = []
    /// Who received in the sentence before.
    var recipients: [Event.Party] = []
    var lastBlock = -1
    /// The heading that lines without a verb stand under.
    var list: Event?
    /// The last event of the sentence before: 其中,甲50万元,乙30万元 goes on with it.
    var model: Event?
  }

  private func read(
    _ sentence: EventSentence, _ block: Int, _ state: inout State, into result: inout Result
  ) {
    let isLong = sentence.extent.count > Self.longestLine
    state.list = sentence.listHeading ?? (isLong ? nil : state.list)
    let isNear = block <= state.lastBlock + 1
    var reader = EventReader(
      sentence: sentence, earlier: isNear ? state.subject : [],
      known: isNear ? state.recipients : [])
    reader.read()
    result.events += reader.events
    result.refusals += reader.refusals
    // A person of the sentence before is carried on only where no body is known.
    if reader.subject.contains(where: { $0.mention != nil }) || state.subject.isEmpty {
      state.subject = reader.subject
    }
    if let recipients = reader.events.last?.recipients { state.recipients = recipients }
    state.model = reader.events.last
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
      reader.readEllipsis(of: model)
      result.events += reader.events
      return
    }
    state.model = nil
    reader.noteTopic()
    guard !reader.subject.isEmpty else { return }
    state.subject = reader.subject
    state.lastBlock = block
  }

  /// A longer line is prose.
  private static let longestLine = 80
}
