// SPDX-License-Identifier: Apache-2.0

/// The plain files of a tar archive (POSIX ustar with pax headers), as git writes them.
enum Tar {
  struct Entry {
    let path: String
    let bytes: [UInt8]
  }

  static func files(_ archive: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    var place = 0
    var longPath: String?
    while place + 512 <= archive.count, archive[place] != 0 {
      let header = archive[place..<place + 512]
      let size = octal(field(header, 124, 12))
      let body = place + 512
      guard size >= 0, size <= archive.count - body else { break }
      let bytes = archive[body..<body + size]
      switch header[place + 156] {
      case UInt8(ascii: "0"), 0:
        entries.append(Entry(path: longPath ?? path(header), bytes: Array(bytes)))
        longPath = nil
      case UInt8(ascii: "x"): longPath = paxPath(bytes)
      case UInt8(ascii: "g"): break
      default: longPath = nil
      }
      place = body + (size + 511) / 512 * 512
    }
    return entries
  }

  private static func path(_ header: ArraySlice<UInt8>) -> String {
    let name = text(field(header, 0, 100))
    let prefix = text(field(header, 345, 155))
    return prefix.isEmpty ? name : "\(prefix)/\(name)"
  }

  /// `20 path=lexicon/….tsv` in a pax header: length, key, value, a line each.
  private static func paxPath(_ bytes: ArraySlice<UInt8>) -> String? {
    for line in bytes.split(separator: 0x0A) {
      guard let space = line.firstIndex(of: 0x20) else { continue }
      let pair = line[(space + 1)...]
      if pair.starts(with: "path=".utf8) { return text(pair.dropFirst(5)) }
    }
    return nil
  }

  private static func field(
    _ header: ArraySlice<UInt8>, _ offset: Int, _ count: Int
  ) -> ArraySlice<UInt8> {
    let start = header.startIndex + offset
    return header[start..<start + count].prefix { $0 != 0 }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func octal(_ bytes: ArraySlice<UInt8>) -> Int {
    var value = 0
    for byte in bytes where (0x30...0x37).contains(byte) { value = value &* 8 &+ Int(byte - 0x30) }
    return value
  }
}
