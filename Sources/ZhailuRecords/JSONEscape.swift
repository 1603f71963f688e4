// SPDX-License-Identifier: Apache-2.0

/// What a backslash begins inside a text of JSON (RFC 8259, section 7): `\n`, `\u6458`, or two of
/// the latter that are a surrogate pair.
package struct JSONEscape {
  /// The character that it stands for; `nil` for half of a surrogate pair alone, which is none.
  package let scalar: Unicode.Scalar?
  /// Of its bytes, with the backslash.
  package let length: Int

  /// Reads the escape that begins at `start`; `nil` where there is no such escape.
  package init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard start + 1 < bytes.count else { return nil }
    let letter = bytes[start + 1]
    if letter == UInt8(ascii: "u") {
      guard let unit = Self.unit(bytes, at: start) else { return nil }
      let low = unit & 0xFC00 == 0xD800 ? Self.unit(bytes, at: start + 6) : nil
      if let low, low & 0xFC00 == 0xDC00 {
        scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF))
        length = 12
      } else {
        (scalar, length) = (Unicode.Scalar(unit), 6)
      }
    } else {
      guard let plain = Self.plain(letter) else { return nil }
      (scalar, length) = (Unicode.Scalar(plain), 2)
    }
  }

  private static func plain(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    default: nil
    }
  }

  /// The UTF-16 unit of a `\u6458` that begins at `start`.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for place in start + 2..<start + 6 {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte & 0xDF) - 0x37)
      default: return nil
      }
    }
    return value
  }
}
