// SPDX-License-Identifier: Apache-2.0
import CICU

/// Bytes of a file to UTF-16: by its byte-order mark, as UTF-8 if they are, or as ICU detects.
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
    if encoding == nil, let order = unmarkedUTF16(bytes) { return try decode(bytes, named: order) }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let utf8 = UTF8Decoder.decode(bytes[mark...])
    // A few damaged characters among whole ones are still UTF-8; many are another encoding.
    let isDamaged =
      utf8.malformed > 0
      && utf8.malformed * 4 > utf8.units.count { $0 >= 0x80 && $0 != 0xFFFD }
    if encoding == nil, isDamaged, !bytes.contains(0) {
      return try decode(bytes, named: detect(bytes))
    }
    let decoded = Decoded(
      units: utf8.units, encoding: "UTF-8", malformed: utf8.malformed,
      firstMalformed: utf8.firstMalformed.map { $0 + mark })
    return try checked(decoded)
  }

  /// A few damaged characters in UTF-8 are still UTF-8; of another encoding hardly a character
  /// beyond ASCII makes a sequence.
  private static func isLikelyUTF8(_ decoded: UTF8Decoder.Result) -> Bool {
    guard decoded.malformed > 0 else { return true }
    let beyondASCII = decoded.units.count { $0 >= 0x80 }
    return decoded.malformed * 2 < beyondASCII
  }

  private static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8"].contains(name.lowercased())
  }

  private static func utf16Mark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    return nil
  }

  /// UTF-16 without a mark: zeros stand in one half of the units only, and nearly all units are
  /// what Chinese is written with. (ICU takes short texts in GB18030 and mere noise for UTF-16.)
  private static func unmarkedUTF16(_ bytes: [UInt8]) -> String? {
    guard bytes.count % 2 == 0, bytes.contains(0) else { return nil }
    for (name, high) in [("UTF-16BE", 0), ("UTF-16LE", 1)] {
      let sample = stride(from: 0, to: min(bytes.count, 65536), by: 2)
      let common = sample.count { start in
        switch (bytes[start + high], bytes[start + 1 - high]) {
        case (0, let low): (0x20...0x7E).contains(low) || (0x09...0x0D).contains(low)
        case (0x4E...0x9F, _), (0x20, _), (0x30, _), (0xFF, _): true
        default: false
        }
      }
      if common * 20 > bytes.prefix(65536).count / 2 * 19 { return name }
    }
    return nil
  }

  /// GB18030 or Big5: what ICU finds in the first 64 KB, unless the other has fewer faults.
  private static func detect(_ bytes: [UInt8]) -> String {
    let sample = Array(bytes.prefix(65536))
    let isBig5 =
      guess(sample) == "Big5"
      && faults(sample, in: "Big5") <= faults(sample, in: "GB18030")
    return isBig5 ? "Big5" : "GB18030"
  }

  private static func faults(_ bytes: [UInt8], in name: String) -> Int {
    convert(bytes, named: name)?.malformed ?? Int.max
  }

  /// ICU's best guess.
  private static func guess(_ bytes: [UInt8]) -> String {
    var name = [CChar](repeating: 0, count: 64)
    var status: Int32 = 0
    _ = zicu_detect_encoding(bytes, Int32(bytes.count), &name, Int32(name.count), &status)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
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
