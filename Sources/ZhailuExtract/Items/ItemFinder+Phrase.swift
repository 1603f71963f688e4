// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads the noun phrase behind a unit.
///
/// Words are taken one by one: nouns and qualities as they come; a verb where it says more of the noun
/// behind it (3笔到期债务); what stands before 的 says more of the noun behind that (65个多功能的办税大厅).
/// The phrase ends with a noun before a verb (16户农民集资), before 的 (20个国家的学生), before an act that
/// somebody does (半数麋鹿活动), or where something else than words begins.
extension ItemFinder {
  /// The words of a phrase, where it starts, and whether a verb before the noun was passed.
  typealias Phrase = (words: [Extent], start: Int, isBehindVerb: Bool)

  private static let longest = 14
  private static let longestClause = 9
  private static let longestMeasure = 24
  static let longestBracket = 8

  /// A word behind a unit, or a number with its unit: 80岁.
  struct Token {
    let extent: Extent
    let isNumber: Bool
  }

  func phrase(after place: Int, _ unit: CountedUnit) -> Phrase {
    let tokens = tokens(after: place)
    var reading = PhraseReading(finder: self, tokens: tokens, unit: unit)
    let words = reading.read(from: 0)
    return (words, tokens.first?.extent.start ?? place, reading.isBehindVerb)
  }

  /// The words behind a place, up to the first that no noun phrase holds.
  func tokens(after place: Int) -> [Token] {
    var tokens: [Token] = []
    var next = place
    while tokens.count < Self.longest, let word = word(at: next) {
      let kind = CharacterClass.of(units[word.start])
      if !tokens.isEmpty, let end = endOfBracket(word.start) {
        next = end
        continue
      }
      // 与体育、自然有关的活动.
      if let first = tokens.first, isParticle(first.extent), isJoint(word), !kind.contains(.han) {
        next = word.end
        continue
      }
      let isNumber = isNumber(word)
      if tokens.isEmpty, kind.contains(.digit), let end = endOfKind(from: word, isNumber) {
        next = end
        continue
      }
      guard isNumber || kind.contains(.han) || kind.contains(.latin) else { break }
      if isNumber, tokens.isEmpty, let end = endOfKind(behind: word.end) {
        next = end
        continue
      }
      next = isNumber ? endOfMeasure(at: word) : word.end
      tokens.append(Token(extent: Extent(word.start, next), isNumber: isNumber))
    }
    return tokens
  }

  /// A numeral, or a date that begins with one.
  func isNumber(_ word: Extent) -> Bool {
    lattice.isNumeral(word) || taken[word.start] && lattice.numeral(at: word.start) >= 0
  }

  /// The end of the mention that a number belongs to.
  func endOfMeasure(at word: Extent) -> Int {
    var end = word.end
    while end < units.count, end - word.start < Self.longestMeasure, taken[end] { end += 1 }
    return end
  }

  /// The end of a few characters in parentheses within a noun, 村级(社区)服务站; `nil` where none begin.
  private func endOfBracket(_ place: Int) -> Int? {
    units[place] == Mark.opening ? endOfEnclosed(place, by: Mark.closing) : nil
  }

  /// Behind what make a thing is, where a number begins it: 五人制场地.
  private func endOfKind(behind place: Int) -> Int? {
    guard let word = word(at: place), word.count < 3, has(.makeEnd, at: word.end - 1)
    else { return nil }
    return word.end
  }

  /// Behind digits and Latin letters before a noun: 5G基站.
  private func endOfKind(from word: Extent, _ isNumber: Bool) -> Int? {
    let end = isNumber ? self.word(at: word.end)?.end : word.end
    guard let end, end - word.start < 5, CharacterClass.of(units[end - 1]).contains(.latin),
      let noun = self.word(at: end), isHead(noun)
    else { return nil }
    return end
  }

  /// The place of the 的 that ends a clause of a few words.
  func endOfClause(_ tokens: [Token], from index: Int) -> Int? {
    (index..<min(index + Self.longestClause, tokens.count)).first { isDe(tokens[$0].extent) }
  }
}
