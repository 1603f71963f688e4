// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuText

@testable import ZhailuSegment

@Suite struct WordTablesTests {
  /// The words of ICU's dictionary, from its serialized form.
  private func installed() throws -> [UInt16] {
    try #require(WordTables.withInstalledDictionary { Array($0) })
  }

  private func tables(_ dictionary: [UInt16]) -> WordTables? {
    dictionary.withUnsafeBufferPointer { WordTables($0) }
  }

  @Test func damagedDictionariesAreRefused() throws {
    let dictionary = try installed()
    #expect(tables([]) == nil)
    #expect(tables([0]) == nil)
    #expect(tables(Array(repeating: 0, count: 1000)) == nil)
    #expect(tables(Array(repeating: 0x31, count: 1000)) == nil)
    #expect(tables(Array(repeating: 0xFFFF, count: 1000)) == nil)
    #expect(tables(Array(dictionary.prefix(dictionary.count / 2))) == nil)
    #expect(tables(Array(dictionary.dropFirst())) == nil)
    #expect(tables(dictionary.map { $0 ^ 0x100 }) == nil)
    // Another dictionary, sound by itself: 中 and 中国.
    #expect(tables([0x30, 0x4E2D, 0x40 + 0x30, 0x56FD, 0x8005]) == nil)
  }

  /// Whatever stands there, reading ends.
  @Test func noDictionaryTraps() throws {
    var random = SplitMix64(seed: 21)
    for count in [1, 2, 5, 20, 100, 1000] {
      for _ in 0..<20 {
        _ = tables((0..<count).map { _ in UInt16.random(in: 0...UInt16.max, using: &random) })
        _ = tables((0..<count).map { _ in UInt16.random(in: 0...0x60, using: &random) })
      }
    }
    let dictionary = Array(try installed().prefix(20_000))
    for _ in 0..<10 {
      var damaged = dictionary
      for _ in 0..<20 {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] =
          UInt16.random(in: 0...UInt16.max, using: &random)
      }
      #expect(tables(damaged) == nil)
    }
  }

  /// Nor do words that are cut by a dictionary that is none.
  @Test func noStoredDictionaryTraps() throws {
    let rules = try #require(BreakRules.words)
    let breaker = try Breaker(.words)
    let text = Array(WordTables.sample.joined().utf16)
    var cuts = [UInt8](repeating: 0, count: text.count + 1)
    func cut(by dictionary: [UInt16]) {
      dictionary.withUnsafeBufferPointer { units in
        let stored = StoredBreaker(rules, units, breaker)
        cuts.withUnsafeMutableBufferPointer { flags in
          guard let flags = flags.baseAddress else { return }
          stored.cut(text, from: 0, to: text.count, into: Cuts(flags: flags, mark: 1))
        }
      }
    }
    var random = SplitMix64(seed: 22)
    for count in [0, 1, 2, 5, 20, 100, 1000] {
      for most in [UInt16(0x60), .max] {
        for _ in 0..<20 {
          cut(by: (0..<count).map { _ in UInt16.random(in: 0...most, using: &random) })
        }
      }
    }
    let dictionary = try installed()
    for _ in 0..<10 {
      var damaged = dictionary
      for _ in 0..<2000 {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] =
          UInt16.random(in: 0...UInt16.max, using: &random)
      }
      cut(by: damaged)
    }
    #expect(cuts[text.count] == 1)
  }

  /// With tables, without them and going over from one to the other, the words are the same.
  @Test func wordsAreTheSameWithoutTables() throws {
    let trie = DoubleArrayTrie(words: ["石景山区", "工商联"])
    let text = foldedText(WordTables.sample.joined(separator: "石景山区工商联，"))
    let extent = Extent(0, text.units.count)
    var asked = 0
    let damaged = try Segmenter(lexicon: trie, startsWithICU: true, unitsBeforeTables: 0) {
      asked += 1
      return self.tables([0])
    }
    let plain = try Segmenter(lexicon: trie, startsWithICU: true, unitsBeforeTables: .max)
    let quick = try Segmenter(lexicon: trie, unitsBeforeTables: 0)
    let changing = try [true, false].map {
      try Segmenter(lexicon: trie, startsWithICU: $0, unitsBeforeTables: text.units.count + 1)
    }
    let expected = plain.wordEnds(of: text, in: extent)
    for _ in 0..<4 {
      for segmenter in [damaged, quick] + changing {
        #expect(segmenter.wordEnds(of: text, in: extent) == expected)
      }
    }
    #expect(asked == 1)
  }
}
