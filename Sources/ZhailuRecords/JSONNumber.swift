// SPDX-License-Identifier: Apache-2.0

/// A number of JSON as it is written (RFC 8259, section 6): `-1.50e+2`.
package struct JSONNumber {
  /// Of its bytes.
  package let length: Int
  /// Whether it is written without a fraction and an exponent.
  package let isWhole: Bool

  /// Where it is none, and why.
  package struct Fault: Error {
    package let reason: String
    package let place: Int
  }

  /// Reads the number that begins at `start`.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(Fault) {
    var place = start
    Self.pass("-", bytes, &place)
    if !Self.pass("0", bytes, &place) { try Self.passDigits(bytes, &place) }
    let whole = place
    if Self.pass(".", bytes, &place) { try Self.passDigits(bytes, &place) }
    if Self.pass("e", bytes, &place) || Self.pass("E", bytes, &place) {
      if !Self.pass("+", bytes, &place) { Self.pass("-", bytes, &place) }
      try Self.passDigits(bytes, &place)
    }
    if place < bytes.count, Self.mayBegin(with: bytes[place]) {
      throw Fault(reason: "this is no number", place: place)
    }
    (length, isWhole) = (place - start, place == whole)
  }

  /// Whether what begins with this byte is meant as a number.
  package static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  @discardableResult
  private static func pass(
    _ letter: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: letter) else { return false }
    place += 1
    return true
  }

  /// One digit or more.
  private static func passDigits(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int
  ) throws(Fault) {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) {
      place += 1
    }
    if place == start { throw Fault(reason: "a digit is missing", place: place) }
  }
}
