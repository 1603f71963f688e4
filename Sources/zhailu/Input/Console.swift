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
        throw Failure("standard output: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(written)
    }
  }

  static func print(_ text: String) throws(Failure) { try write(Array("\(text)\n".utf8)) }

  static func note(_ text: String) { try? write(Array("\(text)\n".utf8), to: 2) }

  static var isErrorTerminal: Bool { isatty(2) == 1 }
}

extension Console {
  /// Reads from standard input; zero at its end, negative where it fails.
  static func read(into buffer: inout [UInt8]) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { Glibc.read(0, $0.baseAddress, $0.count) }
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
