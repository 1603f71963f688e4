// SPDX-License-Identifier: Apache-2.0

/// A stream in pieces of whole lines, so that no file must fit into memory.
struct LinePieces {
  enum Piece {
    /// Whole lines, the last perhaps without its end, and the number of the first.
    case lines([UInt8], first: Int)
    /// A line that was left out.
    case tooLong(line: Int)
  }

  private let source: ByteSource
  /// No line may be longer.
  private let limit: Int
  /// Whether each piece is one line.
  private let isOneByOne: Bool
  private var rest: [UInt8] = []
  private var line = 1
  private var isSkipping = false
  private var isAtEnd = false

  init(_ source: ByteSource, limit: Int, isOneByOne: Bool = false) {
    self.source = source
    self.limit = limit
    self.isOneByOne = isOneByOne
  }

  mutating func next() throws(Failure) -> Piece? {
    while !isAtEnd {
      if isOneByOne, !isSkipping, let piece = takeLines(rest.count) { return piece }
      guard let bytes = try source.next() else {
        isAtEnd = true
        if rest.isEmpty || isSkipping { return nil }
        return .lines(rest, first: line)
      }
      if isSkipping {
        guard let end = bytes.firstIndex(of: 0x0A) else { continue }
        isSkipping = false
        line += 1
        rest = Array(bytes[(end + 1)...])
      } else {
        rest += bytes
      }
      if let piece = takeLines(bytes.count) { return piece }
      if rest.count > limit {
        (rest, isSkipping) = ([], true)
        return .tooLong(line: line)
      }
    }
    return nil
  }

  /// The whole lines of what is there; only the last `count` bytes are new.
  private mutating func takeLines(_ count: Int) -> Piece? {
    let fresh = max(0, rest.count - count)
    let found =
      isOneByOne ? rest[fresh...].firstIndex(of: 0x0A) : rest[fresh...].lastIndex(of: 0x0A)
    guard let end = found else { return nil }
    let lines = Array(rest[...end])
    rest = Array(rest[(end + 1)...])
    let first = line
    line += lines.reduce(0) { $1 == 0x0A ? $0 + 1 : $0 }
    return .lines(lines, first: first)
  }
}
