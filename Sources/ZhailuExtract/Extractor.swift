// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// The whole road, from a document to its records.
///
/// `SourceText → Article → FoldedText → Segmentation → [Match] → [Mention] → [Entity] → [Record]`
///
/// An extractor belongs to one worker: it holds ICU's iterators.
package final class Extractor {
  package let rules: RuleSet
  private let segmenter: Segmenter

  package init(rules: RuleSet) throws {
    self.rules = rules
    segmenter = try Segmenter(lexicon: rules.segmentation)
  }

  /// The records of a document, in the order of the contract: by start, end, type.
  package func records(of source: SourceText, types: Set<MentionType>) -> [Record] {
    records(of: source, extractions: extractions(of: source), types: types)
  }

  /// What was found in each article of a document. Organizations have their canonical names.
  package func extractions(of source: SourceText) -> [Extraction] {
    var extractions = ArticleReader.articles(of: source).map { extraction(of: $0, in: source) }
    resolveEntities(of: &extractions, in: source)
    return extractions
  }

  package func records(
    of source: SourceText, extractions: [Extraction], types: Set<MentionType>
  ) -> [Record] {
    var records: [Record] = []
    for extraction in extractions {
      for mention in extraction.mentions where types.contains(mention.type) {
        let extent = extraction.text.sourceExtent(of: mention.extent)
        records.append(
          Record(
            document: source.id, article: extraction.article.id(in: source), type: mention.type,
            text: source[extent], span: source.span(of: extent),
            value: Record.Fields(mention.value.fields), rule: mention.rule))
      }
    }
    return records.sorted { ($0.span, $0.type.rawValue) < ($1.span, $1.type.rawValue) }
  }

  /// Sentences and words of an article, for a reader.
  package func sentences(of article: Article, in source: SourceText) -> [[Extent]] {
    let text = FoldedText(article, of: source)
    return segmenter.segmentation(of: text).sentences.map { segmenter.tokens(of: text, in: $0) }
  }

  // MARK: One article

  private func extraction(of article: Article, in source: SourceText) -> Extraction {
    let text = FoldedText(article, of: source)
    let words = WordCache(text, segmenter.segmentation(of: text), segmenter)
    var run = MatchRun(rules: rules, text: text, words: words)
    run.run()
    var candidates = run.candidates
    Arbiter(rules: rules).arbitrate(&candidates, length: text.units.count)
    let original = { Self.original($0, of: text, in: source) }
    let collector = FieldCollector(rules: rules, run: run, original: original)
    var normalizer = Normalizer(
      collector: collector,
      items: ItemFinder(
        rules: rules, run: run, words: words,
        taken: Arbiter.taken(by: candidates, length: text.units.count), original: original),
      published: source.published, block: Self.blockFinder(text))
    let mentions = normalizer.mentions(of: &candidates)
    return Extraction(
      article: article, text: text, candidates: candidates, mentions: mentions,
      derivations: candidates.map { collector.derivation(of: run.matches[$0.match]) })
  }

  /// A stretch of the folded text as the source has it, without dropped line breaks.
  private static func original(
    _ extent: Extent, of text: FoldedText, in source: SourceText
  ) -> String {
    let units = extent.range.map { source.units[text.offsets.sourceUnit(ofFolded: $0)] }
    return String(decoding: units, as: UTF16.self)
  }

  /// Blocks are set apart by line feeds in the folded text.
  private static func blockFinder(_ text: FoldedText) -> (Int) -> Int {
    let feeds = text.units.indices.filter { text.units[$0] == 0x0A }
    return { place in feeds.partitioningIndex { $0 >= place } }
  }

  // MARK: The document

  private func resolveEntities(of extractions: inout [Extraction], in source: SourceText) {
    let names = extractions.flatMap { extraction in
      extraction.mentions.compactMap { mention -> String? in
        if case .organization(let value) = mention.value { return value.name }
        return nil
      }
    }
    var entities: [String: Entity] = [:]
    for entity in EntityResolver.entities(of: names) {
      for form in entity.forms { entities[form] = entity }
    }
    for index in extractions.indices {
      extractions[index] = extractions[index].naming { name in
        guard let entity = entities[name] else { return (name, "\(source.id):\(name)") }
        return (entity.name, entity.id(in: source.id))
      }
    }
  }
}

extension Extraction {
  /// The same with organizations called by what `entity` gives for their names.
  func naming(_ entity: (String) -> (name: String, entity: String)) -> Extraction {
    let named = mentions.map { mention in
      guard case .organization(var value) = mention.value else { return mention }
      (value.name, value.entity) = entity(value.name)
      var mention = mention
      mention.value = .organization(value)
      return mention
    }
    return Extraction(
      article: article, text: text, candidates: candidates, mentions: named,
      derivations: derivations)
  }
}
