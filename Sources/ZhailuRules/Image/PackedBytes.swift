// SPDX-License-Identifier: Apache-2.0
import CZlib

/// Bytes as zlib packs them, behind their number: for what is seldom read and would make the program
/// larger by megabytes.
enum PackedBytes {
  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    // With room for its bound it cannot fail.
    compress2(&packed, &size, bytes, UInt(bytes.count), Z_BEST_COMPRESSION)
    packed.removeLast(packed.count - Int(size))
    return packed
  }

  /// `count` bytes again.
  static func unpack(
    _ packed: UnsafeRawBufferPointer, count: Int
  ) throws(DamagedImage) -> ImageMemory {
    // It packs to a thousandth at best.
    guard count >= 0, count / 1032 <= packed.count else { throw DamagedImage() }
    let memory = ImageMemory(count: count)
    var size = UInt(count)
    let status = uncompress(
      memory.bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), &size,
      packed.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt(packed.count))
    guard status == Z_OK, size == UInt(count) else { throw DamagedImage() }
    return memory
  }
}
