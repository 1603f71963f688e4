// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText
import ZhailuValues

extension Extractor {
  /// What rules tried near a span of a document, in the article that holds it: the best try of each.
  package func tries(
    near span: Span, in source: SourceText, _ extractions: [Extraction],
    type: MentionType? = nil
  ) -> (extraction: Extraction, tries: [RuleTry])? {
    let units = source.extent(of: span)
    for extraction in extractions {
      let whole = extraction.text.sourceExtent(of: Extent(0, extraction.text.units.count))
      guard whole.start <= units.start, units.end <= whole.end else { continue }
      let offsets = extraction.text.offsets
      let target = Extent(
        offsets.foldedUnit(ofSource: units.start), offsets.foldedUnit(ofSource: units.end))
      run.run(extraction.text)
      let tracer = Tracer(rules: rules, text: run.text, folded: extraction.text)
      let tries = tracer.tries(near: target) { unit in
        guard case .finds(let finds) = unit.rule.kind else { return false }
        return type.map { $0.rawValue == finds } ?? (MentionType(rawValue: finds) != nil)
      }
      return (extraction, tries)
    }
    return nil
  }
}
