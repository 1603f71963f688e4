// SPDX-License-Identifier: Apache-2.0

/// UTF-16 to UTF-8; a surrogate without its other half becomes U+FFFD.
package enum UTF8Encoder {
  /// So many bytes the text takes at most; exactly so many where no surrogate stands alone.
  static func size(of units: UnsafeBufferPointer<UInt16>) -> Int {
    var size = 0
    for unit in units { size &+= unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3 }
    return size
  }

  /// Writes the text to `bytes`, where there is room for three bytes of each unit; returns how many it
  /// wrote.
  package static func encode(
    _ units: UnsafeBufferPointer<UInt16>, to bytes: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var end = bytes
    var next = 0
    while next < units.count {
      let unit = units[next]
      if unit >= 0x800, unit & 0xF800 != 0xD800 {
        end[0] = UInt8(truncatingIfNeeded: 0xE0 | unit >> 12)
        end[1] = UInt8(truncatingIfNeeded: 0x80 | unit >> 6 & 0x3F)
        end[2] = UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F)
        end += 3
        next &+= 1
      } else if unit < 0x80 {
        end[0] = UInt8(truncatingIfNeeded: unit)
        end += 1
        next &+= 1
      } else {
        write(scalar(in: units, at: &next), to: &end)
      }
    }
    return end - bytes
  }

  /// A scalar of two, three or four bytes.
  private static func write(_ scalar: UInt32, to end: inout UnsafeMutablePointer<UInt8>) {
    func write(_ byte: UInt32) {
      end[0] = UInt8(truncatingIfNeeded: byte)
      end += 1
    }
    if scalar < 0x800 {
      write(0xC0 | scalar >> 6)
    } else {
      if scalar < 0x10000 {
        write(0xE0 | scalar >> 12)
      } else {
        write(0xF0 | scalar >> 18)
        write(0x80 | scalar >> 12 & 0x3F)
      }
      write(0x80 | scalar >> 6 & 0x3F)
    }
    write(0x80 | scalar & 0x3F)
  }

  /// The scalar at `next`, which is moved behind it.
  @inline(__always)
  private static func scalar(in units: UnsafeBufferPointer<UInt16>, at next: inout Int) -> UInt32 {
    let unit = UInt32(units[next])
    next &+= 1
    guard unit & 0xF800 == 0xD800 else { return unit }
    guard unit < 0xDC00, next < units.count, units[next] & 0xFC00 == 0xDC00 else { return 0xFFFD }
    let low = UInt32(units[next])
    next &+= 1
    return 0x10000 &+ (unit & 0x3FF) << 10 &+ (low & 0x3FF)
  }
}

extension String {
  /// A stretch of text: as `String(decoding:as:)`, which looks up what to do for each unit, but quick.
  package init(units: some Collection<UInt16>) {
    let text = units.withContiguousStorageIfAvailable { String(units: $0) }
    self = text ?? Array(units).withUnsafeBufferPointer { String(units: $0) }
  }

  package init(units: UnsafeBufferPointer<UInt16>) {
    self.init(unsafeUninitializedCapacity: UTF8Encoder.size(of: units)) { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return UTF8Encoder.encode(units, to: base)
    }
  }
}
