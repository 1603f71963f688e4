// SPDX-License-Identifier: Apache-2.0
import ZhailuEvents
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

extension Extractor {
  /// The events of an article, and the verbs that made none, as places of its folded text.
  package func events(of extraction: Extraction, in source: SourceText) -> EventFinder.Result {
    events(of: extraction, Self.linked(extraction), in: source)
  }

  private func events(
    of extraction: Extraction, _ linked: [Int], in source: SourceText
  ) -> EventFinder.Result {
    let finder = EventFinder(
      rules: rules.events, units: extraction.text.units,
      mentions: linked.map {
        EventMention(
          extent: extraction.mentions[$0].extent, value: extraction.mentions[$0].value)
      }, rows: extraction.rows,
      original: { Self.original($0, of: extraction.text, in: source) })
    return finder.find()
  }

  /// Records of the events of a document; the same act told twice is one.
  func eventRecords(of source: SourceText, extractions: [Extraction]) -> [Record] {
    guard !rules.events.isEmpty else { return [] }
    var told = ToldEvents()
    var ordinals: [Span: Int] = [:]
    var records: [Record] = []
    for extraction in extractions {
      let linked = Self.linked(extraction)
      for event in events(of: extraction, linked, in: source).events {
        var record = Self.record(event, of: extraction, linked, in: source)
        guard told.isNew(record) else { continue }
        ordinals[record.span, default: 0] += 1
        record.ordinal = ordinals[record.span] ?? 1
        records.append(record)
      }
    }
    return records
  }

  /// The mentions that events are made of, as indices in `mentions`, in the order of the text.
  static func linked(_ extraction: Extraction) -> [Int] {
    let mentions = extraction.mentions
    let linked = mentions.indices.filter {
      switch mentions[$0].type {
      case .organization, .amount, .quantity, .date: true
      case .number, .ordinal, .event: false
      }
    }
    return linked.inOrder { mentions[$0].extent < mentions[$1].extent }
  }

  private static func record(
    _ event: Event, of extraction: Extraction, _ linked: [Int], in source: SourceText
  ) -> Record {
    let mentions = extraction.mentions
    func span(_ extent: Extent) -> Span {
      source.span(of: extraction.text.sourceExtent(of: extent))
    }
    // What was carried over from a sentence far before does not stretch the event.
    var extent = event.verb
    func stretch(to part: Extent) {
      guard abs(part.start - event.verb.start) < farthest else { return }
      extent = Extent(min(extent.start, part.start), max(extent.end, part.end))
    }
    for party in event.actors where party.source != .above { stretch(to: party.extent) }
    for party in event.recipients where party.source != .above { stretch(to: party.extent) }
    for index in event.mentions where !event.isAbove(index) {
      stretch(to: mentions[linked[index]].extent)
    }
    if let item = event.item { stretch(to: item.extent) }
    let place = extraction.text.sourceExtent(of: extent)
    let ids = event.mentions.map { index in
      let mention = mentions[linked[index]]
      let own = span(mention.extent)
      return Record.id(source.id, own, mention.type)
    }
    return Record(
      document: source.id, article: extraction.article.id(in: source), type: .event,
      text: source[place], span: source.span(of: place),
      value: Record.Fields(
        fields(of: event) { mentions[linked[$0]].value } + [("mentions", .list(ids))]),
      rule: event.rule)
  }

  private static let farthest = 200
  /// What an event says of its sum and of its quantity.
  private static let ofAmount = ["amount", "min", "max", "currency", "modifier"]
  private static let ofQuantity = ["quantity", "min", "max", "unit", "modifier"]

  /// The fields of the value, in the order of the contract.
  private static func fields(
    of event: Event, _ value: (Int) -> Value
  ) -> [(name: String, field: Value.Field)] {
    var fields: [(name: String, field: Value.Field)] = [
      ("kind", .text(event.kind.rawValue)), ("actor", .list(event.actors.map(\.name))),
      ("recipient", .list(event.recipients.map(\.name))),
    ]
    func take(_ index: Int?, _ names: [String]) {
      guard let index else { return }
      value(index).readFields { name, field in
        if names.contains(name), !fields.contains(where: { $0.name == name }) {
          fields.append((name, field))
        }
      }
    }
    take(event.amount, ofAmount)
    take(event.quantity, ofQuantity)
    if let item = event.item { fields.append(("item", .text(item.name))) }
    if let date = event.date, let timex = value(date).timex {
      fields.append(("date", .text(timex)))
    }
    if let share = event.share,
      let percent = value(share).fields.first(where: { $0.name == "quantity" })
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
  private var seen: Set<ExactText> = []

  /// Whether the act is new, and notes it. Two acts are one where they agree in kind, actors,
  /// number and thing; what has no number is told again wherever it stands.
  mutating func isNew(_ record: Record) -> Bool {
    var texts = [String?](repeating: nil, count: Self.names.count)
    var (actors, recipients): ([String]?, [String]?) = (nil, nil)
    // One look at each field; the first of a name counts.
    record.value.read { name, field in
      switch field {
      case .text(let text):
        if let index = Self.names.firstIndex(of: name), texts[index] == nil { texts[index] = text }
      case .list(let list):
        if name == "actor", actors == nil { actors = list }
        if name == "recipient", recipients == nil { recipients = list }
      }
    }
    guard let actors, !actors.isEmpty else { return true }
    var key = ""
    key.reserveCapacity(256)
    for text in texts {
      key += text ?? ""
      key += Self.separator
    }
    for actor in actors {
      key += actor
      key += Self.separator
    }
    key += "→"
    for recipient in recipients ?? [] {
      key += Self.separator
      key += recipient
    }
    return seen.insert(ExactText(key)).inserted
  }

  private static let names = ["kind", "amount", "currency", "quantity", "unit", "item"]
  private static let separator = "\u{1F}"
}
