// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

@testable import ZhailuScore

/// A type and a value, to be given a place: `.amount("2000000")`.
struct Content {
  let type: MentionType
  let fields: [(name: String, field: Record.Fields.Field)]

  init(_ type: MentionType, _ fields: KeyValuePairs<String, Record.Fields.Field>) {
    self.type = type
    self.fields = fields.map { (name: $0.key, field: $0.value) }
  }

  static func amount(_ amount: String, modifier: String? = nil) -> Content {
    Content(
      .amount, ["amount": .text(amount), "currency": .text("CNY")], "modifier", modifier)
  }

  static func quantity(_ quantity: String, _ unit: String, item: String? = nil) -> Content {
    Content(.quantity, ["quantity": .text(quantity), "unit": .text(unit)], "item", item)
  }

  static func date(_ timex: String) -> Content {
    Content(.date, ["timex": .text(timex), "kind": .text("date")])
  }

  static func organization(
    _ name: String, _ kind: String = "association", entity: String? = nil
  ) -> Content {
    Content(.organization, ["name": .text(name), "kind": .text(kind)], "entity", entity)
  }

  static func event(_ fields: KeyValuePairs<String, Record.Fields.Field>) -> Content {
    Content(.event, fields)
  }

  private init(
    _ type: MentionType, _ fields: KeyValuePairs<String, Record.Fields.Field>, _ name: String,
    _ text: String?
  ) {
    let further = text.map { [(name: name, field: Record.Fields.Field.text($0))] } ?? []
    self.type = type
    self.fields = fields.map { (name: $0.key, field: $0.value) } + further
  }
}

/// Records at the places that the text marks with 【】, which are no part of it.
func records(
  _ marked: String, _ contents: Content..., document: String = "page-1", rule: String? = nil
) -> [Record] {
  var open: [Int] = []
  var spans: [Span] = []
  var plain = String.UnicodeScalarView()
  for scalar in marked.unicodeScalars {
    switch scalar {
    case "【": open.append(plain.count)
    case "】": spans.append(Span(start: open.removeLast(), end: plain.count))
    default: plain.append(scalar)
    }
  }
  let source = SourceText(id: document, text: String(plain))
  precondition(spans.count == contents.count, "as many marks as contents")
  return zip(spans, contents).map { span, content in
    Record(
      document: document, article: nil, type: content.type,
      text: source[source.extent(of: span)], span: span, value: .init(content.fields), rule: rule)
  }
}

/// The text without its marks.
func plain(_ marked: String) -> String {
  String(marked.filter { $0 != "【" && $0 != "】" })
}

extension GoldSet {
  /// Gold in memory: a document for each that the records name, and those in `empty`.
  init(_ records: [Record], empty: [String] = []) {
    let byDocument = Dictionary(grouping: records, by: \.document)
    let full = byDocument.map { id, records in
      Document(
        id: id, file: "gold/\(id).jsonl", records: records, lines: Array(1...records.count))
    }
    let blank = empty.map { Document(id: $0, file: "gold/\($0).jsonl", records: [], lines: []) }
    self.init(documents: full + blank)
  }
}

extension Comparison {
  init(_ gold: [Record], _ found: [Record]) { self.init(gold: GoldSet(gold), found: found) }
}
