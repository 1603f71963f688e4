// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

/// Why a mention was missed, or found where there is none.
package enum Cause: Hashable, Sendable, CustomStringConvertible {
  /// A mention of the type overlaps it.
  case wrongSpan
  /// At its place, but these fields of the value differ; of an event, these roles.
  case wrongValue(fields: [String])
  /// A mention of another type overlaps it.
  case wrongType
  /// It was matched, and gave way to this rule.
  case lostTo(String)
  /// Nothing was found there.
  case noRule
  /// There is nothing in the gold there, or it was found twice.
  case spurious

  package var description: String {
    switch self {
    case .wrongSpan: "wrong span"
    case .wrongValue(let fields): "wrong value: \(fields.joined(separator: ", "))"
    case .wrongType: "wrong type"
    case .lostTo(let rule): "lost to \(rule)"
    case .noRule: "no rule"
    case .spurious: "spurious"
    }
  }
}

/// One failure: a miss, a false alarm, or both at once.
package struct Failure: Sendable {
  package let cause: Cause
  package let gold: Record?
  package let found: Record?
  /// A gold mention that was right in place and value in nothing that was found.
  package let isMiss: Bool
  /// A found mention that is right in place and value for nothing in the gold.
  package let isFalseAlarm: Bool
  package let context: Context

  /// Where only one side fails, the other, if there is one, is the mention in its way: two gold
  /// mentions under one found one are two misses and one false alarm.
  init(_ cause: Cause, gold: Record?, found: Record?, fails side: Side, in source: SourceText?) {
    self.cause = cause
    self.gold = gold
    self.found = found
    isMiss = side != .found
    isFalseAlarm = side != .gold
    context = Context(of: (side == .found ? found : gold)!, in: source)
  }

  enum Side { case gold, found, both }

  /// The record that failed; the gold one of a pair.
  package var subject: Record { isMiss ? gold! : found! }
  package var document: String { subject.document }
  package var span: Span { subject.span }
  package var type: MentionType { subject.type }
  /// The rule to look at: of what was found, right or wrong.
  package var rule: String? { found?.rule }
}
