// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuScore

extension ValidateReport {
  static func json(_ score: TypeScore) -> JSON {
    let measures = Measure.allCases.map { measure -> JSON.Member in
      let rates = score.rates[measure]
      let interval = score.intervals[measure]
      return JSON.Member(
        measure.rawValue,
        .object(
          ("precision", figure(rates?.precision)), ("recall", figure(rates?.recall)),
          ("f1", figure(rates?.f1)), ("low", figure(interval?.low)),
          ("high", figure(interval?.high))))
    }
    let head = [
      JSON.Member("scope", .string("\(score.scope)")), JSON.Member("gold", .int(score.tally.gold)),
      JSON.Member("found", .int(score.tally.found)),
    ]
    return .object(head + measures)
  }

  static func json(_ field: FieldScore) -> JSON {
    .object(
      ("type", .string(field.type.rawValue)), ("field", .string(field.field)),
      ("right", .int(field.right)), ("compared", .int(field.compared)))
  }

  static func json(_ rule: RuleScore) -> JSON {
    .object(
      ("rule", .string(rule.rule)), ("type", .string(rule.type.rawValue)),
      ("found", .int(rule.found)), ("placed", .int(rule.placed)), ("right", .int(rule.right)),
      ("gold", .int(rule.gold)))
  }

  static func json(_ group: Causes.Group) -> JSON {
    .object(
      ("type", .string(group.type.rawValue)), ("cause", .string(group.cause.description)),
      ("misses", .int(group.missCount)), ("alarms", .int(group.falseAlarmCount)),
      ("failures", .array(group.failures.map(json))))
  }

  private static func json(_ failure: Failure) -> JSON {
    let subject = failure.subject
    return .object(
      ("doc", .string(failure.document)), ("start", .int(failure.span.start)),
      ("end", .int(failure.span.end)), ("text", .string(subject.text)),
      ("gold", failure.gold.map { .string(shown($0, beside: subject)) } ?? .null),
      ("found", failure.found.map { .string(shown($0, beside: subject)) } ?? .null),
      ("rule", failure.rule.map(JSON.string) ?? .null))
  }

  /// The value; with the text where it stands elsewhere than what failed.
  private static func shown(_ record: Record, beside subject: Record) -> String {
    let hidden: Set = ["entity", "mentions", "dimension"]
    let value = record.value.list.filter { !hidden.contains($0.name) && $0.field != .list([]) }
      .map { "\($0.name) \($0.field.json.shown)" }.joined(separator: ", ")
    guard record.span != subject.span || record.type != subject.type else { return value }
    return "\(record.type.rawValue) 【\(record.text)】 \(value)"
  }

  private static func figure(_ value: Double?) -> JSON {
    value.map { .number("\(($0 * 1e6).rounded() / 1e6)") } ?? .null
  }
}
