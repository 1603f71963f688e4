// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

/// What gold must be, whoever wrote it: its text is its slice, mentions do not overlap, kinds are
/// known, and values are written as the contract says.
package struct GoldCheck: Sendable {
  /// All that is wrong, in the order of files and lines.
  package static func faults(of gold: GoldSet, text: (String) -> SourceText?) -> [LineFault] {
    var faults = gold.faults + gold.misplacements(in: text)
    for document in gold.documents {
      if text(document.id) == nil {
        faults.append(
          LineFault(file: document.file, reason: "no article is called 【\(document.id)】"))
      }
      for (record, line) in zip(document.records, document.lines) {
        faults += reasons(against: record).map {
          LineFault(file: document.file, line: line, reason: "【\(record.text)】 \($0)")
        }
      }
      faults += overlaps(in: document)
    }
    return faults
  }

  private static func overlaps(in document: GoldSet.Document) -> [LineFault] {
    let mentions = zip(document.records, document.lines).filter { $0.0.type != .event }
      .sorted { $0.0.span < $1.0.span }
    return zip(mentions, mentions.dropFirst()).compactMap { first, second in
      guard first.0.span.overlaps(second.0.span) else { return nil }
      return LineFault(
        file: document.file, line: second.1,
        reason: "【\(second.0.text)】 overlaps 【\(first.0.text)】 of line \(first.1)")
    }
  }

  private static func reasons(against record: Record) -> [String] {
    let value = record.value
    switch record.type {
    case .organization: return unknown(value.text("kind"), "kind", BodyKind.self)
    case .event: return unknown(value.text("kind"), "kind of event", EventKind.self)
    case .amount: return number(value, "amount") + currency(value) + modifier(value)
    case .quantity: return number(value, "quantity") + modifier(value)
    case .date: return date(value) + modifier(value)
    case .number: return number(value, "number")
    case .ordinal: return number(value, "ordinal")
    }
  }

  private static func unknown<Word: RawRepresentable<String>>(
    _ word: String?, _ what: String, _ words: Word.Type
  ) -> [String] {
    guard let word else { return ["has no \(what)"] }
    return Word(rawValue: word) == nil ? ["no \(what) is called 【\(word)】"] : []
  }

  /// One number, or the two ends of a range in order.
  private static func number(_ value: Record.Fields, _ name: String) -> [String] {
    if let text = value.text(name) {
      return isNumber(text) ? [] : ["【\(text)】 is no plain decimal or fraction"]
    }
    guard let low = value.text("min"), let high = value.text("max") else {
      return ["has neither \(name) nor min and max"]
    }
    guard isNumber(low), isNumber(high) else {
      return ["【\(low)】 or 【\(high)】 is no plain decimal or fraction"]
    }
    guard let least = ExactDecimal(low), let most = ExactDecimal(high) else { return [] }
    return least <= most ? [] : ["min 【\(low)】 is above max 【\(high)】"]
  }

  private static func isNumber(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in ExactDecimal(part).map { "\($0)" == part } ?? false }
  }

  private static func currency(_ value: Record.Fields) -> [String] {
    guard let code = value.text("currency"), code.utf8.count == 3,
      code.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return ["has no currency of three capital letters (ISO 4217)"] }
    return []
  }

  private static func modifier(_ value: Record.Fields) -> [String] {
    guard let word = value.text("modifier") else { return [] }
    return unknown(word, "modifier", Modifier.self)
  }

  private static func date(_ value: Record.Fields) -> [String] {
    var reasons = unknown(value.text("kind"), "kind of date", DateValue.Kind.self)
    if value.text("timex")?.isEmpty ?? true { reasons.append("has no timex") }
    if value.text("kind") == "range", value.text("start") == nil, value.text("end") == nil {
      reasons.append("is a range without start and end")
    }
    return reasons
  }
}
