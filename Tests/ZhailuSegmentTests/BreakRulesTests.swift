// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuSegment

/// Sentences are held against those of ICU.
@Suite struct BreakRulesTests {
  private let icu: Breaker
  private let rules: BreakRules

  init() throws {
    icu = try Breaker(.sentences)
    rules = try #require(BreakRules.sentences, "ICU is not as expected")
  }

  /// The number of sentences; nothing where ICU finds others.
  private func sentences(_ text: [UInt16]) -> Int? {
    var (ends, place): ([Int], Int) = ([], 0)
    text.withUnsafeBufferPointer { units in
      guard let units = units.baseAddress else { return }
      while place < text.count {
        place = rules.pieceEnd(of: units, from: place, to: text.count)
        ends.append(place)
      }
    }
    return ends == icu.boundaries(of: text, in: Extent(0, text.count)) ? ends.count : nil
  }

  @Test func theCorpus() {
    let count = sentences(Texts.corpus)
    #expect(count ?? 0 > 1000)
    #expect(sentences(Texts.corpus.map { FoldTable.units[Int($0)] }) != nil)
    print("Corpus: \(count ?? 0) sentences compared")
  }

  /// What ends sentences is rare in random texts.
  private static let ends = [
    "。", "！", "？", "!", "?", ".", "…", "”", "’", "）", ")", "\"", " ", "　", "\n", "\r\n", "\u{2029}",
    ". A", ".a", "3.5", ",", "：", "、", "-", "\u{301}", "\u{85}",
  ].map { Array($0.utf16) }

  @Test(arguments: 0..<2)
  func randomTexts(seed: Int) {
    var random = SplitMix64(seed: UInt64(2000 + seed))
    var (count, wrong): (Int, [[UInt16]]) = (0, [])
    for _ in 0..<Texts.randomCount / 4 where wrong.count < 5 {
      var text = Texts.random(&random)
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        text.insert(contentsOf: Self.ends.randomElement(using: &random)!, at: place)
      }
      if let sentences = sentences(text) { count += sentences } else { wrong.append(text) }
    }
    #expect(wrong == [])
    print("Random texts: \(count) sentences compared")
  }

  @Test func everyCharacterBesideEnds() {
    var wrong: [UInt16] = []
    for unit in UInt16.min...UInt16.max {
      let text: [UInt16] = [unit, 0x4E2D, 0x3002, unit, 0x56FD, 0x2E, unit, 0x20, unit, 0x61, unit]
      if sentences(text) == nil { wrong.append(unit) }
    }
    #expect(wrong == [])
  }

  @Test func sentencesOfASegmenterAreTheSame() throws {
    let quick = try Segmenter(lexicon: DoubleArrayTrie([]), unitsBeforeTables: 0)
    let plain = try Segmenter(
      lexicon: DoubleArrayTrie([]), startsWithICU: true, unitsBeforeTables: .max)
    var random = SplitMix64(seed: 2010)
    for _ in 0..<300 {
      let text = foldedText(String(decoding: Texts.random(&random), as: UTF16.self))
      #expect(quick.segmentation(of: text).sentences == plain.segmentation(of: text).sentences)
    }
  }
}
