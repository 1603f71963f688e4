// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Fields as a rule's slots hold them; a value that begins with # is a numeral: `#3`.
struct Slots: ExpressibleByDictionaryLiteral, CustomStringConvertible, Sendable {
  let fields: Fields
  let description: String

  init(dictionaryLiteral elements: (String, String)...) {
    var fields = Fields()
    for (name, value) in elements {
      fields.append(
        name, value.hasPrefix("#") ? .numeral(Self.numeral(value.dropFirst())) : .text(value))
    }
    self.fields = fields
    description = elements.map { "\($0.0): \($0.1)" }.joined(separator: ", ")
  }

  private static func numeral(_ text: Substring) -> Numeral {
    guard let numeral = NumeralReader.read(String(text)), numeral.extent.end == text.utf16.count
    else { preconditionFailure("no numeral in the test: \(text)") }
    return numeral
  }
}

/// The fields of a value as one line: `amount 14000000, currency CNY`.
func line(_ value: Value) -> String {
  value.fields.map { name, field in
    switch field {
    case .text(let text): "\(name) \(text)"
    case .list(let list): "\(name) \(list)"
    }
  }.joined(separator: ", ")
}

func day(_ text: String) -> CalendarDate { CalendarDate(PublicationDate(text)!) }
