// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

extension Record {
  /// Appends the record as one line of JSON, its keys in the order of the contract, and behind them what
  /// `more` writes.
  package func write(to json: inout JSONWriter, _ more: (inout JSONWriter) -> Void = { _ in }) {
    json.object { json in
      json.key("doc")
      json.string(document)
      if let article {
        json.key("article")
        json.string(article)
      }
      json.key("type")
      json.string(type.rawValue)
      json.key("text")
      json.string(text)
      json.key("start")
      json.number(span.start)
      json.key("end")
      json.number(span.end)
      json.key("value")
      json.object { json in
        value.read { json.write($0, $1) }
      }
      if let rule {
        json.key("rule")
        json.string(rule)
      }
      json.key("id")
      json.identifier(document, span, type.rawValue, ordinal)
      more(&json)
    }
    json.newline()
  }
}

extension JSONWriter {
  /// A field of a value.
  package mutating func write(_ name: String, _ field: Value.Field) {
    self.field(name)
    switch field {
    case .text(let text): string(text)
    case .list(let list):
      array { json in
        for text in list { json.string(text) }
      }
    }
  }
}
