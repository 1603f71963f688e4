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
    /// A key that is meant as the publication date, and is not read.
    let mistakenKey: String?
    /// Whether it has what records have, and no documents.
    let isRecord: Bool

    private enum Key: String, CodingKey { case id, text, published, doc, rule, start }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Key.self)
      isRecord = keys.contains(.doc) && keys.contains(.rule) && keys.contains(.start)
      id = try Self.id(of: keys)
      text = try keys.decode(String.self, forKey: .text)
      published = try keys.decodeIfPresent(String.self, forKey: .published)
      mistakenKey = try decoder.container(keyedBy: AnyKey.self).allKeys
        .map(\.stringValue).sorted().first(where: PublishedKey.isMistaken)
    }

    private struct AnyKey: CodingKey {
      let stringValue: String
      let intValue: Int? = nil
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    /// A text; of a whole number, as databases have it, its digits.
    private static func id(of keys: KeyedDecodingContainer<Key>) throws -> String {
      if let number = try? keys.decode(Int64.self, forKey: .id) { return String(number) }
      return try keys.decode(String.self, forKey: .id)
    }
  }

  /// `first` is the number of the first line.
  func read(_ bytes: [UInt8], place: String, first: Int = 1) -> InputReader.Contents {
    var contents = InputReader.Contents()
    var mistaken: String?
    bytes.withUnsafeBufferPointer { bytes in
      var number = first
      var start = first == 1 && bytes.starts(with: StreamHead.byteOrderMark) ? 3 : 0
      while start < bytes.count {
        let end = Self.endOfLine(from: start, in: bytes)
        let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if line.contains(where: { $0 > 0x20 }) {
          read(line, at: "\(place):\(number)", to: &contents, &mistaken)
        }
        number += 1
        start = end + 1
      }
    }
    if let mistaken {
      contents.warnings.append(
        "\(place): the key 【\(mistaken)】 is not read as the date; call it \(PublishedKey.name)")
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
    to contents: inout InputReader.Contents, _ mistaken: inout String?
  ) {
    do {
      guard line.count <= limit else {
        throw Failure("the line \(ByteSource.tooLarge(limit))")
      }
      contents.documents.append(try document(line, &mistaken))
    } catch {
      let place = place()
      contents.failures.append(
        DocumentFailure(
          document: DocumentLineFault.id(of: line) ?? place, place: place,
          reason: DocumentLineFault.reason(error, line)))
    }
  }

  /// `mistaken` becomes the key of a line without a date that is meant as one.
  private func document(
    _ line: UnsafeBufferPointer<UInt8>, _ mistaken: inout String?
  ) throws -> SourceText {
    if let read = JSONLine(line), let id = read.id, !id.isEmpty, let text = read.text,
      !read.isOfRecord
    {
      if read.published == nil, let key = read.mistakenKey { mistaken = key }
      return SourceText(id: id, units: text, published: try date(read.published))
    }
    let parsed = try JSONDecoder().decode(Line.self, from: Data(line))
    if parsed.isRecord { throw Failure("this is a record that zhailu wrote, and no document") }
    guard !parsed.id.isEmpty else {
      throw Failure("【id】 is empty; records name their document by it")
    }
    if parsed.published == nil, let key = parsed.mistakenKey { mistaken = key }
    return SourceText(id: parsed.id, text: parsed.text, published: try date(parsed.published))
  }

  private func date(_ published: String?) throws -> PublicationDate? {
    guard let published, !published.isEmpty else { return defaultDate }
    guard let date = PublicationDate(published) else {
      throw Failure(
        PublicationDate.fault(of: published, advice: "`published` is \(PublicationDate.form)"))
    }
    return date
  }
}
