// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Writes JSON into a buffer of bytes: keys in the order given, UTF-8 as it is, no white space.
package struct JSONWriter: ~Copyable {
  private var buffer = Buffer<UInt8>(capacity: 4096)
  /// Whether the next key or element needs a comma before it.
  private var needsComma = false

  package init() {}

  deinit { buffer.free() }

  /// What was written so far.
  package var bytes: [UInt8] { Array(buffer.elements) }

  /// The same where they lie, for who copies them elsewhere.
  package func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    read(UnsafeBufferPointer(buffer.elements))
  }

  package mutating func removeAll() {
    buffer.removeAll()
    needsComma = false
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { wrap("{", "}", body) }
  package mutating func array(_ body: (inout JSONWriter) -> Void) { wrap("[", "]", body) }

  package mutating func key(_ name: String) {
    string(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    comma()
    buffer.append(UInt8(ascii: "\""))
    append(text)
    buffer.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// `page-1:12-18:amount`: the id of a record; of the second of its place and type `…:event~2`.
  package mutating func identifier(
    _ document: String, _ span: Span, _ type: String, _ ordinal: Int
  ) {
    comma()
    rawIdentifier(document, span, ordinal > 1 ? "\(type)~\(ordinal)" : type)
    needsComma = true
  }

  /// The same, where commas are the caller's.
  mutating func rawIdentifier(_ document: String, _ span: Span, _ type: String) {
    buffer.append(UInt8(ascii: "\""))
    append(document)
    buffer.append(UInt8(ascii: ":"))
    append(span.start)
    buffer.append(UInt8(ascii: "-"))
    append(span.end)
    buffer.append(UInt8(ascii: ":"))
    append(type)
    buffer.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ number: Int) {
    comma()
    append(number)
    needsComma = true
  }

  /// A number, `true`, `false` or `null`, as it is written.
  mutating func literal(_ text: String) {
    comma()
    append(text)
    needsComma = true
  }

  /// The key of a field of a value, which holds nothing that must be escaped.
  mutating func field(_ name: String) {
    comma()
    buffer.append(UInt8(ascii: "\""))
    plain(name)
    raw("\":")
    needsComma = false
  }

  // MARK: Pieces, which the caller puts together

  /// JSON as it is written; what comes next needs no comma.
  mutating func raw(_ json: StaticString) {
    buffer.append(
      contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
    needsComma = false
  }

  /// What another has written.
  mutating func raw(_ other: borrowing JSONWriter) {
    buffer.append(contentsOf: UnsafeBufferPointer(other.buffer.elements))
    needsComma = false
  }

  /// The inside of a string that holds nothing that must be escaped.
  mutating func plain(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      buffer.append(contentsOf: $0)
    }
    if isDone == nil { for byte in text.utf8 { buffer.append(byte) } }
  }

  /// The inside of a string.
  mutating func inside(_ text: String) { append(text) }

  /// The inside of a string, in UTF-16.
  mutating func inside(_ units: UnsafeBufferPointer<UInt16>) {
    var escapes: UInt8 = 0
    for unit in units { escapes |= Self.needsEscape(unit) ? 1 : 0 }
    guard escapes > 0 else {
      return buffer.append(atMost: 3 * units.count) { UTF8Encoder.encode(units, to: $0) }
    }
    append(String(decoding: units, as: UTF16.self))
  }

  mutating func digits(_ number: Int) { append(number) }

  /// Ends a line of JSON Lines.
  package mutating func newline() {
    buffer.append(0x0A)
    needsComma = false
  }

  private mutating func wrap(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    comma()
    buffer.append(UInt8(ascii: open))
    needsComma = false
    body(&self)
    buffer.append(UInt8(ascii: close))
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
  }

  /// The text without quotation marks around it.
  private mutating func append(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in
      // No way out of the loop, so that it looks at many bytes at a time.
      var escapes: UInt8 = 0
      for byte in utf8 { escapes |= Self.needsEscape(byte) ? 1 : 0 }
      if escapes > 0 {
        for byte in utf8 { append(escaped: byte) }
      } else {
        buffer.append(contentsOf: utf8)
      }
    }
    if isDone == nil { for byte in text.utf8 { append(escaped: byte) } }
  }

  private mutating func append(_ number: Int) {
    guard number >= 0 else { return append(String(number)) }
    let start = buffer.count
    var rest = number
    repeat {
      buffer.append(UInt8(truncatingIfNeeded: 0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    var digits = buffer.elements[start...]
    digits.reverse()
  }

  @inline(__always)
  private static func needsEscape<Unit: FixedWidthInteger>(_ unit: Unit) -> Bool {
    unit < 0x20 || unit == 0x22 || unit == 0x5C
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(escape: "\"")
    case UInt8(ascii: "\\"): append(escape: "\\")
    case 0x0A: append(escape: "n")
    case 0x0D: append(escape: "r")
    case 0x09: append(escape: "t")
    case 0..<0x20:
      append(escape: "u")
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: Int(byte) >> shift & 15)
        buffer.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    default: buffer.append(byte)
    }
  }

  private mutating func append(escape letter: Unicode.Scalar) {
    buffer.append(UInt8(ascii: "\\"))
    buffer.append(UInt8(ascii: letter))
  }
}
