// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import ZhailuText

/// Reads documents from files, folders and standard input: text, HTML, JSON Lines.
struct InputReader {
  enum Format: String, CaseIterable {
    case text, jsonl, html

    /// By the file's ending; anything else is text.
    init(path: String) {
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
  struct File {
    let path: String
    /// The path from the folder that was given, or the file's name.
    let relativePath: String

    /// The path without its ending: the id of a text document.
    var id: String {
      let name = relativePath
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
  }

  var published: PublicationDate?
  var encoding: String?
  var format: Format?
  private static let endings = [".txt", ".html", ".htm", ".jsonl", ".ndjson"]

  /// The files that the arguments name; folders give all text, HTML and JSONL files below them.
  static func files(_ inputs: [String]) throws(Failure) -> [File] {
    var files: [File] = []
    for input in inputs {
      if FileSystem.isDirectory(input) {
        let root = input.hasSuffix("/") ? String(input.dropLast()) : input
        for path in try FileSystem.files(below: root)
        where endings.contains(where: path.hasSuffix) {
          files.append(File(path: "\(root)/\(path)", relativePath: path))
        }
      } else if FileSystem.exists(input) {
        let name = input.split(separator: "/").last.map(String.init) ?? input
        files.append(File(path: input, relativePath: name))
      } else {
        throw Failure("\(input): there is no such file or folder")
      }
    }
    return files
  }

  func read(_ file: File) -> Contents {
    do {
      let bytes = try FileSystem.read(file.path)
      let folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? "."
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      let date = try published ?? Metadata(folder: folder).published(of: name)
      return read(
        bytes, format: format ?? Format(path: file.path), id: file.id, place: file.path,
        published: date)
    } catch {
      return Contents(failures: [
        DocumentFailure(document: file.id, place: file.path, reason: "\(error)")
      ])
    }
  }

  /// Standard input: JSON Lines where the first character is `{`, otherwise one text.
  func read(standardInput bytes: [UInt8]) -> Contents {
    let first = bytes.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    let guessed: Format = first == UInt8(ascii: "{") ? .jsonl : .text
    return read(
      bytes, format: format ?? guessed, id: "stdin", place: "standard input", published: published)
  }

  private func read(
    _ bytes: [UInt8], format: Format, id: String, place: String, published: PublicationDate?
  ) -> Contents {
    if format == .jsonl { return JSONLReader(defaultDate: published).read(bytes, place: place) }
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
