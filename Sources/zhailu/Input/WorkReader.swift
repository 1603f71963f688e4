// SPDX-License-Identifier: Apache-2.0
import ZhailuText

/// A piece of the input that one worker does at a time: read, but not yet understood.
struct Work: Sendable {
  enum Content: Sendable {
    /// A file that holds one document, and its date.
    case file(InputReader.File, published: PublicationDate?)
    /// Lines that hold a document each, and the number of the first.
    case lines([UInt8], first: Int, place: String, published: PublicationDate?)
    /// Standard input that holds one document.
    case text([UInt8])
    case failure(DocumentFailure)
  }

  let content: Content
  /// How many bytes of the input it takes, for the progress.
  let size: Int
}

/// Cuts the inputs into pieces of work, in their order, without holding more than one of them.
struct WorkReader {
  private let reader: InputReader
  private var files: ArraySlice<InputReader.File>
  private var current: (pieces: LinePieces, source: ByteSource, date: PublicationDate?)?
  private var standardInput: ByteSource?
  private var metadata = FolderMetadata(isNoted: true)
  /// Whether no piece holds more than one document.
  private let isOneByOne: Bool
  /// The bytes of all files; 0 where nobody knows.
  let size: Int

  init(files: [InputReader.File], reader: InputReader, isOneByOne: Bool = false) {
    self.reader = reader
    self.isOneByOne = isOneByOne
    self.files = files[...]
    size = files.reduce(0) { $0 + FileSystem.size(of: $1.path) }
  }

  init(standardInput: ByteSource, reader: InputReader, isOneByOne: Bool = false) {
    self.reader = reader
    self.isOneByOne = isOneByOne
    files = []
    self.standardInput = standardInput
    size = 0
  }

  /// No more pieces than this come before the first is asked for; `nil` where nobody knows.
  var mostPieces: Int? {
    let areWhole = standardInput == nil && files.allSatisfy { reader.format(of: $0) != .jsonl }
    return areWhole ? files.count : nil
  }

  mutating func next() throws(Failure) -> Work? {
    while true {
      if let piece = nextPiece() { return piece }
      if let source = standardInput {
        standardInput = nil
        if let work = try begin(source) { return work }
        continue
      }
      guard let file = files.popFirst() else { return nil }
      if let work = begin(file) { return work }
    }
  }

  /// The next lines of the file that is being read.
  private mutating func nextPiece() -> Work? {
    guard let (rest, source, date) = current else { return nil }
    var pieces = rest
    let before = source.consumed
    do {
      let piece = try pieces.next()
      current = piece == nil ? nil : (pieces, source, date)
      let size = source.consumed - before
      switch piece {
      case nil: return nil
      case .lines(let bytes, let first):
        return Work(
          content: .lines(bytes, first: first, place: source.place, published: date), size: size)
      case .tooLong(let line):
        return Self.failure(
          "\(source.place):\(line)", "the line " + ByteSource.tooLarge(reader.limit), size)
      }
    } catch {
      current = nil
      return Self.failure(source.place, error.description, 0)
    }
  }

  private mutating func begin(_ file: InputReader.File) -> Work? {
    do {
      let date = try metadata.published(of: file) ?? reader.published
      guard reader.format(of: file) == .jsonl else {
        return Work(
          content: .file(file, published: date), size: FileSystem.size(of: file.path))
      }
      let source = try InputReader.open(file)
      current = (LinePieces(source, limit: reader.limit, isOneByOne: isOneByOne), source, date)
      return nil
    } catch {
      return Self.failure(file.path, error.description, 0)
    }
  }

  /// Standard input is JSON Lines or one text, as its first characters say.
  private mutating func begin(_ source: ByteSource) throws(Failure) -> Work? {
    var head: [UInt8] = []
    var seen = StreamHead([])
    while !seen.isKnown, let bytes = try source.next() {
      head += bytes
      seen = StreamHead(head[...])
    }
    source.unread(head)
    if reader.format == nil, seen.isArray {
      return Work(content: .failure(StreamHead.arrayFailure), size: head.count)
    }
    guard (reader.format ?? seen.format) == .jsonl else {
      do {
        let text = try source.rest(limit: reader.limit)
        return Work(content: .text(text), size: text.count)
      } catch {
        return Self.failure(source.place, error.description, 0)
      }
    }
    let pieces = LinePieces(source, limit: reader.limit, isOneByOne: isOneByOne)
    current = (pieces, source, reader.published)
    return nil
  }

  private static func failure(_ place: String, _ reason: String, _ size: Int) -> Work {
    let failure = DocumentFailure(document: place, place: place, reason: reason)
    return Work(content: .failure(failure), size: size)
  }
}
