// SPDX-License-Identifier: Apache-2.0

/// What a fault of the YAML parser is to those who write rules, and where it truly stands.
///
///     finds：amount       【：】 is full width; …, though the parser stumbles over the line after it
///      says: x            this line begins in column 4, the one before it in column 3; …
///
/// The parser's own words are kept where none of the usual slips is found.
struct YAMLProblem: Hashable {
  let line: Int
  let column: Int
  let message: String

  private typealias Line = [Unicode.Scalar]

  /// `line` and `column` are where the parser stopped, from 1.
  init(_ problem: String, line: Int, column: Int, in text: String) {
    let lines = text.utf8Lines.map { Array($0.unicodeScalars) }
    let found =
      Self.openQuote(upTo: line, in: lines) ?? Self.slip(near: line, in: lines)
      ?? Self.known(problem, line: line, column: column, in: lines)
    (self.line, self.column) = (found?.line ?? line, found?.column ?? column)
    message = found?.message ?? "this is no YAML: \(problem)"
  }

  private init(line: Int, column: Int, message: String) {
    (self.line, self.column, self.message) = (line, column, message)
  }

  // MARK: Quotes

  /// The quote that a line opens and does not close: the parser stops at the next one, lines below.
  private static func openQuote(upTo line: Int, in lines: [Line]) -> YAMLProblem? {
    for number in (max(1, line - longestReach)...max(1, line)).reversed()
    where lines.indices.contains(number - 1) {
      guard let column = openQuote(in: lines[number - 1]) else { continue }
      return YAMLProblem(
        line: number, column: column,
        message: "the quote that begins here is not closed in this line")
    }
    return nil
  }

  /// So far above the place where the parser stopped.
  private static let longestReach = 40

  private static func openQuote(in line: Line) -> Int? {
    var open: (quote: Unicode.Scalar, column: Int)?
    var place = line.firstIndex { $0 != " " } ?? line.count
    guard place < line.count, line[place] != "#" else { return nil }
    while place < line.count {
      let scalar = line[place]
      if let (quote, _) = open {
        if quote == "\"", scalar == "\\" { place += 1 } else if scalar == quote { open = nil }
      } else if scalar == "\"" || scalar == "'", place > 0,
        " [{,".unicodeScalars.contains(line[place - 1])
      {
        open = (scalar, place + 1)
      }
      place += 1
    }
    return open?.column
  }

  // MARK: Slips that show in a line

  /// In the line where the parser stopped, or in the two before it.
  private static func slip(near line: Int, in lines: [Line]) -> YAMLProblem? {
    for number in [line, line - 1, line - 2] where lines.indices.contains(number - 1) {
      guard let (column, message) = slip(in: lines[number - 1]) else { continue }
      return YAMLProblem(line: number, column: column, message: message)
    }
    return nil
  }

  private static func slip(in line: Line) -> (column: Int, message: String)? {
    let content = line.firstIndex { $0 != " " && $0 != "\t" } ?? line.count
    if let tab = line[..<content].firstIndex(of: "\t") {
      return (tab + 1, "a tab stands at the begin of this line; indent with spaces")
    }
    let start = line[content...].starts(with: ["-", " "]) ? content + 2 : content
    let end = line[min(start, line.count)...].firstIndex { !isOfKey($0) } ?? line.count
    let key = String(String.UnicodeScalarView(line[min(start, end)..<end]))
    if !key.isEmpty, end < line.count {
      let value = end + 1 < line.count ? line[end + 1] : " "
      if line[end] == "：" {
        return (
          end + 1, "【：】 is full width; write 【\(key): 】, with a space after the colon"
        )
      }
      if line[end] == ":", value != " " {
        return (end + 1, "after 【\(key):】 stands a space")
      }
      if key == "pattern", line[end] == ":", let brace = line[end...].firstIndex(of: "{"),
        line[(end + 1)..<brace].allSatisfy({ $0 == " " })
      {
        return (brace + 1, "a pattern always stands in quotes")
      }
    }
    return wideComma(in: line)
  }

  /// ， before a key inside of braces: `{ text: 甲，why: 乙 }`.
  private static func wideComma(in line: Line) -> (column: Int, message: String)? {
    guard line.contains("{") else { return nil }
    for comma in line.indices where line[comma] == "，" || line[comma] == "、" {
      let start = line[(comma + 1)...].firstIndex { $0 != " " } ?? line.count
      let end = line[start...].firstIndex { !isOfKey($0) } ?? line.count
      guard end > start, end < line.count, line[end] == ":" else { continue }
      let key = String(String.UnicodeScalarView(line[start..<end]))
      return (
        comma + 1, "【\(line[comma])】 before 【\(key)】 is a character of the text; write 【, \(key): 】"
      )
    }
    return nil
  }

  private static func isOfKey(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || scalar == "_"
  }

  // MARK: Problems that the parser names

  private static func known(
    _ problem: String, line: Int, column: Int, in lines: [Line]
  ) -> YAMLProblem? {
    let own = lines.indices.contains(line - 1) ? lines[line - 1] : []
    let element = "each element of a list begins with 【- 】, in the column of the others"
    if problem == "could not find expected ':'", let place = loneBrace(near: line, in: lines) {
      return YAMLProblem(
        line: place.line, column: place.column, message: "this is no YAML: \(element)")
    }
    let message: String? =
      switch problem {
      case "mapping values are not allowed in this context":
        isKey(own, before: column)
          ? indented(line, in: lines) : "a text with 【: 】 in it stands in quotes"
      case "did not find expected key": indented(line, in: lines)
      case "did not find expected '-' indicator": element
      case "could not find expected ':'": "after a key stands 【: 】, with a space"
      case "found character that cannot start any token" where column - 1 < own.count:
        "a text that begins with 【\(own[max(column - 1, 0)])】 stands in quotes"
      case "did not find expected ',' or ']'": "a 【[】 is not closed, or 【,】 is missing before this"
      case "did not find expected ',' or '}'": "a 【{】 is not closed, or 【,】 is missing before this"
      case "found unexpected end of stream": "a quote is never closed"
      default: nil
      }
    return message.map {
      YAMLProblem(line: line, column: column, message: "this is no YAML: \($0)")
    }
  }

  /// Where a line begins with a brace, which the parser took for a key: its dash is missing.
  private static func loneBrace(near line: Int, in lines: [Line]) -> (line: Int, column: Int)? {
    for number in [line, line - 1, line - 2] where lines.indices.contains(number - 1) {
      let own = lines[number - 1]
      if let start = own.firstIndex(where: { $0 != " " }), own[start] == "{" {
        return (number, start + 1)
      }
    }
    return nil
  }

  /// Whether nothing but a key stands before the colon in this column.
  private static func isKey(_ line: Line, before column: Int) -> Bool {
    line.prefix(max(column - 1, 0)).allSatisfy { $0 == " " || $0 == "-" || isOfKey($0) }
  }

  private static func indented(_ line: Int, in lines: [Line]) -> String {
    func indent(_ number: Int) -> Int? {
      guard lines.indices.contains(number - 1) else { return nil }
      return lines[number - 1].firstIndex { $0 != " " }
    }
    let rule = "keys that belong together begin in one column, each element of a list with 【- 】"
    let above = (1..<max(line, 1)).reversed()
    guard let own = indent(line), let before = above.first(where: { indent($0) != nil }),
      let other = indent(before), own != other
    else { return rule }
    return "this line begins in column \(own + 1), line \(before) in column \(other + 1); \(rule)"
  }
}
