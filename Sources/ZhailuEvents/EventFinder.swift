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
    let speaker = speaker()
    let scanner = EventScanner(rules: rules, units: units, mentions: mentions)
    scanner.forEachSentence { tokens, extent, block in
      let sentence = EventSentence(
        rules: rules, units: units, mentions: mentions, tokens: tokens, extent: extent,
        speaker: speaker, original: original)
      var reader = EventReader(sentence: sentence, earlier: block <= lastBlock + 1 ? subject : [])
      reader.read()
      result.events += reader.events
      result.refusals += reader.refusals
      subject = reader.subject.isEmpty ? subject : reader.subject
      lastBlock = block
    }
    return result
  }

  /// The body before （以下简称“公司”）: a notice calls itself so.
  private func speaker() -> Event.Party? {
    for (index, mention) in mentions.enumerated() {
      guard case .organization(let value) = mention.value else { continue }
      let end = mention.extent.end
      guard end + 8 < units.count, units[end] == 0x28 else { continue }
      let inside = units[(end + 1)..<min(end + 24, units.count)].prefix { $0 != 0x29 }
      let words = String(decoding: inside, as: UTF16.self)
      guard words.contains("简称") || words.contains("下称"),
        words.contains("公司”") || words.contains("公司\"")
      else { continue }
      return Event.Party(
        name: value.name, extent: mention.extent, mention: index, source: .subject)
    }
    return nil
  }
}
