// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

extension Extractor {
  /// Appends the records of a document as lines of JSON, in the order of the contract, and tells the
  /// type of each: the lines of `records(of:types:)`, written from where mentions lie, with their
  /// provenance where it is asked for.
  package func write(
    recordsOf source: SourceText, types: Set<MentionType>, provenance: Provenance? = nil,
    to json: inout JSONWriter, _ note: (MentionType) -> Void
  ) {
    let extractions = found(in: source, isExplained: provenance != nil)
    let events =
      types.contains(.event) ? eventRecords(of: source, extractions: extractions) : []
    var head = LineHead(source)
    for line in lines(of: extractions, events, in: source, types) {
      note(line.type)
      if line.article < 0 {
        events[line.index].write(to: &json) { json in
          guard let provenance else { return }
          json.key("provenance")
          provenance.write(to: &json)
        }
      } else {
        head.turn(to: line.article, of: extractions)
        extractions[line.article].mentions[line.index].write(to: &json, head, source, line)
        if let provenance {
          json.raw(",\"provenance\":")
          provenance.write(
            extractions[line.article].mentions[line.index], of: extractions[line.article],
            in: source, to: &json)
        }
        json.raw("}\n")
      }
    }
  }

  /// The lines of a document in their order.
  private func lines(
    of extractions: [Extraction], _ events: [Record], in source: SourceText,
    _ types: Set<MentionType>
  ) -> [RecordLine] {
    let wanted = types.reduce(0) { $0 | $1.bit }
    var lines: [RecordLine] = []
    lines.reserveCapacity(extractions.reduce(events.count) { $0 + $1.mentions.count })
    for article in extractions.indices {
      let (text, mentions) = (extractions[article].text, extractions[article].mentions)
      for index in mentions.indices {
        let type = mentions[index].type
        guard wanted & type.bit != 0 else { continue }
        let extent = text.sourceExtent(of: mentions[index].extent)
        lines.append(
          RecordLine(
            span: source.span(of: extent), extent: extent, type: type, article: article,
            index: index))
      }
    }
    for (index, event) in events.enumerated() {
      lines.append(
        RecordLine(
          span: event.span, extent: Extent(0, 0), type: event.type, article: -1, index: index))
    }
    return lines.inOrder { $0.place < $1.place }
  }
}

/// A line to write: what stands where.
private struct RecordLine {
  let span: Span
  /// Of the source.
  let extent: Extent
  let type: MentionType
  var place: RecordPlace { RecordPlace(span, type) }
  /// The index of its article; -1 of an event.
  let article: Int
  let index: Int
}

/// What all lines of an article begin with.
private struct LineHead: ~Copyable {
  let source: SourceText
  var json = JSONWriter()
  /// The inside of the document's id, which begins that of each record.
  private(set) var document = JSONWriter()
  private var index = -1

  init(_ source: SourceText) {
    self.source = source
    document.inside(source.id)
  }

  mutating func turn(to index: Int, of extractions: [Extraction]) {
    guard index != self.index else { return }
    self.index = index
    let article = extractions[index].article
    json.removeAll()
    json.raw("{\"doc\":\"")
    json.raw(document)
    json.raw("\",\"article\":\"")
    json.inside(article.id(in: source))
    json.raw("\",\"type\":\"")
  }
}

extension Mention {
  /// All but the end of the line.
  fileprivate func write(
    to json: inout JSONWriter, _ head: borrowing LineHead, _ source: SourceText,
    _ line: RecordLine
  ) {
    json.raw(head.json)
    json.plain(type.rawValue)
    json.raw("\",\"text\":\"")
    source.units.withUnsafeBufferPointer {
      json.inside(UnsafeBufferPointer(rebasing: $0[line.extent.range]))
    }
    json.raw("\",\"start\":")
    json.digits(line.span.start)
    json.raw(",\"end\":")
    json.digits(line.span.end)
    json.raw(",\"value\":{")
    if case .organization(let body) = value {
      json.write(body)
    } else {
      value.readFields { json.write($0, $1) }
    }
    json.raw("},\"rule\":\"")
    json.inside(rule)
    json.raw("\",\"id\":\"")
    json.raw(head.document)
    json.identifierEnd(line.span, type.rawValue)
  }
}

extension JSONWriter {
  /// The fields of the most frequent value, as `write(_:_:)` writes them one by one from `readFields`;
  /// `CompiledRulesTests.sameLines` holds both to each other.
  fileprivate mutating func write(_ body: OrganizationValue) {
    raw("\"name\":\"")
    inside(body.name)
    raw("\",\"kind\":\"")
    inside(body.kind.rawValue)
    raw("\",\"entity\":\"")
    inside(body.entity)
    raw("\"")
  }
}

extension MentionType {
  /// A bit for each type.
  fileprivate var bit: UInt64 { 1 << UInt64(index) }
}
