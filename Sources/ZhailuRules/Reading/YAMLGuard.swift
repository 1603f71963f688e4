// SPDX-License-Identifier: Apache-2.0

/// Looks over the bytes of a YAML file before the parser may: nesting that would exhaust it,
/// aliases that stand for a billion nodes, and what else has no place in a rule file.
///
///     - &a [*b, *b]        aliases are refused
///     [[[[[[[[[[[[[[[[[    nesting is refused at the seventeenth bracket
///
/// It reads tokens, not characters: a bracket in quotes, in a comment or in mid-text is text.
struct YAMLGuard {
  struct Fault: Hashable {
    let line: Int
    let column: Int
    let message: String
  }

  /// Nothing in a rule file is nested deeper, nor indented further.
  static let deepest = 16
  static let widest = 100

  private let bytes: ArraySlice<UInt8>
  private var next: Int
  private var line = 1
  private var column = 1
  private var depth = 0
  /// A scalar begins at the next character that is no space.
  private var isAtToken = true
  /// Plain text goes on in lines that begin right of this column: that of its key or its dash.
  private var plainColumn = 0
  /// Where the line's key would begin.
  private var keyColumn = 1
  private var hasContent = false

  static func fault(in text: String) -> Fault? {
    var reader = YAMLGuard(bytes: Array(text.utf8)[...])
    return reader.read()
  }

  private init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    next = bytes.startIndex
  }

  private mutating func read() -> Fault? {
    while next < bytes.endIndex {
      if column == 1, depth == 0, let fault = lineStart() { return fault }
      guard next < bytes.endIndex else { break }
      if let fault = token(bytes[next]) { return fault }
    }
    return nil
  }

  // MARK: Moving

  private var peek: UInt8? { next + 1 < bytes.endIndex ? bytes[next + 1] : nil }
  private var isBeforeSpace: Bool { peek.map { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D } ?? true }

  private mutating func advance() {
    let byte = bytes[next]
    next += 1
    if byte == 0x0A {
      (line, column) = (line + 1, 1)
    } else if next >= bytes.endIndex || bytes[next] & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func skipLine() {
    while next < bytes.endIndex, bytes[next] != 0x0A { advance() }
    if next < bytes.endIndex { advance() }
  }

  private func fault(_ message: String) -> Fault {
    Fault(line: line, column: column, message: message)
  }

  // MARK: Lines

  /// Indentation and the marks `- ` and `? `, outside of brackets.
  private mutating func lineStart() -> Fault? {
    let rest = bytes[next...]
    if rest.starts(with: "---".utf8) || rest.starts(with: "...".utf8) {
      if hasContent || bytes[next] == UInt8(ascii: ".") {
        return fault("a rule file is one document; delete this line")
      }
      skipLine()
      return nil
    }
    if bytes[next] == UInt8(ascii: "%") {
      return fault("a rule file has no directives; delete this line")
    }
    let hasPending = isAtToken
    let begin = column
    skipSpaces()
    guard next < bytes.endIndex else { return nil }
    if isBlankOrComment {
      skipLine()
      return nil
    }
    if hasContent, !hasPending, column > plainColumn { return nil }
    if !hasPending || !hasContent { plainColumn = 0 }
    while isMark {
      if bytes[next] == UInt8(ascii: "?") { return fault("【?】: a key is a plain text") }
      plainColumn = column
      advance()
      skipSpaces()
      guard column - begin <= Self.widest else { break }
    }
    (isAtToken, keyColumn) = (true, column)
    guard column - begin <= Self.widest else {
      return fault(
        "this line begins more than \(Self.widest) columns in; nothing in a rule file is nested "
          + "so deep")
    }
    return nil
  }

  private mutating func skipSpaces() {
    while next < bytes.endIndex, bytes[next] == 0x20 { advance() }
  }

  private var isBlankOrComment: Bool {
    [0x0A, 0x0D, UInt8(ascii: "#")].contains(bytes[next])
  }

  private var isMark: Bool {
    next < bytes.endIndex && (bytes[next] == UInt8(ascii: "-") || bytes[next] == UInt8(ascii: "?"))
      && isBeforeSpace
  }

  // MARK: Tokens

  private mutating func token(_ byte: UInt8) -> Fault? {
    switch byte {
    case 0x0A:
      advance()
      return nil
    case 0x20, 0x09, 0x0D:
      advance()
      if next < bytes.endIndex, bytes[next] == UInt8(ascii: "#") { skipToLineEnd() }
      return nil
    case UInt8(ascii: "#") where column == 1 || isAtToken:
      skipToLineEnd()
      return nil
    default: break
    }
    hasContent = true
    if isAtToken || depth > 0 { return scalarStart(byte) }
    return plain(byte)
  }

  private mutating func skipToLineEnd() {
    while next < bytes.endIndex, bytes[next] != 0x0A { advance() }
  }

  private mutating func scalarStart(_ byte: UInt8) -> Fault? {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      depth += 1
      if depth > Self.deepest {
        return fault(
          "brackets are nested more than \(Self.deepest) deep; nothing in a rule file is")
      }
      isAtToken = true
      advance()
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      depth = max(0, depth - 1)
      isAtToken = false
      advance()
    case UInt8(ascii: ",") where depth > 0:
      isAtToken = true
      advance()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if isAtToken { quoted(byte) } else { advance() }
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      guard !isAtToken else {
        return fault(
          "aliases (&name, *name) are not used in rule files; write the value out, and a text that "
            + "begins with 【\(Unicode.Scalar(byte))】 in quotes")
      }
      advance()
    case UInt8(ascii: "!"):
      guard !isAtToken else {
        return fault("tags are not used in rule files; put a text that begins with 【!】 in quotes")
      }
      advance()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if isAtToken, depth == 0 { return block() }
      advance()
    default: return plain(byte)
    }
    return nil
  }

  /// A character of plain text, or of a key; after `: ` a value begins.
  private mutating func plain(_ byte: UInt8) -> Fault? {
    isAtToken = byte == UInt8(ascii: ":") && isBeforeSpace
    if isAtToken, depth == 0 { plainColumn = keyColumn }
    advance()
    return nil
  }

  private mutating func quoted(_ quote: UInt8) {
    isAtToken = false
    advance()
    while next < bytes.endIndex {
      let byte = bytes[next]
      advance()
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), next < bytes.endIndex {
        advance()
      } else if byte == quote {
        guard quote == UInt8(ascii: "'"), next < bytes.endIndex, bytes[next] == quote else {
          return
        }
        advance()
      }
    }
  }

  /// The deeper lines after `|` or `>` are text.
  private mutating func block() -> Fault? {
    advance()
    if next < bytes.endIndex, bytes[next] != 0x0A, bytes[next] != 0x0D, bytes[next] != 0x20,
      bytes[next] != UInt8(ascii: "-")
    {
      return fault("after 【|】 or 【>】 nothing stands in the line; the text begins in the next")
    }
    skipLine()
    while next < bytes.endIndex {
      let first = bytes[next...].firstIndex { $0 != 0x20 } ?? bytes.endIndex
      let isBlank = first == bytes.endIndex || bytes[first] == 0x0A || bytes[first] == 0x0D
      guard isBlank || first - next >= plainColumn else { break }
      skipLine()
    }
    isAtToken = false
    return nil
  }
}
