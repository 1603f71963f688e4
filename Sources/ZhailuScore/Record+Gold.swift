// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuText
import ZhailuValues

extension Record {
  /// Why the record cannot be gold, or `nil`.
  ///
  /// A `rule` says that the line is output which nobody has looked at.
  var faultAsGold: String? {
    if let rule {
      return "gold has no rule, this line has 【\(rule)】: it is output, of which "
        + "`zhailu convert --to gold` makes a draft of gold"
    }
    guard span.start >= 0, span.start < span.end else {
      return "no place runs from \(span.start) to \(span.end)"
    }
    let scalars = text.unicodeScalars.count
    guard scalars == span.count else {
      return "【\(text.oneLine)】 has \(scalars) characters, its place \(span.count)"
    }
    for choices in type.neededFields where !choices.contains(where: { value[$0] != nil }) {
      let names = choices.map { "【\($0)】" }.joined(separator: " or ")
      return "the value of this \(type.rawValue) needs \(names)"
    }
    return nil
  }

  /// Why the record does not fit the text of its document, or `nil`.
  ///
  /// Gold goes stale when somebody edits an article below it.
  package func misplacement(in source: SourceText) -> String? {
    guard span.end <= source.scalarCount else {
      return "【\(text.oneLine)】 ends at \(span.end), the text at \(source.scalarCount)"
    }
    let there = source[source.extent(of: span)]
    guard !there.unicodeScalars.elementsEqual(text.unicodeScalars) else { return nil }
    return "at \(span.start)-\(span.end) stands 【\(there.oneLine)】, not 【\(text.oneLine)】"
  }
}

extension MentionType {
  /// What a value must have: of each list, one.
  fileprivate var neededFields: [[String]] {
    switch self {
    case .organization: [["name"], ["kind"]]
    case .amount: [["amount", "min", "max"], ["currency"]]
    case .quantity: [["quantity", "min", "max"], ["unit"]]
    case .date: [["timex"], ["kind"]]
    case .number: [["number", "min", "max"]]
    case .ordinal: [["ordinal"]]
    case .event: [["kind"]]
    }
  }
}

extension GoldSet {
  /// The records whose text is not what stands at their place. Documents without a text are left.
  package func misplacements(in text: (String) -> SourceText?) -> [LineFault] {
    documents.flatMap { document in
      guard let source = text(document.id) else { return [LineFault]() }
      return zip(document.records, document.lines).compactMap { record, line in
        record.misplacement(in: source).map {
          LineFault(file: document.file, line: line, reason: $0)
        }
      }
    }
  }
}
