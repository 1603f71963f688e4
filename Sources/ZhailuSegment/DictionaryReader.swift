// SPDX-License-Identifier: Apache-2.0

/// Reads ICU's dictionary as ICU stores it, node by node, without listing the words.
final class DictionaryReader {
  /// A node begins at `position`, inside a run of `run` units of one child each, or 0.
  struct Node {
    var position: Int32
    var run: Int32 = 0
  }

  @exclusivity(unchecked) private var units: DictionaryUnits
  /// The children of the node that was last read: how many, their units and the nodes themselves.
  private(set) var count = 0
  let labels: UnsafeMutablePointer<UInt16>
  let children: UnsafeMutablePointer<Node>
  private static let mostChildren = 0x10000

  var isDamaged: Bool { units.isDamaged }

  init(_ units: UnsafeBufferPointer<UInt16>) {
    self.units = DictionaryUnits(units)
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
    var lead = units.unit(&place)
    var value: Int?
    if lead & 0x8000 != 0 { return units.number(lead & 0x7FFF, &place) }
    if lead >= 0x40 {
      value = units.nodeNumber(lead, &place)
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
    guard node.run == 0, let lead = units.peek(place) else { return nil }
    // Greater values take more units; no cost does.
    return lead & 0xC000 == 0x8000 ? Int(lead & 0x3FFF) : nil
  }

  /// A linear run or the last of a branch: a unit, and its node right after it.
  private func add(at place: inout Int, run: Int32) {
    let label = units.unit(&place)
    append(label, Node(position: Int32(truncatingIfNeeded: place), run: run))
  }

  @inline(__always)
  private func append(_ label: Int, _ node: Node) {
    // No node has more children than there are units.
    guard count < Self.mostChildren else {
      units.damage()
      return
    }
    labels[count] = UInt16(truncatingIfNeeded: label)
    children[count] = node
    count += 1
  }

  /// A branch is a binary search down to lists of five or fewer.
  private func readBranch(at start: Int, count: Int?) {
    var place = start
    var count = count ?? units.unit(&place) + 1
    while count > 5, !isDamaged {
      _ = units.unit(&place)
      let lower = count >> 1
      let delta = units.delta(&place)
      readBranch(at: place + delta, count: lower)
      count -= lower
    }
    while count > 1, !isDamaged {
      let label = units.unit(&place)
      let entry = place
      let lead = units.unit(&place)
      let isWordEnd = lead & 0x8000 != 0
      let value = units.number(lead & 0x7FFF, &place)
      append(label, Node(position: Int32(truncatingIfNeeded: isWordEnd ? entry : place + value)))
      count -= 1
    }
    add(at: &place, run: 0)
  }
}
