// SPDX-License-Identifier: Apache-2.0
import CICU

/// Cuts words as `TrieBreaker` does, by ICU's dictionary as ICU stores it: for a worker with little
/// to cut, who would wait longer for the double array, or for ICU to make ready, than for the words.
///
/// It is not held against ICU before the first word, which would take longer than a page: it is for the
/// version that the tests hold it against (`Breaker.isProven`).
final class StoredBreaker {
  private let rules: BreakRules
  private let breaker: Breaker
  @exclusivity(unchecked) private var walk: DictionaryWalk
  /// As in `TrieBreaker`.
  @exclusivity(unchecked) private var best: [UInt64] = []

  init(_ rules: BreakRules, _ dictionary: UnsafeBufferPointer<UInt16>, _ breaker: Breaker) {
    self.rules = rules
    self.breaker = breaker
    walk = DictionaryWalk(dictionary)
  }

  /// That of the installed ICU; nothing where its form is not known.
  static func installed(_ breaker: Breaker) -> StoredBreaker? {
    guard let rules = BreakRules.words, let dictionary else { return nil }
    return StoredBreaker(rules, dictionary, breaker)
  }

  /// ICU's dictionary where ICU's data lies, open as long as the program runs.
  nonisolated(unsafe) private static let dictionary: UnsafeBufferPointer<UInt16>? = {
    var units: UnsafePointer<UInt16>?
    var count: Int32 = 0
    guard zicu_dictionary_open(&units, &count) != nil, count > 0 else { return nil }
    return UnsafeBufferPointer(start: units, count: Int(count))
  }()

  /// Cuts at each boundary of `text[start..<end]` after its start.
  func cut(_ text: UnsafePointer<UInt16>, from start: Int, to end: Int, into cuts: Cuts) {
    rules.cut(text, from: start, to: end, into: cuts, breaker) { han, count, cuts in
      cutHan(han, count: count, into: cuts)
    }
  }

  /// The same path as that of `TrieBreaker`.
  private func cutHan(_ text: UnsafePointer<UInt16>, count: Int, into cuts: Cuts) {
    if best.count <= count { best = [UInt64](repeating: 0, count: 2 * count + 64) }
    best.withUnsafeMutableBufferPointer { best in
      best[0] = 0
      for end in 1...count { best[end] = .max }
      for place in 0..<count {
        let path = best[place] & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: place)
        best[place + 1] = min(best[place + 1], path &+ cost(of: text[place]) << 32)
        var end = place + 1
        while end < count, end - place < WordTrie.longestWord, walk.step(text[end]) {
          end += 1
          if let cost = walk.value() { best[end] = min(best[end], path &+ UInt64(cost) << 32) }
        }
      }
      var end = count
      while end > 0 {
        cuts.cut(end)
        end = Int(best[end] & 0xFFFF_FFFF)
      }
    }
  }

  /// What a character costs as a word by itself; the walk goes on from it.
  private func cost(of unit: UInt16) -> UInt64 {
    walk.begin()
    let isKnown = walk.step(unit)
    return UInt64((isKnown ? walk.value() : nil) ?? WordTrie.unknownCost)
  }
}
