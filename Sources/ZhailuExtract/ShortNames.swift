// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Reads the short names that a text declares for a name right behind it:
/// 丰华有限公司(以下简称“丰矿”), 岭东大学(岭东大), 国际货币基金组织(IMF).
enum ShortNames {
  private static let opening: UInt16 = 0x28
  private static let closing: UInt16 = 0x29
  private static let called: UInt16 = 0x79F0  // 称
  private static let openQuote: UInt16 = 0x201C
  private static let closeQuote: UInt16 = 0x201D

  /// The short names in the parenthesis behind `name`.
  static func declared(
    after name: Extent, in units: UnsafeBufferPointer<UInt16>
  ) -> [Extent] {
    let end = name.end
    guard end < units.count, units[end] == opening else { return [] }
    let limit = min(units.count, end + 48)
    guard let close = (end + 1..<limit).first(where: { units[$0] == closing }) else { return [] }
    let inside = end + 1..<close
    if let called = inside.first(where: { units[$0] == called }), called - end <= 8 {
      return names(in: called + 1..<close, units)
    }
    return isAbbreviation(units[inside], of: units[name.range])
      ? [Extent(inside.lowerBound, inside.upperBound)] : []
  }

  /// Whether a name ends as a firm's does: 公司, 集团, 事务所.
  static func isFirm(_ units: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 5 else { return false }
    let (first, last) = (units[end - 2], units[end - 1])
    return first == 0x516C && last == 0x53F8 || first == 0x96C6 && last == 0x56E2
      || first == 0x52A1 && last == 0x6240
  }

  /// What stands in quotation marks, or else all up to a comma.
  private static func names(
    in range: Range<Int>, _ units: UnsafeBufferPointer<UInt16>
  ) -> [Extent] {
    var names: [Extent] = []
    var open: Int?
    for place in range {
      if units[place] == openQuote { open = place + 1 }
      if units[place] == closeQuote, let start = open {
        names.append(Extent(start, place))
        open = nil
      }
    }
    if names.isEmpty {
      var start = range.lowerBound
      while start < range.upperBound,
        units[start] == 0x4E3A || units[start] == 0x3A || units[start] == 0x20
      { start += 1 }
      let end = (start..<range.upperBound).first {
        CharacterClass.of(units[$0]).meets([.clauseEnd, .opening, .closing])
      }
      names.append(Extent(start, end ?? range.upperBound))
    }
    return names.filter { (2...16).contains($0.count) }
  }

  /// 岭东大 of 岭东大学, or letters: IMF.
  private static func isAbbreviation(
    _ short: Slice<UnsafeBufferPointer<UInt16>>, of name: Slice<UnsafeBufferPointer<UInt16>>
  ) -> Bool {
    guard let first = short.first, short.count >= 2 else { return false }
    let isLatin = short.allSatisfy {
      CharacterClass.of($0).meets([.latin, .space]) || $0 == 0x26
    }
    if isLatin { return short.count <= 24 && first >= 0x41 && first <= 0x5A }
    guard short.count <= 8, short.count < name.count else { return false }
    var rest = name
    for unit in short {
      guard let index = rest.firstIndex(of: unit) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}
