// SPDX-License-Identifier: Apache-2.0
import ZhailuRules
import ZhailuText

/// Reads the short names that a text declares in a parenthesis right behind a name:
/// 丰华有限公司(以下简称“丰矿”), 岭东大学(岭东大), 国际货币基金组织(IMF).
struct DeclaredNames {
  typealias Units = UnsafeBufferPointer<UInt16>

  let forms: NameForms

  private static let longestParenthesis = 48
  /// Behind a 称 farther on stands a name only if something else knows it as one:
  /// (股票代码:600000,下称“丰矿”), but also (王某在会上称,…).
  private static let farthestCalled = 8
  private static let shortestOrdered = 4

  /// The short names in the parenthesis behind `name`.
  func names(after name: Extent, in units: Units) -> [Extent] {
    guard let inside = parenthesis(at: name.end, in: units) else { return [] }
    let near = units[inside].prefix(Self.farthestCalled)
    if let called = near.firstIndex(where: forms.called.contains) {
      return names(in: called + 1..<inside.upperBound, units)
    }
    return isAbbreviation(units[inside], of: units[name.range])
      ? [Extent(inside.lowerBound, inside.upperBound)] : []
  }

  /// Whether the parenthesis behind `full` declares the name `short` that stands in it: it says how
  /// something is called, or nothing else stands before the name.
  func declares(_ short: Extent, shortFor full: Extent, in units: Units) -> Bool {
    guard let inside = parenthesis(at: full.end, in: units), inside.contains(short.start) else {
      return false
    }
    let before = units[inside.lowerBound..<short.start]
    return before.contains(where: forms.called.contains)
      || before.allSatisfy { CharacterClass.of($0).meets([.opening, .space]) }
  }

  /// Whether a name is in letters: Mercy Corps, which stands for 美慈组织 however long it is.
  func isInLetters(_ name: Extent, in units: Units) -> Bool { isInLetters(units[name.range]) }

  private func isInLetters(_ name: Slice<Units>) -> Bool {
    name.allSatisfy { CharacterClass.of($0).meets([.latin, .space]) || $0 == Mark.ampersand }
  }

  /// What stands inside the parenthesis that opens at `start`.
  private func parenthesis(at start: Int, in units: Units) -> Range<Int>? {
    guard start < units.count, units[start] == Mark.opening else { return nil }
    let limit = min(units.count, start + Self.longestParenthesis)
    return (start + 1..<limit).first { units[$0] == Mark.closing }.map { start + 1..<$0 }
  }

  // MARK: Names

  /// What stands in quotation marks, or else all up to a comma.
  private func names(in range: Range<Int>, _ units: Units) -> [Extent] {
    let quoted = quoted(in: range, units)
    let names = quoted.isEmpty ? [unquoted(in: range, units)] : quoted
    return names.filter { (2...16).contains($0.count) }
  }

  private func quoted(in range: Range<Int>, _ units: Units) -> [Extent] {
    var names: [Extent] = []
    var open: Int?
    for place in range {
      if units[place] == Mark.openQuote { open = place + 1 }
      if units[place] == Mark.closeQuote, let start = open {
        names.append(Extent(start, place))
        open = nil
      }
    }
    return names
  }

  private func unquoted(in range: Range<Int>, _ units: Units) -> Extent {
    let rest = units[range].drop {
      forms.copulas.contains($0) || $0 == Mark.colon || $0 == Mark.space
    }
    let end = rest.firstIndex {
      CharacterClass.of($0).meets([.clauseEnd, .opening, .closing])
    }
    return Extent(rest.startIndex, end ?? range.upperBound)
  }

  /// 岭东大 of 岭东大学, or letters: IMF.
  private func isAbbreviation(_ short: Slice<Units>, of name: Slice<Units>) -> Bool {
    guard let first = short.first, short.count >= 2 else { return false }
    if isInLetters(short) {
      return short.count <= 24 && (Self.firstCapital...Self.lastCapital).contains(first)
    }
    guard short.count <= 8, short.count < name.count else { return false }
    // 岭大东 of 岭东大学: each character once, in any order.
    if short.count <= Self.shortestOrdered, Set(short).count == short.count,
      short.allSatisfy(name.contains)
    {
      return true
    }
    var rest = name
    for unit in short {
      guard let index = rest.firstIndex(of: unit) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }

  /// A and Z.
  private static let firstCapital: UInt16 = 0x41
  private static let lastCapital: UInt16 = 0x5A
}
