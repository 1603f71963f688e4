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

  private let rules: EventRules
  private let units: [UInt16]
  private let mentions: [EventMention]
  private let original: (Extent) -> String

  /// `mentions` of organizations, amounts, quantities and dates, in the order of the text;
  /// `original` gives the text of a place as the source has it.
  package init(
    rules: EventRules, units: [UInt16], mentions: [EventMention],
    original: @escaping (Extent) -> String
  ) {
    self.rules = rules
    self.units = units
    self.mentions = mentions
    self.original = original
  }

  package func find() -> Result {
    var result = Result()
    guard !rules.isEmpty, !mentions.isEmpty else { return result }
    var state = State()
    /// Looked for where somebody is called 公司 for the first time.
    var speakers: [String: Event.Party]?
    let scanner = EventScanner(rules: rules, units: units, mentions: mentions)
    scanner.forEachSentence { tokens, extent, block, hasVerb in
      if speakers == nil, tokens.contains(where: { $0.isWord(.pronoun) }) {
        speakers = self.speakers()
      }
      let sentence = EventSentence(
        rules: rules, units: units, mentions: mentions, tokens: tokens, extent: extent,
        speakers: speakers ?? [:], original: original)
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
    reader.noteTopic()
    guard !reader.subject.isEmpty else { return }
    state.subject = reader.subject
    state.lastBlock = block
  }

  /// A longer line is prose.
  private static let longestLine = 80

  /// Whom the article means by 公司 and the like: the body of a kind that says so, （以下简称“公司”）, else
  /// the one that it names most often, at least three times.
  private func speakers() -> [String: Event.Party] {
    var counts: [String: Int] = [:]
    var speakers: [String: Event.Party] = [:]
    var declared: Set<String> = []
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let value) = mention.value, !declared.contains(value.kind) else {
        continue
      }
      counts[value.name, default: 0] += 1
      let party = Event.Party(
        name: value.name, extent: mention.extent, mention: index, source: .subject)
      if isDeclared(mention.extent.end) {
        declared.insert(value.kind)
        speakers[value.kind] = party
        continue
      }
      let most = speakers[value.kind].map { counts[$0.name, default: 0] } ?? 2
      if counts[value.name, default: 0] > most { speakers[value.kind] = party }
    }
    return speakers
  }

  /// Whether （以下简称“公司”） stands at `place`.
  private func isDeclared(_ place: Int) -> Bool {
    guard place + 8 < units.count, units[place] == 0x28 else { return false }
    let inside = Array(units[(place + 1)..<min(place + 24, units.count)].prefix { $0 != 0x29 })
    return Self.declared.contains { name in
      inside.indices.contains { inside[$0...].starts(with: name) }
    }
  }

  private static let declared = ["“公司”", "“本公司”", "\"公司\"", "\"本公司\""].map {
    Array($0.utf16)
  }
}
