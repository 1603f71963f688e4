// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// What a name is searched by: each of its ends, so that each piece of it is the beginning of one.
///
/// 武汉慈善总会 gives 武汉慈善总会, 汉慈善总会, 慈善总会, 善总会, 总会, 会; the search for `慈善*`, which asks for
/// words that begin so, finds it. SQLite's own tokenizers take a Chinese name for one word
/// (`unicode61`), or do not find pieces of less than three characters (`trigram`), and half of the
/// names that people look for have two. Only letters and digits count; a name in Traditional
/// characters or full width is found by either form.
package enum NameSuffixes {
  /// So long a piece is found at most.
  static let longest = 32

  /// The ends of a name, set apart by spaces.
  package static func of(_ name: String) -> String {
    let folded = FoldTable.folded(name)
    return folded == name ? ends(of: name) : "\(ends(of: name)) \(ends(of: folded))"
  }

  private static func ends(of name: String) -> String {
    let scalars = Array(name.unicodeScalars.filter(isKept))
    var ends = String.UnicodeScalarView()
    for start in scalars.indices {
      if start > 0 { ends.append(" ") }
      ends.append(contentsOf: scalars[start..<min(start + longest, scalars.count)])
    }
    return String(ends)
  }

  /// Letters and numbers: what `unicode61` makes words of.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
