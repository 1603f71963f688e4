// SPDX-License-Identifier: Apache-2.0

/// The units of ICU's dictionary as ICU stores it, a serialized UCharsTrie, and the numbers in them
/// (their form is told in ICU's header ucharstrie.h).
///
/// What has not that form is noted as damaged; nothing is read past the end.
struct DictionaryUnits {
  private let units: UnsafeBufferPointer<UInt16>
  private(set) var isDamaged = false

  init(_ units: UnsafeBufferPointer<UInt16>) { self.units = units }

  mutating func damage() { isDamaged = true }

  /// The unit at a place, without going on.
  func peek(_ place: Int) -> UInt16? {
    place >= 0 && place < units.count ? units[place] : nil
  }

  @inline(__always)
  mutating func unit(_ place: inout Int) -> Int {
    guard place >= 0, place < units.count else {
      isDamaged = true
      return 0
    }
    defer { place += 1 }
    return Int(units[place])
  }

  /// The value of a word, or the distance to a node, that begins with `lead`.
  @inline(__always)
  mutating func number(_ lead: Int, _ place: inout Int) -> Int {
    if lead < 0x4000 { return lead }
    return lead < 0x7FFF ? (lead - 0x4000) << 16 | unit(&place) : long(&place)
  }

  /// The value of a word that is the beginning of others: it shares its unit with their node.
  mutating func nodeNumber(_ lead: Int, _ place: inout Int) -> Int {
    if lead < 0x4040 { return lead >> 6 - 1 }
    return lead < 0x7FC0 ? ((lead & 0x7FC0) - 0x4040) << 10 | unit(&place) : long(&place)
  }

  /// The distance to the lower half of a branch.
  mutating func delta(_ place: inout Int) -> Int {
    let lead = unit(&place)
    if lead < 0xFC00 { return lead }
    return lead < 0xFFFF ? (lead - 0xFC00) << 16 | unit(&place) : long(&place)
  }

  private mutating func long(_ place: inout Int) -> Int { unit(&place) << 16 | unit(&place) }
}
