// SPDX-License-Identifier: Apache-2.0
import ZhailuText
import ZhailuValues

/// Short names that an article declares: 中国石油化工股份有限公司(以下简称“中国石化”), 国际货币基金组织(IMF).
enum DeclaredNames {
  /// Adds for each declared name, as records have it, the full one. The first declaration counts.
  static func add(of extraction: Extraction, to declared: inout [String: String]) {
    var full: (name: String, end: Int)?
    for mention in extraction.mentions {
      guard case .organization(let value) = mention.value else { continue }
      if let full, value.name.utf16.count < full.name.utf16.count,
        isDeclared(from: full.end, to: mention.extent.start, in: extraction.text.units)
      {
        if declared[value.name] == nil { declared[value.name] = full.name }
      } else {
        full = (value.name, mention.extent.end)
      }
    }
  }

  /// Whether the text between begins with a parenthesis that is still open, and says no more than
  /// how something is called.
  static func isDeclared(from start: Int, to end: Int, in units: [UInt16]) -> Bool {
    guard start < end, end - start <= 40, end <= units.count, units[start] == 0x28 else {
      return false
    }
    let between = units[start + 1..<end]
    if between.contains(0x29) { return false }
    if between.contains(0x79F0) { return true }
    return between.allSatisfy { !CharacterClass.of($0).isDisjoint(with: [.opening, .space]) }
  }
}
