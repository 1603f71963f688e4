// SPDX-License-Identifier: Apache-2.0

/// A few characters, as units of folded text: membership costs some comparisons and no hash.
package struct UnitSet: Sendable {
  /// Sorted.
  package let units: [UInt16]
  /// A bit for each, shared by those that are equal in their last six bits: most questions end here.
  private let bits: UInt64

  package init(_ units: some Sequence<UInt16>) {
    var unique: [UInt16] = []
    for unit in units.sorted() where unit != unique.last { unique.append(unit) }
    self.units = unique
    bits = self.units.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  package func contains(_ unit: UInt16) -> Bool {
    guard bits &>> UInt64(unit & 63) & 1 != 0 else { return false }
    var (low, high) = (0, units.count)
    while high &- low > Self.few {
      let middle = (low &+ high) / 2
      if units[middle] < unit { low = middle &+ 1 } else { high = middle &+ 1 }
    }
    for index in low..<high where units[index] >= unit { return units[index] == unit }
    return false
  }

  /// So many are looked at one after the other.
  private static let few = 8
}
