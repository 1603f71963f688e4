// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

extension Extractor {
  /// Samples to learn the weights of a table from, one for each article of a document.
  ///
  /// `gold` is what people marked; spans whose text `isUnmarked` are left out on both sides.
  package func samples(
    of source: SourceText, evidence index: Int, gold: [Span],
    isUnmarked: (String) -> Bool, keys: inout EvidenceSample.Keys
  ) -> [EvidenceSample] {
    let evidence = rules.evidence[index]
    return articles(of: source).map { article in
      let text = FoldedText(article, of: source)
      let proposed = proposals(for: index, in: text)
      return EvidenceSample(
        proposed.text, seeds: proposed.seeds, table: evidence.table,
        gold: Set(gold.compactMap { text.extent(of: $0, in: source) }),
        isUnmarked: { isUnmarked(text[$0]) }, keys: &keys)
    }
  }
}

extension FoldedText {
  /// Where a span of the source is here; `nil` where it is in another article.
  fileprivate func extent(of span: Span, in source: SourceText) -> Extent? {
    let place = source.extent(of: span)
    let extent = Extent(
      offsets.foldedUnit(ofSource: place.start), offsets.foldedUnit(ofSource: place.end - 1) + 1)
    guard extent.start < extent.end, extent.end <= units.count, sourceExtent(of: extent) == place
    else { return nil }
    return extent
  }
}
