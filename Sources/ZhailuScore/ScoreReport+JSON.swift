// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuValues

extension ScoreReport {
  /// The report for programs: keys sorted, figures to six places, `null` where there is none.
  ///
  /// Of each cause at most so many failures; 0 keeps the texts of a test set out of the report.
  package func json(examples limit: Int = .max) -> String {
    value(examples: limit).withSortedKeys.pretty + "\n"
  }

  private func value(examples limit: Int) -> JSON {
    [
      "bars_missed": .array(missedBars.map { .string($0.description) }),
      "causes": .array(causes.groups.map { JSON($0, examples: limit) }),
      "documents": .int(score.documentCount),
      "entities": [
        "clusters": JSON(score.entities.clusters), "compared": .int(score.entities.compared),
        "name_accuracy": JSON(score.entities.nameAccuracy),
      ],
      "events": [
        "arguments": JSON(score.events.arguments), "found": .int(score.events.found),
        "gold": .int(score.events.gold), "whole": JSON(score.events.whole),
      ],
      "faults": .array(faults.map { .string($0.description) }),
      "fields": .array(score.fields.map(JSON.init)),
      "rules": .array(score.rules.map(JSON.init)),
      "types": .object(score.types.map { JSON.Member("\($0.scope)", JSON($0)) }),
      "unknown_documents": .array(score.unknownDocuments.map(JSON.string)),
    ]
  }
}

extension JSON {
  fileprivate init(_ figure: Double?) {
    guard let figure else {
      self = .null
      return
    }
    let number = "\((figure * 1e6).rounded() / 1e6)"
    self = .number(number.hasSuffix(".0") ? String(number.dropLast(2)) : number)
  }

  fileprivate init(_ rates: Rates) {
    self = [
      "f1": JSON(rates.f1), "precision": JSON(rates.precision),
      "recall": JSON(rates.recall),
    ]
  }

  fileprivate init(_ counts: Counts) {
    self = JSON(counts.rates).adding([
      "false_negatives": .int(counts.falseNegatives),
      "false_positives": .int(counts.falsePositives),
      "true_positives": .int(counts.truePositives),
    ])
  }

  fileprivate init(_ type: TypeScore) {
    self = ["found": .int(type.tally.found), "gold": .int(type.tally.gold)]
    for measure in Measure.allCases {
      let interval = type.intervals[measure]
      let figures = type.scope == .macro ? [:] : JSON(type.tally[measure])
      let rates = type.rates[measure].map { JSON($0) } ?? [:]
      self = adding([
        measure.rawValue: figures.adding(rates).adding([
          "f1_low": JSON(interval?.low), "f1_high": JSON(interval?.high),
        ])
      ])
    }
  }

  fileprivate init(_ field: FieldScore) {
    self = [
      "accuracy": JSON(field.accuracy), "compared": .int(field.compared),
      "field": .string(field.field), "right": .int(field.right),
      "type": .string(field.type.rawValue),
    ]
  }

  fileprivate init(_ rule: RuleScore) {
    self = [
      "found": .int(rule.found), "gold": .int(rule.gold), "placed": .int(rule.placed),
      "right": .int(rule.right), "rule": .string(rule.rule), "type": .string(rule.type.rawValue),
    ]
  }

  fileprivate init(_ group: Causes.Group, examples limit: Int) {
    self = [
      "cause": .string(group.cause.description),
      "failures": .array(group.failures.prefix(limit).map(Self.init)),
      "false_alarms": .int(group.falseAlarmCount), "misses": .int(group.missCount),
      "type": .string(group.type.rawValue),
    ]
  }

  fileprivate init(_ failure: Failure) {
    self = [
      "context": .string(failure.context.description), "doc": .string(failure.document),
      "end": .int(failure.span.end), "found": JSON(failure.found),
      "gold": JSON(failure.gold), "is_false_alarm": .bool(failure.isFalseAlarm),
      "is_miss": .bool(failure.isMiss), "start": .int(failure.span.start),
    ]
  }

  fileprivate init(_ record: Record?) {
    guard let record else {
      self = .null
      return
    }
    self = [
      "end": .int(record.span.end), "rule": record.rule.map(JSON.string) ?? .null,
      "start": .int(record.span.start), "text": .string(record.text),
      "type": .string(record.type.rawValue),
      "value": .object(record.value.list.map { JSON.Member($0.name, JSON($0.field)) }),
    ]
  }

  fileprivate init(_ field: Record.Fields.Field) {
    switch field {
    case .text(let text): self = .string(text)
    case .list(let list): self = .array(list.map(JSON.string))
    }
  }
}
