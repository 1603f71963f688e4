// SPDX-License-Identifier: Apache-2.0

/// A date, time, duration, set or range as TIMEX3: 正月初一至初九 of 2020 is 2020-01-25/2020-02-02.
package struct DateValue: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case date, time, duration, set, range
  }

  package var timex: String
  package var kind: Kind
  /// The first and the last day of a range.
  package var start: String?
  package var end: String?
  package var modifier: Modifier?
  /// Other values, where a reader could not decide either.
  package var alternatives: [String]

  package init(
    timex: String, kind: Kind, start: String? = nil, end: String? = nil,
    modifier: Modifier? = nil, alternatives: [String] = []
  ) {
    self.timex = timex
    self.kind = kind
    self.start = start
    self.end = end
    self.modifier = modifier
    self.alternatives = alternatives
  }

  func readFields(_ read: Value.FieldReader) {
    read("timex", .text(timex))
    read("kind", .text(kind.rawValue))
    if let start { read("start", .text(start)) }
    if let end { read("end", .text(end)) }
    if let modifier { read("modifier", .text(modifier.rawValue)) }
    if !alternatives.isEmpty { read("alternatives", .list(alternatives)) }
  }
}
