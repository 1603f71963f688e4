// SPDX-License-Identifier: Apache-2.0
import ZhailuExtract
import ZhailuRecords
import ZhailuRules
import ZhailuSegment
import ZhailuShipped
import ZhailuText
import ZhailuValues

/// The stages of the road, each over the same texts by itself, for benchmarks and profiles.
///
/// Each stage returns a count of what it made, so that none of its work can be left out, and so that
/// a reader sees that it did something.
public final class Stages {
  private let documents: [SourceText]
  private let bytes: [[UInt8]]
  private let articles: [(article: Article, source: SourceText)]
  private let texts: [FoldedText]
  private let extractor: Extractor
  private let segmenter: Segmenter
  private let breaker: Breaker
  /// By text: the words of lexicons in it that the segmenter keeps whole.
  private let kept: [[Stretch]]
  private var flags: [UInt8] = []
  /// The bytes of the texts in UTF-8, which all throughputs are given in.
  public let byteCount: Int

  /// `texts` are documents of one publication date; `overlay` is text of a lexicon `org-name.tsv`
  /// that is laid over the shipped rules.
  public init(texts: [String], published: String, overlay: String?) throws {
    var source = RuleSource.shipped
    if let overlay {
      let file = RuleSource.File(
        path: "lexicon/org-name.tsv", displayPath: "org-name.tsv", text: overlay)
      source = source.overlaid(by: RuleSource(files: [file]))
    }
    let rules = try RuleSet(source)
    let date = PublicationDate(published)
    documents = texts.enumerated().map {
      SourceText(id: "d\($0.offset)", text: $0.element, published: date)
    }
    bytes = texts.map { Array($0.utf8) }
    byteCount = bytes.reduce(0) { $0 + $1.count }
    articles = documents.flatMap { document in
      ArticleReader.articles(of: document, signs: rules.layoutSigns).map { ($0, document) }
    }
    self.texts = articles.map { FoldedText($0.article, of: $0.source) }
    kept = self.texts.map { text in
      var words: [Stretch] = []
      text.units.withUnsafeBufferPointer { units in
        rules.segmentation.forEachMatch(in: units, from: units.indices) { _, start, end in
          if end - start > 1 { words.append(Stretch(start, end)) }
        }
      }
      return words
    }
    extractor = try Extractor(rules: rules)
    segmenter = try Segmenter(lexicon: rules.segmentation)
    breaker = try Breaker(.words)
  }

  /// The yardstick: ICU's word break, locale zh, over the UTF-16 of each text.
  public func icuWords() -> Int {
    documents.reduce(0) {
      $0 + breaker.boundaries(of: $1.units, in: Extent(0, $1.units.count)).count
    }
  }

  public func decode() -> Int {
    bytes.reduce(0) { $0 + ((try? TextDecoder.decode($1).units.count) ?? 0) }
  }

  /// Articles of documents, and their folded texts.
  public func articlesAndFold() -> Int {
    documents.reduce(0) { sum, document in
      extractor.articles(of: document).reduce(sum) {
        $0 + FoldedText($1, of: document).units.count
      }
    }
  }

  /// All words of all lexicons: the walk alone.
  public func lexiconWords() -> Int { texts.reduce(0) { $0 + extractor.countWords(of: $1) } }

  /// All words of all lexicons and all numerals, in the form that rules read.
  public func scan() -> Int { texts.reduce(0) { $0 + extractor.scan($1) } }

  /// The words of all sentences, corrected by the words of lexicons that a scan has found, in flags:
  /// as the road cuts them, but everywhere.
  public func words() -> Int {
    var count = 0
    for (text, words) in zip(texts, kept) {
      let sentences = segmenter.segmentation(of: text).sentences
      if flags.count <= text.units.count {
        flags = [UInt8](repeating: 0, count: text.units.count + 1024)
      }
      flags.withUnsafeMutableBufferPointer { flags in
        words.withUnsafeBufferPointer { words in
          text.units.withUnsafeBufferPointer { units in
            guard let flags = flags.baseAddress else { return }
            for sentence in sentences {
              segmenter.cutWords(of: units, in: sentence, corrections: words, into: flags)
              for place in sentence.range { count &+= Int(flags[place + 1]) }
            }
          }
        }
      }
    }
    return count
  }

  /// Everything before values: scan, rules, words where rules ask for them, arbitration.
  public func match() -> Int { texts.reduce(0) { $0 + extractor.match($1) } }

  /// From text to records.
  public func extract() -> Int {
    let types: Set<MentionType> = [.organization, .amount, .quantity, .date]
    return documents.reduce(0) { $0 + extractor.records(of: $1, types: types).count }
  }

  /// From text to records as lines of JSON.
  public func extractAndWrite() -> Int {
    let types: Set<MentionType> = [.organization, .amount, .quantity, .date]
    var json = JSONWriter()
    return documents.reduce(0) { sum, document in
      json.removeAll()
      extractor.write(recordsOf: document, types: types, to: &json) { _ in }
      return sum + json.bytes.count
    }
  }

  /// The records of all types of all texts: what two programs make can be compared byte by byte.
  public func records() -> [UInt8] {
    var json = JSONWriter()
    for document in documents {
      for record in extractor.records(of: document, types: Set(MentionType.allCases)) {
        record.write(to: &json)
      }
    }
    return json.bytes
  }
}
