// SPDX-License-Identifier: Apache-2.0

extension DoubleArrayTrie {
  /// "ZhDA" and the version of the form.
  private static let magic: UInt64 = 0x0001_4144_685A
  /// The magic number and the number of cells, then the codes, then the cells.
  private static let headSize = 16
  private static let codesSize = 0x10000 * 2

  /// The trie as bytes that `init(image:owner:)` takes on a machine of the same byte order.
  package var image: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.headSize + byteCount)
    withUnsafeBytes(of: Self.magic) { bytes += $0 }
    withUnsafeBytes(of: UInt64(cellCount)) { bytes += $0 }
    bytes += UnsafeRawBufferPointer(start: codes, count: Self.codesSize)
    bytes += UnsafeRawBufferPointer(start: cells, count: cellCount * MemoryLayout<UInt64>.stride)
    return bytes
  }

  /// The trie in `image`, which is used where it is: it must begin at a multiple of eight and stay
  /// as it is as long as `owner` lives. Nothing where it is no image, or one that a walk could
  /// leave.
  package init?(image: UnsafeRawBufferPointer, owner: AnyObject?) {
    self.init(checkedImage: image, owner: owner)
    guard staysInside() else { return nil }
  }

  /// The same of an image that is known to be as it was made: its cells are not looked at, and so
  /// not loaded.
  package init?(checkedImage image: UnsafeRawBufferPointer, owner: AnyObject?) {
    guard let start = image.baseAddress, UInt(bitPattern: start) % 8 == 0,
      image.count >= Self.headSize + Self.codesSize,
      start.load(as: UInt64.self) == Self.magic
    else { return nil }
    let count = start.load(fromByteOffset: 8, as: UInt64.self)
    let space = image.count - Self.headSize - Self.codesSize
    guard count > 0, count <= UInt64(space / MemoryLayout<UInt64>.stride) else { return nil }
    let codes = (start + Self.headSize).assumingMemoryBound(to: UInt16.self)
    let cells = (start + Self.headSize + Self.codesSize).assumingMemoryBound(to: UInt64.self)
    self.init(cells: cells, count: Int(count), codes: codes, owner: owner)
  }

  /// Whether all that a walk can look up lies inside the array.
  private func staysInside() -> Bool {
    var greatest = 0
    for unit in 0..<0x10000 { greatest = max(greatest, Int(codes[unit])) }
    guard 1 + greatest < cellCount else { return false }
    for index in 0..<cellCount where cells[index] & Self.isInner != 0 {
      if Int(truncatingIfNeeded: cells[index] >> 32) + greatest >= cellCount { return false }
    }
    return true
  }
}
