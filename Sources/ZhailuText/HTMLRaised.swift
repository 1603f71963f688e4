// SPDX-License-Identifier: Apache-2.0

/// The raised text of a page, `<sup>`: a mark of a note is left out, a power keeps its height.
///
/// `20<sup>[1]</sup>亿元` and `20<a href="#n1"><sup>1</sup></a>亿元` give 20亿元, `10<sup>4</sup>` gives
/// 10⁴, or figures would run together; `m<sup>2</sup>` is m2, as units are written.
struct HTMLRaised {
  /// Where the open `<sup>` began in the text.
  private var start: Int?
  /// Where the last `<a>` did.
  private var link: Int?

  mutating func begin(_ name: String, at place: Int) {
    if name == "sup" { start = place }
    if name == "a" { link = place }
  }

  mutating func end(_ name: String, _ text: inout [UInt16]) {
    guard name == "sup", let start else { return }
    self.start = nil
    guard start < text.count else { return }
    let raised = text[start...]
    if Self.isNote(raised, isLink: link == start) {
      text.removeSubrange(start...)
    } else if Self.isPower(raised), !Self.isOfUnit(raised, behind: text[..<start]) {
      for index in start..<text.count { text[index] = Self.raised(text[index]) }
    }
  }

  // MARK: Notes

  private static let longestNote = 8

  /// [1], (12), 〔注3〕, *; in a link also 1, 12, a.
  private static func isNote(_ raised: ArraySlice<UInt16>, isLink: Bool) -> Bool {
    guard raised.count <= longestNote else { return false }
    let inner = raised.drop(while: isFrame)
    guard inner.allSatisfy({ isFrame($0) || isOfNote($0) }) else { return false }
    return isLink || inner.count < raised.count
  }

  /// What stands around the number of a note, or in its place.
  private static func isFrame(_ unit: UInt16) -> Bool { frames.contains(unit) }
  private static func isOfNote(_ unit: UInt16) -> Bool {
    CharacterClass.of(unit).meets([.digit, .latin]) || betweenNotes.contains(unit)
  }

  private static let frames = Array("[]()［］（）〔〕【】*†‡※".utf16)
  private static let betweenNotes = Array("注,，、;-–—~ ".utf16)

  // MARK: Powers

  /// 4, -6.
  private static func isPower(_ raised: ArraySlice<UInt16>) -> Bool {
    let digits = raised.first.map(minus.contains) == true ? raised.dropFirst() : raised
    return !digits.isEmpty && digits.allSatisfy { CharacterClass.of($0).meets(.digit) }
  }

  /// m2, km3: a square or a cube of a unit in letters.
  private static func isOfUnit(
    _ raised: ArraySlice<UInt16>, behind text: ArraySlice<UInt16>
  ) -> Bool {
    guard let unit = text.last, CharacterClass.of(unit).meets(.latin) else { return false }
    return raised.count == 1 && (raised.first == 0x32 || raised.first == 0x33)
  }

  private static let minus = Array("-−".utf16)
  private static let powers = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".utf16)

  private static func raised(_ unit: UInt16) -> UInt16 {
    CharacterClass.of(unit).meets(.digit) ? powers[Int(unit) - 0x30] : 0x207B
  }
}
