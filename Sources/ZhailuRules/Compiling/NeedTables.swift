// SPDX-License-Identifier: Apache-2.0

/// What programs must read farther on, beyond a gap.
///
/// Only words, numerals and cells count, which are all found before the first rule runs.
package struct NeedTables: Sendable {
  /// Something that is needed: an edge of a kind set that passes a test, behind which the state that
  /// reading it leads to can get on.
  package struct Need: Sendable, Hashable, BitwiseCopyable {
    package let set: Int32
    package let test: Int32
    /// What the target reads, if that is known before rules run.
    package let mask: UInt64
    package let characters: UInt64
    package let isOpen: Bool
    package let isRight: Bool
  }

  /// How far from the anchor a need may stand: so many characters, and so many words.
  package struct Reach: Sendable, BitwiseCopyable {
    /// The number of the need, -1 of none.
    package var need: Int32 = -1
    package var characters: Int32 = 0
    package var edges: Int32 = 0
  }

  package let needs: FlatArray<Need>
  /// For each kind of edges the needs that it may be, a bit each.
  package let needsOfKinds: FlatArray<UInt64>
  /// By the bit of a program: what it needs to the right and to the left.
  package let right: FlatArray<Reach>
  package let left: FlatArray<Reach>
  /// The programs that need something, a bit each.
  package let having: FlatArray<UInt64>

  /// `programs`: the machine's number of the program of each bit.
  init(_ machine: Machine, kindCount: Int, programs: FlatArray<Int32>, found: FoundKinds) {
    var finder = NeedFinder(machine, found: found)
    var (right, left): ([Reach], [Reach]) = ([], [])
    var having = [UInt64](repeating: 0, count: programs.count / 64 + 1)
    for (bit, number) in programs.enumerated() {
      let program = machine.programs[Int(number)]
      right.append(finder.reach(from: program.right, isRight: true))
      left.append(finder.reach(from: program.left, isRight: false))
      if right[bit].need >= 0 || left[bit].need >= 0 { having[bit >> 6] |= 1 << UInt64(bit & 63) }
    }
    var needsOfKinds = [UInt64](repeating: 0, count: kindCount)
    for (number, need) in finder.needs.enumerated() {
      for kind in machine.kinds(ofSet: need.set) { needsOfKinds[kind] |= 1 << UInt64(number) }
    }
    needs = FlatArray(finder.needs)
    self.needsOfKinds = FlatArray(needsOfKinds)
    (self.right, self.left) = (FlatArray(right), FlatArray(left))
    self.having = FlatArray(having)
  }

  func write(to writer: inout ImageWriter) {
    writer.write(needs)
    writer.write(needsOfKinds)
    writer.write(right)
    writer.write(left)
    writer.write(having)
  }

  init(from reader: inout ImageReader) throws(DamagedImage) {
    needs = try reader.elements()
    needsOfKinds = try reader.elements()
    right = try reader.elements()
    left = try reader.elements()
    having = try reader.elements()
  }
}
