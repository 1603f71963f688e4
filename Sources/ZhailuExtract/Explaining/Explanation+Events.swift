// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuText
import ZhailuValues

/// How each event of an article was read, and why other verbs made none.
///
///     donation 【捐款】 3-5  event
///       created by event.give
///         actor = 甲集团  subject
///         amount = 200万元  amount.plain
///     no event at 【捐款】 20-22  donation by event.give: a plan or a promise
extension Explanation {
  /// All events, or those whose verb covers one place of the text.
  package func text(of found: EventFinder.Result, at place: Int? = nil) -> String {
    func isAsked(_ verb: Extent) -> Bool {
      guard let place else { return true }
      let span = span(of: verb)
      return span.start <= place && place < span.end
    }
    let linked = Extractor.linked(extraction).map { extraction.mentions[$0] }
    let events = found.events.filter { isAsked($0.verb) }.map { describe($0, linked) }
    let refusals = found.refusals.filter { isAsked($0.verb) }.map { refusal in
      "no event at \(verb(refusal.verb))  \(refusal.kind.rawValue) by \(refusal.rule): \(refusal.reason.rawValue)"
    }
    return (events + refusals).joined(separator: "\n")
  }

  private func verb(_ extent: Extent) -> String {
    let span = span(of: extent)
    return "【\(shown(extent))】 \(span.start)-\(span.end)"
  }

  private func describe(_ event: Event, _ linked: [Mention]) -> String {
    var lines = ["\(event.kind.rawValue) \(verb(event.verb))  event", "  created by \(event.rule)"]
    for (role, parties) in [("actor", event.actors), ("recipient", event.recipients)] {
      for party in parties {
        let how =
          party.mention == nil ? "\(party.source.rawValue), described" : party.source.rawValue
        lines.append("    \(role) = \(party.name)  \(how)")
      }
    }
    for (role, index) in [
      ("amount", event.amount), ("quantity", event.quantity), ("date", event.date),
    ] {
      guard let index else { continue }
      lines.append("    \(role) = \(shown(linked[index].extent))  \(linked[index].rule)")
    }
    if let item = event.item { lines.append("    item = \(item.name)") }
    return lines.joined(separator: "\n")
  }
}
