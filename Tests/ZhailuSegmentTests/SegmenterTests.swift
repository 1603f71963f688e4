// SPDX-License-Identifier: Apache-2.0
import TestClock
import Testing
import ZhailuText

@testable import ZhailuSegment

@Suite struct SegmenterTests {
  /// The words of `text`, parted by slashes.
  private func words(_ text: String, lexicon: [String]) throws -> String {
    let segmenter = try Segmenter(lexicon: DoubleArrayTrie(words: lexicon))
    let folded = foldedText(text)
    let extent = Extent(0, folded.units.count - 1)
    return segmenter.tokens(of: folded, in: extent).map { folded[$0] }.joined(separator: "/")
  }

  // MARK: Words

  @Test(
    arguments: [
      ("石景山区工商联", ["石景山区", "工商联"], "石景山区/工商联"),
      ("在石景山区的工商联", ["石景山区", "工商联"], "在/石景山区/的/工商联"),
      ("石景山区工商联", ["石景山区工商联", "石景山区", "工商联"], "石景山区工商联"),
      ("医院捐款", [], "医院/捐款"),
      // A word of the lexicon cuts the words of ICU that it overlaps.
      ("医院捐款", ["院捐"], "医/院捐/款"),
      ("医院捐款", ["医院捐款"], "医院捐款"),
      ("医院捐款", ["款"], "医院/捐款"),
      ("捐款200万", ["款200"], "捐/款200/万"),
      ("𠮷野家捐款", ["𠮷野家"], "𠮷野家/捐款"),
      ("", ["石景山区"], ""),
    ] as [(String, [String], String)])
  func correctedWords(text: String, lexicon: [String], expected: String) throws {
    #expect(try words(text, lexicon: lexicon) == expected)
  }

  /// Of words that overlap the longest counts, then the first; what it leaves is still corrected.
  @Test(arguments: [
    (["鬯鬲", "鬲鑫"], "鬯鬲/鑫/淼/垚/犇"), (["鬯鬲", "鬲鑫淼"], "鬯/鬲鑫淼/垚/犇"), (["鬯鬲鑫", "鑫淼垚"], "鬯鬲鑫/淼/垚/犇"),
    (["鬯鬲", "鬯鬲鑫", "鑫淼垚犇"], "鬯鬲/鑫淼垚犇"), (["鬯鬲鑫", "鑫淼垚犇", "鬯"], "鬯/鬲/鑫淼垚犇"),
    (["鬯鬲", "鬲鑫淼", "鑫淼垚犇"], "鬯鬲/鑫淼垚犇"), (["鑫淼", "鬯鬲鑫", "垚犇"], "鬯鬲鑫/淼/垚犇"),
  ])
  func overlappingWords(lexicon: [String], expected: String) throws {
    // Apart from the lexicon every character is a word to ICU.
    let text = "鬯鬲鑫淼垚犇"
    #expect(try words(text, lexicon: ["鬯鬲鑫淼垚犇"]) == text)
    let plain = try words(text, lexicon: []).split(separator: "/")
    try #require(plain.allSatisfy { $0.count == 1 }, "ICU joins \(plain)")
    #expect(try words(text, lexicon: lexicon) == expected)
  }

