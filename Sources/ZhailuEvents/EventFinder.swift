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
    var subject: [Event.Party] = []
    var lastBlock = -1
    /// The heading that lines without a verb stand under.
    var list: Event?
    let speakers = speakers()
    let scanner = EventScanner(rules: rules, units: units, mentions: mentions)
    scanner.forEachSentence { tokens, extent, block in
      let sentence = EventSentence(
        rules: rules, units: units, mentions: mentions, tokens: tokens, extent: extent,
        speakers: speakers, original: original)
      let hasVerb = tokens.contains { $0.isWord(.verb) }
      if !hasVerb {
        guard let heading = list, extent.count <= Self.longestLine else { return }
        var reader = EventReader(sentence: sentence, earlier: [])
        reader.readListLine(heading)
        result.events += reader.events
        return
      }
      list = sentence.listHeading ?? (extent.count > Self.longestLine ? nil : list)
      var reader = EventReader(sentence: sentence, earlier: block <= lastBlock + 1 ? subject : [])
      reader.read()
      result.events += reader.events
      result.refusals += reader.refusals
      subject = reader.subject.isEmpty ? subject : reader.subject
      lastBlock = block
    }
    return result
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
