// SPDX-License-Identifier: Apache-2.0

/// What the first characters of standard input say of its format: JSON Lines where they are `{`,
/// otherwise one text; a byte order mark and white space aside.
struct StreamHead {
  /// `nil` as long as nothing but white space was seen.
  private let first: UInt8?
  private let second: UInt8?
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ bytes: ArraySlice<UInt8>) {
    let hasMark = bytes.starts(with: Self.byteOrderMark)
    let isCutMark = bytes.count < 3 && Self.byteOrderMark.starts(with: bytes)
    var rest = isCutMark ? [] : hasMark ? bytes.dropFirst(3) : bytes
    rest = rest.drop(while: Self.isSpace)
    first = rest.first
    second = rest.dropFirst().first { !Self.isSpace($0) }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether more need not be read to tell the format.
  var isKnown: Bool { first != nil && (first != UInt8(ascii: "[") || second != nil) }

  var format: InputReader.Format { first == UInt8(ascii: "{") ? .jsonl : .text }

  /// `[{"id":…`: documents as one array of JSON, which would be read as a text with much JSON in it.
  var isArray: Bool { first == UInt8(ascii: "[") && second == UInt8(ascii: "{") }

  static let arrayFailure = DocumentFailure(
    document: "stdin", place: "standard input",
    reason: "is an array of JSON; write a document a line (jq -c '.[]' does), or say --input text")
}
