// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The bytes of a file or of standard input, piece by piece; what gzip packed is unpacked.
final class ByteSource {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// How messages call it.
  let place: String
  private var buffer: [UInt8]
  private var gunzip: Gunzip?
  private var isFirst = true
  /// Bytes that were given back.
  private var unread: [UInt8] = []
  /// How many bytes were read, as they lie in the file.
  private(set) var consumed = 0

  private static let pieceSize = 1 << 16

  /// A file.
  init(path: String) throws(Failure) {
    descriptor = open(path.pathBytes, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(String(cString: strerror(errno))) }
    ownsDescriptor = true
    place = path
    buffer = [UInt8](repeating: 0, count: Self.pieceSize)
  }

  private init(standardInput: Int32) {
    descriptor = standardInput
    ownsDescriptor = false
    place = "standard input"
    buffer = [UInt8](repeating: 0, count: Self.pieceSize)
  }

  static var standardInput: ByteSource { ByteSource(standardInput: 0) }

  deinit { if ownsDescriptor { close(descriptor) } }

  /// Gives bytes back, which are the next to be read again.
  func unread(_ bytes: [UInt8]) { unread = bytes + unread }

  /// The next bytes, as many as are there by now; `nil` at the end.
  func next() throws(Failure) -> [UInt8]? {
    if !unread.isEmpty {
      defer { unread = [] }
      return unread
    }
    while true {
      let count = try fill()
      consumed += count
      if isFirst {
        isFirst = false
        if count >= 2, buffer[0] == 0x1F, buffer[1] == 0x8B { gunzip = Gunzip() }
      }
      guard let gunzip else { return count == 0 ? nil : Array(buffer[..<count]) }
      if count == 0 {
        try gunzip.finish()
        return nil
      }
      let bytes = try gunzip.unpack(buffer[..<count])
      if !bytes.isEmpty { return bytes }
    }
  }

  /// All that is left; a failure where it is more than `limit` bytes.
  func rest(limit: Int = InputReader.usualLimit) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    while let piece = try next() {
      bytes += piece
      if bytes.count > limit { throw Failure(Self.tooLarge(limit)) }
    }
    return bytes
  }

  static func tooLarge(_ limit: Int) -> String {
    "is larger than \(limit) bytes; --largest-document allows more"
  }

  private func fill() throws(Failure) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw Failure("cannot be read: \(String(cString: strerror(errno)))") }
    }
  }
}
