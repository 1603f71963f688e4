// SPDX-License-Identifier: Apache-2.0
import ZhailuValues

/// What the fields of records are called, for those who check rules: Rules/reference/fields.md has the same tables.
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

  /// The fields that each type takes from slots, columns and `set`, without the groups they are in.
  static let taken: [String: Set<String>] = [
    "organization": ["kind"],
    "amount": pieces.union(["amount", "currency", "evidence", "home", "note", "form"]),
    "quantity": pieces.union(["quantity", "unit", "dimension", "item", "note", "evidence", "form"]),
    "number": pieces.union(["number", "form"]),
    "ordinal": ["ordinal"],
    "date": [
      "year", "month", "day", "weekday", "weekend", "quarter", "half", "season", "month-half",
      "tenth", "last-tenth", "decade", "century", "era", "cycle", "zodiac", "calendar", "leap",
      "term", "nine", "dog-days", "easter", "moon", "nth", "holiday", "school-year", "school-term",
      "ambiguous", "unit", "offset", "from", "count", "duration", "direction", "planned", "bygone",
      "today", "now", "nth-unit",
      "first-count", "first-unit", "from-end", "same-period", "hour", "minute", "second", "part",
      "meridiem", "lack", "modifier", "edge", "dateline", "named", "compared", "dayless",
      "from-event", "start", "end", "fraction", "elapsed", "decimals", "each", "timex", "kind",
      "told",
    ],
  ]

  /// What amounts, quantities and numbers are made of.
  private static let pieces: Set<String> = [
    "min", "max", "denominator", "whole", "times", "sign", "modifier", "half", "decimals", "tenths",
    "hundredths", "more", "factor", "exponent",
  ]

  private static let all = taken.values.reduce(Set<String>()) { $0.union($1) }

  /// Whether a column of this name makes a difference to a record.
  static func takes(_ column: String) -> Bool {
    all.contains(column.split(separator: ".").last.map(String.init) ?? column)
  }
}
