// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc
import ZhailuLoader

/// Files: read whole, listed in order, written whole or not at all.
enum FileSystem {
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard exists(path) else { throw Failure("\(path): there is no such file") }
    do {
      return Array(try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Failure("\(path): cannot be read: \(reason(of: error))")
    }
  }

  static func readText(_ path: String) throws(Failure) -> String {
    let bytes = try read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(path): is not UTF-8")
    }
    return text
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// The size of a file in bytes, 0 where it cannot be told.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a pattern with `*`, `?` or `[` matches, in the order of its bytes; anything else is itself.
  static func expanded(_ pattern: String) -> [String] {
    let isPattern = pattern.contains { "*?[".contains($0) }
    guard isPattern, !exists(pattern) else { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, GLOB_NOSORT, nil, &found) == 0 else { return [pattern] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isPipeOrDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// All files below a folder, as paths from it, in the order of their bytes; hidden ones are not.
  static func files(below folder: String) throws(Failure) -> [String] {
    do {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      return paths.filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") }
          && !isDirectory("\(folder)/\(path)")
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw Failure("\(folder): cannot be listed: \(reason(of: error))")
    }
  }

  /// Makes the folder that a file will lie in.
  static func makeFolder(of path: String) throws(Failure) {
    guard let end = path.lastIndex(of: "/") else { return }
    // Each part as it is written: a URL would write 新 as %E6%96%B0.
    var part = path.hasPrefix("/") ? "/" : ""
    for name in path[..<end].split(separator: "/") {
      part += part.isEmpty || part == "/" ? name : "/\(name)"
      guard mkdir(part, 0o777) != 0 else { continue }
      let code = errno
      if isDirectory(part) { continue }
      if exists(part) { throw Failure("\(part): is a file, and no folder") }
      throw Failure("\(part): the folder cannot be made: \(String(cString: strerror(code)))")
    }
  }

  /// Writes a file in full or not at all: beside its place first, then moved there. It is on the disk
  /// then, unless it need not outlast a power cut (`isLasting`).
  static func write(_ bytes: [UInt8], to path: String, isLasting: Bool = true) throws(Failure) {
    try makeFolder(of: path)
    let draft = "\(path).part"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
    do {
      defer { close(file) }
      try Console.write(bytes, to: file)
      guard !isLasting || fsync(file) == 0 else { throw Failure(String(cString: strerror(errno))) }
    } catch {
      unlink(draft)
      throw Failure("\(path): cannot be written: \(error)")
    }
    guard rename(draft, path) == 0 else {
      throw Failure("\(path): \(String(cString: strerror(errno)))")
    }
  }

  /// Moves a file that something else has written to its place, once it is on the disk.
  static func publish(_ draft: String, as path: String) throws(Failure) {
    let file = open(draft, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    guard fsync(file) == 0, rename(draft, path) == 0 else {
      throw Failure("\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// In the system's words, which Foundation keeps below its own number.
  private static func reason(of error: any Error) -> String {
    guard let failure = error as? CocoaError else { return "\(error)" }
    guard let cause = failure.underlying as? POSIXError else {
      return "error \(failure.code.rawValue)"
    }
    return Files.Failure(cause.code.rawValue).description
  }
}
