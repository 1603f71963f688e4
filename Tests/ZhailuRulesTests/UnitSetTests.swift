// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import ZhailuRules

@Suite("Sets of a few characters")
struct UnitSetTests {
  /// Characters that share their last six bits too, in sets smaller and larger than what is looked at
  /// one after the other.
  @Test("what was put in is in it, and nothing else", arguments: [0, 1, 7, 8, 9, 16, 17, 100])
  func members(count: Int) {
    let inside = Set((0..<count).map { UInt16($0 * 577 % 4096) })
    let set = UnitSet(inside)
    #expect(set.units.count == inside.count)
    for unit in 0..<4200 as Range<UInt16> { #expect(set.contains(unit) == inside.contains(unit)) }
  }
}
