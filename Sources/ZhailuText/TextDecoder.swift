// SPDX-License-Identifier: Apache-2.0
import CICU

/// Bytes of a file to UTF-16: by its byte-order mark, as UTF-8 if they are, or as `EncodingGuess` says.
package enum TextDecoder {
  package struct Decoded: Sendable {
    package let units: [UInt16]
    /// The encoding's IANA name.
    package let encoding: String
    /// How many malformed sequences were replaced by U+FFFD.
    package let malformed: Int
    /// The offset of the first of them in the bytes; for encodings other than UTF-8 that of its
    /// block of 4096 bytes.
    package let firstMalformed: Int?
  }

  package enum Failure: Error, Equatable, CustomStringConvertible {
    /// More than one byte in ten is a control character or malformed.
    case notText
    case unknownEncoding(String)

    package var description: String {
      switch self {
      case .notText: "this is no text: too many of its bytes are control characters or malformed"
      case .unknownEncoding(let name):
        "ICU \(String(cString: zicu_version())) knows no encoding 【\(name)】; "
          + "try UTF-8, GB18030, Big5 or UTF-16"
      }
    }
  }

  /// Whether there is an encoding of this name.
  package static func knows(_ encoding: String) -> Bool {
    do throws(Failure) {
      _ = try decode([], encoding: encoding)
      return true
    } catch {
      return error != .unknownEncoding(encoding)
    }
  }

  /// Decodes `bytes`; `encoding` is an IANA name, or `nil` to find it out.
  package static func decode(
    _ bytes: [UInt8], encoding: String? = nil
  ) throws(Failure) -> Decoded {
    if let encoding, !isUTF8(encoding) { return try decode(bytes, named: encoding) }
    if encoding == nil, let mark = utf16Mark(bytes) { return try decode(bytes, named: mark) }
    if encoding == nil, bytes.contains(0), let order = EncodingGuess.utf16(bytes) {
      return try decode(bytes, named: order)
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let utf8 = UTF8Decoder.decode(bytes[mark...])
    // A few damaged characters among whole ones are still UTF-8; many are another encoding.
    let isDamaged =
      utf8.malformed > 0
      && utf8.malformed * 4 > utf8.units.count { $0 >= 0x80 && $0 != 0xFFFD }
    // Zeros are in no text of another encoding, but for a few that slipped in.
    if encoding == nil, isDamaged, bytes.count(where: { $0 == 0 }) * 100 < bytes.count {
      return try decode(
        bytes, named: EncodingGuess.utf16(bytes) ?? EncodingGuess.multibyte(bytes))
    }
    let decoded = Decoded(
      units: utf8.units, encoding: "UTF-8", malformed: utf8.malformed,
      firstMalformed: utf8.firstMalformed.map { $0 + mark })
    return try checked(decoded)
  }

  private static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8"].contains(name.lowercased())
  }

  private static func utf16Mark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    return nil
  }

  private static func decode(_ bytes: [UInt8], named name: String) throws(Failure) -> Decoded {
    guard let decoded = convert(bytes, named: name) else { throw .unknownEncoding(name) }
    return try checked(decoded)
  }

  /// `nil` where ICU knows no encoding of that name.
  private static func convert(_ bytes: [UInt8], named name: String) -> Decoded? {
    var units = [UInt16](repeating: 0, count: 2 * bytes.count + 2)
    var malformed: Int32 = 0
    var first: Int32 = -1
    var status: Int32 = 0
    let count = zicu_decode(
      name, bytes, Int32(bytes.count), &units, &malformed, &first, &status)
    guard status <= 0 else { return nil }
    let mark = count > 0 && units[0] == 0xFEFF ? 1 : 0
    return Decoded(
      units: Array(units[mark..<Int(count)]), encoding: name, malformed: Int(malformed),
      firstMalformed: first < 0 ? nil : Int(first))
  }

  /// So many faults are forgiven however short the text is.
  private static let fewestFaults = 3

  private static func checked(_ decoded: Decoded) throws(Failure) -> Decoded {
    let controls = decoded.units.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    let damage = controls + decoded.malformed
    if damage > fewestFaults, damage * 10 > decoded.units.count { throw .notText }
    return decoded
  }
}
