// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// What the fields of records are called, for those who check rules: README.md has the same tables.
enum RecordFields {
  /// The types that rules may find; events are made of them.
  static let types = MentionType.allCases.filter { $0 != .event }.map(\.rawValue)

  /// The fields of a record's value, which examples name.
  static let ofValues: [String: Set<String>] = [
    "organization": ["name", "kind", "entity"],
    "amount": [
      "amount", "min", "max", "fraction", "currency", "modifier", "evidence",
    ],
    "quantity": [
      "quantity", "min", "max", "fraction", "unit", "dimension", "modifier", "item", "evidence",
    ],
    "date": ["timex", "kind", "start", "end", "modifier", "alternatives"],
    "number": ["number", "min", "max", "fraction", "modifier"],
    "ordinal": ["ordinal"],
    "event": [
      "kind", "actor", "recipient", "amount", "currency", "quantity", "unit", "item", "date",
      "share", "min", "max", "modifier",
    ],
  ]

  /// Of which fields a rule must fill one set, so that its matches become records.
  static let needed: [String: [Set<String>]] = [
    "amount": [["amount", "currency"], ["min", "max", "currency"]],
    "quantity": [["quantity"], ["min", "max"]],
    "number": [["number"], ["min", "max"]],
    "ordinal": [["ordinal"]],
  ]

  /// The fields that a type takes from slots, columns and `set`, whichever type.
  static let taken: Set<String> = [
    "kind", "amount", "min", "max", "currency", "modifier", "evidence", "times", "sign", "quantity",
    "denominator", "unit", "dimension", "item", "note", "year", "month", "day", "weekday",
    "quarter", "half", "tenth", "decade", "century", "era", "calendar", "leap", "term", "offset",
    "hour", "minute", "second", "part", "hour-shift", "start", "end", "count", "duration", "timex",
    "number", "ordinal", "more", "decimals", "form",
  ]

  /// Whether a column of this name makes a difference to a record.
  static func takes(_ column: String) -> Bool {
    taken.contains(column.split(separator: ".").last.map(String.init) ?? column)
  }
}
