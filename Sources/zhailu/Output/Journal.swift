// SPDX-License-Identifier: Apache-2.0
import Glibc
import ZhailuRules
import ZhailuText
import ZhailuValues

/// What a run has written so far, a line a document, so that another can go on where it stopped or
/// leave out what has not changed.
///
///     zhailu journal	<what made the records>
///     <digest of the document>	<bytes of its records>	<numbers of records by type>	<path>
///
/// A line is whole when its end is there; a run that was killed leaves at most one that is not. A run
/// writes to `PATH.next`, which takes the place of `PATH` when it is finished.
struct Journal {
  struct Entry: Sendable {
    let document: Digest
    let size: Int
    let counts: RecordCounts
    /// Of the path of its records; where all are in one file, the document's again.
    let path: Digest
  }

  /// What earlier runs have done.
  struct Earlier: Sendable {
    /// In the order in which they were done.
    private(set) var entries: [Entry] = []
    private var numbers: [Digest: Int] = [:]
    /// The document whose records are at a path by now.
    private var documents: [Digest: Digest] = [:]

    /// The newest of a path counts: what was there before is written over.
    mutating func append(_ entry: Entry) {
      if let before = documents[entry.path], before != entry.document,
        let number = numbers[before], entries[number].path == entry.path
      {
        numbers[before] = nil
      }
      documents[entry.path] = entry.document
      numbers[entry.document] = entries.count
      entries.append(entry)
    }

    /// Those that still count.
    var live: [Entry] {
      entries.indices.filter { numbers[entries[$0].document] == $0 }.map { entries[$0] }
    }

    func entry(_ document: Digest) -> Entry? { numbers[document].map { entries[$0] } }
  }

  private let path: String
  private let descriptor: Int32
  private var lines: [UInt8] = []

  private static let title = "zhailu journal"
  private var draft: String { "\(path).next" }

  /// Begins a journal; the lines of `kept` stand in it already.
  init(path: String, key: String, kept: ArraySlice<Entry> = []) throws(Failure) {
    self.path = path
    var bytes = Array("\(Self.title)\t\(key)\n".utf8)
    for entry in kept { bytes += Self.line(entry) }
    let draft = "\(path).next"
    try FileSystem.write(bytes, to: draft, isLasting: false)
    descriptor = open(draft, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("\(draft): \(String(cString: strerror(errno)))") }
  }

  mutating func append(_ entry: Entry) { lines += Self.line(entry) }

  /// Writes what was appended.
  mutating func flush() throws(Failure) {
    guard !lines.isEmpty else { return }
    do {
      try Console.write(lines, to: descriptor)
    } catch {
      throw Failure("\(draft): cannot be written: \(error)")
    }
    lines.removeAll(keepingCapacity: true)
  }

  /// Ends the journal: it stays for the next run, or is gone.
  mutating func finish(stays: Bool) throws(Failure) {
    try flush()
    close(descriptor)
    if stays {
      guard rename(draft, path) == 0 else {
        throw Failure("\(path): \(String(cString: strerror(errno)))")
      }
    } else {
      unlink(draft)
    }
  }

  // MARK: The earlier one

  /// What the journals at `path` say that were made with the same `key`.
  static func read(_ path: String, key: String) -> Earlier {
    var earlier = Earlier()
    for path in [path, "\(path).next"] {
      guard let bytes = try? FileSystem.read(path) else { continue }
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
      // What follows the last line feed was not finished.
      _ = lines.popLast()
      guard let head = lines.popFirst(), Array(head) == Array("\(title)\t\(key)".utf8) else {
        continue
      }
      for line in lines {
        guard let entry = entry(line) else { break }
        earlier.append(entry)
      }
    }
    return earlier
  }

  private static func line(_ entry: Entry) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(128)
    entry.document.write(to: &line)
    line.append(0x09)
    line.append(digitsOf: entry.size)
    for (index, type) in MentionType.allCases.enumerated() {
      line.append(index == 0 ? 0x09 : UInt8(ascii: ","))
      line.append(digitsOf: entry.counts[type])
    }
    line.append(0x09)
    entry.path.write(to: &line)
    line.append(0x0A)
    return line
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let fields = String(decoding: line, as: UTF8.self).split(separator: "\t")
    guard fields.count == 4, let document = Digest(fields[0]), let size = Int(fields[1]),
      let counts = RecordCounts(fields[2]), let path = Digest(fields[3])
    else { return nil }
    return Entry(document: document, size: size, counts: counts, path: path)
  }
}

extension [UInt8] {
  /// Appends a number that is not negative; most are of one digit.
  fileprivate mutating func append(digitsOf number: Int) {
    if number < 10 { append(0x30 + UInt8(number)) } else { self += String(number).utf8 }
  }
}

/// The first half of a SHA-256: names something by its bytes.
struct Digest: Hashable, Sendable, CustomStringConvertible {
  private let high: UInt64
  private let low: UInt64

  /// 32 hexadecimal digits.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.dropFirst(16), radix: 16)
    else { return nil }
    (self.high, self.low) = (high, low)
  }

  init(of bytes: [UInt8]) {
    let words = bytes.withUnsafeBytes { SHA256.words(of: $0) }
    high = UInt64(words[0]) << 32 | UInt64(words[1])
    low = UInt64(words[2]) << 32 | UInt64(words[3])
  }

  init(of text: String) { self.init(of: Array(text.utf8)) }

  /// Of all that a document's records are made of.
  init(of document: SourceText) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(document.id.utf8.count + 32 + 2 * document.units.count)
    bytes += document.id.utf8
    bytes.append(0)
    bytes += (document.published?.description ?? "").utf8
    bytes.append(0)
    document.units.withUnsafeBytes { bytes += $0 }
    self.init(of: bytes)
  }

  var description: String {
    var digits: [UInt8] = []
    write(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the 32 digits.
  func write(to bytes: inout [UInt8]) {
    for half in [high, low] {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: half >> shift & 15)
        bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
  }
}
