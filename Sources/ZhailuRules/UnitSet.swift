// SPDX-License-Identifier: Apache-2.0

/// A few characters, as units of folded text: membership costs some comparisons and no hash.
package struct UnitSet: Sendable {
  /// Sorted.
  package let units: [UInt16]

  package init(_ units: some Sequence<UInt16>) { self.units = Set(units).sorted() }

  package func contains(_ unit: UInt16) -> Bool {
    for own in units where own >= unit { return own == unit }
    return false
  }
}
