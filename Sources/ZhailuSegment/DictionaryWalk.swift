// SPDX-License-Identifier: Apache-2.0

/// A walk along one word of ICU's dictionary as ICU stores it, a unit a step: slower than a double
/// array, but nothing has to be made before the first step.
struct DictionaryWalk {
  private var units: DictionaryUnits
  private var node = Self.root
  private var isOver = false
  private static let root = DictionaryReader.Node(position: 0)

  init(_ units: UnsafeBufferPointer<UInt16>) { self.units = DictionaryUnits(units) }

  /// Back to where all words begin.
  mutating func begin() {
    node = Self.root
    isOver = false
  }

  /// Goes on to the node behind `unit`; false where no word goes on so, and ever after.
  mutating func step(_ unit: UInt16) -> Bool {
    isOver = isOver || !goesOn(to: unit)
    return !isOver
  }

  private mutating func goesOn(to unit: UInt16) -> Bool {
    var place = Int(node.position)
    if node.run > 0 { return follow(unit, at: place, run: node.run - 1) }
    var lead = units.unit(&place)
    // A word that is the beginning of no other.
    if lead & 0x8000 != 0 { return false }
    if lead >= 0x40 {
      _ = units.nodeNumber(lead, &place)
      lead &= 0x3F
    }
    if lead >= 0x30 { return follow(unit, at: place, run: Int32(lead - 0x30)) }
    let count = lead == 0 ? units.unit(&place) + 1 : lead + 1
    return choose(unit, at: place, count: count)
  }

  /// The value of the word that ends here; nothing where none does.
  mutating func value() -> Int? {
    guard node.run == 0 else { return nil }
    var place = Int(node.position)
    let lead = units.unit(&place)
    if lead & 0x8000 != 0 { return units.number(lead & 0x7FFF, &place) }
    return lead >= 0x40 ? units.nodeNumber(lead, &place) : nil
  }

  private mutating func follow(_ unit: UInt16, at place: Int, run: Int32) -> Bool {
    guard units.peek(place) == unit else { return false }
    node = DictionaryReader.Node(position: Int32(truncatingIfNeeded: place + 1), run: run)
    return true
  }

  /// One of the children of a branch: a binary search down to a list of five or fewer.
  private mutating func choose(_ unit: UInt16, at start: Int, count: Int) -> Bool {
    var (place, count) = (start, count)
    while count > 5 {
      let middle = units.unit(&place)
      let lower = count >> 1
      let delta = units.delta(&place)
      if Int(unit) < middle {
        place += delta
        count = lower
      } else {
        count -= lower
      }
    }
    while count > 1 {
      let label = units.unit(&place)
      let entry = place
      let lead = units.unit(&place)
      let value = units.number(lead & 0x7FFF, &place)
      if label == Int(unit) {
        let child = lead & 0x8000 != 0 ? entry : place + value
        node = DictionaryReader.Node(position: Int32(truncatingIfNeeded: child))
        return true
      }
      count -= 1
    }
    return follow(unit, at: place, run: 0)
  }
}
