// SPDX-License-Identifier: Apache-2.0

/// UTF-8 to UTF-16, by the Encoding Standard of the WHATWG: each maximal part of a malformed
/// sequence becomes one U+FFFD.
package enum UTF8Decoder {
  package struct Result: Sendable {
    package var units: [UInt16]
    package var malformed = 0
    /// The offset of the first byte that is malformed.
    package var firstMalformed: Int?
  }

  package static func decode(_ bytes: some Collection<UInt8>) -> Result {
    let decoded =
      bytes.withContiguousStorageIfAvailable { decode(buffer: $0) }
      ?? Array(bytes).withUnsafeBufferPointer { decode(buffer: $0) }
    return decoded
  }

  private static func decode(buffer bytes: UnsafeBufferPointer<UInt8>) -> Result {
    var result = Result(units: [])
    var malformed = 0
    var firstMalformed: Int?
    result.units = [UInt16](unsafeUninitializedCapacity: bytes.count) { units, count in
      var next = 0
      while next < bytes.count {
        let sequence = Sequence(bytes, at: next)
        if let scalar = sequence.scalar {
          if scalar < 0x10000 {
            units[count] = UInt16(truncatingIfNeeded: scalar)
            count += 1
          } else {
            units[count] = UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10)
            units[count + 1] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
            count += 2
          }
        } else {
          if firstMalformed == nil { firstMalformed = next }
          malformed += 1
          units[count] = 0xFFFD
          count += 1
        }
        next += sequence.length
      }
    }
    result.malformed = malformed
    result.firstMalformed = firstMalformed
    return result
  }

  /// One sequence at one place: its scalar, or `nil` and the length of its malformed part.
  private struct Sequence {
    var scalar: UInt32?
    var length = 1

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
      let lead = bytes[start]
      if lead < 0x80 {
        scalar = UInt32(lead)
        return
      }
      var lower: UInt8 = 0x80
      var upper: UInt8 = 0xBF
      let needed: Int
      var value: UInt32
      switch lead {
      case 0xC2...0xDF: (needed, value) = (1, UInt32(lead & 0x1F))
      case 0xE0...0xEF:
        (needed, value) = (2, UInt32(lead & 0x0F))
        if lead == 0xE0 { lower = 0xA0 }
        if lead == 0xED { upper = 0x9F }
      case 0xF0...0xF4:
        (needed, value) = (3, UInt32(lead & 0x07))
        if lead == 0xF0 { lower = 0x90 }
        if lead == 0xF4 { upper = 0x8F }
      default: return
      }
      for _ in 0..<needed {
        guard start + length < bytes.count else { return }
        let byte = bytes[start + length]
        guard lower <= byte, byte <= upper else { return }
        (lower, upper) = (0x80, 0xBF)
        value = value << 6 | UInt32(byte & 0x3F)
        length += 1
      }
      scalar = value
    }
  }
}
