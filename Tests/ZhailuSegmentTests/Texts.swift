// SPDX-License-Identifier: Apache-2.0
import Foundation
import ZhailuText

@testable import ZhailuSegment

/// Texts to cut: those of the corpus, and random ones with everything that is cut in a way of its
/// own.
enum Texts {
  /// `ZHAILU_RANDOM_TEXTS` says how many, if set.
  static let randomCount =
    ProcessInfo.processInfo.environment["ZHAILU_RANDOM_TEXTS"].flatMap { Int($0) } ?? 16_000

  /// A file whose texts are compared too.
  static let file = ProcessInfo.processInfo.environment["ZHAILU_TEXTS"]

  static let corpus: [UInt16] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Corpus/articles")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let texts = (files?.allObjects as? [URL] ?? [])
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    return texts.flatMap { Array(((try? String(contentsOf: $0, encoding: .utf8)) ?? "").utf16) }
  }()

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
  static func random(_ random: inout SplitMix64) -> [UInt16] {
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

  /// Words of ICU's dictionary one after the other, some without an end, so that many ways to cut
  /// compete; now and then with what is cut otherwise between them.
  static func glued(_ dictionary: DictionaryReader, _ random: inout SplitMix64) -> [UInt16] {
    var text: [UInt16] = []
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let word = word(dictionary, &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: text += word.dropFirst()
      case 1, 2: text += word.dropLast()
      case 3: text += word + [[0xFF0C, 0x35, 0x30AB, 0x4E00].randomElement(using: &random)!]
      default: text += word
      }
    }
    return text
  }

  private static func word(
    _ dictionary: DictionaryReader, _ random: inout SplitMix64
  ) -> [UInt16] {
    var word: [UInt16] = []
    var node = DictionaryReader.Node(position: 0)
    while true {
      let isWord = dictionary.read(node) != nil && !word.isEmpty
      if dictionary.count == 0 || isWord && Int.random(in: 0..<3, using: &random) == 0 {
        return word
      }
      let index = Int.random(in: 0..<dictionary.count, using: &random)
      word.append(dictionary.labels[index])
      node = dictionary.children[index]
    }
  }

  private static func character(
    _ kinds: [(weight: Int, ranges: [ClosedRange<UInt32>])], _ total: Int,
    _ random: inout SplitMix64
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
}
