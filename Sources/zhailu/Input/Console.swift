// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Standard output and standard error.
enum Console {
  static func write(_ bytes: [UInt8], to descriptor: Int32 = 1) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        let place = descriptor == 1 ? "standard output: " : ""
        throw Failure(place + String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(written)
    }
  }

  static func print(_ text: String) throws(Failure) { try write(Array("\(text)\n".utf8)) }

  static func note(_ text: String) { try? write(Array("\(text)\n".utf8), to: 2) }

  /// Text without an end of a line; what cannot be written is not.
  static func write(_ text: String, to descriptor: Int32) {
    try? write(Array(text.utf8), to: descriptor)
  }

  static var isErrorTerminal: Bool { isatty(2) == 1 }
}

/// Reads a stream to its end.
enum FileHandleReader {
  static func standardInput() throws(Failure) -> [UInt8] {
    try ByteSource.standardInput.rest(limit: InputReader.usualLimit)
  }
}
