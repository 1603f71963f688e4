// SPDX-License-Identifier: Apache-2.0
import ZhailuSegment
import ZhailuText

/// What words do next to a count: 军大衣 is a noun, 整合 a verb, 全新 a quality.
///
/// The words are no part of the scan, which finds every word of a text: these are looked up one by
/// one where a quantity stands.
package struct WordClasses: Sendable {
  package enum Class: UInt8, Sendable, BitwiseCopyable {
    case unknown, noun, verb, quality, person, body, act, rate

    /// The word names a thing, a person or a body, not an act.
    package var isThing: Bool { self == .noun || self == .person || self == .body }
    package var isNoun: Bool { isThing || self == .act || self == .rate }
  }

  /// By the letters in the lexicons; any other is one of nothing.
  private static let byName: [String: Class] = [
    "n": .noun, "v": .verb, "a": .quality, "p": .person, "b": .body, "e": .act, "r": .rate,
  ]
  static var names: some Sequence<String> { byName.keys }

  private let words: DoubleArrayTrie
  private let classes: FlatArray<Class>

  init(_ lexicons: [Lexicon]) {
    var words: [[UInt16]] = []
    var classes: [Class] = []
    var known: Set<[UInt16]> = []
    for lexicon in lexicons {
      for entry in lexicon.entries.indices {
        let form = FoldTable.fold(lexicon.entries[entry].form)
        guard known.insert(form).inserted else { continue }
        words.append(form)
        let name = lexicon.value("class", of: entry) ?? ""
        classes.append(Self.byName[name] ?? .unknown)
      }
    }
    self.words = DoubleArrayTrie(words)
    self.classes = FlatArray(classes)
  }

  /// Where the longest noun and the longest quality that begin at `start` end; `start` where none does.
  package func ends(_ text: UnsafeBufferPointer<UInt16>, _ start: Int) -> (noun: Int, quality: Int)
  {
    var ends = (noun: start, quality: start)
    words.forEachMatch(in: text, at: start) { number, wordEnd in
      if classes[number].isNoun { ends.noun = wordEnd }
      if classes[number] == .quality { ends.quality = wordEnd }
    }
    return ends
  }

  /// The class of the word that stands in `text` from `start` to `end`.
  package func of(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Class {
    var found = Class.unknown
    let window = UnsafeBufferPointer(rebasing: text[..<end])
    words.forEachMatch(in: window, at: start) { number, wordEnd in
      if wordEnd == end { found = classes[number] }
    }
    return found
  }

  func write(to writer: inout ImageWriter) {
    writer.write(words)
    writer.write(classes)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    words = try reader.trie()
    classes = try reader.elements()
  }
}
