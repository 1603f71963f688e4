// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Takes the evidence of a mention, key by key: to add up weights, or to learn them.
protocol EvidenceSink {
  mutating func take(_ key: EvidenceKey)
}

/// Reads evidence key by key, to learn weights: what stands around the ends of a mention, and what is
/// in it. `EvidenceWeigher` adds up the same.
///
/// The evidence of a start and of an end is the same for all mentions that have it, and that of the
/// inside is a sum over its characters, so that each is read once for a place.
struct EvidenceReader {
  let text: EvidenceText

  private typealias Place = EvidenceKey.Place
  private static let before = Place.before.code
  private static let begins = Place.begins.code
  private static let second = Place.second.code
  private static let inside = Place.inside.code
  private static let ends = Place.ends.code
  private static let after = Place.after.code
  private static let atStart = Place.atStart.code
  private static let atEnd = Place.atEnd.code
  private static let acrossStart = Place.acrossStart.code
  private static let acrossEnd = Place.acrossEnd.code
  private static let whole = Place.whole.code
  private static let middle = Place.middle.code
  private static let anchor = Place.anchor.code
  private static let alone = Place.alone.code
  private static let joined = Place.joined.code
  private static let length = Place.length.code
  private static let middleLength = Place.middleLength.code
  private static let rule = Place.rule.code

  @inline(__always)
  private func unit(_ place: Int) -> UInt16 {
    place >= 0 && place < text.units.count ? EvidenceKey.unit(text.units[place]) : Mark.lineFeed
  }

  @inline(__always)
  private func lists(_ bits: UInt64, _ place: UInt64, _ sink: inout some EvidenceSink) {
    var rest = bits
    while rest != 0 {
      sink.take(EvidenceKey(place, list: rest.trailingZeroBitCount))
      rest &= rest - 1
    }
  }

  /// The evidence of a mention that begins at `start`.
  @inline(__always)
  func start(_ start: Int, _ sink: inout some EvidenceSink) {
    let (b3, b2, b1) = (unit(start - 3), unit(start - 2), unit(start - 1))
    let (f1, f2) = (unit(start), unit(start + 1))
    sink.take(EvidenceKey(Self.before, b1))
    sink.take(EvidenceKey(Self.before, b2, b1))
    sink.take(EvidenceKey(Self.before, b3, b2, b1))
    sink.take(EvidenceKey(Self.begins, f1))
    sink.take(EvidenceKey(Self.begins, f1, f2))
    sink.take(EvidenceKey(Self.atStart, b1, f1))
    lists(text.places[start].ends, Self.before, &sink)
    lists(text.places[start].starts, Self.begins, &sink)
    if start < text.units.count { lists(text.places[start + 1].starts, Self.second, &sink) }
    lists(text.places[start].across, Self.acrossStart, &sink)
  }

  /// The evidence of a mention that ends at `end`.
  @inline(__always)
  func end(_ end: Int, _ sink: inout some EvidenceSink) {
    let (e3, e2, e1) = (unit(end - 3), unit(end - 2), unit(end - 1))
    let (a1, a2, a3) = (unit(end), unit(end + 1), unit(end + 2))
    sink.take(EvidenceKey(Self.ends, e1))
    sink.take(EvidenceKey(Self.ends, e2, e1))
    sink.take(EvidenceKey(Self.ends, e3, e2, e1))
    sink.take(EvidenceKey(Self.after, a1))
    sink.take(EvidenceKey(Self.after, a1, a2))
    sink.take(EvidenceKey(Self.after, a1, a2, a3))
    sink.take(EvidenceKey(Self.atEnd, e1, a1))
    lists(text.places[end].starts, Self.after, &sink)
    lists(text.places[end].across, Self.acrossEnd, &sink)
  }

  /// The evidence of the characters at `place` and `place + 1` inside a mention.
  @inline(__always)
  func inside(_ place: Int, _ sink: inout some EvidenceSink) {
    let (first, second) = (unit(place), unit(place + 1))
    sink.take(EvidenceKey(Self.inside, first))
    sink.take(EvidenceKey(Self.inside, first, second))
  }

  /// What belongs to the mention as a whole. `inner` are the lists of words inside it.
  @inline(__always)
  func span(
    _ span: EvidenceSpan, seed: EvidenceSeed, inner: UInt64, hash: UInt64,
    _ sink: inout some EvidenceSink
  ) {
    let (start, end, anchor) = (Int(span.start), Int(span.end), Int(span.anchor))
    let middle = min(anchor - start, 12)
    sink.take(EvidenceKey(Self.length, list: 0, number: min(end - start, 20)))
    sink.take(EvidenceKey(Self.middleLength, list: 0, number: middle))
    if seed.rule >= 0 {
      sink.take(EvidenceKey(Self.rule, list: Int(seed.rule), number: 0xFFFF))
      sink.take(EvidenceKey(Self.rule, list: Int(seed.rule), number: middle))
    }
    sink.take(EvidenceKey(middle == 0 ? Self.alone : Self.anchor, hash: hash))
    lists(inner, Self.inside, &sink)
    var rest = text.lists(exactly: anchor, end)
    while rest != 0 {
      let list = rest.trailingZeroBitCount
      sink.take(EvidenceKey(Self.anchor, list: list, number: middle))
      rest &= rest - 1
    }
    if middle == 0 { return }
    lists(text.lists(exactly: start, end), Self.whole, &sink)
    rest = text.lists(exactly: start, anchor)
    while rest != 0 {
      let list = rest.trailingZeroBitCount
      sink.take(EvidenceKey(Self.middle, list: list))
      sink.take(EvidenceKey(Self.joined, hash: hash, list: list))
      rest &= rest - 1
    }
  }
}
