// SPDX-License-Identifier: Apache-2.0
import Glibc

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
  private var bytes: [UInt8] = []
  /// What was not given yet begins here, and up to there it holds no end of a line.
  private var begin = 0
  private var searched = 0
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
      if let piece = takeLines() { return piece }
      if bytes.count - begin > limit {
        (bytes, begin, searched, isSkipping) = ([], 0, 0, true)
        return .tooLong(line: line)
      }
      guard let more = try source.next() else {
        isAtEnd = true
        return begin == bytes.count ? nil : .lines(Array(bytes[begin...]), first: line)
      }
      add(more)
    }
    return nil
  }

  private mutating func add(_ more: [UInt8]) {
    var more = more[...]
    if isSkipping {
      guard let end = more.firstIndex(of: 0x0A) else { return }
      isSkipping = false
      line += 1
      more = more[(end + 1)...]
    }
    bytes.removeFirst(begin)
    (begin, searched) = (0, searched - begin)
    bytes += more
  }

  /// The whole lines of what is there, or the first of them.
  private mutating func takeLines() -> Piece? {
    let fresh = bytes[searched...]
    guard
      let end = isOneByOne ? fresh.firstIndex(of: 0x0A) : fresh.lastIndex(of: 0x0A)
    else {
      searched = bytes.count
      return nil
    }
    let lines = Array(bytes[begin...end])
    (begin, searched) = (end + 1, end + 1)
    let first = line
    line += Self.lineFeeds(lines)
    return .lines(lines, first: first)
  }

  private static func lineFeeds(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { bytes in
      var count = 0
      var rest = bytes[...]
      while let base = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        let found = memchr(base, 0x0A, rest.count)
      {
        count += 1
        rest = rest.dropFirst(UnsafeRawPointer(found) - base + 1)
      }
      return count
    }
  }
}
