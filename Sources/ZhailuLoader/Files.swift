// SPDX-License-Identifier: Apache-2.0
import Glibc

/// As much of a file system as rules need, without Foundation: it is linked into other programs.
package enum Files {
  /// Why something could not be done with a file, in the system's words, and what to do where that can
  /// be said: `No such file or directory`.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(_ code: Int32) {
      description = String(cString: strerror(code)) + (Self.remedy(for: code) ?? "")
    }

    private static func remedy(for code: Int32) -> String? {
      switch code {
      case EACCES, EPERM: "; its owner can allow it with chmod a+rX"
      case EMFILE, ENFILE: "; close other programs, or allow more with ulimit -n"
      default: nil
      }
    }
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, in no order, without `.` and `..`.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let directory = opendir(folder) else { throw Failure(errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func makeFolder(_ path: String) throws(Failure) {
    for (index, character) in path.utf8.enumerated()
    where character == UInt8(ascii: "/") && index > 0 {
      mkdir(String(decoding: path.utf8.prefix(index), as: UTF8.self), 0o777)
    }
    mkdir(path, 0o777)
    guard isDirectory(path) else { throw Failure(errno) }
  }

  /// Fills `buffer` from a file; fewer bytes where the file is shorter.
  static func read(
    _ file: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Failure) -> Int {
    var rest = buffer[...]
    while !rest.isEmpty {
      let part = UnsafeMutableRawBufferPointer(rebasing: rest)
      let count = Glibc.read(file, part.baseAddress, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(errno) }
      if count == 0 { break }
      rest = rest.dropFirst(count)
    }
    return buffer.count - rest.count
  }

  /// The whole file, or its first `limit` bytes.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let size = min(1 << 16, limit - bytes.count)
      var failure: Failure?
      let part = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        do throws(Failure) {
          count = try read(file, into: UnsafeMutableRawBufferPointer(buffer))
        } catch { failure = error }
      }
      if let failure { throw failure }
      if part.isEmpty { break }
      bytes += part
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw Failure(errno)
      }
      rest = rest.dropFirst(written)
    }
  }
}
