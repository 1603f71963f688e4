// SPDX-License-Identifier: Apache-2.0

/// Patterns whose signs are hardly those that were meant: ？ for ?, [ ] for 【 】, “ ” for the quotes,
/// and the signs of regular expressions.
extension RuleCheck {
  mutating func checkSpelling() {
    for rule in rules {
      for pattern in rule.patterns {
        checkQuotes(of: pattern)
        checkSigns(of: pattern)
      }
      for exclusion in rule.exclusions {
        if hasChineseQuotes(exclusion.pattern) { warnOfQuotes(exclusion.pattern.place) }
        checkSigns(of: exclusion.pattern)
      }
    }
  }

  private mutating func checkQuotes(of pattern: Rule.Pattern) {
    guard !pattern.isQuoted else { return }
    if hasChineseQuotes(pattern) {
      warnOfQuotes(pattern.place)
    } else {
      warn(pattern.place, "a pattern stands in quotes: \"\(pattern.text)\"")
    }
  }

  /// “第”, as input methods type it where "第" is meant.
  private func hasChineseQuotes(_ pattern: Rule.Pattern) -> Bool {
    !pattern.isQuoted && pattern.text.hasPrefix("“") && pattern.text.hasSuffix("”")
  }

  private mutating func warnOfQuotes(_ place: Diagnostic.Place) {
    warn(place, "【“】 and 【”】 are characters of the text here; a pattern stands in \"…\"")
  }

  private mutating func checkSigns(of pattern: Rule.Pattern) {
    let scalars = Array(pattern.text.unicodeScalars)
    let inside = pattern.place.shifted(by: pattern.isQuoted ? 1 : 0)
    var bracket: Int?
    var next = 0
    while next < scalars.count {
      if let sign = Self.regularExpression(at: next, of: scalars) {
        warn(
          inside.shifted(by: next),
          "【\(sign)】 stands for these characters of the text, as a pattern is no "
            + "regular expression; … reads over up to 12 characters, and a {slot} reads what its kind says"
        )
        next += sign.unicodeScalars.count
        continue
      }
      switch scalars[next] {
      case "\\": next += 1
      case "？" where next > 0:
        warn(
          inside.shifted(by: next),
          "【？】 is full width and so a character of the text; write ? for what may be missing, and "
            + "\\？ for the character")
      case "[" where next + 1 < scalars.count: bracket = bracket ?? next
      case "]":
        guard let open = bracket else { break }
        warn(
          inside.shifted(by: open),
          "【[】 and 【]】 are characters of the text; the mention stands in 【 and 】, a choice in ( and "
            + "); write \\[ and \\] for the characters")
        bracket = nil
      default: break
      }
      next += 1
    }
  }

  /// `.*`, `\d` and their like, `^` at the beginning, `$` at the end.
  private static func regularExpression(at place: Int, of text: [Unicode.Scalar]) -> String? {
    let next = place + 1 < text.count ? text[place + 1] : nil
    switch (text[place], next) {
    case (".", "*"?), (".", "+"?): return ".\(next!)"
    case ("\\", "d"?), ("\\", "s"?), ("\\", "w"?), ("\\", "b"?): return "\\\(next!)"
    // A currency sign alone is meant.
    case ("^", .some) where place == 0: return "^"
    case ("$", nil) where place > 0: return "$"
    default: return nil
    }
  }
}
