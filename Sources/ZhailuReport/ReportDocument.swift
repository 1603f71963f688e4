// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText

/// A document as a page shows it: its text and the records in it.
package struct ReportDocument {
  let id: String
  let text: String?
  let published: String?
  let records: [Record]

  package init(_ source: SourceText, records: [Record]) {
    id = source.id
    text = source[Extent(0, source.units.count)]
    published = source.published?.description
    self.records = records
  }

  /// `{"id","text","published","mentions":[…]}` and what else is said of it.
  func json(_ others: (String, JSON)...) -> JSON {
    let members: [(String, JSON)] =
      [
        ("id", .string(id)), ("text", text.map(JSON.string) ?? .null),
        ("published", published.map { .string(String($0.prefix(10))) } ?? .null),
      ] + others
    return .object(members.map { JSON.Member($0.0, $0.1) })
  }
}

extension Record {
  /// As a page needs it; `flag` says how it compares with another side.
  func json(flag: String? = nil, note: String? = nil) -> JSON {
    var members: [(String, JSON)] = [
      ("type", .string(type.rawValue)), ("text", .string(text)), ("start", .int(span.start)),
      ("end", .int(span.end)),
      ("value", .object(value.list.map { JSON.Member($0.name, $0.field.json) })),
    ]
    if let rule { members.append(("rule", .string(rule))) }
    if let flag { members.append(("flag", .string(flag))) }
    if let note { members.append(("note", .array([.array([.string("differs"), .string(note)])]))) }
    return .object(members.map { JSON.Member($0.0, $0.1) })
  }
}

extension Record.Fields.Field {
  var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .list(let list): .array(list.map(JSON.string))
    }
  }
}

/// What stands above every report.
package struct ReportHead {
  let title: String
  let subtitle: String
  /// Which program and rules made it, below.
  let made: String

  package init(title: String, subtitle: String, made: String) {
    self.title = title
    self.subtitle = subtitle
    self.made = made
  }

  func page(kind: String, facts: [(String, String)], _ members: (String, JSON)...) -> HTMLPage {
    let head: [(String, JSON)] = [
      ("kind", .string(kind)), ("title", .string(title)), ("subtitle", .string(subtitle)),
      ("made", .string(made)),
      ("facts", .array(facts.map { .array([.string($0.0), .string($0.1)]) })),
    ]
    return HTMLPage(
      title: title, data: .object((head + members).map { JSON.Member($0.0, $0.1) }))
  }
}
