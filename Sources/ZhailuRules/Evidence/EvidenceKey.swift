// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What speaks for or against a mention, as a number that tables are looked up by.
///
///     before 日电      the text before the mention ends in 日电
///     {org-stop[class=title]} after    a word of that lexicon follows
///     length 4         the mention has four characters
///
/// Text of up to three characters is packed, longer text hashed.
package struct EvidenceKey: Hashable, Sendable {
  package let bits: UInt64

  /// Where evidence stands, relative to a mention and to its *anchor*: the head or name at its end
  /// that the rule's pattern found. What lies before the anchor is the *middle*.
  package enum Place: String, CaseIterable, Sendable {
    case before, begins, inside, ends, after
    /// The two characters that meet at an end of the mention.
    case atStart = "at start"
    case atEnd = "at end"
    /// Only of words of a lexicon: the word lies across an end of the mention.
    case acrossStart = "across start"
    case acrossEnd = "across end"
    case whole, middle, anchor
    /// The anchor is the whole mention.
    case alone
    /// The middle is a word of the lexicon, and the anchor is the text after it.
    case joined
    case length
    case middleLength = "middle length"
    case rule
    case document
    /// Only of words of a lexicon: the word begins behind the mention's first character.
    case second

    package var code: UInt64 { UInt64(Self.allCases.firstIndex(of: self)! + 1) }
  }

  @inline(__always)
  package init(bits: UInt64) { self.bits = bits }

  /// Of up to three characters.
  @inline(__always)
  package init(_ place: UInt64, _ first: UInt16, _ second: UInt16 = 0, _ third: UInt16 = 0) {
    bits = place << 56 | UInt64(first) << 32 | UInt64(second) << 16 | UInt64(third)
  }

  /// Of a number, and a lexicon's: lengths, rules.
  @inline(__always)
  package init(_ place: UInt64, list: Int, number: Int = 0) {
    bits = place << 56 | 1 << 55 | UInt64(list & 0x3F) << 48 | UInt64(number & 0xFFFF)
  }

  /// Of a text of any length, and perhaps a lexicon.
  @inline(__always)
  package init(_ place: UInt64, hash: UInt64, list: Int = 0) {
    bits = place << 56 | UInt64(list & 0x3F) << 48 | (hash & 0xFFFF_FFFF_FFFF)
  }

  /// The number of a rule's row that holds whatever the length of the middle.
  package static let anyNumber = 0xFFFF

  /// Whether it is of a text of one to three characters, or of a longer one by its hash.
  package var isText: Bool { !isHashed && bits >> 55 & 1 == 0 }
  package var isHashed: Bool {
    let place = bits >> 56
    guard place != Place.joined.code, place != Place.alone.code else { return true }
    return place == Place.anchor.code && bits >> 55 & 1 == 0
  }

  /// The hash of a text, for the initializer above.
  @inline(__always)
  package static func hash(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> UInt64
  {
    var hash = FNV1a()
    for place in start..<end { hash.add(UInt64(units[place])) }
    return hash.hash ^ hash.hash >> 29
  }

  /// A character as evidence sees it: all digits are alike, all Latin letters too.
  @inline(__always)
  package static func unit(_ unit: UInt16) -> UInt16 {
    if unit >= 0x80 { return unit }
    if unit >= 0x30, unit <= 0x39 { return 0x30 }
    let lower = unit | 0x20
    return lower >= 0x61 && lower <= 0x7A ? 0x41 : unit
  }
}

/// Weights by key, in one flat table that is probed in order; a key that is not there weighs 0.
package struct EvidenceWeights: Sendable {
  private struct Slot: BitwiseCopyable, Sendable {
    var key: UInt64 = 0
    var weight: Int32 = 0
  }

  private let slots: FlatArray<Slot>
  private let mask: Int

  package init(_ weights: [(key: EvidenceKey, weight: Int)]) {
    var size = 64
    while size < weights.count * 2 { size *= 2 }
    mask = size - 1
    var slots = [Slot](repeating: Slot(), count: size)
    for (key, weight) in weights {
      var slot = Self.slot(key.bits, mask)
      while slots[slot].key != 0, slots[slot].key != key.bits { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: key.bits, weight: Int32(clamping: weight))
    }
    self.slots = FlatArray(slots)
  }

  @inline(__always)
  private static func slot(_ bits: UInt64, _ mask: Int) -> Int {
    let mixed = bits &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & mask
  }

  package func weight(_ key: EvidenceKey) -> Int32 {
    slots.withUnsafeBufferPointer { slots in
      var slot = Self.slot(key.bits, mask)
      while true {
        let found = slots[slot]
        if found.key == key.bits { return found.weight }
        if found.key == 0 { return 0 }
        slot = (slot &+ 1) & mask
      }
    }
  }

  func write(to writer: inout ImageWriter) { writer.write(slots) }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    slots = try reader.elements()
    // A power of two, so that a probe ends inside.
    guard slots.count >= 64, slots.count & (slots.count - 1) == 0 else { throw DamagedImage() }
    mask = slots.count - 1
  }
}