  @Test func wordsOfASentenceInsideAText() throws {
    let segmenter = try Segmenter(lexicon: DoubleArrayTrie(words: ["石景山区", "款。石"]))
    let text = foldedText("他们捐款。石景山区捐款。")
    let sentences = segmenter.segmentation(of: text).sentences
    #expect(sentences.map { text[$0] } == ["他们捐款。", "石景山区捐款。"])
    // A word across the sentences corrects neither.
    #expect(segmenter.tokens(of: text, in: sentences[0]).map { text[$0] } == ["他们", "捐款", "。"])
    #expect(
      segmenter.tokens(of: text, in: sentences[1]).map { text[$0] } == ["石景山区", "捐款", "。"])
  }

  /// Piece by piece, in any order and asked for in part, words are cut as in the whole sentence.
  @Test(arguments: [0, 60, .max], [0, 40, .max])
  func pieces(unitsBeforeTables: Int, unitsBeforePieces: Int) throws {
    var random = SplitMix64(seed: 12)
    let lexicon = DoubleArrayTrie(words: [
      "石景山区", "工商联", "区工商", "联捐款", "款200", "0万", "万，", "的\u{0}",
    ])
    let whole = try Segmenter(lexicon: lexicon, startsWithICU: true, unitsBeforeTables: .max)
    let parted = try [true, false].map {
      try Segmenter(
        lexicon: lexicon, startsWithICU: $0, unitsBeforeTables: unitsBeforeTables,
        unitsBeforePieces: unitsBeforePieces)
    }
    let parts = [
      "石景山区", "工商联", "石景", "山区工", "捐款", "200万", "，", "。", "😷", " ", "的", "\u{0}", "e\u{301}",
      "研究生命",
      "カタカナ", "A股", "3.5", "𠮷野家",
    ]
    for round in 0..<300 {
      let count = Int.random(in: 1...20, using: &random)
      let text =
        round < WordTables.sample.count
        ? foldedText(WordTables.sample[round])
        : foldedText((0..<count).map { _ in parts.randomElement(using: &random)! }.joined())
      for sentence in whole.segmentation(of: text).sentences {
        var ends = whole.wordEnds(of: text, in: sentence)
        ends.insert(sentence.start, at: 0)
        for segmenter in parted {
          Self.expectPieces(of: text, sentence, lexicon, ends, segmenter, &random)
        }
      }
    }
  }

  private static func expectPieces(
    of text: FoldedText, _ sentence: Extent, _ lexicon: DoubleArrayTrie, _ ends: [Int],
    _ segmenter: Segmenter, _ random: inout SplitMix64
  ) {
    let marks = WordMarks(cut: 4, known: 2, edge: 16, joined: 32)
    var flags = [UInt8](repeating: 0, count: text.units.count + 1)
    var corrections: [Stretch] = []
    let places = sentence.range.shuffled(using: &random)
    text.units.withUnsafeBufferPointer { units in
      lexicon.forEachMatch(in: units, from: sentence.range) { _, start, end in
        corrections.append(Stretch(start, end))
      }
      flags.withUnsafeMutableBufferPointer { flags in
        corrections.withUnsafeBufferPointer { corrections in
          guard let flags = flags.baseAddress else { return }
          segmenter.cutPieces(of: units, in: sentence, corrections: corrections, into: flags, marks)
          for place in places where flags[place] & marks.known == 0 {
            var (start, end) = (place, place + 1)
            while flags[start] & marks.edge == 0 { start -= 1 }
            while flags[end] & marks.edge == 0 { end += 1 }
            segmenter.cutPiece(of: units, in: Extent(start, end), into: flags, marks)
          }
        }
      }
    }
    let found = (sentence.start...sentence.end).filter { flags[$0] & marks.cut != 0 }
    #expect(found == ends, "\(text[sentence])")
  }

  /// The words of any text are its characters, each once; those of the lexicon that no other
  /// overlaps are words.
  @Test func randomTexts() throws {
    var random = SplitMix64(seed: 11)
    let parts = [
      "石景山区", "工商联", "石景", "山区工", "捐款", "200万", "，", "。", "😷", " ", "的", "\u{0}", "e\u{301}",
    ]
    let lexicon = ["石景山区", "工商联", "区工商", "景山", "联捐款", "2", "款200"]
    let segmenter = try Segmenter(lexicon: DoubleArrayTrie(words: lexicon))
    for _ in 0..<300 {
      let count = Int.random(in: 1...20, using: &random)
      let text = foldedText((0..<count).map { _ in parts.randomElement(using: &random)! }.joined())
      for sentence in segmenter.segmentation(of: text).sentences {
        let ends = segmenter.wordEnds(of: text, in: sentence)
        #expect(zip([sentence.start] + ends, ends).allSatisfy { $0 < $1 })
        #expect(ends.last == sentence.end)
        #expect(
          segmenter.tokens(of: text, in: sentence).map { text[$0] }.joined() == text[sentence])
      }
    }
  }

  @Test func aLongSentenceTakesLinearTime() throws {
    let segmenter = try Segmenter(lexicon: DoubleArrayTrie(words: ["捐捐", "捐捐捐捐捐捐捐捐", "款捐"]))
    let (short, long) = (
      foldedText(String(repeating: "捐捐捐款", count: 2000)),
      foldedText(String(repeating: "捐捐捐款", count: 20_000))
    )
    func cut(_ text: FoldedText) {
      _ = segmenter.wordEnds(of: text, in: Extent(0, text.units.count - 1))
    }
    #expect(ProcessorTime.ratio(of: { cut(long) }, to: { cut(short) }, below: 40) < 40)
  }

  // MARK: Sentences

  @Test(arguments: [
    ("我们捐款。他们也捐款！", ["我们捐款。", "他们也捐款!"]), ("　　我们捐款。　　他们也。　", ["我们捐款。", "他们也。"]),
    ("甲\n乙", ["甲", "乙"]), ("甲\r\n\r\n乙", ["甲", "乙"]), ("", []), (" \n ", []),
    ("他说：“好。”", ["他说:“好。”"]),
  ])
  func sentences(text: String, sentences: [String]) throws {
    let segmenter = try Segmenter(lexicon: DoubleArrayTrie([]))
    let folded = foldedText(text)
    #expect(segmenter.segmentation(of: folded).sentences.map { folded[$0] } == sentences)
  }

  @Test func everyCharacterThatIsNoSpaceIsInOneSentence() throws {
    var random = SplitMix64(seed: 12)
    let segmenter = try Segmenter(lexicon: DoubleArrayTrie([]))
    let parts = ["我们", "。", "！", "”", " ", "\n", "\r\n", "A.", "3.5", "😷", "…", "\t", "\u{2028}"]
    for _ in 0..<300 {
      let text = foldedText((0..<30).map { _ in parts.randomElement(using: &random)! }.joined())
      let segmentation = segmenter.segmentation(of: text)
      for (offset, unit) in text.units.enumerated() {
        let index = segmentation.sentence(at: offset)
        let isBlank = !CharacterClass.of(unit).isDisjoint(with: [.space, .lineBreak])
        #expect(isBlank || index != nil)
        if let index { #expect(segmentation.sentences[index].range.contains(offset)) }
      }
      #expect(segmentation.sentences == segmentation.sentences.sorted())
    }
  }
}
