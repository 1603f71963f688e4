// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuText

/// Reads documents from files, folders and standard input: text, HTML, JSON Lines.
struct InputReader {
  enum Format: String, CaseIterable, Sendable {
    case text, jsonl, html

    /// By the file's ending, that of gzip aside; anything else is text.
    init(path: String) {
      let path = InputReader.unpackedName(path).lowercased()
      if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
        self = .jsonl
      } else if path.hasSuffix(".html")
        || path.hasSuffix(".htm")
      {
        self = .html
      } else {
        self = .text
      }
    }
  }

  /// A file to read and how its documents are called.
  struct File: Sendable {
    let path: String
    /// The path from the folder that was given, or the file's name.
    let relativePath: String
    /// Whether it was named itself, or found in a folder.
    var isNamed = true

    var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }
    var name: String { (path.split(separator: "/").last.map(String.init) ?? path).showingPaths }

    /// The path without its ending: the id of a text document.
    var id: String {
      let name = InputReader.unpackedName(relativePath).showingPaths
      guard let dot = name.lastIndex(of: "."), dot > (name.lastIndex(of: "/") ?? name.startIndex)
      else { return name }
      return String(name[..<dot])
    }
  }

  /// What a file held: its documents, and what was wrong.
  struct Contents {
    var documents: [SourceText] = []
    var failures: [DocumentFailure] = []
    var warnings: [String] = []

    /// The documents, where nothing was wrong.
    func sound() throws(Failure) -> [SourceText] {
      guard let failure = failures.first else { return documents }
      throw Failure("\(failure.place): \(failure.reason)")
    }
  }

  var published: PublicationDate?
  var encoding: String?
  var format: Format?
  /// No document may be larger, in bytes.
  var limit = InputReader.usualLimit
  static let usualLimit = 64 << 20
  private static let endings = [".txt", ".html", ".htm", ".jsonl", ".ndjson"]

  /// The name of what a packed file holds: a.txt of a.txt.gz.
  fileprivate static func unpackedName(_ path: String) -> String {
    path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path
  }

  /// The files that the arguments name; folders give all text, HTML and JSONL files below them, patterns
  /// that no shell has expanded all that matches. What of folders is not read is named where
  /// `isNoted`.
  static func files(_ inputs: [String], isNoted: Bool = false) throws(Failure) -> [File] {
    var leftOut = LeftOut()
    defer { if isNoted { leftOut.note() } }
    var files: [File] = []
    for input in inputs.flatMap(FileSystem.expanded) {
      if FileSystem.isDirectory(input) {
        let root = input.hasSuffix("/") ? String(input.dropLast()) : input
        let contents = try FileSystem.contents(of: root)
        leftOut.add(linkedFolders: contents.linkedFolders, in: root)
        for path in leftOut.sift(contents.files, in: root) where isRead(path) {
          files.append(File(path: "\(root)/\(path)", relativePath: path, isNamed: false))
        }
      } else if FileSystem.exists(input) {
        let name = input.split(separator: "/").last.map(String.init) ?? input
        files.append(File(path: input, relativePath: name))
      } else if case let other = String(shownPath: input), other != input, FileSystem.exists(other)
      {
        files += try Self.files([other], isNoted: isNoted)
      } else if input == "-" {
        throw Failure("-: standard input is read alone, without files and folders beside it")
      } else {
        throw Failure("\(input): there is no such file or folder")
      }
    }
    try FolderMetadata.checkHeaders(of: files)
    return files
  }

  /// Whether a file in a folder is read, by its ending: A.TXT and a.txt.gz are.
  static func isRead(_ path: String) -> Bool {
    endings.contains(where: unpackedName(path).lowercased().hasSuffix)
  }

  func read(_ file: File) -> Contents {
    var metadata = FolderMetadata()
    return read(file, &metadata)
  }

  /// What files hold, one after the other; a `metadata.tsv` is read once for all of its folder.
  func contents(of files: [File]) -> some Sequence<Contents> {
    var metadata = FolderMetadata()
    return files.lazy.map { read($0, &metadata) }
  }

  private func read(_ file: File, _ metadata: inout FolderMetadata) -> Contents {
    do {
      return read(file, published: try metadata.published(of: file) ?? published)
    } catch {
      return Contents(failures: [
        DocumentFailure(document: file.id, place: file.path, reason: "\(error)")
      ])
    }
  }

  private func read(_ file: File, published: PublicationDate?) -> Contents {
    do {
      if format == nil, Self.unpackedName(file.path).lowercased().hasSuffix(".json") {
        throw Failure(Self.isJSON)
      }
      return read(
        try Self.open(file).rest(limit: limit), format: format(of: file), id: file.id,
        place: file.path, published: published)
    } catch {
      return Contents(failures: [
        DocumentFailure(document: file.id, place: file.path, reason: "\(error)")
      ])
    }
  }

  private static let isJSON =
    "is JSON, and JSON Lines are read, one object a line, which jq -c '.[]' makes of an array; "
    + "--input jsonl or --input text reads it as it is"

  /// The bytes of a file. A pipe may be named, but one that lies in a folder would be waited for.
  static func open(_ file: File) throws(Failure) -> ByteSource {
    guard file.isNamed || !FileSystem.isPipeOrDevice(file.path) else {
      throw Failure("is no file but a pipe or device")
    }
    return try ByteSource(path: file.path)
  }

  func format(of file: File) -> Format { format ?? Format(path: file.path) }

  /// What a piece of work holds.
  func read(_ work: Work) -> Contents {
    switch work.content {
    case .file(let file, let date): read(file, published: date)
    case .lines(let bytes, let first, let place, let date):
      JSONLReader(defaultDate: date, limit: limit).read(bytes, place: place, first: first)
    case .text(let bytes):
      read(
        bytes, format: format ?? .text, id: "stdin", place: "standard input", published: published)
    case .failure(let failure): Contents(failures: [failure])
    }
  }

  /// Standard input, as its first characters say.
  func read(standardInput bytes: [UInt8]) -> Contents {
    let head = StreamHead(bytes[...])
    if format == nil, head.isArray { return Contents(failures: [StreamHead.arrayFailure]) }
    return read(
      bytes, format: format ?? head.format, id: "stdin", place: "standard input",
      published: published)
  }

  func read(
    _ bytes: [UInt8], format: Format, id: String, place: String, published: PublicationDate?
  ) -> Contents {
    if format == .jsonl {
      return JSONLReader(defaultDate: published, limit: limit).read(bytes, place: place)
    }
    var contents = Contents()
    do {
      let decoded = try TextDecoder.decode(bytes, encoding: encoding)
      if decoded.malformed > 0 {
        let byte = decoded.firstMalformed ?? 0
        contents.warnings.append(
          "\(place): \(decoded.malformed) malformed in \(decoded.encoding), the first at byte "
            + "\(byte); replaced by U+FFFD")
      }
      let units = format == .html ? HTMLText.text(of: decoded.units) : decoded.units
      if !units.contains(where: { $0 > 0x20 }) {
        contents.warnings.append("\(place): holds no text")
      }
      contents.documents.append(SourceText(id: id, units: units, published: published))
    } catch {
      contents.failures.append(
        DocumentFailure(document: id, place: place, reason: error.description))
    }
    return contents
  }
}
