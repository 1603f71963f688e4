// SPDX-License-Identifier: Apache-2.0
import Testing
import ZhailuSegment
import ZhailuText

@Suite struct DoubleArrayTrieTests {
  private struct Match: Hashable {
    var number: Int
    var end: Int
  }

  private func matches(of trie: DoubleArrayTrie, in text: [UInt16], at start: Int) -> [Match] {
    var found: [Match] = []
    text.withUnsafeBufferPointer { units in
      trie.forEachMatch(in: units, at: start) { found.append(Match(number: $0, end: $1)) }
    }
    return found
  }

  /// What a dictionary finds: each prefix looked up.
  private func expected(
    of numbers: [[UInt16]: Int], longest: Int, in text: [UInt16], at start: Int
  ) -> [Match] {
    guard start < text.count else { return [] }
    return (start + 1...min(text.count, start + longest)).compactMap { end in
      numbers[Array(text[start..<end])].map { Match(number: $0, end: end) }
    }
  }

  // MARK: By hand

  @Test func findsAllThatBeginAtAPlace() {
    let trie = DoubleArrayTrie(words: ["石", "石景", "石景山区", "景山", "山区", "工商联"])
    let text = Array("在石景山区工商联".utf16)
    #expect(matches(of: trie, in: text, at: 0).isEmpty)
    #expect(
      matches(of: trie, in: text, at: 1) == [
        Match(number: 0, end: 2), Match(number: 1, end: 3), Match(number: 2, end: 5),
      ])
    #expect(matches(of: trie, in: text, at: 2) == [Match(number: 3, end: 4)])
    #expect(matches(of: trie, in: text, at: 5) == [Match(number: 5, end: 8)])
    #expect(matches(of: trie, in: text, at: 8).isEmpty)
  }

  @Test func aWordCutOffByTheEndIsNotFound() {
    let trie = DoubleArrayTrie(words: ["石景山区"])
    #expect(matches(of: trie, in: Array("石景山".utf16), at: 0).isEmpty)
    #expect(trie.number(of: Array("石景山".utf16)) == nil)
    #expect(trie.number(of: Array("石景山区区".utf16)) == nil)
    #expect(trie.number(of: Array("石景山区".utf16)) == 0)
  }

  @Test(arguments: [[], [""], ["", ""]])
  func withoutWords(words: [String]) {
    let trie = DoubleArrayTrie(words: words)
    let text = Array("石景山区".utf16)
    for start in 0...text.count { #expect(matches(of: trie, in: text, at: start).isEmpty) }
    #expect(trie.number(of: []) == nil)
  }

  @Test func ofEqualWordsTheLastCounts() {
    let trie = DoubleArrayTrie(words: ["甲", "乙", "甲", "", "甲乙", "甲"])
    #expect(trie.number(of: Array("甲".utf16)) == 5)
    #expect(trie.number(of: Array("乙".utf16)) == 1)
    #expect(trie.number(of: Array("甲乙".utf16)) == 4)
  }

  @Test func anyScalarMayStandInAWord() {
    let words = ["𠮷野家", "😷", "a b", "\u{0}", "\u{FFFF}", "1,200", "e\u{301}", "\t", "Y-25T"]
    let trie = DoubleArrayTrie(words: words)
    for (number, word) in words.enumerated() {
      #expect(trie.number(of: Array(word.utf16)) == number)
    }
    #expect(trie.number(of: Array("e".utf16)) == nil)
  }

  @Test func matches() {
    let trie = DoubleArrayTrie(words: ["石", "石景山", "石景"])
    Array("石景山区".utf16).withUnsafeBufferPointer { text in
      var found: [[Int]] = []
      for start in 0...1 {
        trie.forEachMatch(in: text, at: start) { found.append([start, $0, $1]) }
      }
      #expect(found == [[0, 0, 1], [0, 2, 2], [0, 1, 3]])
    }
  }

  // MARK: Codes

  /// A text in codes is scanned as one of characters, with a filter of pairs and without.
  @Test(arguments: [(2, 6, 40), (30, 5, 900), (3000, 4, 20000)])
  func scanOfCodes(alphabet: Int, longest: Int, count: Int) throws {
    var random = SplitMix64(seed: 11)
    let units = (0..<alphabet).map { UInt16($0 + 0x4E00) }
    func text(_ length: Int) -> [UInt16] {
      (0..<length).map { _ in units.randomElement(using: &random)! }
    }
    let trie = DoubleArrayTrie(
      (0..<count).map { _ in text(Int.random(in: 1...longest, using: &random)) })
    let article = text(3000) + Array("no word".utf16)
    let codes = article.map { trie.codeTable[Int($0)] } + [0, 0]
    let walks = UnsafeMutablePointer<TrieWalk>.allocate(capacity: TrieWalk.most)
    defer { walks.deallocate() }
    let all = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: 1)
    all.initialize(repeating: ~0)
    defer { all.deallocate() }
    let passingAll = try #require(PairFilter(words: UnsafeBufferPointer(all), owner: nil))
    for filter in [trie.pairs(), passingAll] {
      var found: [[Match]] = article.map { _ in [] }
      codes.withUnsafeBufferPointer {
        trie.forEachMatch(
          inCodes: $0.baseAddress!, count: article.count, filter: filter, walks
        ) { if $3 { found[Int($1)].append(Match(number: Int($0), end: Int($2))) } }
      }
      #expect(article.indices.allSatisfy { matches(of: trie, in: article, at: $0) == found[$0] })
    }
  }

  // MARK: Against a dictionary

  static let families: [(alphabet: Int, longest: Int, count: Int, seed: UInt64)] = [
    (2, 12, 300, 1), (3, 8, 2000, 2), (30, 5, 5000, 3), (3000, 6, 20000, 4), (20000, 4, 20000, 5),
    (1, 40, 30, 6), (60000, 2, 3000, 7),
  ]

  @Test(arguments: families)
  func everyMatchAtEveryPlace(alphabet: Int, longest: Int, count: Int, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let units = (0..<alphabet).map { UInt16($0 + (alphabet > 30000 ? 0 : 0x4E00)) }
    let words = (0..<count).map { _ in
      (0..<Int.random(in: 1...longest, using: &random)).map { _ in
        units.randomElement(using: &random)!
      }
    }
    var numbers: [[UInt16]: Int] = [:]
    for (number, word) in words.enumerated() { numbers[word] = number }
    let trie = DoubleArrayTrie(words)
    let unknown = words.filter { trie.number(of: $0) != numbers[$0] }
    #expect(unknown.isEmpty)

    // Words, parts of words and other characters, one after the other.
    var text: [UInt16] = []
    while text.count < 4000 {
      let word = words.randomElement(using: &random)!
      text += word.prefix(Int.random(in: 1...word.count, using: &random))
      if Int.random(in: 0..<8, using: &random) == 0 {
        text.append(.random(in: 0...0xFFFF, using: &random))
      }
    }
    let wrong = text.indices.filter { start in
      matches(of: trie, in: text, at: start)
        != expected(of: numbers, longest: longest, in: text, at: start)
    }
    #expect(wrong.isEmpty)
  }

  @Test func theOrderOfWordsDoesNotMatter() {
    var random = SplitMix64(seed: 8)
    let words = (0..<3000).map { _ in
      (0..<Int.random(in: 1...5, using: &random)).map { _ in
        UInt16.random(in: 0x4E00...0x4E40, using: &random)
      }
    }
    let distinct = Array(Set(words)).sorted { $0.lexicographicallyPrecedes($1) }
    let trie = DoubleArrayTrie(distinct)
    let shuffled = distinct.shuffled(using: &random)
    let other = DoubleArrayTrie(shuffled)
    #expect(other.byteCount == trie.byteCount)
    let wrong = distinct.filter { word in
      other.number(of: word).map { shuffled[$0] } != trie.number(of: word).map { distinct[$0] }
    }
    #expect(wrong.isEmpty)
  }

  @Test func theArraysStayDense() {
    var random = SplitMix64(seed: 9)
    let words = (0..<20000).map { _ in
      (0..<Int.random(in: 2...6, using: &random)).map { _ in
        UInt16.random(in: 0x4E00...0x5600, using: &random)
      }
    }
    let letters = words.reduce(0) { $0 + $1.count }
    // Eight bytes a cell, a cell a node and a word's end, and the table of codes.
    #expect(DoubleArrayTrie(words).byteCount < 2 * 8 * (letters + words.count) + 2 * 0x10000)
  }

  // MARK: In memory of someone else

  @Test func anImageIsTheTrie() throws {
    let words = ["石", "石景山区", "景山", "工商联", "工商"]
    let image = ImageOwner(DoubleArrayTrie(words: words).image)
    let trie = try #require(DoubleArrayTrie(image: image.bytes, owner: image))
    for (number, word) in words.enumerated() {
      #expect(trie.number(of: Array(word.utf16)) == number)
    }
    let text = Array("石景山区工商联".utf16)
    #expect(matches(of: trie, in: text, at: 0).count == 2)
    #expect(trie.image == Array(image.bytes))
  }

  @Test func theOwnerLivesAsLongAsTheTrie() throws {
    weak var owner: ImageOwner?
    var trie: DoubleArrayTrie?
    do {
      let image = ImageOwner(DoubleArrayTrie(words: ["石"]).image)
      owner = image
      trie = DoubleArrayTrie(image: image.bytes, owner: image)
    }
    #expect(owner != nil)
    #expect(trie?.number(of: Array("石".utf16)) == 0)
    trie = nil
    #expect(owner == nil)
  }

  @Test func whatIsNoImageIsRefused() {
    let sound = DoubleArrayTrie(words: ["石", "石景", "石景山"]).image
    func isTrie(_ bytes: [UInt8]) -> Bool {
      let image = ImageOwner(bytes)
      return DoubleArrayTrie(image: image.bytes, owner: image) != nil
    }
    #expect(isTrie(sound))
    #expect(!isTrie([]))
    #expect(!isTrie(Array(sound.dropLast())))
    #expect(!isTrie(Array(sound.prefix(100))))
    #expect(!isTrie([1] + sound.dropFirst()))
    var leaving = sound
    for place in (16 + 0x20000)..<leaving.count { leaving[place] = 0xFF }
    #expect(!isTrie(leaving))
    var codes = sound
    codes[16] = 0xFF
    codes[17] = 0xFF
    #expect(!isTrie(codes))
  }

  private final class ImageOwner {
    let bytes: UnsafeRawBufferPointer

    init(_ image: [UInt8]) {
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 8)
      copy.copyBytes(from: image)
      bytes = UnsafeRawBufferPointer(copy)
    }

    deinit { bytes.deallocate() }
  }
}
