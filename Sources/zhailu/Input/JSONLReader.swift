// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc
import ZhailuText

/// Documents as JSON Lines: `{"id","text","published"?,"title"?,"source"?}`, one a line.
struct JSONLReader {
  let defaultDate: PublicationDate?
  /// No line may have more bytes.
  var limit = InputReader.usualLimit

  private struct Line: Decodable {
    let id: String
    let text: String
    let published: String?
  }

  /// `first` is the number of the first line.
  func read(_ bytes: [UInt8], place: String, first: Int = 1) -> InputReader.Contents {
    var contents = InputReader.Contents()
    bytes.withUnsafeBufferPointer { bytes in
      var number = first
      var start = 0
      while start < bytes.count {
        let end = Self.endOfLine(from: start, in: bytes)
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if line.contains(where: { $0 > 0x20 }) {
          read(line, at: "\(place):\(number)", to: &contents)
        }
        number += 1
        start = end + 1
      }
    }
    return contents
  }

  private static func endOfLine(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private func read(
    _ line: UnsafeBufferPointer<UInt8>, at place: @autoclosure () -> String,
    to contents: inout InputReader.Contents
  ) {
    do {
      guard line.count <= limit else {
        throw Failure("the line \(ByteSource.tooLarge(limit))")
      }
      contents.documents.append(try document(line))
    } catch {
      let place = place()
      contents.failures.append(
        DocumentFailure(document: place, place: place, reason: Self.reason(error)))
    }
  }

  private func document(_ line: UnsafeBufferPointer<UInt8>) throws -> SourceText {
    if let read = JSONLine(line), let id = read.id, let text = read.text {
      return SourceText(id: id, units: text, published: try date(read.published))
    }
    let parsed = try JSONDecoder().decode(Line.self, from: Data(line))
    return SourceText(id: parsed.id, text: parsed.text, published: try date(parsed.published))
  }

  private func date(_ published: String?) throws -> PublicationDate? {
    guard let published, !published.isEmpty else { return defaultDate }
    guard let date = PublicationDate(published) else {
      throw Failure("【\(published)】 is no date; `published` is YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS")
    }
    return date
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let failure as Failure: failure.description
    case DecodingError.keyNotFound(let key, _):
      "the key 【\(key.stringValue)】 is missing; a document has id and text"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "【\(context.codingPath.last?.stringValue ?? "")】 is no text"
    default: "this line is no JSON object"
    }
  }
}
