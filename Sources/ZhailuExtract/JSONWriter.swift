// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Writes JSON into a buffer of bytes: keys in the order given, UTF-8 as it is, no white space.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Whether the next key or element needs a comma before it.
  private var needsComma = false

  package init() {}

  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { wrap("{", "}", body) }
  package mutating func array(_ body: (inout JSONWriter) -> Void) { wrap("[", "]", body) }

  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    append(text)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// `page-1:12-18:amount`: the id of a record.
  package mutating func identifier(_ document: String, _ span: Span, _ type: String) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    append(document)
    bytes.append(UInt8(ascii: ":"))
    append(span.start)
    bytes.append(UInt8(ascii: "-"))
    append(span.end)
    bytes.append(UInt8(ascii: ":"))
    append(type)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  package mutating func number(_ number: Int) {
    comma()
    append(number)
    needsComma = true
  }

  /// A number, `true`, `false` or `null`, as it is written.
  mutating func literal(_ text: String) {
    comma()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  /// Ends a line of JSON Lines.
  package mutating func newline() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func wrap(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    comma()
    bytes.append(contentsOf: open.utf8)
    needsComma = false
    body(&self)
    bytes.append(contentsOf: close.utf8)
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// The text without quotation marks around it.
  private mutating func append(_ text: String) {
    let isPlain: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in
      if utf8.contains(where: Self.needsEscape) {
        for byte in utf8 { append(escaped: byte) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    if isPlain == nil { for byte in text.utf8 { append(escaped: byte) } }
  }

  private mutating func append(_ number: Int) {
    guard number >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
    let start = bytes.count
    var rest = number
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  @inline(__always)
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0..<0x20:
      let hex = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(hex[Int(byte >> 4)])
      bytes.append(hex[Int(byte & 15)])
    default: bytes.append(byte)
    }
  }
}
