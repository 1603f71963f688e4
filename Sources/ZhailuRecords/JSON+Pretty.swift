// SPDX-License-Identifier: Apache-2.0

extension JSON {
  /// The keys of each object in their order.
  package var withSortedKeys: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.withSortedKeys))
    case .object(let members):
      .object(
        members.map { Member($0.name, $0.value.withSortedKeys) }.sorted { $0.name < $1.name })
    default: self
    }
  }

  /// For people too: a line for each element and member, as Foundation lays it out.
  package var pretty: String { laidOut("") }

  private func laidOut(_ indentation: String) -> String {
    let inner = indentation + "  "
    func block(_ open: String, _ lines: [String], _ close: String) -> String {
      "\(open)\n\(lines.map { inner + $0 }.joined(separator: ",\n"))\n\(indentation)\(close)"
    }
    return switch self {
    case .array(let elements): block("[", elements.map { $0.laidOut(inner) }, "]")
    case .object(let members):
      block(
        "{", members.map { "\(JSON.string($0.name).compact) : \($0.value.laidOut(inner))" }, "}")
    default: compact
    }
  }

  /// On one line, without white space.
  private var compact: String {
    var json = JSONWriter()
    json.value(self)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
