// SPDX-License-Identifier: Apache-2.0
import CZlib

/// Unpacks a gzip stream (RFC 1952), of several members too, piece by piece.
///
/// A stream that grows more than a thousandfold is a trap and not unpacked further: the format
/// itself cannot do more than 1032.
final class Gunzip {
  private var stream = z_stream()
  private var isInMember = false
  private var packed = 0
  private var unpacked = 0

  private static let highestRatio = 1000
  /// So much may come of any stream.
  private static let always = 16 << 20

  init() { _ = zhailu_inflate_init(&stream) }

  deinit { inflateEnd(&stream) }

  func unpack(_ bytes: ArraySlice<UInt8>) throws(Failure) -> [UInt8] {
    var input = Array(bytes)
    packed += input.count
    var output: [UInt8] = []
    let status = input.withUnsafeMutableBufferPointer { input -> Int32 in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      return inflateAll(into: &output)
    }
    if status == Self.tooMuch {
      throw Failure("unpacks to more than \(Self.highestRatio) times its size, and is not read on")
    }
    guard status == Z_OK else { throw Failure("is damaged: no gzip stream goes on like this") }
    return output
  }

  /// Tells whether the stream is whole, once all of it was unpacked.
  func finish() throws(Failure) {
    if isInMember { throw Failure("is damaged: the gzip stream ends too early") }
  }

  private static let tooMuch: Int32 = 1

  /// Zeros may follow a member, to fill a block of a tape.
  private func skipPadding() {
    while unpacked > 0, stream.avail_in > 0, let next = stream.next_in, next.pointee == 0 {
      stream.next_in = next + 1
      stream.avail_in -= 1
    }
  }

  private func inflateAll(into output: inout [UInt8]) -> Int32 {
    while stream.avail_in > 0 {
      if !isInMember { skipPadding() }
      guard stream.avail_in > 0 else { break }
      isInMember = true
      let start = output.count
      output.append(contentsOf: repeatElement(0, count: 1 << 18))
      let status = output.withUnsafeMutableBufferPointer { output -> Int32 in
        stream.next_out = output.baseAddress.map { $0 + start }
        stream.avail_out = UInt32(output.count - start)
        return inflate(&stream, Z_NO_FLUSH)
      }
      output.removeLast(Int(stream.avail_out))
      unpacked += output.count - start
      if unpacked > Self.always, unpacked / Self.highestRatio > packed { return Self.tooMuch }
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isInMember = false
        inflateReset(&stream)
      default: return status
      }
    }
    return Z_OK
  }
}
