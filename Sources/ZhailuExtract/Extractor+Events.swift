// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRules
import ZhailuText
import ZhailuValues

extension Extractor {
  /// The events of an article, and the verbs that made none, as places of its folded text.
  package func events(of extraction: Extraction, in source: SourceText) -> EventFinder.Result {
    let linked = Self.linked(extraction)
    let finder = EventFinder(
      rules: rules.events, units: extraction.text.units,
      mentions: linked.map { EventMention(extent: $0.extent, value: $0.value) },
      original: { source[extraction.text.sourceExtent(of: $0)] })
    return finder.find()
  }

  /// Records of the events of a document; the same act told twice is one.
  func eventRecords(of source: SourceText, extractions: [Extraction]) -> [Record] {
    guard !rules.events.isEmpty else { return [] }
    var told = ToldEvents()
    return extractions.flatMap { extraction -> [Record] in
      let linked = Self.linked(extraction)
      return events(of: extraction, in: source).events.compactMap { event in
        let record = Self.record(event, of: extraction, linked, in: source)
        return told.isNew(record) ? record : nil
      }
    }
  }

  /// The mentions that events are made of, in the order of the text.
  static func linked(_ extraction: Extraction) -> [Mention] {
    let linked = extraction.mentions.filter { mention in
      switch mention.type {
      case .organization, .amount, .quantity, .date: true
      case .number, .ordinal, .event: false
      }
    }
    let isSorted = linked.indices.dropFirst().allSatisfy {
      linked[$0 - 1].extent < linked[$0].extent
    }
    return isSorted ? linked : linked.sorted { $0.extent < $1.extent }
  }

  private static func record(
    _ event: Event, of extraction: Extraction, _ linked: [Mention], in source: SourceText
  ) -> Record {
    func span(_ extent: Extent) -> Span {
      source.span(of: extraction.text.sourceExtent(of: extent))
    }
    var parts = (event.actors + event.recipients).map(\.extent) + [event.verb]
    parts += event.mentions.map { linked[$0].extent }
    if let item = event.item { parts.append(item.extent) }
    // What was carried over from a sentence far before does not stretch the event.
    let near = parts.filter { abs($0.start - event.verb.start) < farthest }
    let extent = Extent(near.map(\.start).min() ?? 0, near.map(\.end).max() ?? 0)
    let place = extraction.text.sourceExtent(of: extent)
    let ids = event.mentions.map { index in
      let own = span(linked[index].extent)
      return "\(source.id):\(own.start)-\(own.end):\(linked[index].type.rawValue)"
    }
    return Record(
      document: source.id, article: extraction.article.id(in: source), type: .event,
      text: source[place], span: source.span(of: place),
      value: Record.Fields(fields(of: event, linked) + [("mentions", .list(ids))]),
      rule: event.rule)
  }

  private static let farthest = 200

  /// The fields of the value, in the order of the contract.
  private static func fields(
    of event: Event, _ linked: [Mention]
  ) -> [(name: String, field: Value.Field)] {
    var fields: [(name: String, field: Value.Field)] = [
      ("kind", .text(event.kind)), ("actor", .list(event.actors.map(\.name))),
      ("recipient", .list(event.recipients.map(\.name))),
    ]
    func take(_ index: Int?, _ names: [String]) {
      guard let index else { return }
      for (name, field) in linked[index].value.fields
      where names.contains(name) && !fields.contains(where: { $0.name == name }) {
        fields.append((name, field))
      }
    }
    take(event.amount, ["amount", "min", "max", "currency", "modifier"])
    take(event.quantity, ["quantity", "min", "max", "unit", "modifier"])
    if let item = event.item { fields.append(("item", .text(item.name))) }
    if let date = event.date, let timex = linked[date].value.timex {
      fields.append(("date", .text(timex)))
    }
    if let share = event.share,
      let percent = linked[share].value.fields.first(where: { $0.name == "quantity" })
    {
      fields.append(("share", percent.field))
    }
    return fields
  }
}

extension Value {
  fileprivate var timex: String? {
    if case .date(let date) = self { return date.timex }
    return nil
  }
}

/// Which acts a document has told: a headline and a later sentence may tell one again.
struct ToldEvents {
  private var seen: Set<String> = []

  /// Whether the act is new, and notes it. Two acts are one where they agree in kind, actors,
  /// number and thing; what has no number is told again wherever it stands.
  mutating func isNew(_ record: Record) -> Bool {
    let parts = ["kind", "amount", "currency", "quantity", "unit", "item"].map {
      record.value.text($0) ?? ""
    }
    let actors = record.value.list("actor") ?? []
    guard !actors.isEmpty else { return true }
    let recipients = record.value.list("recipient") ?? []
    let key = (parts + actors + ["→"] + recipients).joined(separator: "\u{1F}")
    return seen.insert(key).inserted
  }
}
