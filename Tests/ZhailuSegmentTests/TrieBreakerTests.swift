// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing
import ZhailuText

@testable import ZhailuSegment

/// Cuts are held against those of ICU, place by place.
///
/// `ZHAILU_RANDOM_TEXTS=1000000 swift test -c release -Xswiftc -enable-testing --filter TrieBreaker`
/// compares a million random texts; each prints how many boundaries were compared.
@Suite struct TrieBreakerTests {
  private let icu: Breaker
  private let trie: TrieBreaker

  init() throws {
    icu = try Breaker(.words)
    trie = TrieBreaker(try #require(WordTables.installed, "ICU is not as expected"), icu)
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

  /// The number of boundaries of `text` that both find; nothing where they differ.
  private func common(_ text: [UInt16]) -> Int? {
    let expected = cuts(text) { icu.cut($0, from: 0, to: text.count, into: $1) }
    let found = cuts(text) { trie.cut($0, from: 0, to: text.count, into: $1) }
    return found == expected ? expected.count { $0 & Self.mark != 0 } : nil
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
    let flags = cuts(text) { trie.cut($0, from: 5, to: 10, into: $1) }
    #expect(flags == [17, 17, 17, 17, 17, 17, 17, 21, 21, 17, 21, 17])
  }

  // MARK: Texts

  private static let corpus: [UInt16] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Corpus/articles")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let texts = (files?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    return texts.flatMap { Array(((try? String(contentsOf: $0, encoding: .utf8)) ?? "").utf16) }
  }()

  @Test func theCorpus() {
    let text = Self.corpus
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

  // MARK: Random texts

  /// What a random text is made of, with how often.
  private static let kinds: [(weight: Int, ranges: [ClosedRange<UInt32>])] = [
    (30, [0x4E00...0x9FFF]), (20, [0x30...0x39]), (10, [0xFF10...0xFF19]), (16, [0x41...0x7A]),
    (8, [0xFF21...0xFF5A]), (16, [0x20...0x2F, 0x3A...0x40]),
    (20, [0xFF0C...0xFF0C, 0x3001...0x3003, 0x3008...0x3011, 0x2018...0x201D, 0x2014...0x2026]),
    (10, [0x3041...0x309F]), (10, [0x30A0...0x30FF]), (4, [0xFF65...0xFF9F]),
    (8, [0xAC00...0xD7A3]), (3, [0x1100...0x11FF]), (4, [0x3400...0x4DBF]),
    (4, [0x20000...0x2A6DF, 0x2F800...0x2FA1D]), (5, [0xF900...0xFAFF]),
    (4, [0x2E80...0x2FD5, 0x3005...0x3007, 0x3021...0x3029]), (4, [0x3200...0x33FF]),
    (6, [0x300...0x36F, 0x3099...0x309A]), (4, [0xFE00...0xFE0F, 0x200B...0x200F, 0xAD...0xAD]),
    (5, [0x1F300...0x1FAFF, 0x1F1E6...0x1F1FF]), (4, [0, 9, 10, 11, 12, 13, 0x85].map { $0...$0 }),
    (3, [0x2000...0x200A, 0x3000...0x3000, 0xA0...0xA0, 0x2028...0x2029]),
    (3, [0xE01...0xE5B, 0x1000...0x109F, 0x1780...0x17FF]), (3, [0x5D0...0x5EA, 0x600...0x6FF]),
    (2, [0xD800...0xDFFF]), (2, [0...0xFFFF]), (2, [0x27...0x27, 0x22...0x22, 0x5F...0x5F]),
  ]

  /// Stretches of the corpus, of its characters shuffled, and of characters of all kinds.
  private static func randomText(_ random: inout SeededGenerator) -> [UInt16] {
    var text: [UInt16] = []
    // Some texts are of few kinds, so that these meet more often.
    let kinds =
      Int.random(in: 0..<3, using: &random) == 0
      ? Self.kinds : (0..<3).map { _ in Self.kinds.randomElement(using: &random)! }
    let total = kinds.reduce(0) { $0 + $1.weight }
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let start = Int.random(in: 0..<corpus.count - 12, using: &random)
        text += corpus[start..<start + Int.random(in: 1...12, using: &random)]
      case 1:
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          text.append(corpus.randomElement(using: &random)!)
        }
      case 2 where Int.random(in: 0..<8, using: &random) == 0: text += [0x0D, 0x0A]
      default: text += character(kinds, total, &random)
      }
    }
    return text
  }

  private static func character(
    _ kinds: [(weight: Int, ranges: [ClosedRange<UInt32>])], _ total: Int,
    _ random: inout SeededGenerator
  ) -> [UInt16] {
    var place = Int.random(in: 0..<total, using: &random)
    let kind = kinds.first { kind in
      place -= kind.weight
      return place < 0
    }
    let range = kind!.ranges.randomElement(using: &random)!
    let scalar = UInt32.random(in: range, using: &random)
    guard scalar > 0xFFFF else { return [UInt16(scalar)] }
    return [
      UInt16(0xD800 + (scalar - 0x10000) >> 10), UInt16(0xDC00 + (scalar - 0x10000) & 0x3FF),
    ]
  }

  @Test(arguments: 0..<4)
  func randomTexts(seed: Int) throws {
    let wanted = ProcessInfo.processInfo.environment["ZHAILU_RANDOM_TEXTS"].flatMap { Int($0) }
    var random = SeededGenerator(seed: UInt64(1000 + seed))
    var (boundaries, wrong): (Int, [String]) = (0, [])
    for _ in 0..<(wanted ?? 16_000) / 4 where wrong.count < 5 {
      let text = Self.randomText(&random)
      if let count = common(text) { boundaries += count } else { wrong.append(spelled(text)) }
    }
    #expect(wrong == [])
    print("Random texts: \(boundaries) boundaries compared")
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
