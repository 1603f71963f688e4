// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Groups of three digits, 1,200 and 1 200 000, and as some countries write, 1.200.000; of iPhone 15 256GB
/// the 15 is part of a name.
extension NumeralReader {
  /// Takes in the groups behind the first digits of a numeral that begins at `start`.
  func takeGroups(from start: Int, _ digits: inout Digits, _ place: inout Int) {
    guard digits.count > 0, digits.count <= 3, place < text.count else { return }
    let mark = text[place]
    guard
      mark == Self.comma || mark == Self.space && !endsName(start)
        || mark == Self.point && arePointed(place, from: start)
    else { return }
    let first = (digits, place)
    while digits.count <= 38, place < text.count, text[place] == mark, isGroup(place + 1) {
      place += 1
      take(&digits, &place, most: 3)
    }
    if mark == Self.space, isCapacity(place) { (digits, place) = first }
  }

  /// Whether points part two groups or more, 1.234.567, as one point alone does not; in 1.234.567.8 they part the
  /// numbers of an address.
  private func arePointed(_ first: Int, from start: Int) -> Bool {
    guard start == 0 || text[start - 1] != Self.point else { return false }
    var place = first
    while place < text.count, text[place] == Self.point, isGroup(place + 1) { place += 4 }
    guard place - first >= 8 else { return false }
    return place + 1 >= text.count || text[place] != Self.point || !Self.isArabic(text[place + 1])
  }

  /// Three digits and no more from `place`.
  private func isGroup(_ place: Int) -> Bool {
    guard place + 2 < text.count else { return false }
    for offset in 0..<3 where !Self.isArabic(text[place + offset]) { return false }
    return place + 3 == text.count || !Self.isArabic(text[place + 3])
  }

  /// Whether digits go on a Latin word or another number, as that of a model does: Mate 60, X50 12.
  private func endsName(_ start: Int) -> Bool {
    guard start > 1, text[start - 1] == Self.space else {
      return start > 0 && CharacterClass.of(text[start - 1]).contains(.latin)
    }
    return !CharacterClass.of(text[start - 2]).isDisjoint(with: [.latin, .digit])
  }

  /// Whether a unit of storage follows, which stands behind a model: 256GB, 128G, 825TB.
  private func isCapacity(_ start: Int) -> Bool {
    let place = start < text.count && text[start] == Self.space ? start + 1 : start
    guard place < text.count else { return false }
    if Self.giga.contains(text[place]) { return true }
    return place + 1 < text.count && Self.mega.contains(text[place])
      && text[place + 1] | 0x20 == Self.byte
  }
}
