// SPDX-License-Identifier: Apache-2.0

/// A rule set as bytes that need not be read: they are used where they are.
///
/// | bytes | hold |
/// |---|---|
/// | 8 | "ZhRules" and 0 |
/// | 8 | the version of the form |
/// | 8 | the number of all bytes |
/// | 8 | the checksum of the version and of all bytes after it |
/// | 16 each | where each section begins, and how long it is |
///
/// Then the sections, in the order of `Section`, each at a multiple of eight. In a section stand the
/// parts of a structure as its `write(to:)` writes them. All numbers are little-endian.
package struct RuleImage: @unchecked Sendable {
  /// To be raised where a structure is written in another way.
  static let version = 18

  enum Section: Int, CaseIterable {
    /// What extracting needs: `RuleSet`.
    case rules
    /// The names of the files and of what they hold: `RuleDigests`.
    case digests
    /// The files themselves, where they are not kept elsewhere: `RuleSource`, packed.
    case files
  }

  private let bytes: UnsafeRawBufferPointer
  private let owner: AnyObject?

  private static let magic: UInt64 = 0x0073_656C_7552_685A
  private static let checkedFrom = 32
  private static let headSize = 32 + 16 * Section.allCases.count

  // MARK: Reading

  /// An image whose bytes `owner` keeps alive. With `isChecked` they are known to be sound, as those
  /// inside the program are; others are held against their checksum.
  package init(
    _ bytes: UnsafeRawBufferPointer, owner: AnyObject?, isChecked: Bool = false
  ) throws(DamagedImage) {
    self.bytes = bytes
    self.owner = owner
    guard bytes.count >= Self.headSize, let start = bytes.baseAddress,
      UInt(bitPattern: start) % 8 == 0, word(0) == Self.magic, word(8) == UInt64(Self.version),
      word(16) == UInt64(bytes.count)
    else { throw DamagedImage() }
    guard isChecked || Self.checksum(of: bytes) == checksum else { throw DamagedImage() }
  }

  /// The same for every image that is the same.
  package var checksum: UInt64 { word(24) }

  private func word(_ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.load(fromByteOffset: place, as: UInt64.self))
  }

  private func reader(of section: Section) throws(DamagedImage) -> ImageReader {
    let entry = 32 + 16 * section.rawValue
    let (start, count) = (word(entry), word(entry + 8))
    guard start % 8 == 0, start <= UInt64(bytes.count), count <= UInt64(bytes.count) - start else {
      throw DamagedImage()
    }
    let part = bytes[Int(start)..<Int(start + count)]
    return ImageReader(UnsafeRawBufferPointer(rebasing: part), owner: owner)
  }

  /// The rules, without what only people read: see `RuleSet.isComplete`.
  package func rules() throws(DamagedImage) -> RuleSet {
    var reader = try reader(of: .rules)
    return try RuleSet(from: &reader)
  }

  package func digests() throws(DamagedImage) -> RuleDigests {
    var reader = try reader(of: .digests)
    return try RuleDigests(from: &reader)
  }

  /// The files that the rules were compiled from; none where they were not kept.
  package func files() throws(DamagedImage) -> RuleSource {
    var packed = try reader(of: .files)
    let count = try packed.number()
    let bytes: FlatArray<UInt8> = try packed.elements()
    let memory = try PackedBytes.unpack(
      UnsafeRawBufferPointer(start: bytes.base, count: bytes.count), count: count)
    var reader = ImageReader(UnsafeRawBufferPointer(memory.bytes), owner: memory)
    return try RuleSource(from: &reader)
  }

  // MARK: Writing

  /// The bytes of a complete rule set; with `source` they hold its files too.
  package static func bytes(
    of rules: RuleSet, digests: RuleDigests, source: RuleSource?
  ) -> [UInt8] {
    var sections: [ImageWriter] = []
    for section in Section.allCases {
      var writer = ImageWriter()
      switch section {
      case .rules: rules.write(to: &writer)
      case .digests: digests.write(to: &writer)
      case .files:
        var plain = ImageWriter()
        (source ?? RuleSource(files: [])).write(to: &plain)
        writer.write(plain.bytes.count)
        writer.write(PackedBytes.pack(plain.bytes))
      }
      sections.append(writer)
    }
    var places: [UInt64] = []
    var body: [UInt8] = []
    for section in sections {
      places += [UInt64(headSize + body.count), UInt64(section.bytes.count)]
      body += section.bytes
      body += repeatElement(0, count: (8 - body.count % 8) % 8)
    }
    let head = [magic, UInt64(version), UInt64(headSize + body.count), 0] + places
    var bytes = head.flatMap { withUnsafeBytes(of: $0.littleEndian, Array.init) } + body
    let sum = bytes.withUnsafeBytes { checksum(of: $0) }
    withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(24..<32, with: $0) }
    return bytes
  }

  /// Four sums side by side, each of every fourth word. A change of one word changes its sum, since
  /// each step can be undone. They begin with the version, so that the build knows an image of another
  /// form for another one.
  static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    func step(_ sum: UInt64, _ word: UInt64) -> UInt64 {
      let mixed = (sum ^ word) &* 0x9E37_79B9_7F4A_7C15
      return mixed ^ mixed >> 29
    }
    var sums: (UInt64, UInt64, UInt64, UInt64) = (UInt64(version), 2, 3, 4)
    var place = checkedFrom
    while place + 32 <= bytes.count {
      sums.0 = step(sums.0, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      sums.1 = step(sums.1, bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
      sums.2 = step(sums.2, bytes.loadUnaligned(fromByteOffset: place + 16, as: UInt64.self))
      sums.3 = step(sums.3, bytes.loadUnaligned(fromByteOffset: place + 24, as: UInt64.self))
      place += 32
    }
    var sum = step(step(step(sums.0, sums.1), sums.2), sums.3)
    for byte in bytes[min(place, bytes.count)...] { sum = step(sum, UInt64(byte)) }
    return sum
  }
}

/// Memory that an image lies in, at a multiple of eight, until nobody uses it.
package final class ImageMemory {
  package let bytes: UnsafeMutableRawBufferPointer

  package init(count: Int) {
    bytes = .allocate(byteCount: count, alignment: 16)
  }

  package convenience init(_ bytes: [UInt8]) {
    self.init(count: bytes.count)
    self.bytes.copyBytes(from: bytes)
  }

  deinit { bytes.deallocate() }
}
