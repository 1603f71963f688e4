// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuDiff

/// The records of a file, of a folder of files, or of standard input, as blocks of documents.
struct RecordFiles: BlockStream {
  private var paths: ArraySlice<String>
  private var reader: BlockReader?
  private var file: OpenFile?

  /// `-` is standard input.
  init(_ path: String) throws(Failure) {
    if path == "-" {
      paths = []
      reader = BlockReader(file: "standard input") { try OpenFile.read(0, $0) }
    } else {
      paths = try Self.paths(path)[...]
    }
  }

  /// The files of records in a folder, in order; not those that only tell of failures.
  static func paths(_ path: String) throws(Failure) -> [String] {
    guard FileSystem.isDirectory(path) else { return tellsOfFailures(path) ? [] : [path] }
    let root = path.hasSuffix("/") ? String(path.dropLast()) : path
    return try FileSystem.files(below: root).filter { $0.hasSuffix(".jsonl") }
      .map { "\(root)/\($0)" }.filter { !tellsOfFailures($0) }
  }

  /// An `errors.jsonl` beside the `run.json` of an output; others hold the records of a document.
  private static func tellsOfFailures(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return path.dropFirst(folder.count) == "errors.jsonl" && FileSystem.exists("\(folder)run.json")
  }

  mutating func next() throws -> RecordBlock? {
    while true {
      if let block = try reader?.next() { return block }
      reader = nil
      guard let path = paths.popFirst() else { return nil }
      let file = try OpenFile(path)
      self.file = file
      reader = BlockReader(file: path) { try OpenFile.read(file.descriptor, $0) }
    }
  }

  /// A file that is closed when nobody reads it.
  private final class OpenFile {
    let descriptor: Int32

    init(_ path: String) throws(Failure) {
      descriptor = open(path.pathBytes, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw Failure("\(path): cannot be read: \(String(cString: strerror(errno)))")
      }
    }

    deinit { close(descriptor) }

    static func read(
      _ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> Int {
      while true {
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count >= 0 { return count }
        if errno != EINTR {
          throw Failure("the records cannot be read: \(String(cString: strerror(errno)))")
        }
      }
    }
  }
}
