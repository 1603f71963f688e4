// SPDX-License-Identifier: Apache-2.0

/// Splits a line of a lexicon into its fields: tabs stand between them, and a field in double quotes
/// may hold tabs and quotes (doubled) too.
///
///     美元<tab>"a<tab>""b"""    美元 and a<tab>"b"
///
/// A quote inside a field that does not begin with one is a character like others.
struct LexiconLine {
  struct Field: Equatable {
    let text: String
    /// Where the field begins in its line, in scalars.
    let offset: Int
  }

  /// What is wrong with a quoted field; `text` is what was read of it.
  struct Fault: Error, Equatable {
    enum Kind { case textAfterQuote, unclosedQuote }

    let kind: Kind
    let text: String
    let offset: Int
  }

  private var rest: ArraySlice<Unicode.Scalar>

  private init(_ line: Substring) {
    rest = Array(line.unicodeScalars)[...]
  }

  static func fields(_ line: Substring) throws(Fault) -> [Field] {
    var line = LexiconLine(line)
    var fields = [try line.field()]
    while line.rest.popFirst() != nil { fields.append(try line.field()) }
    return fields
  }

  /// One field; what follows it is a tab or the end of the line.
  private mutating func field() throws(Fault) -> Field {
    let offset = rest.startIndex
    guard rest.first == "\"" else {
      let end = rest.firstIndex(of: "\t") ?? rest.endIndex
      defer { rest = rest[end...] }
      return Field(text: Self.text(rest[..<end]), offset: offset)
    }
    rest.removeFirst()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar != "\"" {
        text.append(scalar)
      } else if rest.first == "\"" {
        text.append(rest.removeFirst())
      } else {
        guard rest.first == nil || rest.first == "\t" else {
          throw Fault(kind: .textAfterQuote, text: String(text), offset: offset)
        }
        return Field(text: String(text), offset: offset)
      }
    }
    throw Fault(kind: .unclosedQuote, text: String(text), offset: offset)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
