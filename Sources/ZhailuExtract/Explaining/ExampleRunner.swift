// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuRules
import ZhailuText
import ZhailuValues

/// Runs the examples that stand in rule files, through the whole road.
package struct ExampleRunner {
  /// What came of one example.
  package struct Result: Sendable {
    package enum Kind: String, Sendable {
      case example
      case counterexample
      case knownMiss = "known miss"
    }

    package let rule: String
    package let kind: Kind
    package let text: String
    package let place: Diagnostic.Place
    /// What is wrong; `nil` where the example holds. A known miss that is found is no failure.
    package let failure: String?
    /// A known miss that is found now, and may become an example.
    package let isPromoted: Bool
  }

  private let extractor: Extractor

  package init(extractor: Extractor) {
    self.extractor = extractor
  }

  /// The results of all examples of all rules, in the order of the files.
  package func run(rule id: String? = nil) -> [Result] {
    extractor.rules.units.map(\.rule).filter { id == nil || $0.id == id }.flatMap(run)
  }

  private func run(_ rule: Rule) -> [Result] {
    let examples = rule.examples.map { example in
      Result(
        rule: rule.id, kind: .example, text: example.text, place: example.place,
        failure: failure(of: example, rule), isPromoted: false)
    }
    let counterexamples = rule.counterexamples.map { example in
      let found = records(of: Marked(example.text).text, example.published).first {
        $0.rule == rule.id
      }
      return Result(
        rule: rule.id, kind: .counterexample, text: example.text, place: example.place,
        failure: found.map { "found 【\($0.text)】; it must not be: \(example.why)" },
        isPromoted: false)
    }
    let misses = rule.knownMisses.map { example in
      let marked = Marked(example.text)
      let isFound = records(of: marked.text, example.published).contains {
        $0.rule == rule.id && (marked.span == nil || marked.span == $0.span)
      }
      return Result(
        rule: rule.id, kind: .knownMiss, text: example.text, place: example.place, failure: nil,
        isPromoted: isFound)
    }
    return examples + counterexamples + misses
  }

  private func failure(of example: Example, _ rule: Rule) -> String? {
    let marked = Marked(example.text)
    let records = records(of: marked.text, example.published)
    let founds = records.filter { $0.span == marked.span && $0.rule == rule.id }
    guard let first = founds.first else { return "not found" + near(marked, records) }
    // Several events may share a place: the one that has the example's fields is meant.
    let found =
      founds.first { record in
        example.value.allSatisfy { Self.text(record, $0.field) == $0.value }
      } ?? first
    for (field, expected) in example.value {
      let text = Self.text(found, field)
      if text != expected {
        return "\(field) is 【\(text ?? "nothing")】, not 【\(expected)】"
      }
    }
    return nil
  }

  /// A field as examples write it; the names of a list with 、 between them.
  private static func text(_ record: Record, _ field: String) -> String? {
    record.value.text(field) ?? record.value.list(field)?.joined(separator: "、")
  }

  /// What was found instead.
  private func near(_ marked: Marked, _ records: [Record]) -> String {
    guard let span = marked.span else { return "" }
    let others = records.filter { $0.span.overlaps(span) }
      .map { "【\($0.text)】 by \($0.rule ?? "")" }
    return others.isEmpty ? "; nothing was" : "; instead \(others.joined(separator: ", "))"
  }

  private func records(of text: String, _ published: String?) -> [Record] {
    let source = SourceText(
      id: "example", text: text, published: published.flatMap { PublicationDate($0) })
    return extractor.records(of: source, types: Set(MentionType.allCases))
  }

  /// A text whose 【】 mark a span.
  struct Marked {
    let text: String
    let span: Span?

    init(_ marked: String) {
      var scalars: [Unicode.Scalar] = []
      var start: Int?
      var end: Int?
      for scalar in marked.unicodeScalars {
        switch scalar {
        case "【" where start == nil: start = scalars.count
        case "】" where end == nil && start != nil: end = scalars.count
        default: scalars.append(scalar)
        }
      }
      text = String(String.UnicodeScalarView(scalars))
      span = start.flatMap { start in end.map { Span(start: start, end: $0) } }
    }
  }
}
