// SPDX-License-Identifier: Apache-2.0

/// Reads ICU's dictionary as ICU stores it, a serialized UCharsTrie (its form is told in ICU's
/// header ucharstrie.h), node by node, without listing the words.
///
/// What does not have that form is read as `isDamaged`, never past the end.
final class DictionaryReader {
  /// A node begins at `position`, inside a run of `run` units of one child each, or 0.
  struct Node {
    var position: Int32
    var run: Int32 = 0
  }

  private let units: UnsafeBufferPointer<UInt16>
  private(set) var isDamaged = false
  /// The children of the node that was last read: how many, their units and the nodes themselves.
  private(set) var count = 0
  let labels: UnsafeMutablePointer<UInt16>
  let children: UnsafeMutablePointer<Node>
  private static let mostChildren = 0x10000

  init(_ units: UnsafeBufferPointer<UInt16>) {
    self.units = units
    labels = .allocate(capacity: Self.mostChildren)
    children = .allocate(capacity: Self.mostChildren)
  }

  deinit {
    labels.deallocate()
    children.deallocate()
  }

  /// Reads a node: its children, and its value where a word ends there.
  func read(_ node: Node) -> Int? {
    count = 0
    var place = Int(node.position)
    if node.run > 0 {
      add(at: &place, run: node.run - 1)
      return nil
    }
    var lead = unit(&place)
    var value: Int?
    if lead & 0x8000 != 0 { return number(lead & 0x7FFF, &place) }
    if lead >= 0x40 {
      value = nodeNumber(lead, &place)
      lead &= 0x3F
    }
    if lead >= 0x30 {
      add(at: &place, run: Int32(lead - 0x30))
    } else {
      readBranch(at: place, count: lead == 0 ? nil : lead + 1)
    }
    return value
  }

  /// The value of a node that ends a word and has no children; nothing for other nodes.
  func valueOfLeaf(_ node: Node) -> Int? {
    let place = Int(node.position)
    guard node.run == 0, place >= 0, place < units.count else { return nil }
    let lead = units[place]
    // Greater values take more units; no cost does.
    return lead & 0xC000 == 0x8000 ? Int(lead & 0x3FFF) : nil
  }

  /// A linear run or the last of a branch: a unit, and its node right after it.
  private func add(at place: inout Int, run: Int32) {
    let label = unit(&place)
    append(label, Node(position: Int32(truncatingIfNeeded: place), run: run))
  }

  @inline(__always)
  private func append(_ label: Int, _ node: Node) {
    // No node has more children than there are units.
    guard count < Self.mostChildren else {
      isDamaged = true
      return
    }
    labels[count] = UInt16(truncatingIfNeeded: label)
    children[count] = node
    count += 1
  }

  /// A branch is a binary search down to lists of five or fewer.
  private func readBranch(at start: Int, count: Int?) {
    var place = start
    var count = count ?? unit(&place) + 1
    while count > 5, !isDamaged {
      _ = unit(&place)
      let lower = count >> 1
      let delta = delta(&place)
      readBranch(at: place + delta, count: lower)
      count -= lower
    }
    while count > 1, !isDamaged {
      let label = unit(&place)
      let entry = place
      let lead = unit(&place)
      let isWordEnd = lead & 0x8000 != 0
      let value = number(lead & 0x7FFF, &place)
      append(label, Node(position: Int32(truncatingIfNeeded: isWordEnd ? entry : place + value)))
      count -= 1
    }
    add(at: &place, run: 0)
  }

  // MARK: Numbers

  @inline(__always)
  private func unit(_ place: inout Int) -> Int {
    guard place >= 0, place < units.count else {
      isDamaged = true
      return 0
    }
    defer { place += 1 }
    return Int(units[place])
  }

  private func long(_ place: inout Int) -> Int { unit(&place) << 16 | unit(&place) }

  @inline(__always)
  private func number(_ lead: Int, _ place: inout Int) -> Int {
    if lead < 0x4000 { return lead }
    return lead < 0x7FFF ? (lead - 0x4000) << 16 | unit(&place) : long(&place)
  }

  private func nodeNumber(_ lead: Int, _ place: inout Int) -> Int {
    if lead < 0x4040 { return lead >> 6 - 1 }
    return lead < 0x7FC0 ? ((lead & 0x7FC0) - 0x4040) << 10 | unit(&place) : long(&place)
  }

  private func delta(_ place: inout Int) -> Int {
    let lead = unit(&place)
    if lead < 0xFC00 { return lead }
    return lead < 0xFFFF ? (lead - 0xFC00) << 16 | unit(&place) : long(&place)
  }
}
