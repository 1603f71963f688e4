// SPDX-License-Identifier: Apache-2.0
import ZhailuRecords
import ZhailuRules
import ZhailuSegment
import ZhailuText
import ZhailuValues

/// The whole road, from a document to its records.
///
/// `SourceText → Article → FoldedText → Segmentation → [Match] → [Mention] → [Record]`
///
/// An extractor belongs to one worker: it holds ICU's iterators.
package final class Extractor {
  package let rules: RuleSet
  private let segmenter: Segmenter
  let run: MatchRun
  private var arbiter: Arbiter
  private let plan: FieldPlan
  var entities: EntityResolver
  /// As many units of an article as are read at once.
  private let longestPart: Int

  package init(rules: RuleSet, longestPart: Int = Article.longestPart) throws {
    self.rules = rules
    self.longestPart = longestPart
    segmenter = try Segmenter(lexicon: rules.segmentation)
    run = MatchRun(rules: rules, segmenter: segmenter)
    arbiter = Arbiter(machine: rules.machine)
    plan = FieldPlan(rules)
    entities = EntityResolver(rules.nameForms)
  }

  deinit {
    arbiter.free()
    entities.free()
  }

  /// The records of a document, in the order of the contract: by start, end, type.
  package func records(of source: SourceText, types: Set<MentionType>) -> [Record] {
    records(
      of: source, extractions: found(in: source, isExplained: false), types: types)
  }

  /// The articles of a document, by the words of the rules' lexicons.
  package func articles(of source: SourceText) -> [Article] {
    ArticleReader.articles(of: source, signs: rules.layoutSigns)
  }

  /// What was found in each article of a document. Organizations have their canonical names.
  package func extractions(of source: SourceText) -> [Extraction] {
    found(in: source, isExplained: true)
  }

  func found(in source: SourceText, isExplained: Bool) -> [Extraction] {
    var extractions: [Extraction] = []
    for article in articles(of: source) {
      var thread = ArticleThread(article, of: source)
      for part in article.parts(of: source, atMost: longestPart) {
        thread.turn(to: part)
        extractions.append(
          extraction(of: part, in: source, &thread, isExplained: isExplained))
      }
    }
    resolveEntities(of: &extractions, in: source)
    return extractions
  }

  package func records(
    of source: SourceText, extractions: [Extraction], types: Set<MentionType>
  ) -> [Record] {
    let wanted = MentionType.allCases.filter(types.contains)
    var records: [Record] = []
    records.reserveCapacity(extractions.reduce(0) { $0 + $1.mentions.count })
    for extraction in extractions {
      let article = extraction.article.id(in: source)
      for mention in extraction.mentions where wanted.contains(mention.type) {
        let extent = extraction.text.sourceExtent(of: mention.extent)
        records.append(
          Record(
            document: source.id, article: article, type: mention.type,
            text: source[extent], span: source.span(of: extent),
            value: Record.Fields(mention.value), rule: mention.rule))
      }
    }
    if types.contains(.event) {
      records += eventRecords(of: source, extractions: extractions)
    }
    // Articles and mentions come in the order of the text, but where two share their place.
    return records.inOrder { $0.place < $1.place }
  }

  /// Sentences and words of an article, for a reader.
  package func sentences(of article: Article, in source: SourceText) -> [[Extent]] {
    let text = FoldedText(article, of: source)
    return segmenter.segmentation(of: text).sentences.map { segmenter.tokens(of: text, in: $0) }
  }

  // MARK: Stages by themselves

  /// How many words of lexicons a text holds.
  package func countWords(of text: FoldedText) -> Int { run.countWords(of: text) }

  /// How many words and numerals a text holds.
  package func scan(_ text: FoldedText) -> Int { run.scan(text) }

  /// How many candidates the rules make in a text.
  package func match(_ text: FoldedText) -> Int {
    run.run(text)
    arbiter.arbitrate(run, length: text.units.count)
    return run.candidates.count
  }

  /// What the rules of a table of evidence propose in a text.
  func proposals(for evidence: Int, in text: FoldedText) -> EvidenceRun {
    run.propose(text, for: evidence)
    return run.evidence[evidence]
  }

  /// Matches a text rule by rule; `note` hears of each rule's moves and matches when it is done, and
  /// before, as of rule -1, of the words and numerals.
  package func profile(
    _ text: FoldedText, _ note: (_ unit: Int, _ moves: Int, _ matches: Int) -> Void
  ) {
    run.run(text, observing: note)
  }

  // MARK: One article, or a part of one

  private func extraction(
    of article: Article, in source: SourceText, _ thread: inout ArticleThread, isExplained: Bool
  ) -> Extraction {
    let text = FoldedText(article, of: source)
    run.run(text, keepsAll: isExplained, in: thread.table)
    let (mentions, failures, collector) = normalized(text, in: source, &thread)
    guard isExplained else {
      return Extraction(
        article: article, text: text, candidates: [], mentions: mentions, derivations: [],
        rows: run.rows)
    }
    let candidates = run.candidates.elements
    return Extraction(
      article: article, text: text,
      candidates: candidates.indices.map { explained($0, failures[$0]) }, mentions: mentions,
      derivations: candidates.map { collector.derivation(of: run.matches[Int($0.match)]) },
      rows: run.rows)
  }

  /// The mentions of the candidates that win. Where one makes no number, its text goes to the others,
  /// which seldom fail too.
  private func normalized(
    _ text: FoldedText, in source: SourceText, _ thread: inout ArticleThread
  ) -> ([Mention], [Int: NormalizationFailure], FieldCollector) {
    let original = { Self.original($0, of: text, in: source) }
    let collector = FieldCollector(plan: plan, run: run, original: original)
    var mentions: [Mention] = []
    var failures: [Int: NormalizationFailure] = [:]
    var leaving: Set<Int> = []
    var told = thread
    for _ in 0..<Self.mostRounds {
      told = ArticleThread(thread)
      arbiter.arbitrate(run, length: text.units.count, leaving: leaving)
      var normalizer = Normalizer(
        run, collector: collector,
        items: ItemFinder(
          rules: rules, run: run, words: run.text.words, taken: arbiter.taken,
          original: original),
        thread: told)
      let round = normalizer.mentions()
      normalizer.noteEnd()
      mentions = round.mentions
      failures.merge(round.failures) { first, _ in first }
      let more = round.failures.keys.filter(leavesItsText)
      if more.isEmpty { break }
      leaving.formUnion(more)
    }
    thread = told
    thread.table = run.table
    return (mentions, failures, collector)
  }

  /// As many rules may read the same text as a range that is none: 10~5℃.
  private static let mostRounds = 6

  /// A date that makes no value, 2月30日, keeps its text: its parts are no dates either.
  private func leavesItsText(_ candidate: Int) -> Bool {
    switch run.type(of: run.candidates[candidate]) {
    case .amount, .quantity, .number, .ordinal: true
    default: false
    }
  }

  /// A candidate as explanations show it.
  private func explained(_ index: Int, _ failure: NormalizationFailure?) -> ExplainedCandidate {
    let candidate = run.candidates[index]
    let match = run.matches[Int(candidate.match)]
    let outcome: ExplainedCandidate.Outcome =
      if let failure { .failed(failure) } else {
        candidate.owner < 0 ? .won : .lost(to: Int(candidate.owner))
      }
    return ExplainedCandidate(
      unit: Int(candidate.unit), type: run.type(of: candidate), extent: candidate.extent,
      context: match.extent, slots: Int(match.fillingCount), weight: run.weights[candidate.match],
      outcome: outcome)
  }

  /// A stretch of the folded text as the source has it, without dropped line breaks.
  static func original(
    _ extent: Extent, of text: FoldedText, in source: SourceText
  ) -> String {
    text.withOriginal(of: extent, in: source) { String(units: $0) }
  }
}
