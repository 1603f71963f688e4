// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRecords

/// Cuts a stream of bytes into the blocks of its documents, a piece at a time: a file of any size
/// takes the memory of its longest document.
///
/// A line that begins as the one before, `{"doc":"page-1"`, is of the same document; only others
/// are looked into. One that is no record, or blank, stays with the document that it stands in: it
/// costs only itself.
package struct BlockReader: BlockStream {
  /// Fills the buffer and says how many bytes it put there; 0 at the end.
  package typealias Source = (UnsafeMutableRawBufferPointer) throws -> Int

  private let file: String
  private let source: Source
  private var buffer: [UInt8] = []
  /// Where the next line begins, and how much of the buffer is filled.
  private var start = 0
  private var isAtEnd = false
  private var line = 1
  private let piece: Int

  package init(file: String, piece: Int = 1 << 20, source: @escaping Source) {
    self.file = file
    self.piece = piece
    self.source = source
  }

  package mutating func next() throws -> RecordBlock? {
    guard try skipBlankLines() else { return nil }
    let firstLine = line
    // Reading more moves `start` to the front, so that lengths are kept and not places.
    let first = try lineEnd(from: start)
    var length = first - start
    let head = Head(buffer, start..<first)
    var count = 1
    var isSound = !head.document.isEmpty
    while let next = try nextLine(after: length), let kinship = head.kinship(buffer, next.line) {
      length = next.line.upperBound - start
      count += 1 + next.blanks
      isSound = isSound && kinship == .sameDocument && next.blanks == 0
    }
    let block = RecordBlock(
      document: head.document, bytes: Array(buffer[start..<start + length]), lineCount: count,
      file: file, firstLine: firstLine, isSound: isSound)
    start += length
    line += count
    return block
  }

  /// The line after the first `length` bytes, with its line feed, and how many blank ones stand
  /// before it; `nil` at the end.
  private mutating func nextLine(after length: Int) throws -> (line: Range<Int>, blanks: Int)? {
    var length = length
    var blanks = 0
    while true {
      if start + length == buffer.count {
        guard try fill() else { return nil }
      }
      let end = try lineEnd(from: start + length)
      let line = start + length..<end
      if buffer[line.lowerBound] > 0x20 { return (line, blanks) }
      guard buffer[line].allSatisfy({ $0 <= 0x20 }) else { return (line, blanks) }
      blanks += 1
      length = line.upperBound - start
    }
  }
}

extension BlockReader {
  private mutating func skipBlankLines() throws -> Bool {
    while true {
      if start == buffer.count {
        guard try fill() else { return false }
      }
      guard buffer[start] <= 0x20 else { return true }
      if buffer[start] == 0x0A { line += 1 }
      start += 1
    }
  }

  /// The end of the line that begins at `place`, after its line feed.
  private mutating func lineEnd(from place: Int) throws -> Int {
    var searched = place
    while true {
      if let feed = lineFeed(from: searched) { return feed + 1 }
      searched = buffer.count - start
      guard try fill() else {
        // A last line without a line feed is compared as if it had one.
        buffer.append(0x0A)
        return buffer.count
      }
    }
  }

  private func lineFeed(from place: Int) -> Int? {
    buffer.withUnsafeBytes { bytes -> Int? in
      guard place < bytes.count, let base = bytes.baseAddress else { return nil }
      guard let found = memchr(base + place, 0x0A, bytes.count - place) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Reads the next piece behind what is left; `start` becomes 0.
  private mutating func fill() throws -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeSubrange(..<start)
    start = 0
    let kept = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: piece))
    let count = try buffer.withUnsafeMutableBytes { bytes in
      try source(UnsafeMutableRawBufferPointer(rebasing: bytes[kept...]))
    }
    buffer.removeSubrange((kept + max(0, count))...)
    isAtEnd = count <= 0
    return !isAtEnd
  }

  /// How the lines of a document begin.
  private struct Head {
    let document: String
    /// `{"doc":"page-1"`; empty where the line has another layout.
    private let prefix: [UInt8]

    private static let key = Array(#"{"doc":""#.utf8)

    init(_ buffer: [UInt8], _ line: Range<Int>) {
      guard buffer[line].starts(with: Self.key) else {
        prefix = []
        document = Self.parsed(buffer, line)
        return
      }
      var end = line.lowerBound + Self.key.count
      while end < line.upperBound, buffer[end] != UInt8(ascii: "\"") {
        end += buffer[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      // A line that was cut in the id is no record.
      guard end < line.upperBound else {
        prefix = []
        document = ""
        return
      }
      end += 1
      prefix = Array(buffer[line.lowerBound..<end])
      let id = buffer[
        line.lowerBound + Self.key.count..<max(line.lowerBound + Self.key.count, end - 1)]
      document =
        id.contains(UInt8(ascii: "\\"))
        ? Self.parsed(buffer, line) : String(decoding: id, as: UTF8.self)
    }

    /// What a line has to do with the document; `nil` where it is another's.
    func kinship(_ buffer: [UInt8], _ line: Range<Int>) -> Kinship? {
      if !prefix.isEmpty, line.count >= prefix.count {
        let isEqual = buffer.withUnsafeBytes { bytes in
          prefix.withUnsafeBytes { prefix in
            memcmp(bytes.baseAddress! + line.lowerBound, prefix.baseAddress!, prefix.count) == 0
          }
        }
        if isEqual { return .sameDocument }
      }
      let other = Self.parsed(buffer, line)
      if other.isEmpty { return .noRecord }
      return other.isSame(as: document) ? .sameDocument : nil
    }

    enum Kinship { case sameDocument, noRecord }

    /// A line that is no record has a document without a name: it is reported when it is compared.
    private static func parsed(_ buffer: [UInt8], _ line: Range<Int>) -> String {
      (try? JSONParser.parse(buffer[line]))?["doc"]?.text ?? ""
    }
  }
}
