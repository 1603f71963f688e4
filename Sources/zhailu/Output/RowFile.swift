// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuDatabase

/// Rows that wait in a file until a database is made of them, read document by document.
struct RowFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var place = 0

  private static let pieceSize = 1 << 20

  init(path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("\(path): \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  /// The next document; `nil` at the end.
  mutating func next() throws(Failure) -> DocumentRows? {
    guard let head = try take(4) else { return nil }
    let size = head.enumerated().reduce(0) { $0 | Int($1.element) << ($1.offset * 8) }
    guard let frame = try take(size) else { throw damaged() }
    do { return try DocumentRows(frame: frame) } catch { throw damaged() }
  }

  private func damaged() -> Failure {
    Failure("\(path): was changed while the run was going on; run it again without --resume")
  }

  /// `nil` where the file ends before the first of `count` bytes.
  private mutating func take(_ count: Int) throws(Failure) -> [UInt8]? {
    while buffer.count - place < count {
      guard try fill(atLeast: count) else {
        if buffer.count == place { return nil }
        throw damaged()
      }
    }
    defer { place += count }
    return Array(buffer[place..<(place + count)])
  }

  private mutating func fill(atLeast count: Int) throws(Failure) -> Bool {
    buffer.removeFirst(place)
    place = 0
    var piece = [UInt8](repeating: 0, count: max(Self.pieceSize, min(count, 64 << 20)))
    let read = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    guard read >= 0 else {
      throw Failure("\(path): cannot be read: \(String(cString: strerror(errno)))")
    }
    piece.removeLast(piece.count - read)
    buffer += piece
    return read > 0
  }
}
