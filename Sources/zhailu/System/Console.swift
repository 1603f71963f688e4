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

  static func note(_ text: String) { try? write(Array("\(text.showingPaths)\n".utf8), to: 2) }

  // MARK: A terminal at standard error

  static var isErrorTerminal: Bool { isatty(2) == 1 }

  /// Shows a line in place of the one that the terminal shows last.
  static func renewLine(_ line: String) { show("\r\(line)\u{1B}[K") }

  /// Makes room for a message.
  static func clearLine() { show("\r\u{1B}[K") }

  private static func show(_ text: String) { try? write(Array(text.utf8), to: 2) }
}
