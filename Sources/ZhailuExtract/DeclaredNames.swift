// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Short names that an article declares: 中国石油化工股份有限公司(以下简称“中国石化”), 国际货币基金组织(IMF).
enum DeclaredNames {
  /// Whether the text between two names begins with a parenthesis that is still open, and says no
  /// more than how something is called.
  static func isDeclared(
    from start: Int, to end: Int, in units: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    guard start < end, end - start <= 40, end <= units.count, units[start] == 0x28 else {
      return false
    }
    let between = units[start + 1..<end]
    if between.contains(0x29) { return false }
    if between.contains(0x79F0) { return true }
    return between.allSatisfy { !CharacterClass.of($0).isDisjoint(with: [.opening, .space]) }
  }
}
