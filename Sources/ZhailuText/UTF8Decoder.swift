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

  /// The same of text that ought to be well formed; `nil` where it is not.
  package static func wellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt16]? {
    var isWellFormed = true
    let size = unitCount(bytes)
    let units = [UInt16](unsafeUninitializedCapacity: size) { units, count in
      isWellFormed = wellFormed(bytes, to: units, &count)
    }
    return isWellFormed ? units : nil
  }

  /// The same to `units` from the place `count` on, where there is room; `false` where the text is not
  /// well formed.
  package static func wellFormed(
    _ bytes: UnsafeBufferPointer<UInt8>, to units: UnsafeMutableBufferPointer<UInt16>,
    _ count: inout Int
  ) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let end = bytes.count
    var next = 0
    var place = count
    defer { count = place }
    while next < end {
      // What most characters are: three bytes, E0 to EF and twice 80 to BF.
      while next &+ 4 <= end {
        let four = UInt32(
          littleEndian: UnsafeRawPointer(base + next).loadUnaligned(as: UInt32.self))
        guard four & 0xC0_C0F0 == 0x80_80E0 else { break }
        let value = (four & 0x0F) << 12 | four >> 2 & 0xFC0 | four >> 16 & 0x3F
        guard value >= 0x800, value & 0xF800 != 0xD800 else { return false }
        units[place] = UInt16(truncatingIfNeeded: value)
        place &+= 1
        next &+= 3
      }
      guard next < end else { break }
      let sequence = Sequence(bytes, at: next)
      guard let scalar = sequence.scalar else { return false }
      place &+= write(scalar, to: units, at: place)
      next &+= sequence.length
    }
    return true
  }

  /// One unit for each sequence, two for one of four bytes; eight bytes at a time.
  private static func unitCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let ones: UInt64 = 0x0101_0101_0101_0101
    func sum(_ highestBits: UInt64) -> Int {
      Int(truncatingIfNeeded: ((highestBits >> 7) &* ones) >> 56)
    }
    var count = 0
    var next = 0
    while next &+ 8 <= bytes.count {
      let eight = UnsafeRawPointer(base + next).loadUnaligned(as: UInt64.self)
      let following = eight & ~(eight << 1) & (ones << 7)
      let fourfold = eight & eight << 1 & eight << 2 & eight << 3 & (ones << 7)
      count &+= 8 &- sum(following)
      count &+= sum(fourfold)
      next &+= 8
    }
    while next < bytes.count {
      count &+= (base[next] & 0xC0 == 0x80 ? 0 : 1) &+ (base[next] >= 0xF0 ? 1 : 0)
      next &+= 1
    }
    return count
  }

  /// Writes a scalar and says how many units it takes.
  @inline(__always)
  package static func write(
    _ scalar: UInt32, to units: UnsafeMutableBufferPointer<UInt16>, at place: Int
  ) -> Int {
    guard scalar >= 0x10000 else {
      units[place] = UInt16(truncatingIfNeeded: scalar)
      return 1
    }
    units[place] = UInt16(truncatingIfNeeded: 0xD7C0 + scalar >> 10)
    units[place &+ 1] = UInt16(truncatingIfNeeded: 0xDC00 | scalar & 0x3FF)
    return 2
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
          count += write(scalar, to: units, at: count)
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
      if lead & 0xF0 == 0xE0, start &+ 2 < bytes.count {
        // What most characters are.
        let (second, third) = (bytes[start &+ 1], bytes[start &+ 2])
        let value =
          UInt32(lead & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
        if second & 0xC0 == 0x80, third & 0xC0 == 0x80, value >= 0x800, value & 0xF800 != 0xD800 {
          scalar = value
          length = 3
          return
        }
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
