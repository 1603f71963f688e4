// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Bodies whose names no short form tells: those that had another name before, and those that a text names
/// only with a part of them.
extension EntityResolver {
  /// No more pairs are joined, so that no text takes longer than others.
  private static let mostJoined = 64

  /// Says that two names are of one body.
  mutating func join(_ one: Int32, _ other: Int32) {
    guard one != other, joined.count < Self.mostJoined else { return }
    joined.append((one, other))
  }

  /// Gives the bodies of two names that are one the longer of their canonical names.
  func unite(_ one: Int32, _ other: Int32) {
    let (one, other) = (names[Int(one)].canonical, names[Int(other)].canonical)
    guard one != other else { return }
    let isLonger = length(of: one) >= length(of: other)
    let (full, former) = isLonger ? (one, other) : (other, one)
    for name in 0..<names.count where names[name].canonical == former {
      names.base[name].canonical = full
    }
  }

  /// The longer name of the body that a lexicon gives a full name, 国足 beside 中国国家足球队: the full one
  /// itself, or another one with the same; -1 where the document has none. Longer names were asked before.
  mutating func knownName(for name: Int32) -> Int32 {
    guard let full = forms[Int(name)].full else {
      // The full name may be the shorter one: 迈瑞公司 is 迈瑞医疗.
      return known.isEmpty ? -1 : known[names[Int(name)].hash] ?? -1
    }
    let units = FoldTable.fold(full)
    let hash = Self.hash(of: units)
    if let other = known[hash] { return other }
    var number = lastName(ofHash: hash)
    while number >= 0 {
      let isFull = names[Int(number)].hash == hash && self[number].elementsEqual(units)
      if isFull, number != name, names[Int(number)].canonical >= 0 { return number }
      number = names[Int(number)].next
    }
    known[hash] = name
    return -1
  }

  /// The name of a body that only one of its parts is named with, 沁水县联合社 of 沁水县联合社土沃社, of
  /// which a name is the end: 县联合社; -1 where there is none.
  mutating func ownerName(for name: Int32) -> Int32 {
    guard short.mayHaveOwner(self[name]) else { return -1 }
    for part in holders(ofFirstOf: self[name]) {
      guard let count = short.lengthOfOwner(self[name], in: self[part]) else { continue }
      let start = Int(names[Int(part)].start)
      let own = Array(units.elements[start..<start + count])
      let original = Array(originals.elements[start..<start + count])
      let number = own.withUnsafeBufferPointer { own in
        original.withUnsafeBufferPointer { add(own, $0, kind: forms[Int(name)].kind) }
      }
      if names[Int(number)].canonical < 0 { names.base[Int(number)].canonical = number }
      return number
    }
    return -1
  }
}
