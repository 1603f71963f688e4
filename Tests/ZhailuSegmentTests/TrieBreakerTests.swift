// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuText

@testable import ZhailuSegment

/// Cuts by the double array and by the stored dictionary are held against those of ICU, place by place.
///
/// `ZHAILU_RANDOM_TEXTS=1000000 swift test -c release -Xswiftc -enable-testing --filter TrieBreaker`
/// compares a million random texts, and `ZHAILU_TEXTS=FILE` the lines of a file and the whole of it;
/// each test prints how many boundaries were compared.
@Suite struct TrieBreakerTests {
  private let icu: Breaker
  private let trie: TrieBreaker
  private let stored: StoredBreaker

  init() throws {
    icu = try Breaker(.words)
    trie = TrieBreaker(try #require(WordTables.installed, "ICU is not as expected"), icu)
    stored = try #require(StoredBreaker.installed(icu))
  }

  private static let mark: UInt8 = 4

  private func cuts(_ text: [UInt16], by cut: (UnsafePointer<UInt16>, Cuts) -> Void) -> [UInt8] {
    // Other bits stay as they are.
    var flags = [UInt8](repeating: 0x11, count: text.count + 1)
    flags.withUnsafeMutableBufferPointer { flags in
      text.withUnsafeBufferPointer { units in
        guard let units = units.baseAddress, let flags = flags.baseAddress else { return }
        cut(units, Cuts(flags: flags, mark: Self.mark))
      }
    }
    return flags
  }

  /// The number of boundaries of `text` that all find; nothing where they differ.
  private func common(_ text: [UInt16]) -> Int? {
    let expected = cuts(text) { icu.cut($0, from: 0, to: text.count, into: $1) }
    let byTrie = cuts(text) { trie.cut($0, from: 0, to: text.count, into: $1) }
    let byStored = cuts(text) { stored.cut($0, from: 0, to: text.count, into: $1) }
    guard byTrie == expected, byStored == expected else { return nil }
    return expected.count { $0 & Self.mark != 0 }
  }

  private func spelled(_ text: [UInt16]) -> String {
    text.map { "\\u{\(String($0, radix: 16))}" }.joined()
  }

  @Test(arguments: [
    ("医院捐款", "医院/捐款"), ("捐款200万", "捐款/200/万"), ("1,200.5元", "1,200.5/元"), ("QQ群", "QQ/群"),
    ("研究生命起源", "研究/生命/起源"), ("𠮷野家", "𠮷/野家"), ("", ""), ("的", "的"), ("。", "。"),
    ("中\u{301}国", "中\u{301}/国"), ("一\r\n二", "一/\r\n/二"), ("a.b@c.d", "a.b@c.d"),
  ])
  func words(text: String, expected: String) {
    let units = Array(text.utf16)
    let flags = cuts(units) { trie.cut($0, from: 0, to: units.count, into: $1) }
    var (pieces, start): ([String], Int) = ([], 0)
    for end in units.indices where flags[end + 1] & Self.mark != 0 {
      pieces.append(String(decoding: units[start...end], as: UTF16.self))
      start = end + 1
    }
    #expect(pieces.joined(separator: "/") == expected)
  }

  @Test func cutsOnlyInTheExtent() {
    let text = Array("我们捐款。他们也捐款。".utf16)
    let expected: [UInt8] = [17, 17, 17, 17, 17, 17, 17, 21, 21, 17, 21, 17]
    #expect(cuts(text) { trie.cut($0, from: 5, to: 10, into: $1) } == expected)
    #expect(cuts(text) { stored.cut($0, from: 5, to: 10, into: $1) } == expected)
  }

  // MARK: Texts

  @Test func theCorpus() {
    let text = Texts.corpus
    #expect(text.count > 10_000)
    var boundaries = common(text) ?? 0
    #expect(boundaries > 0, "the whole text as one")
    for folded in [text, text.map { FoldTable.units[Int($0)] }] {
      for sentence in folded.split(whereSeparator: { $0 == 0x3002 || $0 == 0x0A }) {
        let count = common(Array(sentence))
        #expect(count != nil, "\(String(decoding: sentence, as: UTF16.self))")
        boundaries += count ?? 0
      }
    }
    print("Corpus: \(boundaries) boundaries compared")
  }

  @Test(.enabled(if: Texts.file != nil))
  func theTextsOfAFile() throws {
    let text = Array(try String(contentsOfFile: try #require(Texts.file), encoding: .utf8).utf16)
    var boundaries = try #require(common(text), "the whole text as one")
    for line in text.split(separator: 0x0A) {
      let count = common(Array(line))
      #expect(count != nil, "\(String(decoding: line, as: UTF16.self))")
      boundaries += count ?? 0
    }
    print("File: \(boundaries) boundaries compared")
  }

  // MARK: Random texts

  @Test(arguments: 0..<4)
  func randomTexts(seed: Int) {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    var (boundaries, wrong): (Int, [String]) = (0, [])
    for _ in 0..<Texts.randomCount / 4 where wrong.count < 5 {
      let text = Texts.random(&random)
      if let count = common(text) { boundaries += count } else { wrong.append(spelled(text)) }
    }
    #expect(wrong == [])
    print("Random texts: \(boundaries) boundaries compared")
  }

  @Test(arguments: 0..<4)
  func gluedWords(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(2000 + seed))
    var (boundaries, wrong): (Int, [String]) = (0, [])
    let isThere: Void? = WordTables.withInstalledDictionary { units in
      let dictionary = DictionaryReader(units)
      // Fewer than others: each word begins with a look at all first characters.
      for _ in 0..<Texts.randomCount / 64 where wrong.count < 5 {
        let text = Texts.glued(dictionary, &random)
        if let count = common(text) { boundaries += count } else { wrong.append(spelled(text)) }
      }
      #expect(!dictionary.isDamaged)
    }
    try #require(isThere)
    #expect(wrong == [])
    print("Glued words: \(boundaries) boundaries compared")
  }

  @Test func everyCharacterAloneAndBetweenHan() {
    var wrong: [UInt32] = []
    for scalar in UInt32(0)...0xFFFF {
      let unit = UInt16(scalar)
      let text: [UInt16] = [0x4E2D, 0x56FD, unit, 0x4EBA, 0x6C11, unit, 0x39, unit, 0x61, unit]
      if common(text) == nil { wrong.append(scalar) }
    }
    #expect(wrong == [])
  }

  @Test func aLongPieceIsCut() {
    let text = Array(repeating: Array("中国人民".utf16), count: 2000).flatMap { $0 }
    #expect(common(text) == 4000)
  }
}
