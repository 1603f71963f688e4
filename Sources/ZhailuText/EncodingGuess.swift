// SPDX-License-Identifier: Apache-2.0

/// Which encoding bytes are in that have no mark and are no UTF-8: by what Chinese is written with.
///
/// ICU's detector takes short texts in GB18030 for UTF-16, and one paragraph in six in Big5 for
/// GB18030; `Scripts/prove-encodings` has the figures of this one.
enum EncodingGuess {
  /// So many bytes are looked at.
  private static let sampleSize = 65536

  /// UTF-16 where nearly all units are what Chinese or ASCII is written with, in one order of the
  /// bytes: `UTF-16LE` or `UTF-16BE`.
  static func utf16(_ bytes: [UInt8]) -> String? {
    let units = min(bytes.count, sampleSize) / 2
    guard units >= 2 else { return nil }
    for (name, high) in [("UTF-16BE", 0), ("UTF-16LE", 1)] {
      let common = (0..<units).count { isCommon(bytes[2 * $0 + high], bytes[2 * $0 + 1 - high]) }
      if common * 20 > units * 19 { return name }
    }
    return nil
  }

  /// Ideographs; punctuation, symbols and forms of full width; ASCII and Latin-1.
  private static func isCommon(_ high: UInt8, _ low: UInt8) -> Bool {
    switch high {
    case 0: (0x20...0x7E).contains(low) || (0x09...0x0D).contains(low) || low >= 0xA0
    case 0x4E...0x9F, 0x20...0x22, 0x24...0x26, 0x30, 0xFF: true
    default: false
    }
  }

  /// GB18030 or Big5: the one in which the bytes are the less odd. Texts in GB18030 are mostly of the
  /// 3755 common characters of GB 2312, those in Big5 of its 5401; read by the other's rules, half of
  /// them are rare ones, or none at all.
  static func multibyte(_ bytes: [UInt8]) -> String {
    bytes.prefix(sampleSize).withUnsafeBufferPointer { sample in
      oddity(of: sample, big5) < oddity(of: sample, gb18030) ? "Big5" : "GB18030"
    }
  }

  /// What a character of more bytes is, and how many it has.
  private enum Kind {
    case common, rare, none
    var oddity: Int {
      switch self {
      case .common: 0
      case .rare: 1
      case .none: 4
      }
    }
  }

  private static func oddity(
    of bytes: UnsafeBufferPointer<UInt8>, _ kind: (UInt8, UInt8) -> (Kind, Int)
  ) -> Int {
    var sum = 0
    var place = 0
    while place < bytes.count {
      guard bytes[place] >= 0x80 else {
        place += 1
        continue
      }
      let (kind, length) = kind(bytes[place], place + 1 < bytes.count ? bytes[place + 1] : 0)
      sum += kind.oddity
      place += length
    }
    return sum
  }

  private static func gb18030(_ lead: UInt8, _ trail: UInt8) -> (Kind, Int) {
    switch (lead, trail) {
    case (0x81...0xFE, 0x30...0x39): (.rare, 4)
    case (0xA1...0xA3, 0xA1...0xFE), (0xB0...0xD7, 0xA1...0xFE): (.common, 2)
    case (0x81...0xFE, 0x40...0x7E), (0x81...0xFE, 0x80...0xFE): (.rare, 2)
    default: (.none, 1)
    }
  }

  private static func big5(_ lead: UInt8, _ trail: UInt8) -> (Kind, Int) {
    switch (lead, trail) {
    case (0xA1...0xC6, 0x40...0x7E), (0xA1...0xC6, 0xA1...0xFE): (.common, 2)
    case (0xC7...0xF9, 0x40...0x7E), (0xC7...0xF9, 0xA1...0xFE): (.rare, 2)
    default: (.none, 1)
    }
  }
}
