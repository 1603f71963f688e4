// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment

/// The weights of a table in the form in which they are added up fastest: texts of one to three
/// characters in a trie, lexicons and lengths in rows by number, longer texts by their hash.
///
/// It says the same as the table's rows; each of its numbers is looked up there once.
package struct EvidenceModel: Sendable {
  /// What a text of one to three characters weighs in each place that it may have.
  package struct Gram: Sendable, BitwiseCopyable {
    package let before, begins, inside, ends, after, atStart, atEnd: Int16

    package static var none: Gram {
      Gram(before: 0, begins: 0, inside: 0, ends: 0, after: 0, atStart: 0, atEnd: 0)
    }
  }

  /// A character that texts begin with.
  package struct First: Sendable, BitwiseCopyable {
    /// That of longer texts in the trie; -1 where there is none.
    package var base: Int32 = -1
    /// What the character weighs by itself.
    package var gram = Gram.none
    package var isGram = false
  }

  /// What a word of a lexicon weighs.
  package struct List: Sendable, BitwiseCopyable {
    package let before, begins, second, inside, after, acrossStart, acrossEnd, whole, middle: Int32
  }

  /// A mention of more characters weighs as one of so many.
  @inlinable package static var longest: Int { 20 }
  @inlinable package static var longestMiddle: Int { 12 }
  /// Rows by the length of the middle, 0 to `longestMiddle`.
  @inlinable package static var middles: Int { longestMiddle + 1 }

  /// The number of a text is its index in `weights`.
  package let grams: DoubleArrayTrie
  package let weights: FlatArray<Gram>
  /// So that a place of a text costs few looks at what is not near: what single characters weigh, by
  /// their codes, which go by frequency, and which two characters any text begins with.
  package let firsts: FlatArray<First>
  package let pairs: PairFilter
  package let lists: [List]
  /// Of a list as the anchor: `middles` numbers each.
  package let anchors: [Int32]
  package let lengths: [Int32]
  package let middleLengths: [Int32]
  /// Of a rule: `middles` numbers each.
  package let rules: [Int32]
  package let facts: [Int32]
  /// Of texts as the anchor, alone, or joined to a middle.
  package let texts: EvidenceWeights

  package init(_ table: EvidenceTable) {
    let all = table.weights
    func weight(_ place: EvidenceKey.Place, list: Int, number: Int = 0) -> Int32 {
      all.weight(EvidenceKey(place.code, list: list, number: number))
    }
    let texts = Self.texts(of: table)
    grams = DoubleArrayTrie(texts)
    let weights = texts.map { Gram($0, all) }
    self.weights = FlatArray(weights)
    firsts = FlatArray(Self.firsts(of: grams, weights))
    pairs = grams.pairs()
    lists = table.lists.indices.map { List($0, weight) }
    anchors = table.lists.indices.flatMap { list in
      (0..<Self.middles).map { weight(.anchor, list: list, number: $0) }
    }
    lengths = (0...Self.longest).map { weight(.length, list: 0, number: $0) }
    middleLengths = (0..<Self.middles).map { weight(.middleLength, list: 0, number: $0) }
    rules = table.rules.indices.flatMap { rule in
      (0..<Self.middles).map {
        weight(.rule, list: rule, number: EvidenceKey.anyNumber)
          &+ weight(.rule, list: rule, number: $0)
      }
    }
    facts = EvidenceTable.DocumentFact.allCases.map { all.weight($0.key) }
    self.texts = EvidenceWeights(
      table.rows.filter { $0.key.isHashed }.map { ($0.key, $0.weight) })
  }

  private static func firsts(of grams: DoubleArrayTrie, _ weights: [Gram]) -> [First] {
    let codes = UnsafeBufferPointer(start: grams.codeTable, count: 0x10000)
    return (0...(codes.max() ?? 0)).map { code in
      let (base, number) = grams.first(code)
      var first = First(base: Int32(truncatingIfNeeded: base))
      if number >= 0 { (first.gram, first.isGram) = (weights[number], true) }
      return first
    }
  }

  /// The texts of one to three characters that rows speak of, each once, in order.
  private static func texts(of table: EvidenceTable) -> [[UInt16]] {
    let keys = table.rows.lazy.map(\.key).filter(\.isText)
    let packed = Set(keys.map { $0.bits & 0xFFFF_FFFF_FFFF })
    return packed.sorted().map { bits in
      [bits >> 32, bits >> 16, bits].map { UInt16(truncatingIfNeeded: $0) }.filter { $0 != 0 }
    }
  }
}

extension EvidenceModel.Gram {
  fileprivate init(_ text: [UInt16], _ all: EvidenceWeights) {
    func weight(_ place: EvidenceKey.Place) -> Int16 {
      Int16(
        clamping: all.weight(
          EvidenceKey(
            place.code, text[0], text.count > 1 ? text[1] : 0, text.count > 2 ? text[2] : 0)))
    }
    before = weight(.before)
    begins = weight(.begins)
    inside = weight(.inside)
    ends = weight(.ends)
    after = weight(.after)
    atStart = weight(.atStart)
    atEnd = weight(.atEnd)
  }
}

extension EvidenceModel.List {
  fileprivate init(_ list: Int, _ weight: (EvidenceKey.Place, Int, Int) -> Int32) {
    before = weight(.before, list, 0)
    begins = weight(.begins, list, 0)
    second = weight(.second, list, 0)
    inside = weight(.inside, list, 0)
    after = weight(.after, list, 0)
    acrossStart = weight(.acrossStart, list, 0)
    acrossEnd = weight(.acrossEnd, list, 0)
    whole = weight(.whole, list, 0)
    middle = weight(.middle, list, 0)
  }
}

extension EvidenceModel {
  func write(to writer: inout ImageWriter) {
    writer.write(grams)
    writer.write(weights)
    writer.write(firsts)
    writer.write(pairs)
    writer.write(lists)
    for numbers in [anchors, lengths, middleLengths, rules, facts] { writer.write(numbers) }
    texts.write(to: &writer)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    grams = try reader.trie()
    weights = try reader.elements()
    firsts = try reader.elements()
    pairs = try reader.pairs()
    lists = try reader.array()
    anchors = try reader.array()
    lengths = try reader.array()
    middleLengths = try reader.array()
    rules = try reader.array()
    facts = try reader.array()
    texts = try EvidenceWeights(from: &reader)
  }
}
