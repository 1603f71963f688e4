// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Files: read whole, listed in order, written whole or not at all.
enum FileSystem {
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard exists(path) else { throw Failure("\(path): there is no such file") }
    let file = open(path.pathBytes, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure("\(path): cannot be read: \(reason)") }
    defer { close(file) }
    var status = stat()
    let size = fstat(file, &status) == 0 ? Int(status.st_size) : 0
    // One byte more, to see the end.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes += repeatElement(0, count: max(filled, 1 << 16)) }
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure("\(path): cannot be read: \(reason)") }
      if count == 0 {
        bytes.removeLast(bytes.count - filled)
        return bytes
      }
      filled += count
    }
  }

  static func readText(_ path: String) throws(Failure) -> String {
    let bytes = try read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(path): is not UTF-8")
    }
    return text
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return !path.utf8.contains(0) && stat(path.pathBytes, &status) == 0
  }

  /// The size of a file in bytes, 0 where it cannot be told.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path.pathBytes, &status) == 0 ? Int(status.st_size) : 0
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path.pathBytes, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What a pattern with `*`, `?` or `[` matches, in the order of its bytes; anything else is itself.
  static func expanded(_ pattern: String) -> [String] {
    let isPattern = pattern.contains { "*?[".contains($0) }
    guard isPattern, !exists(pattern) else { return [pattern] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern.pathBytes, GLOB_NOSORT, nil, &found) == 0 else { return [pattern] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cPath: $0) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isPipeOrDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path.pathBytes, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// All files below a folder, as paths from it, in the order of their bytes; hidden ones are not.
  static func files(below folder: String) throws(Failure) -> [String] {
    try contents(of: folder).files
  }

  /// Those, and the links to folders, which are not followed.
  static func contents(
    of folder: String
  ) throws(Failure) -> (files: [String], linkedFolders: [String]) {
    var files: [String] = []
    var links: [String] = []
    var folders = [""]
    while let path = folders.popLast() {
      for (name, isFolder) in try entries(of: path.isEmpty ? folder : "\(folder)/\(path)") {
        let path = path.isEmpty ? name : "\(path)/\(name)"
        if isFolder {
          folders.append(path)
        } else if isDirectory("\(folder)/\(path)") {
          links.append(path)
        } else {
          files.append(path)
        }
      }
    }
    return (sorted(files), sorted(links))
  }

  private static func sorted(_ paths: [String]) -> [String] {
    paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is in a folder and not hidden; a link to a folder is none.
  private static func entries(
    of folder: String
  ) throws(Failure) -> [(name: String, isFolder: Bool)] {
    guard let directory = opendir(folder.pathBytes) else {
      throw Failure("\(folder): cannot be listed: \(reason)")
    }
    defer { closedir(directory) }
    var entries: [(String, Bool)] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(path: $0.prefix { $0 != 0 }) }
      if name.utf8.first == UInt8(ascii: ".") { continue }
      var status = stat()
      let isUnknown = Int32(entry.pointee.d_type) == Int32(DT_UNKNOWN)
      let isFolder =
        isUnknown
        ? lstat("\(folder)/\(name)".pathBytes, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        : Int32(entry.pointee.d_type) == Int32(DT_DIR)
      entries.append((name, isFolder))
    }
    return entries
  }

  /// Makes the folder that a file will lie in.
  static func makeFolder(of path: String) throws(Failure) {
    guard let end = path.lastIndex(of: "/") else { return }
    // Each part as it is written: a URL would write 新 as %E6%96%B0.
    var part = path.hasPrefix("/") ? "/" : ""
    for name in path[..<end].split(separator: "/") {
      part += part.isEmpty || part == "/" ? name : "/\(name)"
      guard mkdir(part.pathBytes, 0o777) != 0 else { continue }
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
    let file = open(draft.pathBytes, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
    do {
      defer { close(file) }
      try Console.write(bytes, to: file)
      guard !isLasting || fsync(file) == 0 else { throw Failure(String(cString: strerror(errno))) }
    } catch {
      unlink(draft.pathBytes)
      throw Failure("\(path): cannot be written: \(error)")
    }
    guard rename(draft.pathBytes, path.pathBytes) == 0 else {
      throw Failure("\(path): \(String(cString: strerror(errno)))")
    }
    if isLasting { syncFolder(of: path) }
  }

  /// Moves a file that something else has written to its place, once it is on the disk.
  static func publish(_ draft: String, as path: String) throws(Failure) {
    let file = open(draft.pathBytes, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    guard fsync(file) == 0, rename(draft.pathBytes, path.pathBytes) == 0 else {
      throw Failure("\(path): cannot be written: \(String(cString: strerror(errno)))")
    }
    syncFolder(of: path)
  }

  /// That a file has its new name outlasts a power cut when its folder is on the disk too. File systems that
  /// cannot do that for folders are let be.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let file = open(folder.pathBytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
