// SPDX-License-Identifier: Apache-2.0
import ZhailuRules

/// The kinds of what rules find: edges of them may be added later, so that nothing can be said of where
/// they stand before all rules have run.
struct FoundKinds {
  private let machine: Machine
  /// A bit set.
  private var bits: [UInt64]

  init(_ machine: Machine) {
    self.machine = machine
    bits = [UInt64](repeating: 0, count: machine.kindWords)
    for unit in machine.units { bits[Int(unit.kind) >> 6] |= 1 << UInt64(unit.kind & 63) }
  }

  /// Whether a kind set holds one of them.
  func meet(_ set: Int32) -> Bool {
    bits.indices.contains { machine.kindSets[Int(set) * machine.kindWords + $0] & bits[$0] != 0 }
  }

  /// Whether a state may read one of them.
  func areRead(by state: Int32) -> Bool {
    machine.moves(of: state).contains { $0.action == .edge && meet($0.argument) }
  }
}
