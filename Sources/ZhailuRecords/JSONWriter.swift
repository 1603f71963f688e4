// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// Writes JSON into a buffer of bytes: keys in the order given, UTF-8 as it is, no white space.
/// Public for `raw`, which is inlined where records are put together.
public struct JSONWriter: ~Copyable {
  @usableFromInline var buffer = Buffer<UInt8>(capacity: 4096)
  /// Whether the next key or element needs a comma before it.
  @usableFromInline var needsComma = false

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
    buffer.append(UInt8(ascii: "\""))
    append(document)
    identifierEnd(span, ordinal > 1 ? "\(type)~\(ordinal)" : type)
    needsComma = true
  }

  /// What follows the document in such an id, and the quotation mark.
  package mutating func identifierEnd(_ span: Span, _ type: String) {
    buffer.append(UInt8(ascii: ":"))
    append(span.start)
    buffer.append(UInt8(ascii: "-"))
    append(span.end)
    buffer.append(UInt8(ascii: ":"))
    plain(type)
    buffer.append(UInt8(ascii: "\""))
  }

  package mutating func number(_ number: Int) {
    comma()
    append(number)
    needsComma = true
  }

  /// A number, `true`, `false` or `null`, as it is written.
  package mutating func literal(_ text: String) {
    comma()
    append(text)
    needsComma = true
  }

  /// The key of a field of a value, which holds nothing that must be escaped.
  package mutating func field(_ name: String) {
    comma()
    buffer.append(UInt8(ascii: "\""))
    plain(name)
    raw("\":")
    needsComma = false
  }

  // MARK: Pieces, which the caller puts together

  /// JSON as it is written; what comes next needs no comma. Inlined, so that a text of the program's own
  /// is a few numbers to store.
  @inlinable @inline(__always)
  public mutating func raw(_ json: StaticString) {
    buffer.append(atMost: json.utf8CodeUnitCount) { end in
      end.update(from: json.utf8Start, count: json.utf8CodeUnitCount)
      return json.utf8CodeUnitCount
    }
    needsComma = false
  }

  /// What another has written.
  @inlinable package mutating func raw(_ other: borrowing JSONWriter) {
    buffer.append(contentsOf: UnsafeBufferPointer(other.buffer.elements))
    needsComma = false
  }

  /// The inside of a string that holds nothing that must be escaped.
  @inlinable package mutating func plain(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      buffer.append(contentsOf: $0)
    }
    if isDone == nil { for byte in text.utf8 { buffer.append(byte) } }
  }

  /// The inside of a string.
  package mutating func inside(_ text: String) { append(text) }

  /// The inside of a string, in UTF-16.
  package mutating func inside(_ units: UnsafeBufferPointer<UInt16>) {
    var escapes: UInt8 = 0
    for unit in units { escapes |= Self.needsEscape(unit) ? 1 : 0 }
    guard escapes > 0 else {
      return buffer.append(atMost: 3 * units.count) { UTF8Encoder.encode(units, to: $0) }
    }
    append(String(units: units))
  }

  package mutating func digits(_ number: Int) { append(number) }

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
      if Self.needsEscape(utf8) {
        for byte in utf8 { append(escaped: byte) }
      } else {
        buffer.append(contentsOf: utf8)
      }
    }
    if isDone == nil { for byte in text.utf8 { append(escaped: byte) } }
  }

  private mutating func append(_ number: Int) {
    guard number >= 0 else { return append(String(number)) }
    buffer.append(atMost: 19) { Self.write(UInt(number), to: $0) }
  }

  /// Writes a number below 10^19 in at most 19 digits; returns how many.
  static func write(_ number: UInt, to digits: UnsafeMutablePointer<UInt8>) -> Int {
    var (count, power) = (1, UInt(10))
    while number >= power, count < 19 {
      count &+= 1
      power &*= 10
    }
    var rest = number
    for place in stride(from: count - 1, through: 0, by: -1) {
      digits[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
    return count
  }

  /// Whether a text holds what must be escaped. It is asked of each text, and most are short: eight
  /// bytes are looked at as one number, and the last eight may be some that were seen before.
  private static func needsEscape(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = UnsafeRawBufferPointer(utf8)
    guard bytes.count >= 8 else { return utf8.contains { needsEscape($0) } }
    var marks: UInt64 = 0
    for place in stride(from: 0, to: bytes.count - 8, by: 8) {
      marks |= escapes(in: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    return marks | escapes(in: last) != 0
  }

  /// Not 0 where one of eight bytes must be escaped. Taking 1 from a byte sets its highest bit where it
  /// was 0, or had that bit before; so does taking 32 where it was less.
  @inline(__always)
  private static func escapes(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (quotes, slashes) = (word ^ 0x22 &* ones, word ^ 0x5C &* ones)
    let controls = (word &- 0x20 &* ones) & ~word
    return (((quotes &- ones) & ~quotes) | ((slashes &- ones) & ~slashes) | controls)
      & (0x80 &* ones)
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
